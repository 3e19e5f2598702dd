; libcurl reads a URL, and a Lisp function gets the content piece by piece:
;
;     elle examples/curl-fetch.lisp https://example.org/

(use-library "libcurl")

(define (check status)
  "Raises curl's own words for a status that is no success."
  (unless (= status CURLE_OK)
    (error (format "curl: ~a" (curl-easy-strerror status)))))

(define (set-option handle option value)
  (check (curl-easy-setopt handle option value)))

(define (fetch url)
  "What is at a URL, as a map: the bytes of its :content, and in how many :pieces they came."
  (let pieces [])
  (define (take-piece data size n _)
    (push! pieces (memory->bytes data (* size n)))
    (* size n))                          ; any other number tells curl to give up

  ; What curl_easy_setopt takes depends on the option, so its header can only say `...`: the script says what C will
  ; call, and that a number is a C long.
  (define-callback on-data take-piece :args ("char *" :size_t :size_t :pointer) :return :size_t)
  (let handle (curl-easy-init))
  (try
    (set-option handle CURLOPT_URL url)
    (set-option handle CURLOPT_WRITEFUNCTION on-data)
    (set-option handle CURLOPT_BUFFERSIZE (as-c :long 1024))
    (set-option handle CURLOPT_FAILONERROR (as-c :long 1))
    (check (curl-easy-perform handle))
    {:content (apply concat #u8() pieces) :pieces (count pieces)}
    (finally
      (curl-easy-cleanup handle)
      (free on-data))))

(define (show url)
  (let page (fetch url))
  (let text (bytes->string (get page :content)))
  (print "bytes:" (count (get page :content)))
  (print "came in pieces:" (> (get page :pieces) 1))
  (print "first line:" (first (lines text))))

(match (arguments)
  ([url] (show url))
  (_ (error "Which URL?" nil :next-step "elle examples/curl-fetch.lisp https://example.org/")))

; shell: elle here/curl-fetch.lisp "file://$PWD/here/curl-fetch.lisp"
; shell: ! elle here/curl-fetch.lisp file:///no/such/file
; expect match: bytes: \d+
; expect: came in pieces: #t
; expect: first line: ; libcurl reads a URL, and a Lisp function gets the content piece by piece:
; expect stderr: error: curl: Couldn't read a file:// file

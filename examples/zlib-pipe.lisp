; A megabyte through zlib and back, in pieces: a z_stream, which the script fills field by field, is fed from one buffer
; and drained into another.

(use-library "zlib")

(let piece-size 16384)

(define (check stream status)
  "The status of a zlib call, when it means success; else an error that says what zlib says."
  (if (or (= status Z_OK) (= status Z_STREAM_END))
      status
      (error (format "zlib: ~a (~d)" (or (c-string (.msg stream)) "no message") status))))

(define (pump stream step input)
  "All that comes out when the input goes through `step`, a function of the stream."
  (let buffer (make-bytes piece-size))
  ; C gets the addresses of these bytes, and the stream keeps them alive.
  (set! (.next_in stream) input)
  (set! (.avail_in stream) (count input))
  (loop next [pieces []]
    (set! (.next_out stream) buffer)
    (set! (.avail_out stream) piece-size)
    (let status (check stream (step stream)))
    (push! pieces (slice buffer 0 (- piece-size (.avail_out stream))))
    (if (= status Z_STREAM_END)
        (apply concat pieces)
        (next pieces))))

; deflateInit and inflateInit are macros of zlib.h, which add the version and the size of the struct to a call of
; deflateInit_ and inflateInit_. A library exports functions and no macros, so the script calls what is behind them.

(define (compress-bytes input)
  (let stream (make-struct z_stream))
  (check stream (deflateInit_ stream Z_BEST_COMPRESSION ZLIB_VERSION (sizeof z_stream)))
  (try (pump stream (fn [s] (deflate s Z_FINISH)) input)
       (finally (deflate-end stream))))

(define (restore-bytes input)
  (let stream (make-struct z_stream))
  (check stream (inflateInit_ stream ZLIB_VERSION (sizeof z_stream)))
  (try (pump stream (fn [s] (inflate s Z_NO_FLUSH)) input)
       (finally (inflate-end stream))))

(let verse "Elle speaks to C, and C speaks to Elle. ")
(let megabyte (slice (string->bytes (string-repeat verse 30000)) 0 1048576))
(let packed (compress-bytes megabyte))
(let restored (restore-bytes packed))

(print "in:" (count megabyte) "bytes")
(print "packed to less than a hundredth:" (< (* 100 (count packed)) (count megabyte)))
(print "restored, and the same:" (count restored) (= restored megabyte))
(printf "crc32: ~x, before and after: ~a~%" (crc32 0 megabyte)
        (= (crc32 0 megabyte) (crc32 0 restored)))

(try (restore-bytes (string->bytes "this was never compressed"))
     (catch e (print (error-message e))))

; expect: in: 1048576 bytes
; expect: packed to less than a hundredth: #t
; expect: restored, and the same: 1048576 #t
; expect: crc32: 5568a2b9, before and after: #t
; expect: zlib: incorrect header check (-3)

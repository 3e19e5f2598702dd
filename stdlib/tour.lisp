; A guided tour over zlib and SQLite that runs for real. Each step is a part, a title, a text and a form to type; the
; first step of a part loads its library, and without that the part is left out.

(define (tour-steps)
  "The steps of the tour, in order."
  '((:zlib "Load a library"
     "Name a header and its library. Elle reads the header with a C compiler's front
end, so it sees what C sees."
     "(load-header-with-lib \"zlib.h\" \"libz.so.1\")")
    (:zlib "Call C"
     "Every function of the header is a name now, in C's spelling, zlibVersion, or
in Lisp's."
     "(zlib-version)")
    (:zlib "Read about it"
     "`doc` shows what is known of a name; at the prompt ?crc32 is the same. Type
(crc and Tab to see what there is."
     "(doc crc32)")
    (:zlib "Pass values"
     "A string goes in where C wants bytes or text. The result is a number, checked
and exact."
     "(crc32 0 \"hello\" 5)")
    (:zlib "Make a mistake"
     "Arguments are checked before C is entered. The report says what was expected,
what came, and marks it."
     "(crc32 0 \"hello\" \"five\")")
    (:zlib "Let C write"
     "make-bytes is room for C to fill; (out type value) is a variable that C gets a
pointer to."
     "(let packed (make-bytes 100))
(let size (out \"uLongf\" 100))
(let text (string-repeat \"row, \" 20))
(compress packed size text (count text))")
    (:zlib "See what came"
     "deref reads what a pointer points to: the 100 bytes of text were packed into
these."
     "[(count text) (deref size)]")
    (:zlib "Structs"
     "make-struct makes one, with fields by name; a dot reads a field, and set!
writes it."
     "(let stream (make-struct z_stream :avail_in 5))
(.avail_in stream)")
    (:sqlite "Another library"
     "An installed package is also found by its pkg-config name: (use-library
\"sqlite3\"). This names the files."
     "(load-header-with-lib \"sqlite3.h\" \"libsqlite3.so.0\")")
    (:sqlite "Open a database"
     "sqlite3_open writes the new database through a pointer to a pointer. This one
lives in memory and leaves no file."
     "(let place (out \"sqlite3 *\"))
(sqlite3-open \":memory:\" place)")
    (:sqlite "Fill it"
     "C's constants are there, too: 0 is SQLITE_OK. nil is NULL."
     "(let db (deref place))
(sqlite3-exec db \"create table ships (name text, year int);
  insert into ships values ('Vasa', 1628), ('Fram', 1892), ('Titanic', 1911)\" nil nil nil)")
    (:sqlite "Be called back"
     "Where C wants a function pointer, pass a function. SQLite calls it for each
row."
     "(sqlite3-exec db \"select name, year from ships order by year\"
              (fn [data n values names]
                (print (c-string (get values 0)) (c-string (get values 1)))
                0)
              nil nil)")
    (:sqlite "Step through rows"
     "Or prepare a statement and take its rows one by one."
     "(let slot (out \"sqlite3_stmt *\"))
(sqlite3-prepare-v2 db \"select name from ships where year > ?\" -1 slot nil)
(let query (deref slot))
(sqlite3-bind-int query 1 1800)
(while (= (sqlite3-step query) SQLITE_ROW)
  (print (c-string (sqlite3-column-text query 0))))
(sqlite3-finalize query)")
    (:sqlite "Find your way"
     "apropos searches all names; who-returns and who-takes search by C type."
     "(apropos \"backup\" :limit 3)
(who-returns \"sqlite3_backup *\")")
    (:sqlite "Close it"
     "What C gave is given back to C."
     "(sqlite3-close db)")))

(define (tour)
  "A tour of five minutes over zlib and SQLite, step by step, that runs for real."
  (let asks (input-from-person?))
  (print "A tour over two C libraries. Enter runs the form that is shown, or type your own;
n goes on, b goes back, q leaves. Everything runs in this session, and nothing is
written to disk.")
  (take-step (tour-steps) 0 asks))

(define (take-step steps index asks)
  "Shows a step, does what is wanted with it, and goes on."
  (cond ((>= index (count steps)) (say-end))
        (else (show-step steps index)
              (answer-step steps index asks))))

(define (show-step steps index)
  "The title, the text and the form of a step."
  (let step (get steps index))
  (printf "~%-- ~a/~a: ~a~%~a~%" (+ index 1) (count steps) (get step 1) (get step 2))
  (for [line (lines (get step 3))] (print " " line)))

(define (answer-step steps index asks)
  "Asks what to do with a step, until it is left."
  (let form (get (get steps index) 3))
  (let answer (if asks (ask) ""))
  (case answer
    (nil (say-left))
    ("q" (say-left))
    ("n" (take-step steps (+ index 1) asks))
    ("b" (take-step steps (max 0 (- index 1)) asks))
    ("" (take-step steps (step-after steps index (run-text form)) asks))
    (else (run-text answer)
          (answer-step steps index asks))))

(define (ask)
  "What the person types, nil at the end of input."
  (printf "tour> ")
  (flush)
  (let line (read-line))
  (if line (trim line)))

(define (run-text text)
  "Runs forms and prints the last value, or the report of an error; whether all went well."
  (try (let value nil)
       (for [form (read-forms text "<tour>")] (set! value (eval form)))
       (when value (write value))
       #t
       (catch e (print (if (error? e) (report-for-tourists e) e))
                #f)))

(define (report-for-tourists error)
  "The report without the calls of the tour itself."
  (let own? (fn [line] (contains? line "stdlib/tour.lisp")))
  (join (take-while (complement own?) (lines (error-report error))) "\n"))

(define (step-after steps index worked)
  "The index of the step after this one: that of the next part when this one's library could not be loaded."
  (let part (first (get steps index)))
  (let begins-part (or (= index 0) (not (= part (first (get steps (- index 1)))))))
  (loop next [after (+ index 1)]
    (if (and begins-part (not worked) (< after (count steps)) (= part (first (get steps after))))
        (next (+ after 1))
        after)))

(define (say-end)
  "Where to go from here."
  (print "
That was the tour. (save-session \"file.lisp\") makes a script of what you typed at the
prompt, (help) lists short texts, and docs/first-steps.md is the next ten minutes."))

(define (say-left)
  "The last word to who leaves early."
  (print "\nUntil next time: (tour) begins anew."))

(private tour-steps take-step show-step answer-step ask run-text report-for-tourists step-after say-end say-left)

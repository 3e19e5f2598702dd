; A tour of SQLite through its own header: a database in a file, a prepared statement run ten thousand times, rows
; delivered to a Lisp function, a Lisp function that SQL calls, and what an SQL error looks like.
;
;     elle examples/sqlite-tour.lisp
;
; A function of the header goes by its C name or by its Lisp spelling: sqlite3_prepare_v2 is sqlite3-prepare-v2.
; Constants such as SQLITE_OK keep the spelling of C.

(load-header-with-lib "sqlite3.h" "libsqlite3.so.0")

; --- Opening and closing ---------------------------------------------------------------------------------------------

(define (check db status)
  "The status of a call on db, when it means success; else an error that says what SQLite says."
  (if (or (= status SQLITE_OK) (= status SQLITE_DONE) (= status SQLITE_ROW))
      status
      (error (format "SQLite: ~a" (sqlite3-errmsg db)))))

(define (open-database path)
  "The database in this file, which is made if there is none."
  ; sqlite3_open hands the database out through a pointer: (out type) is the memory it writes to.
  (let handle (out "sqlite3 *"))
  (let status (sqlite3-open path handle))
  (let db (deref handle))
  (check db status)
  db)

(define (execute db sql &optional on-row)
  "Runs SQL text. For each row, on-row is called with a vector of its columns, as strings."
  (define (deliver _ n columns names)
    ; `columns` is a char **; `view` shows C's array as a vector, without copying it.
    (on-row (map c-string (view columns n)))
    0)
  (check db (sqlite3-exec db sql (and on-row deliver) nil nil)))

; --- The tour --------------------------------------------------------------------------------------------------------

(define (fill-planets db n)
  "Inserts n rows through one prepared statement, in one transaction."
  (let handle (out "sqlite3_stmt *"))
  (check db (sqlite3-prepare-v2 db "INSERT INTO planets VALUES (?, ?, ?)" -1 handle nil))
  (let statement (deref handle))
  (execute db "BEGIN")
  (for [i (range 1 (+ n 1))]
    (sqlite3-bind-int statement 1 i)
    ; SQLITE_TRANSIENT asks SQLite to copy the text before the call returns.
    (sqlite3-bind-text statement 2 (format "planet-~d" i) -1 SQLITE_TRANSIENT)
    (sqlite3-bind-double statement 3 (* i 0.5))
    (check db (sqlite3-step statement))
    (sqlite3-reset statement))
  (execute db "COMMIT")
  (sqlite3-finalize statement))

(define (initials context argc argv)
  "The SQL function initials(text): the first letter of each of its words."
  (let text (c-string (sqlite3-value-text (deref argv 0))))
  (let letters (map (fn [word] (substring word 0 1)) (split text "-")))
  (sqlite3-result-text context (join letters "") -1 SQLITE_TRANSIENT))

(define (tour db)
  (execute db "CREATE TABLE planets (id INTEGER PRIMARY KEY, name TEXT, mass REAL)")
  (fill-planets db 10000)
  (execute db "SELECT count(*), sum(mass) FROM planets"
           (fn [row] (print "rows and total mass:" (get row 0) (get row 1))))

  (print "the heaviest:")
  (execute db "SELECT name, mass FROM planets ORDER BY mass DESC LIMIT 3"
           (fn [row] (print " " (get row 0) (get row 1))))

  ; C wants a function pointer here. The header knows its type, so a Lisp function can be passed as it is.
  (sqlite3-create-function db "initials" 1 SQLITE_UTF8 nil initials nil nil)
  (execute db "SELECT initials(name), initials('so-long-and-thanks') FROM planets WHERE id = 42"
           (fn [row] (print "initials:" (get row 0) (get row 1))))

  (try
    (execute db "SELECT colour FROM planets")
    (catch e (print (error-message e)))))

(let folder (temp-directory))
(let path (path-join folder "planets.db"))
(let db (open-database path))
(try
  (tour db)
  (print "the file was made:" (file-exists? path))
  (finally
    (sqlite3-close db)
    (delete-directory folder :recursive #t)))

; expect: rows and total mass: 10000 25002500.0
; expect: the heaviest:
; expect:   planet-10000 5000.0
; expect:   planet-9999 4999.5
; expect:   planet-9998 4999.0
; expect: initials: p4 slat
; expect: SQLite: no such column: colour
; expect: the file was made: #t

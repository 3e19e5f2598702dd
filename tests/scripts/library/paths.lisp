; Paths and folders.
(defmacro (message-of &rest body) `(try ,@body (catch e (error-message e))))
(print (path-join "a" "b" "c.txt") (path-join "a" "/b") (path-name "a/b.txt") (path-directory "a/b.txt") (path-extension "a/b.txt") (path-stem "a/b.tar.gz"))
; expect: a/b/c.txt /b b.txt a .txt b.tar
(make-directory "d/e")
(make-directory "d/e")
(write-file "d/x.txt" "x")
(print (directory-list "d") (directory? "d") (regular-file? "d/x.txt") (file-exists? "d/none"))
; expect: (e x.txt) #t #t #f
(copy-file "d/x.txt" "d/y.txt")
(rename-file "d/y.txt" "d/z.txt")
(print (directory-list "d") (read-file "d/z.txt") (> (file-modified "d/z.txt") 1e9))
; expect: (e x.txt z.txt) x #t
(delete-file "d/z.txt")
(delete-directory "d/e")
(print (directory-list "d"))
; expect: (x.txt)
(print (message-of (delete-directory "d")))
; expect: Cannot delete "d": Directory not empty.
(delete-directory "d" :recursive #t)
(print (file-exists? "d") (path-name (absolute-path "x/../y")))
; expect: #f y
(print (message-of (directory-list "none")))
; expect: Cannot list "none": No such file or directory.
(print (message-of (delete-file "none")))
; expect: Cannot delete "none": No such file or directory.
(define temp (temp-file "pre"))
(print (file-exists? temp) (starts-with? (path-name temp) "pre-"))
; expect: #t #t
(delete-file temp)
(define folder (temp-directory))
(change-directory folder)
(print (= (path-name (current-directory)) (path-name folder)))
; expect: #t
(delete-directory folder)

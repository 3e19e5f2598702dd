; A library or header that is not there, or not right: its path, as it was given or as it was found.
(define lib (load-header-with-lib "here/faulty.h" "fixtures/libfaulty.so"))
(defmacro (facts form)
  `(try ,form
        (catch e
          (assert (ffi-error? e))
          (assert (= (ffi-last-error) (error-message e)))
          (assert (= nil (with-ffi-safety-checks ,form)))
          (write (error-kind e) (error-data e)))))

(facts (load-library "libnothing.so.3"))
; expect: :library {:path "libnothing.so.3"}
(facts (load-header-with-lib "here/faulty.h" "./no/library.so"))
; expect: :library {:path "./no/library.so"}
(facts (use-library "no-such-package"))
; expect: :library {:path "no-such-package"}
(write-file "text.so" "This is no library, and too short for one.")
(facts (load-library "./text.so"))
; expect: :library {:path "./text.so"}
(facts (load-header-with-lib "nothing/here.h" nil))
; expect: :header {:path "nothing/here.h"}
(write-file "nested.h" "#include \"nowhere.h\"\n")
(facts (load-header-with-lib "./nested.h" nil))
; expect: :header {:path "nowhere.h"}
(write-file "bad.h" "int g(struct);\n")
(facts (load-header-with-lib "./bad.h" nil))
; expect match: :header \{:path ".*/bad\.h"\}
(facts (parse-c-header "nothing/there.h"))
; expect: :header {:path "nothing/there.h"}

; What verify-library found, as text.

(define (print-verification found)
  "Prints what verify-library found, a line for each thing: (print-verification (verify-library lib))."
  (printf "~a and ~a: ~a declared, ~a missing, ~a compared, ~a different~%" (get found :header) (get found :library)
          (get found :declared) (count (get found :missing)) (get found :compared) (count (get found :different)))
  (when (get found :not-compared)
    (printf "not compared: ~a~%" (get found :not-compared)))
  (for [one (get found :missing)]
    (printf "missing: ~a, declared at ~a~%" (get one :name) (get one :declared-at)))
  (for [one (get found :versioned)]
    (printf "versioned: ~a is ~a, ~a~%" (get one :name) (join (get one :versions) " and ")
            (if (get one :default) (str (get one :default) " by default") "none by default")))
  (for [one (get found :different)]
    (printf "different: ~a~%  header: ~a~a~%  library: ~a~a~%" (get one :name)
            (get one :header) (place-in-brackets (get one :declared-at))
            (get one :library) (place-in-brackets (get one :compiled-at)))))

(define (place-in-brackets place)
  "A place behind what stands there, if it is known."
  (if place (str " (" place ")") ""))
(private place-in-brackets)

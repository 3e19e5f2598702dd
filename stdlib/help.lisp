; Help at the prompt.

(defmacro (doc name)
  "Prints the documentation of a name: (doc map)."
  `(,print-documentation ',name))

(define (apropos text)
  "Prints how each name of the language is written whose documentation contains the text: (apropos \"upper\")."
  (for [name (language-names)]
    (let [about (documentation name)]
      (when (contains? (lower-case about) (lower-case text))
        (print (first (lines about)))))))

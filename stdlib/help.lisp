; Help at the prompt.

(defmacro (doc name)
  "Prints the documentation of a name: (doc map)."
  `(,print-documentation ',name))

; What parse-c-header found. Everything is a map with :name, :comment, :file, :line, and what its kind adds. A :type is a
; type expression that needs no header, :c-type the same as C writes it; nil stands for a type that Lisp cannot write.

(define (parsed-functions parsed)
  "The functions of a header that parse-c-header read, as maps: :name, :lisp-name, :parameters (each with :name, :type and
:c-type), :result, :c-result, :prototype, :variadic, :inline (no library has it), :comment, :file and :line."
  (get parsed :functions))

(define (parsed-structs parsed)
  "The structs of a header that parse-c-header read, each after those it holds: see struct-name and struct-fields; also
:size and :opaque, which is true when only C knows what is in it. A union in a struct is written out there."
  (get parsed :structs))

(define (parsed-unions parsed)
  "The unions of a header that parse-c-header read; see parsed-structs."
  (get parsed :unions))

(define (parsed-enums parsed)
  "The enums of a header that parse-c-header read, as maps: :name (nil when it has none) and :constants, a list of
(NAME value) as define-enum takes them."
  (get parsed :enums))

(define (parsed-typedefs parsed)
  "The typedefs of a header that parse-c-header read, as maps: :name, :type and :c-type."
  (get parsed :typedefs))

(define (parsed-constants parsed)
  "The macros and constants of a header that parse-c-header read and that are numbers or strings, as maps: :name and
:value."
  (get parsed :constants))

(define (parsed-variables parsed)
  "The global variables of a header that parse-c-header read, as maps: :name, :type and :c-type."
  (get parsed :variables))

(define (struct-name struct)
  "The name of a struct or union that parse-c-header found."
  (get struct :name))

; Structs and unions inside a struct can be written where they stand, with a name or without one; a struct without
; fields is one that only C knows the inside of.

(define-c-struct Event
  (kind :int)
  (nil (:union (key :int) (button (:struct (x :short) (y :short)))))
  (where (:struct (line :int) (column :int)))
  (odd :char :packed #t)
  (last :int :packed #t))

(let event (make-struct Event :kind 1))
(set! (.y (.button event)) 2)
(set! (.column (.where event)) 9)
(print (.key event) (struct-get event 'where 'column) (struct-size Event) (offsetof Event 'last))
; expect: 131072 9 24 17

(define-c-struct Hidden)
(let p (cast '(:pointer Hidden) event))
(print (c-type-of p))
; expect: #<C type struct Hidden>
(print (try (make-struct Hidden) (catch e (error-message e))))
; expect: The members of `struct Hidden` are not known: it is declared but never defined.
(print (try (define-c-struct Bad (nil :int)) (catch e (error-message e))))
; expect: (nil :int) is not a field.
(print (try (define-c-struct Bad (x :int :odd 3)) (catch e [(error-message e) (error-next-step e)])))
; expect: [(x :int :odd 3) is not a field. A field is (name type), (name type :bits n) or (name type :packed #t).]

; `...` last among the types of ffi-call stands for further arguments.
(let text (make-bytes 16))
(print (ffi-call nil "snprintf" (:pointer :size_t :string ...) :int text 16 "%d %s" 4 "more") (c-string text))
; expect: 6 4 more

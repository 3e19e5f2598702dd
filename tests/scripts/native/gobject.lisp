; A pointer to a GObject is what the object itself says it is, whatever C calls it: no cast is needed down to its own
; class, up to its bases, or over to an interface; and no other class is accepted.

(use-library "gio-2.0")
(let actions (g-simple-action-group-new))
(g-action-map-add-action actions (g-simple-action-new "save" nil))

; An interface where the class is wanted, and the class where its interface is.
(let found (g-action-map-lookup-action actions "save"))
(print (c-type-of found))
; expect: #<C type GAction *>
(g-simple-action-set-enabled found #f)
(print (g-action-get-enabled found))
; expect: #f

; Down from a base class.
(let object (cast "GObject *" found))
(g-simple-action-set-enabled object #t)
(print (g-action-get-enabled object))
; expect: #t

; Another class is refused, by the name of the real one.
(define (message f) (try (f) (catch e (error-message e))))
(print (message (fn [] (g-simple-action-set-enabled actions #t))))
; expect: Argument 1 of `g_simple_action_set_enabled`, `simple`, is `GSimpleAction *`, but a `GSimpleActionGroup *` came, which is a GSimpleActionGroup.
(print (message (fn [] (g-action-get-enabled (cast "GObject *" actions)))))
; expect: Argument 1 of `g_action_get_enabled`, `action`, is `GAction *`, but a `GObject *` came, which is a GSimpleActionGroup.

; Where no object lies, it is an error and not a crash.
(print (message (fn [] (g-action-get-enabled (cast "GObject *" (cast :pointer 64))))))
; expect: Argument 1 of `g_action_get_enabled`, `action`, is `GAction *`, but a `GObject *` came.

; A struct without a class passes for what it begins with; down again only by a cast.
(define-c-struct Base (kind :int))
(define-c-struct Derived (base Base) (extra :int))
(let memory (make-struct Derived))
(let derived (cast "Derived *" (cast :pointer (address-of memory))))
(define (take-as type p) (ffi-call nil "strlen" (list type) :size_t p))
(print (take-as "Base *" derived) (take-as "Derived *" (cast "Derived *" (cast "Base *" derived))))
; expect: 0 0
(print (message (fn [] (take-as "Derived *" (cast "Base *" derived)))))
; expect: Argument 1 of `strlen` is `struct Derived *`, but a `struct Base *` came.

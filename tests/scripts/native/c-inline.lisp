; c-inline runs C text with variables of the script; its value is that of the last statement, or what `return` says.
(define x 3)
(define y 4)
(print (c-inline
         "int result = x + y;"
         ((x :int) (y :int))
         :int))
; expect: 7
(print (c-inline "x * y" ((x :int) (y :double 2.5)) :double))
; expect: 7.5
(print (c-inline "if (x > 2) return 'b'; else return 'a';" ((x :int)) :char) (c-inline "x += 1; y = x;" ((x :int) (y :int)) :int))
; expect: 98 4
(print (c-inline "long sum = 0; for (int i = 1; i <= x; i++) { sum += i; } sum;" ((x :int 100)) :long))
; expect: 5050
(print (c-inline "int a[2] = {1, 2}, *last = &a[1]; *last;" () :int) (c-inline "const char *word = \"C\" /* ; */;" () :string))
; expect: 2 C
(print (c-inline "int unused = x;" ((x :int)) :void) x)
; expect: nil 3
; Names that are none in C, and C's arrays, texts and pointers.
(define (total first-numbers)
  (c-inline "int sum = 0; while (*first_numbers) sum += *first_numbers++; sum" ((first-numbers "const int *")) :int))
(print (total [1 2 3 0]) (total [4 0]) (c-inline "strlen(text)" ((text :string "five!")) :size_t))
; expect: 6 4 5
(print (try (total ["one"]) (catch e (error-message e))))
; expect: Argument 1 of `c-inline`, `first_numbers`, is `const int *`, but in its item 0, "one" is not an integer.

; Evaluated again it is a call.
(define n 0)
(for [i (range 10000)] (set! n (c-inline "n + 1" ((n :int)) :int)))
(print n)
; expect: 10000

; Headers, their inline functions, macros and libraries are at hand, and the types of the script.
(load-header-with-lib "here/c-inline.h" "fixtures/libc-inline.so")
(print (c-inline "struct account a; open_account(&a, 900); is_rich(&a) ? 0 : WITH_INTEREST(a.balance) + opened_accounts()" () :double))
; expect: 1351.0
(define mine (make-struct "struct account"))
(c-inline "open_account(mine, 2000)" ((mine "struct account *")) :void)
(print mine (opened-accounts))
; expect: #<struct account {:number 17179869184 :open 1 :balance 2000.0}> 2
(print (c-inline "tgamma(x)" ((x :double 5)) :double :header "math.h") (c-inline "LIMIT" () :int :define "LIMIT=7"))
; expect: 24.0 7

(define-enum Shade (DARK -1) PALE (BRIGHT 1000))
(define-c-union Word (whole :uint32) (bytes (:array :uint8 4)))
(define-c-struct Tail :packed #t (kind :char) (value :double) (shade Shade))
(define-c-struct Everything
  (low "unsigned" :bits 3) (delta :int :bits 6) (wide "unsigned long" :bits 40)
  (word Word) (tails (:array Tail 2)) (next (:pointer Everything)) (call (:function :int (:int))) (name (:array :char 5)))
(define one (make-struct Everything {:low 5 :delta -7 :wide 1000000000000 :word {:whole 0x04030201}
                                     :tails [{:kind 1 :value 0.5 :shade BRIGHT} {:value 1.5 :shade DARK}] :name "abc"}))
(print (c-inline "p->low + p->delta + (p->wide == 1000000000000) + p->word.bytes[3] + p->tails[0].shade + p->tails[1].value"
                 ((p (:pointer Everything) one)) :double))
; expect: 1004.5
(define two (c-inline "Everything copy = *p; copy.next = p; copy.tails[1].shade = PALE; copy.name[0] = 'A'; copy"
                      ((p (:pointer Everything) one)) Everything))
(print (.shade (get (.tails two) 1)) (c-string (.name two)) (.delta (.next two)) (.wide two))
; expect: 0 Abc -7 1000000000000

(define-c-struct road-sign (sign-kind :int) (next-sign (:pointer road-sign)) (of-shade Shade))
(print (c-inline "sign->sign_kind + (sign->next_sign == NULL) + sign->of_shade + BRIGHT"
                 ((sign (:pointer road-sign) (make-struct road-sign 5 nil DARK))) :int))
; expect: 1005
(define-c-struct Holder (first "struct account") (count :int))
(print (c-inline "h.first.balance * h.count" ((h Holder [{:balance 2.5} 4])) :double))
; expect: 10.0

; What c-declare declares is known to the texts after it.
(c-declare "#include <ctype.h>
static int twice(int x) { return 2 * x; }
typedef struct { int left, right; } both;")
(print (c-inline "both b = {twice(x), toupper('a')}; b.left + b.right" ((x :int)) :int))
; expect: 71

; A fault in it is an error like any other.
(print (try (c-inline "*(int *)x = 1" ((x :long 16)) :int) (catch e (error-message e))))
; expect: `c-inline` failed in C with SIGSEGV at address 0x10. It was called with 16.

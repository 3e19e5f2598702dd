; A library is compared with its header: symbols always, types where it has debug information.
(define lib (load-header-with-lib "here/verify.h" "fixtures/libverify.so"))
(define found (verify-library lib))

(print (get found :header) (get found :declared) (get found :compared) (get found :not-compared))
; expect: here/verify.h 7 8 nil

(for [missing (get found :missing)]
  (print (get missing :kind) (get missing :name) (get missing :declared-at)))
; expect match: :function reading_forget .*/verify\.h:24
; expect match: :variable scale .*/verify\.h:25

(for [difference (get found :different)]
  (print (get difference :kind) (get difference :name) "|" (get difference :header) "|" (get difference :library)))
; expect: :function reading_store | int reading_store(const struct reading *, unsigned int) | int reading_store(const struct reading *, long)
; expect: :variable limit | int limit | long limit
; expect: :record reading | 32 bytes | 24 bytes
; expect: :field reading.when | `long when` at byte 8 | `int when` at byte 4
; expect: :field reading.value | `double value` at byte 16 | `double value` at byte 8
; expect: :field reading.valid | `unsigned int valid : 1` at bit 192 | `unsigned int valid : 1` at bit 128
; expect: :field reading.quality | `unsigned int quality : 3` at bit 193 | `unsigned int quality : 4` at bit 129
; expect: :field reading.unit | nothing | `char unit` at byte 17
; expect: :constant MODE_ON | 1 | 4
; expect: :constant MODE_AUTO | 2 | nothing

(define first-difference (first (get found :different)))
(print (ends-with? (get first-difference :declared-at) "/verify.h:21"))
(print (ends-with? (get first-difference :compiled-at) "/native/verify.c:21"))
; expect: #t
; expect: #t

(print-verification (assoc found :different (list first-difference) :missing nil))
; expect: here/verify.h and fixtures/libverify.so: 7 declared, 0 missing, 8 compared, 1 different
; expect: different: reading_store
; expect match:   header: int reading_store\(const struct reading \*, unsigned int\) \(.*/verify\.h:21\)
; expect match:   library: int reading_store\(const struct reading \*, long\) \(.*/native/verify\.c:21\)

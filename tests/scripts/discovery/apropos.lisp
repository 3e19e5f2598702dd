; apropos finds the names of the language, of the script and of all loaded headers that answer to what one remembers:
; the whole name, its beginning, words of it in any order and spelling, then what is said of it.
(load-header-with-lib "here/garden.h" "fixtures/libgarden.so")
(define garden-fence "What keeps the rabbits out." 12)
(define (garden-gate) "Opens to who knocks. Else it stays shut." 1)

(apropos "garden" :limit 4)
; expect: garden       type      struct garden
; expect: garden-area  function  int garden_area(const garden *where)
; expect: garden-each  function  void garden_each(garden *where, plant_visitor visit, void *data)
; expect: garden-free  function  void garden_free(garden **dead)
; expect: … and 14 more; (apropos "garden" :limit nil) shows all.
(apropos "gardenCreate")
; expect: garden-create  function  garden *garden_create(double width, double height, garden_light light)
(apropos "PLANT next")
; expect: garden-next-plant  function  plant *gardenNextPlant(garden *where, plant *after)
(apropos "metres")
; expect: garden_spot  type  struct, 16 bytes
(apropos "nothing is called so")
; expect: Nothing is called like "nothing is called so", or says so of itself.
(apropos 'garden :kind :type)
; expect: garden        type  struct garden
; expect: garden_spot   type  struct, 16 bytes
; expect: garden_light  type  enum of 2 constants
(apropos "garden" :kind :macro)
; expect: garden-fence  macro  GARDEN_FENCE(width, height)
(apropos "garden" :kind :constant)
; expect: GARDEN_SHADY       constant  = 1, garden_light
; expect: GARDEN_SUNNY       constant  = 0, garden_light
; expect: GARDEN_MAX_PLANTS  constant  = 100
(apropos "garden-gate")
; expect: garden-gate  function  Opens to who knocks.
(apropos "garden sell")
; expect: garden-sell  function  not exported by fixtures/libgarden.so
(apropos "takeWhile")
; expect: take-while  function  The items before the first one for which the test is not true.

(print (map (fn [found] [(get found :name) (get found :kind) (get found :usable)]) (find-names "garden s")))
; expect: [[garden-sell :function #f] [garden_spot :type #t] [GARDEN_SHADY :constant #t] [GARDEN_SUNNY :constant #t] [GARDEN_MAX_PLANTS :constant #t] [garden-area :function #t] [garden-each :function #t] [garden-free :function #t] [garden-gate :function #t] [garden-init :function #t] [garden-open :function #t] [garden-fence :variable #t] [garden-create :function #t] [garden-next-plant :function #t]]
(print (count (find-names "garden" :limit 3)))
; expect: 3
(print (find-names "rabbit hutch"))
; expect: []
(try (apropos "garden" :kind :animal) (catch e (print (error-message e))))
; expect: :kind is one of :function, :macro, :special-form, :constant, :type and :variable, and nothing else.
(try (apropos "") (catch e (print (error-message e))))
; expect: Argument 1 of `apropos` is "", but one word or more is expected.
(try (apropos 5) (catch e (print (error-message e))))
; expect: Argument 1 of `apropos` is 5, but a string or a symbol is expected.

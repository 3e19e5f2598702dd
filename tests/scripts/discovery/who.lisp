; who-takes and who-returns find functions by the types of their parameters and results.
(load-header-with-lib "here/garden.h" "fixtures/libgarden.so")

(print "-- takes a plant")
; expect: -- takes a plant
(who-takes "plant *")
; expect: plant-water        argument 1  void plant_water(plant *thirsty, double litres)
; expect: garden-next-plant  argument 2  plant *gardenNextPlant(garden *where, plant *after)
; expect: plant-compare      argument 1  int plant_compare(const plant *a, const plant *b)
; expect: Callbacks that are given it:
; expect:   plant_visitor  argument 1  void (*)(plant *, void *)
(print "-- takes a rose, which is a plant")
; expect: -- takes a rose, which is a plant
(who-takes 'rose)
; expect: plant-water        argument 1  void plant_water(plant *thirsty, double litres)
; expect: plant-compare      argument 1  int plant_compare(const plant *a, const plant *b)
; expect: garden-next-plant  argument 2  plant *gardenNextPlant(garden *where, plant *after)
(print "-- gives a garden")
; expect: -- gives a garden
(who-returns "garden *")
; expect: garden-create                      garden *garden_create(double width, double height, garden_light light)
; expect: garden-open    through argument 2  int garden_open(const char *path, garden **result)
; expect: Members of this type:
; expect:   plant    garden *home
(print "-- gives a plant")
; expect: -- gives a plant
(who-returns (c-type "const plant *"))
; expect: plant-new            plant *plant_new(garden *home, const char *name)
; expect: garden-next-plant    plant *gardenNextPlant(garden *where, plant *after)
; expect: rose-new             rose *rose_new(garden *home, const char *name)
(print "-- gives a light")
; expect: -- gives a light
(who-returns "garden_light")
; expect: No function of the loaded headers gives `garden_light`.
(print "-- the rest")
; expect: -- the rest
(who-takes "garden *" :limit 2)
; expect: rose-new   argument 1  rose *rose_new(garden *home, const char *name)
; expect: plant-new  argument 1  plant *plant_new(garden *home, const char *name)
; expect: … and 4 more
; expect: Members of this type:
; expect:   plant    garden *home
; expect: (who-takes "garden *" :limit nil) shows all.
(print (map (fn [use] [(get use :name) (get use :kind) (get use :fit) (get use :argument)])
            (functions-returning "garden *")))
; expect: [[garden-create :function :exact nil] [garden-open :function :exact 2] [plant :member :exact nil]]
(print (count (functions-taking "garden *" :limit 3)))
; expect: 3
(print (get (first (filter (fn [use] (get use :reason)) (functions-taking "garden *"))) :reason))
; expect: not exported by fixtures/libgarden.so

; A type that is not there: those near it.
(try (who-takes "gardn *") (catch e (print (error-message e)) (print (error-next-step e))))
; expect: No type is called `gardn`, in the C type `gardn *` at column 1.
; expect: Did you mean `garden`?
(try (who-takes 'plnt) (catch e (print (error-message e)) (print (error-next-step e))))
; expect: plnt is not a C type.
; expect: Did you mean `plant`?

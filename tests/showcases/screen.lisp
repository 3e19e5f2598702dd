; The test's own X screen as a picture, and whether a picture shows what another does. A picture is a map of :width,
; :height, :stride and :pixels: four bytes each, blue first, as the screen has them and cairo takes them.

(use-library "cairo")

; --- The screen ------------------------------------------------------------------------------------------------------

(define (field bytes index)
  "A number of the header of an xwd file, which are big endian."
  (reduce (fn [sum byte] (+ (* 256 sum) byte)) 0 (to-list (slice bytes (* 4 index) (+ 4 (* 4 index))))))

(define (take-picture x y width height)
  "A part of the screen."
  (let file (read-bytes (getenv "ELLE_SCREEN")))
  (let line (field file 12))
  (let start (+ (field file 0) (* 12 (field file 19))))
  (define (row i)
    (let from (+ start (* line (+ y i)) (* 4 x)))
    (slice file from (+ from (* 4 width))))
  {:width width :height height :stride (* 4 width) :pixels (apply concat (map row (range height)))})

; --- Files -----------------------------------------------------------------------------------------------------------

(define (save picture path)
  (let surface (cairo-image-surface-create-for-data (get picture :pixels) CAIRO_FORMAT_RGB24
                 (get picture :width) (get picture :height) (get picture :stride)))
  (let status (cairo-surface-write-to-png surface path))
  (cairo-surface-destroy surface)
  (assert (= status CAIRO_STATUS_SUCCESS)))

(define (load-picture path)
  "The picture in a PNG file."
  (let surface (cairo-image-surface-create-from-png path))
  (assert (= (cairo-surface-status surface) CAIRO_STATUS_SUCCESS) path)
  (let stride (cairo-image-surface-get-stride surface))
  (let height (cairo-image-surface-get-height surface))
  (let picture {:width (cairo-image-surface-get-width surface) :height height :stride stride
                :pixels (memory->bytes (cairo-image-surface-get-data surface) (* stride height))})
  (cairo-surface-destroy surface)
  picture)

; --- What is in them -------------------------------------------------------------------------------------------------

(define (pixel picture x y)
  "The [red green blue] of a pixel."
  (let at (+ (* y (get picture :stride)) (* 4 x)))
  (let pixels (get picture :pixels))
  [(get pixels (+ at 2)) (get pixels (+ at 1)) (get pixels at)])

(define (pixels-where test picture x y width height)
  "How many pixels of a part of the picture the test is true of: it is given red, green and blue."
  (let found 0)
  (for [j (range y (+ y height)) i (range x (+ x width))]
    (when (apply test (pixel picture i j)) (set! found (+ found 1))))
  found)

(define (without picture x y width height)
  "The picture with a part of it painted over in the colour at the part's corner."
  (let pixels (copy (get picture :pixels)))
  (let corner (+ (* y (get picture :stride)) (* 4 x)))
  (for [j (range height) i (range width) byte (range 4)]
    (set! (get pixels (+ corner (* j (get picture :stride)) (* 4 i) byte)) (get pixels (+ corner byte))))
  (assoc picture :pixels pixels))

; Letters are drawn a little differently by each version of a font, and an edge may lie half a pixel further: pictures
; are compared by the mean colours of squares.
(let square 8)

(define (mean picture x y channel)
  (let pixels (get picture :pixels))
  (let sum 0)
  (for [j (range square)]
    (let row (+ channel (* 4 x) (* (+ y j) (get picture :stride))))
    (for [i (range square)] (set! sum (+ sum (get pixels (+ row (* 4 i)))))))
  (/ sum (* square square)))

(define (different-squares a b)
  "How many squares of two pictures differ by more than a shade; nil when the pictures are not of one size."
  (define (differ? x y)
    (any? (fn [channel] (> (abs (- (mean a x y channel) (mean b x y channel))) 20)) [0 1 2]))
  (when (and (= (get a :width) (get b :width)) (= (get a :height) (get b :height)))
    (let different 0)
    (for [y (range 0 (- (get a :height) square -1) square) x (range 0 (- (get a :width) square -1) square)]
      (when (differ? x y) (set! different (+ different 1))))
    different))

(define (shows? picture reference)
  "Whether a picture shows what the reference does: all squares but a few, fewer than a word takes, look the same."
  (let different (different-squares picture reference))
  (and different (<= different 4)))

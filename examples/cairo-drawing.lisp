; A landscape drawn with cairo and written to a PNG file, whose path may be given:
;
;     elle examples/cairo-drawing.lisp [picture.png]

(use-library "cairo")

(let width 480)
(let height 300)

; --- What cairo says when something fails ----------------------------------------------------------------------------

(define (check status)
  "Raises cairo's own words for a status that is no success."
  (unless (= status CAIRO_STATUS_SUCCESS)
    (error (format "cairo: ~a" (cairo-status-to-string status)))))

; --- Brushes ---------------------------------------------------------------------------------------------------------

(define (add-stops pattern stops)
  "Gives a gradient its colours: each stop is [offset red green blue] or [offset red green blue alpha]."
  (for [stop stops]
    (apply cairo-pattern-add-color-stop-rgba pattern (if (= (count stop) 4) (concat stop [1.0]) stop)))
  (check (cairo-pattern-status pattern))
  pattern)

(define (fill-with cr pattern)
  "Fills the path of the context with a pattern, which is released: the context holds it as long as it needs it."
  (cairo-set-source cr pattern)
  (cairo-pattern-destroy pattern)
  (cairo-fill cr))

; --- The landscape ---------------------------------------------------------------------------------------------------

(define (draw-sky cr)
  (cairo-rectangle cr 0 0 width height)
  (fill-with cr (add-stops (cairo-pattern-create-linear 0 0 0 height)
                           [[0.0 0.10 0.12 0.32] [0.45 0.55 0.30 0.48] [0.75 0.98 0.62 0.38] [1.0 1.0 0.85 0.60]])))

(define (draw-stars cr)
  (cairo-set-source-rgba cr 1 1 1 0.8)
  (random-seed! 7)
  (dotimes [_ 60]
    (let x (random width))
    (let y (random 110))
    (cairo-arc cr x y (+ 0.4 (* 0.8 (random))) 0 (* 2 pi))
    (cairo-fill cr)))

(define (draw-sun cr x y radius)
  (cairo-arc cr x y (* 3 radius) 0 (* 2 pi))
  (fill-with cr (add-stops (cairo-pattern-create-radial x y radius x y (* 3 radius))
                           [[0.0 1.0 0.90 0.60 0.55] [1.0 1.0 0.80 0.50 0.0]]))
  (cairo-arc cr x y radius 0 (* 2 pi))
  (cairo-set-source-rgb cr 1.0 0.95 0.75)
  (cairo-fill cr))

(define (draw-hills cr base swell colour)
  "A range of hills: a curve from the left edge to the right one, and all that lies below."
  (let third (/ width 3))
  (cairo-move-to cr 0 base)
  (cairo-curve-to cr (/ third 2) (- base swell) third (- base swell) (* 1.5 third) (- base (/ swell 3)))
  (cairo-curve-to cr (* 2 third) (+ base (/ swell 3)) (* 2.4 third) (- base swell) width (- base (/ swell 2)))
  (cairo-line-to cr width height)
  (cairo-line-to cr 0 height)
  (cairo-close-path cr)
  (apply cairo-set-source-rgb cr colour)
  (cairo-fill cr))

(define (draw-landscape cr)
  (draw-sky cr)
  (draw-stars cr)
  (draw-sun cr 330 180 32)
  (draw-hills cr 215 50 [0.36 0.24 0.42])
  (draw-hills cr 245 34 [0.22 0.17 0.33])
  (draw-hills cr 280 26 [0.10 0.09 0.20]))

; --- The picture -----------------------------------------------------------------------------------------------------

(define (write-picture path)
  (let surface (cairo-image-surface-create CAIRO_FORMAT_ARGB32 width height))
  (let cr (cairo-create surface))
  (try
    (draw-landscape cr)
    (check (cairo-status cr))
    (check (cairo-surface-write-to-png surface path))
    (finally
      (cairo-destroy cr)
      (cairo-surface-destroy surface))))

(let path (get (arguments) 0 "landscape.png"))
(write-picture path)
(printf "~a: ~d × ~d pixels~%" path width height)

(try (write-picture "no/such/folder/picture.png")
     (catch e (print (error-message e))))

; expect: landscape.png: 480 × 300 pixels
; expect: cairo: error while writing to output stream

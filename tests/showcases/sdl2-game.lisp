; Put before the text of examples/sdl2-game.lisp: after each frame, the test looks at the screen. Names of a file come
; before those of headers, so the example calls this `sdl-render-present`.

(import "here/../tests/showcases/screen.lisp")
(load-header-with-lib "/usr/include/SDL2/SDL.h" "libSDL2.so")

(define (red? r g b) (and (> r 200) (< g 50) (< b 50)))
(define (black? r g b) (and (< r 20) (< g 20) (< b 20)))

(define (picture-of-window)
  (let left (out :int))
  (let top (out :int))
  (sdl-get-window-position window left top)
  (screen/take-picture (deref left) (deref top) 800 600))

(define (red-part picture)
  "[left right] of the red pixels in the row through the rectangle; nil when there are none."
  (let row (filter (fn [i] (apply red? (screen/pixel picture i 150))) (range 800)))
  (and (some? row) [(first row) (last row)]))

(define (as-drawn? picture)
  "Whether the red is a rectangle of 100 x 100, and all around it is black."
  (let part (red-part picture))
  (and part
       (= 99 (- (second part) (first part)))
       (= 10000 (screen/pixels-where red? picture (first part) 100 100 100))
       (= (* 800 100) (screen/pixels-where black? picture 0 0 800 100))
       (= (* 800 100) (screen/pixels-where black? picture 0 200 800 100))))

(define (quit)
  (sdl-push-event (make-struct SDL_Event :type SDL_QUIT)))

; What is waited for, in order: each a function of the picture that says whether it is so.
(let start nil)
(let steps
  [(fn [picture]
     (when (as-drawn? picture)
       (screen/save picture "shown.png")
       (print "a red rectangle of 100 x 100 on black")
       (set! start (first (red-part picture)))
       #t))
   (fn [picture]
     (when (> (first (or (red-part picture) [0])) (+ start 50))
       (print "it moved to the right")
       (set! step (- step))
       #t))
   (fn [picture]
     (when (< (first (or (red-part picture) [start])) start)
       (print "it came back")
       (quit)
       #t))])

(let deadline (+ (monotonic-time) 15))
(define (sdl-render-present renderer)
  (c/sdl-render-present renderer)
  (assert (< (monotonic-time) deadline) "the rectangle moves")
  (when (and (not (empty? steps)) ((first steps) (picture-of-window)))
    (set! steps (rest steps))))


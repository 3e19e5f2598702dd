; Put before the text of examples/sdl2-breakout.lisp: plays it, through SDL's events, and looks at each frame before it is
; shown. Names of a file come before those of headers, so the example calls this `sdl-render-present` and `sdl-delay`.

(import "here/../tests/showcases/screen.lisp")
(load-header-with-lib "SDL2/SDL.h" "libSDL2-2.0.so.0")

(let reference (screen/load-picture "here/../docs/pictures/sdl2-breakout.png"))

(define (drawn)
  "What was drawn so far in this frame, as a picture."
  (let pixels (make-bytes (* 4 640 480)))
  (check (sdl-render-read-pixels renderer nil SDL_PIXELFORMAT_RGB888 pixels (* 4 640)))
  {:width 640 :height 480 :stride (* 4 640) :pixels pixels})

(define (push-motion x)
  (let event (make-struct SDL_Event :type SDL_MOUSEMOTION))
  (struct-set! event 'motion 'x x)
  (sdl-push-event event))

(define (push-key key)
  (let event (make-struct SDL_Event :type SDL_KEYDOWN))
  (struct-set! event 'key 'keysym 'sym key)
  (sdl-push-event event))

(define (shows-what-is-left? picture)
  "Whether each brick is there in its colour, the gone ones are not, and so are ball and paddle."
  (screen/save picture "shown.png")
  (define (colour-at x y) (screen/pixel picture (round x) (round y)))
  (define (as-drawn? brick)
    (let colour (colour-at (+ (get brick :x) 30) (+ (get brick :y) 12)))
    (= (contains? bricks brick) (= colour (get colours (get brick :row)))))
  (and (every? as-drawn? (new-wall))
       (= [255 255 255] (colour-at (get ball :x) (get ball :y)))
       (= [236 240 241] (colour-at paddle (+ paddle-y 3)))))

; --- Sound -----------------------------------------------------------------------------------------------------------

(let heard 0)            ; bytes of sound
(define (sdl-mix-audio-format to from format size volume)
  (set! heard (+ heard size))
  (c/sdl-mix-audio-format to from format size volume))

; --- Time ------------------------------------------------------------------------------------------------------------

(let frame-began nil)
(let work [])            ; the seconds of each frame, without what was waited at its end

(define (sdl-delay milliseconds)
  (c/sdl-delay milliseconds)
  (set! frame-began (monotonic-time)))

(define (median numbers) (nth (sort numbers) (quotient (count numbers) 2)))

; --- The play --------------------------------------------------------------------------------------------------------

(let steps
  [(fn []
     (screen/save (drawn) "start.png")
     (print "the picture shows the wall:" (screen/shows? (drawn) reference))
     (print "bricks:" (count bricks) "balls:" balls (sdl-get-window-title window))
     (push-key SDLK_SPACE)
     #t)
   ; Stays below the ball until some bricks are gone.
   (fn []
     (push-motion (round (+ (get ball :x) (* 20 (sin (* 3 (monotonic-time)))))))
     (when (< (count bricks) 57)
       (print "the picture shows what is left:" (shows-what-is-left? (drawn)))
       (print "the score counts:" (> score 0) (starts-with? (sdl-get-window-title window) "Breakout - score "))
       #t))
   ; Goes out of its way.
   (fn []
     (push-motion (if (< (get ball :x) 320) 600 40))
     (when (= balls 2)
       (print "a ball was lost")
       #t))
   (fn []
     (print "sounds were heard:" (> heard 0))
     (print "frames take less than 8 ms:" (< (median work) 0.008))
     (push-key SDLK_ESCAPE)
     #t)])

(let deadline (+ (monotonic-time) 20))
(define (sdl-render-present renderer)
  (assert (< (monotonic-time) deadline) "the play goes on")
  (when frame-began (push! work (- (monotonic-time) frame-began)))
  (when (and (not (empty? steps)) ((first steps)))
    (set! steps (rest steps)))
  (c/sdl-render-present renderer))


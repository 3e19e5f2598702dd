; A window of SDL2 in which a rectangle moves to and fro, until the window is closed.
;
;     elle examples/sdl2-game.lisp

(load-header-with-lib "/usr/include/SDL2/SDL.h"
                       "libSDL2.so")

(define (check result)
  "What a call of SDL returned; an error when it is NULL or negative, which is how SDL says that it failed."
  (if (or (null? result) (and (integer? result) (< result 0)))
      (error (format "SDL: ~a" (sdl-get-error)))
      result))

; Initialize SDL
(check (sdl-init SDL_INIT_VIDEO))

; Create window
(let window (check (sdl-create-window "Elle SDL2 Game"
                                      SDL_WINDOWPOS_CENTERED
                                      SDL_WINDOWPOS_CENTERED
                                      800 600
                                      0)))

; Create renderer
(let renderer (check (sdl-create-renderer window -1 0)))

; Where the rectangle is, and how far it goes in a frame
(let x 100)
(let step 4)

; Game loop
(let running #t)
(while running
  (let event (make-struct SDL_Event))
  (if (nonzero? (sdl-poll-event! event))
    (match (struct-get event 'type)
      (SDL_QUIT (set! running #f))
      (_ nil)))

  ; Clear and draw
  (sdl-set-render-draw-color renderer 0 0 0 255)
  (sdl-render-clear renderer)

  ; Draw rectangle
  (let rect (make-struct SDL_Rect))
  (struct-set! rect 'x x)
  (struct-set! rect 'y 100)
  (struct-set! rect 'w 100)
  (struct-set! rect 'h 100)
  (sdl-set-render-draw-color renderer 255 0 0 255)
  (sdl-render-fill-rect renderer rect)

  (sdl-render-present renderer)

  ; Move, and turn at the edges
  (set! x (+ x step))
  (when (or (<= x 0) (>= x 700)) (set! step (- step)))
  (sdl-delay 16))

; Cleanup
(sdl-destroy-renderer renderer)
(sdl-destroy-window window)
(sdl-quit)

; screen: 1024x768
; env: SDL_VIDEODRIVER=x11
; env: SDL_RENDER_DRIVER=software
; shell: cat here/../tests/showcases/sdl2-game.lisp here/sdl2-game.lisp >game.lisp
; shell: elle game.lisp
; expect: a red rectangle of 100 x 100 on black
; expect: it moved to the right
; expect: it came back

; Breakout with SDL2: sixty frames a second, and sounds that SDL's audio thread fetches from Lisp.
;
;     elle examples/sdl2-breakout.lisp
;
; The mouse or the arrow keys move the paddle, a click or the space bar serves the ball, Escape ends the game. Three
; balls; when all bricks are gone, the next level begins, faster.

(load-header-with-lib "SDL2/SDL.h" "libSDL2-2.0.so.0")

(let width 640)
(let height 480)
(let frame-time (/ 1.0 60))

(define (check result)
  "What a call of SDL returned; an error when it is NULL or negative, which is how SDL says that it failed."
  (if (or (null? result) (and (integer? result) (< result 0)))
      (error (format "SDL: ~a" (sdl-get-error)))
      result))

; --- Sound -----------------------------------------------------------------------------------------------------------

(let sample-rate 44100)

(define (tone frequency seconds)
  "A tone that dies away, as samples of 16 bits."
  (let n (floor (* seconds sample-rate)))
  (make-array :int16
    (for/vector [i (range n)]
      (let fade (- 1 (/ i n)))
      (round (* 9000 fade fade (sin (/ (* 2 pi frequency i) sample-rate)))))))

(let sounds {:paddle (tone 330 0.08) :wall (tone 220 0.05) :brick (tone 660 0.10) :lost (tone 110 0.40)
             :level (tone 880 0.40)})

; The sounds that are to be heard now, each as [samples, how many bytes of them were played].
(let playing [])

(define (play name)
  (push! playing [(get sounds name) 0]))

(define (mix-into stream size sound)
  "Adds the next bytes of a sound to a part of the stream; nil when the sound is over."
  (let samples (get sound 0))
  (let done (get sound 1))
  (let n (min size (- (sizeof samples) done)))
  (sdl-mix-audio-format stream (ptr+ (cast "uint8_t *" samples) done) AUDIO_S16LSB n SDL_MIX_MAXVOLUME)
  (when (< (+ done n) (sizeof samples))
    [samples (+ done n)]))

(define (fetch-sound _ stream size)
  "SDL's audio thread calls this whenever it needs more to play."
  (sdl-memset stream 0 size)
  (set! playing (keep (fn [sound] (mix-into stream size sound)) playing)))

(define (open-sound)
  "The audio device; nil on a machine without one, where the game is silent."
  (let wanted (make-struct SDL_AudioSpec :freq sample-rate :format AUDIO_S16LSB :channels 1 :samples 1024
                                         :callback fetch-sound))
  (let device (if (= 0 (sdl-init-sub-system SDL_INIT_AUDIO)) (sdl-open-audio-device nil 0 wanted nil 0) 0))
  (when (> device 0)
    (sdl-pause-audio-device device 0)
    device))

; --- The game --------------------------------------------------------------------------------------------------------

(let paddle-width 88)
(let paddle-y (- height 36))
(let radius 7)
(let columns 10)
(let rows 6)
(let brick-width 60)
(let brick-height 20)
(let colours [[231 76 60] [230 126 34] [241 196 15] [46 204 113] [52 152 219] [155 89 182]])

(let running #t)
(let level 1)
(let balls 3)
(let score 0)
(let paddle (/ width 2))      ; the middle of the paddle
(let served #f)               ; else the ball lies on the paddle
(let ball {:x 0.0 :y 0.0 :dx 0.0 :dy 0.0})
(let bricks [])

(define (new-wall)
  (for/vector [row (range rows) column (range columns)]
    {:x (+ 20 (* column brick-width)) :y (+ 56 (* row (+ brick-height 4))) :row row}))

(define (start-level)
  (set! bricks (new-wall))
  (set! served #f))

(define (speed)
  "Pixels in a second."
  (+ 280 (* 40 level)))

(define (serve)
  (cond ((= balls 0) (set! level 1) (set! balls 3) (set! score 0) (start-level))
        ((not served)
         (set! served #t)
         (put! ball :dx (* 0.4 (speed)))
         (put! ball :dy (* -0.9 (speed))))))

(define (move-paddle-to x)
  (set! paddle (max (/ paddle-width 2) (min x (- width (/ paddle-width 2))))))

(define (bounce direction towards)
  "Turns the ball's speed in a direction, :dx or :dy, so that it goes up (1) or down (-1) from there on."
  (put! ball direction (* towards (abs (get ball direction)))))

(define (hit-walls)
  (let before [(get ball :dx) (get ball :dy)])
  (when (< (get ball :x) radius) (bounce :dx 1))
  (when (> (get ball :x) (- width radius)) (bounce :dx -1))
  (when (< (get ball :y) (+ radius 36)) (bounce :dy 1))
  (unless (= before [(get ball :dx) (get ball :dy)]) (play :wall)))

(define (hit-paddle)
  "The further from the middle of the paddle, the flatter the ball leaves it."
  (let off (- (get ball :x) paddle))
  (when (and (> (get ball :dy) 0)
             (<= (abs off) (+ (/ paddle-width 2) radius))
             (<= (- paddle-y radius) (get ball :y) (+ paddle-y radius)))
    (let turn (max -0.85 (min 0.85 (/ off (/ paddle-width 1.6)))))
    (put! ball :dx (* (speed) turn))
    (put! ball :dy (* -1 (speed) (sqrt (- 1 (* turn turn)))))
    (play :paddle)))

(define (touches? brick)
  (and (< (- (get brick :x) radius) (get ball :x) (+ (get brick :x) brick-width radius))
       (< (- (get brick :y) radius) (get ball :y) (+ (get brick :y) brick-height radius))))

(define (hit-bricks)
  (let hit (find-index touches? bricks))
  (when hit
    (let brick (remove-at! bricks hit))
    (let middle (+ (get brick :y) (/ brick-height 2)))
    (let beside (or (< (get ball :x) (get brick :x)) (> (get ball :x) (+ (get brick :x) brick-width))))
    (if beside
        (bounce :dx (if (< (get ball :x) (get brick :x)) -1 1))
        (bounce :dy (if (< (get ball :y) middle) -1 1)))
    (set! score (+ score (* 10 (- rows (get brick :row)))))
    (play :brick)))

(define (lose-ball)
  (set! served #f)
  (set! balls (- balls 1))
  (play :lost))

(define (advance seconds)
  "The game, so many seconds later."
  (cond (served
         (put! ball :x (+ (get ball :x) (* seconds (get ball :dx))))
         (put! ball :y (+ (get ball :y) (* seconds (get ball :dy))))
         (hit-walls)
         (hit-paddle)
         (hit-bricks)
         (when (> (get ball :y) (+ height radius)) (lose-ball))
         (when (empty? bricks)
           (set! level (+ level 1))
           (play :level)
           (start-level)))
        (else
         (put! ball :x paddle)
         (put! ball :y (- paddle-y radius 1)))))

; --- Input -----------------------------------------------------------------------------------------------------------

(define (handle event)
  (match (struct-get event 'type)
    (SDL_QUIT (set! running #f))
    (SDL_MOUSEMOTION (move-paddle-to (struct-get event 'motion 'x)))
    (SDL_MOUSEBUTTONDOWN (serve))
    (SDL_KEYDOWN
     (match (struct-get event 'key 'keysym 'sym)
       (SDLK_ESCAPE (set! running #f))
       (SDLK_SPACE (serve))
       (_ nil)))
    (_ nil)))

(define (handle-keys keys)
  "Moves the paddle while an arrow key is held: keys is SDL's array of which are down."
  (let step (* frame-time 560))
  (when (nonzero? (get keys SDL_SCANCODE_LEFT)) (move-paddle-to (- paddle step)))
  (when (nonzero? (get keys SDL_SCANCODE_RIGHT)) (move-paddle-to (+ paddle step))))

; --- Drawing ---------------------------------------------------------------------------------------------------------

(define (fill renderer colour x y w h)
  (sdl-set-render-draw-color renderer (get colour 0) (get colour 1) (get colour 2) 255)
  (sdl-render-fill-rect-f renderer {:x x :y y :w w :h h}))

(define (lighter colour)
  (map (fn [part] (+ part (quotient (- 255 part) 3))) colour))

(define (draw-disc renderer colour x y radius)
  "A disc, from lines."
  (for [i (range (- radius) (+ radius 1))]
    (let half (sqrt (double (- (* radius radius) (* i i)))))
    (fill renderer colour (- x half) (+ y i) (* 2 half) 1)))

(define (draw-brick renderer brick)
  (let colour (get colours (get brick :row)))
  (let [x (+ (get brick :x) 2) y (get brick :y) w (- brick-width 4)]
    (fill renderer colour x y w brick-height)
    (fill renderer (lighter colour) x y w 3)))

(define (draw-paddle renderer)
  (let left (- paddle (/ paddle-width 2)))
  (fill renderer [236 240 241] left paddle-y paddle-width 12)
  (fill renderer [149 165 166] left (+ paddle-y 9) paddle-width 3))

(define (draw renderer)
  (fill renderer [18 22 38] 0 0 width height)
  (fill renderer [30 36 58] 0 0 width 36)
  (dotimes [i balls] (draw-disc renderer [236 240 241] (+ 24 (* 22 i)) 18 6))
  (dotimes [i level] (fill renderer [241 196 15] (- width 24 (* 14 i)) 12 8 12))
  (for [brick bricks] (draw-brick renderer brick))
  (draw-paddle renderer)
  (when (> balls 0) (draw-disc renderer [255 255 255] (get ball :x) (get ball :y) radius)))

(define (title)
  (if (= balls 0)
      (format "Breakout - the end. Score ~d. Click to play again." score)
      (format "Breakout - score ~d, level ~d, ~d ball~a" score level balls (if (= balls 1) "" "s"))))

; --- The loop --------------------------------------------------------------------------------------------------------

(define (handle-events event)
  (while (nonzero? (sdl-poll-event event))
    (handle event)))

(define (wait-until time)
  "Leaves the processor to others until a moment of monotonic-time; SDL counts in milliseconds."
  (let left (- time (monotonic-time)))
  (when (> left 0) (sdl-delay (round (* 1000 left)))))

(define (run window renderer)
  (let event (make-struct SDL_Event))
  (let key-count (out :int))
  (let keys (let [p (sdl-get-keyboard-state key-count)] (view p (deref key-count))))
  (start-level)
  (loop frame [next-frame (+ (monotonic-time) frame-time) shown nil]
    (handle-events event)
    (handle-keys keys)
    (advance frame-time)
    (draw renderer)
    (sdl-render-present renderer)
    (unless (= shown (title)) (sdl-set-window-title window (title)))
    (wait-until next-frame)
    (when running
      ; A frame that came late is not made up for.
      (frame (max (+ next-frame frame-time) (monotonic-time)) (title)))))

(check (sdl-init SDL_INIT_VIDEO))
(let window (check (sdl-create-window "Breakout" SDL_WINDOWPOS_CENTERED SDL_WINDOWPOS_CENTERED width height 0)))
(let renderer (check (sdl-create-renderer window -1 0)))
(let device (open-sound))
(sdl-show-cursor SDL_DISABLE)
(run window renderer)

(when device (sdl-close-audio-device device))
(sdl-destroy-renderer renderer)
(sdl-destroy-window window)
(sdl-quit)

; env: SDL_VIDEODRIVER=dummy
; env: SDL_AUDIODRIVER=dummy
; env: SDL_RENDER_DRIVER=software
; shell: cat here/../tests/showcases/sdl2-breakout.lisp here/sdl2-breakout.lisp >game.lisp
; shell: elle game.lisp
; expect: the picture shows the wall: #t
; expect: bricks: 60 balls: 3 Breakout
; expect: the picture shows what is left: #t
; expect: the score counts: #t #t
; expect: a ball was lost
; expect: sounds were heard: #t
; expect: frames take less than 8 ms: #t

; libpng reads a PNG file - the one that cairo-drawing.lisp draws - and shows it in the terminal, in shades of grey:
;
;     elle examples/cairo-drawing.lisp landscape.png
;     elle examples/png-reader.lisp landscape.png

(use-library "libpng")

(define (check image ok)
  "Raises what libpng left in the image's message when a call did not return true."
  (unless (nonzero? ok)
    (error (format "libpng: ~a" (c-string (.message image))))))

(define (read-picture path)
  "The picture in a PNG file as a map of its :width, its :height and its :pixels, four bytes each: RGBA."
  (let image (make-struct png_image :version PNG_IMAGE_VERSION))
  (check image (png-image-begin-read-from-file image path))
  ; Any PNG - with a palette, in 16 bits, interlaced - can be asked for in the one format that the script wants.
  (set! (.format image) PNG_FORMAT_RGBA)
  (let pixels (make-bytes (* 4 (.width image) (.height image))))
  (check image (png-image-finish-read image nil pixels 0 nil))
  {:width (.width image) :height (.height image) :pixels pixels})

(define (pixel picture x y)
  "The [red green blue alpha] of a pixel."
  (let start (* 4 (+ x (* y (get picture :width)))))
  (vec (slice (get picture :pixels) start (+ start 4))))

(define (brightness red green blue _)
  "From 0 to 1, weighed as the eye does."
  (/ (+ (* 0.30 red) (* 0.59 green) (* 0.11 blue)) 255))

(define (show picture columns rows)
  (let shades " .:-=+*#%@")
  (dotimes [row rows]
    (let y (floor (/ (* (+ row 0.5) (get picture :height)) rows)))
    (print (list->string
            (for/list [column (range columns)
                       :let [x (floor (/ (* (+ column 0.5) (get picture :width)) columns))]]
              (get shades (floor (* 9.99 (apply brightness (pixel picture x y))))))))))

(define (main path)
  (let picture (read-picture path))
  (let [width (get picture :width) height (get picture :height)]
    (printf "~a: ~d × ~d pixels~%" path width height)
    (print "top left, red green blue alpha:" (pixel picture 0 0))
    (print "bottom right:" (pixel picture (- width 1) (- height 1))))
  (show picture 60 16))

(match (arguments)
  ((list path) (main path))
  (_ (error "Which picture?" nil :next-step "elle examples/png-reader.lisp picture.png")))

; shell: elle here/cairo-drawing.lisp landscape.png >drawn.txt
; shell: elle here/png-reader.lisp landscape.png
; shell: ! elle here/png-reader.lisp drawn.txt
; shell: ! elle here/png-reader.lisp
; expect: landscape.png: 480 × 300 pixels
; expect: top left, red green blue alpha: [26 31 82 255]
; expect: bottom right: [25 23 51 255]
; expect: .............*..............................................
; expect: ............................................................
; expect: ::::::::::::::::::::::::::::::::-:::::::::::::::::::::::::::
; expect: ::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::
; expect: :::::::::::::::::::::::::::::::::::::::::-::::::::::::::::::
; expect: --------------------------------------======----------------
; expect: ---------------------------------=====+++++++====-----------
; expect: ==================================++++*******++++===========
; expect: ==============================++++****@@@@@@#***++++========
; expect: +++++++++++=:::::::::=++++++++++****#@@@@@@@@##***++++++++++
; expect: ****:::::::::::::::::::::::::+*****###@@@@@@#:::::::::::::::
; expect: ::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::
; expect: ::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::
; expect: ::::::::::::::::::::::::::::::::::::::::::::::::::::::::::::
; expect: :::...........................:::::::::::::.................
; expect: ............................................................
; expect stderr: error: libpng: Not a PNG file
; expect stderr: error: Which picture?

; A picture of a layout is a well-formed SVG file, in which each field is there with its name and, as a tooltip, its place.
; shell: elle here/layout-svg.lisp
; shell: python3 -c "import xml.etree.ElementTree as t; r = t.parse('a.svg').getroot(); print(r.tag, len([e for e in r.iter() if e.tag.endswith('title')])); print(*[e.text for e in r.iter() if e.tag.endswith('text') and e.get('class') == 'name'])"
(define-c-struct Point (x :int) (next (:pointer Point)) (flag :uint :bits 4) (more :uint :bits 4) (text (:array :char 20)))
(layout Point :svg "a.svg")
(print (if (contains? (read-file "a.svg") "<title>next: struct Point *, byte 8, 8 bytes</title>") "next" "missing"))
; expect: next
; expect: {http://www.w3.org/2000/svg}svg 9
; expect: x next flag more text

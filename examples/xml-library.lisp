; libxml2: parses a document, walks its tree, asks it questions in XPath, changes it and writes it out again.

(use-library "libxml-2.0" :header ["libxml/parser.h" "libxml/tree.h" "libxml/xpath.h" "libxml/xmlerror.h"])

(let document "
<library>
  <book year='1815' lent='yes'><title>Emma</title><author>Jane Austen</author></book>
  <book year='1851'><title>Moby-Dick</title><author>Herman Melville</author></book>
  <book year='1847' lent='yes'><title>Jane Eyre</title><author>Charlotte Brontë</author></book>
</library>")

(define (fail)
  "Raises libxml2's description of what went wrong last."
  (let problem (xml-get-last-error))
  (error (format "libxml2, line ~d: ~a" (.line problem) (trim (c-string (.message problem))))))

(define (parse text)
  "The xmlDoc of a text."
  (let bytes (string->bytes (trim text)))
  (or (xml-read-memory bytes (count bytes) "library.xml" nil (bit-or XML_PARSE_NOBLANKS XML_PARSE_NOERROR))
      (fail)))

; --- Text that libxml2 hands out -------------------------------------------------------------------------------------

; xmlFree is no function but a variable that holds one.
(let free-text (c-function xmlFree))

(define (taken text)
  "The string in memory that the caller has to free, as a Lisp string."
  (when text
    (try (c-string text) (finally (free-text text)))))

(define (attribute node name) (taken (xml-get-prop node name)))
(define (content node) (taken (xml-node-get-content node)))

; --- The tree --------------------------------------------------------------------------------------------------------

(define (children node)
  "The elements inside a node. A struct's fields are read where they lie; a NULL at the end of the list is nil."
  (loop next [child (.children node) found []]
    (cond ((null? child) found)
          ((= (.type child) XML_ELEMENT_NODE) (next (.next child) (push! found child)))
          (else (next (.next child) found)))))

(define (print-tree node depth)
  (let inner (children node))
  (print (str (string-repeat "  " depth) (c-string (.name node)) (if (empty? inner) (str ": " (content node)) "")))
  (for [child inner] (print-tree child (+ depth 1))))

; --- XPath -----------------------------------------------------------------------------------------------------------

(define (select doc path)
  "The content of the nodes that a path selects, in the order of the document."
  (let context (xml-xpath-new-context doc))
  (let result (or (xml-xpath-eval-expression path context) (fail)))
  (let nodes (.nodesetval result))
  (let found (map content (to-list (view (.nodeTab nodes) (.nodeNr nodes)))))
  (xml-xpath-free-object result)
  (xml-xpath-free-context context)
  found)

; --- All of it -------------------------------------------------------------------------------------------------------

(let doc (parse document))
(let root (xml-doc-get-root-element doc))
(try
  (print-tree root 0)
  (print "years:" (map (fn [book] (attribute book "year")) (children root)))
  (print "lent:" (select doc "//book[@lent]/title"))
  (print "before 1850:" (select doc "//book[@year < 1850]/author"))

  (let book (xml-new-child root nil "book" nil))
  (xml-new-prop book "year" "1865")
  (xml-new-text-child book nil "title" "Alice & the Looking-Glass")
  (for [lent (children root) :when (attribute lent "lent")]
    (xml-unset-prop lent "lent"))

  (let text (out "xmlChar *"))
  (let size (out :int))
  (xml-doc-dump-format-memory-enc doc text size "UTF-8" 1)
  (display (taken (deref text)))
  (finally (xml-free-doc doc)))

(try (parse "<library>\n<book></library>")
     (catch e (print (error-message e))))

; expect: library
; expect:   book
; expect:     title: Emma
; expect:     author: Jane Austen
; expect:   book
; expect:     title: Moby-Dick
; expect:     author: Herman Melville
; expect:   book
; expect:     title: Jane Eyre
; expect:     author: Charlotte Brontë
; expect: years: [1815 1851 1847]
; expect: lent: (Emma Jane Eyre)
; expect: before 1850: (Jane Austen Charlotte Brontë)
; expect: <?xml version="1.0" encoding="UTF-8"?>
; expect: <library>
; expect:   <book year="1815">
; expect:     <title>Emma</title>
; expect:     <author>Jane Austen</author>
; expect:   </book>
; expect:   <book year="1851">
; expect:     <title>Moby-Dick</title>
; expect:     <author>Herman Melville</author>
; expect:   </book>
; expect:   <book year="1847">
; expect:     <title>Jane Eyre</title>
; expect:     <author>Charlotte Brontë</author>
; expect:   </book>
; expect:   <book year="1865">
; expect:     <title>Alice &amp; the Looking-Glass</title>
; expect:   </book>
; expect: </library>
; expect: libxml2, line 2: Premature end of data in tag library line 1

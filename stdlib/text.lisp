; Strings and patterns through functions.

(define (regex-replace pattern string replacement)
  "The string with every match replaced: by a text in which $1 and ${name} stand for groups, $0 for the match and $$ for
a dollar sign, or by what a function returns for the match (see regex-match)."
  (if (function? replacement)
      (regex-replace-by pattern string replacement)
      (regex-replace-text pattern string replacement)))

(define (regex-replace-by pattern string f)
  "The string with every match replaced by what f returns for it."
  (let [parts (vector)]
    (loop next [matches (regex-match-all pattern string) done 0]
      (if (empty? matches)
          (push! parts (substring string done))
          (let [match (first matches)]
            (push! parts (substring string done (get match :begin)) (f match))
            (next (rest matches) (get match :end)))))
    (join parts)))

(define (string-map f string)
  "The string with each character replaced by what f returns for it, a character or a string."
  (join (map f string)))

(private regex-replace-by)

; Short texts about the language, by topic. The texts themselves are made from docs/help.

(define (help &optional topic)
  "Prints a short text about a topic, or which topics there are: (help 'keys)."
  (print (trim-end (help-text (if topic (string-of topic) "")))))

(define (string-of topic)
  "A topic as it is named: 'keys and :keys are \"keys\"."
  (if (keyword? topic) (substring (str topic) 1) (str topic)))

(define (help-text topic)
  "The text that (help) prints about a topic; of no topic, \"\", which topics there are."
  (let found (find (fn [entry] (= (first entry) topic)) (help-topics)))
  (cond ((= topic "") (topic-list))
        (found (plain-text (second found)))
        (else (error (unknown-topic topic) :next-step "(help) lists the topics."))))

(define (topic-list)
  "A line for each topic."
  (str "(help 'topic) prints a text about a topic; on the command line, elle help TOPIC.\n\n"
       (join (map (fn [entry]
                    (str "  " (pad-right (first entry) 13)
                         (second (split (first (lines (second entry))) ": "))))
                  (help-topics))
             "\n")
       "\n\n(doc name) explains a name, (tour) shows you around.\n"))

(define (plain-text markdown)
  "A document as it is read in a terminal: without its marks for code."
  (let rest (remove (fn [line] (starts-with? line "```")) (lines markdown)))
  (str (substring (join rest "\n") 2) "\n"))

(define (unknown-topic topic)
  "The message for a topic that there is not."
  (let near (nearest-texts topic (map first (help-topics))))
  (str "There is no help on `" topic "`." (if (empty? near) "" (str " Near: " (join near ", ") "."))))

(private string-of topic-list plain-text unknown-topic)

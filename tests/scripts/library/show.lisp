; `show` prints a value as the prompt shows it: for people, 80 columns wide where there is no screen.
(show 1)
; expect: 1
(show "text")
; expect: "text"
(show nil)
; expect: nil
(show '(1 (2 3) [4 {:a 5}]))
; expect: (1 (2 3) [4 {:a 5}])

; What does not fit its line is broken at its items: a map at its entries, atoms where the line ends.
(show {:name "a rather long name" :values (vec (range 0 10)) :inner {:text (string-repeat "x" 60) :more 1} :last nil})
; expect: {:name "a rather long name"
; expect:  :values [0 1 2 3 4 5 6 7 8 9]
; expect:  :inner {:text "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
; expect:          :more 1}
; expect:  :last nil}
(show (list (vec (range 0 5)) (vec (range 100 125)) (vec (range 5 8))))
; expect: ([0 1 2 3 4]
; expect:  [100 101 102 103 104 105 106 107 108 109 110 111 112 113 114 115 116 117 118
; expect:   119 …]
; expect:  [5 6 7])
; expect: … shortened; `:all #t` shows all

; Long data is cut, and `:all` is all of it.
(show (range 0 10000))
; expect: (0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29
; expect:  30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 …)
; expect: … 9,950 more of 10,000; `:all #t` shows all
(show (range 0 60) :all #t)
; expect: (0 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29
; expect:  30 31 32 33 34 35 36 37 38 39 40 41 42 43 44 45 46 47 48 49 50 51 52 53 54 55
; expect:  56 57 58 59)
(show (string-repeat "ab" 1000))
; expect match: "(ab){399}…
; expect: … 2,000 characters; `:all #t` shows all
(show (make-bytes 5000))
; expect match: #u8\(0 [0 ]+…
; expect: … 5,000 bytes; `:all #t` shows all

; What contains itself ends there.
(define v [1 2])
(push! v v)
(show v)
; expect: [1 2 …]

; Maps that are alike are a table.
(show [{:name "ada" :born 1815} {:name "grace" :born 1906}])
; expect: :name    :born
; expect: "ada"    1815
; expect: "grace"  1906
; expect: 2 rows
(show (map (fn [i] {"n" i}) (range 0 52)))
; expect: "n"
; expect: 0
; expect: 1
; expect: 2
; expect: 3
; expect: 4
; expect: 5
; expect: 6
; expect: 7
; expect: 8
; expect: 9
; expect: 10
; expect: 11
; expect: 12
; expect: 13
; expect: 14
; expect: 15
; expect: 16
; expect: 17
; expect: 18
; expect: 19
; expect: 20
; expect: 21
; expect: 22
; expect: 23
; expect: 24
; expect: 25
; expect: 26
; expect: 27
; expect: 28
; expect: 29
; expect: 30
; expect: 31
; expect: 32
; expect: 33
; expect: 34
; expect: 35
; expect: 36
; expect: 37
; expect: 38
; expect: 39
; expect: 40
; expect: 41
; expect: 42
; expect: 43
; expect: 44
; expect: 45
; expect: 46
; expect: 47
; expect: 48
; expect: 49
; expect: … 2 more rows of 52; `:all #t` shows all
; Where one has something nested, they are not.
(show [{:a 1} {:a [2]}])
; expect: [{:a 1} {:a [2]}]

; Functions show how they are called, errors what they say.
(define (area width height) (* width height))
(show area)
; expect: function (area width height), defined at here/show.lisp:111:1
(show get)
; expect: function (get coll key [default])
(try (error "Out of luck." 7) (catch e (show e)))
; expect: error :user: Out of luck.
; expect:   data: 7
; expect match:   at here/show.lisp:.*
(show 1 :most #t)
; expect error: Argument 2 of `show` is :most, but one of the options :all is expected.

; C memory prints its type and what is in it, as far as that is safe to read.
(load-header-with-lib ["stdlib.h" "time.h" "sys/utsname.h" "netinet/in.h"] nil)

(print (div 17 5) (make-array :int [1 2 3]) (out :double 1.5))
; expect: #<div_t {:quot 3 :rem 2}> #<int[3] [1 2 3]> #<double 1.5>
(print (make-array :int 100))
; expect: #<int[100] [0 0 0 0 0 0 0 0 0 0 0 0 …]>
(print (make-array timespec [[1 2] {:tv_sec 3}]))
; expect: #<struct timespec[2] [{:tv_sec 1 :tv_nsec 2} {:tv_sec 3 :tv_nsec 0}]>

; Characters are text; of a pointer only the address is shown.
(define name (make-array :char 8))
(set! (get name 0) #\o)
(set! (get name 1) #\k)
(print name)
; expect: #<char[8] "ok">
(print (out "const char *"))
; expect: #<const char * nil>
(print (make-struct tm :tm_year 70))
; expect: #<struct tm {:tm_sec 0 :tm_min 0 :tm_hour 0 :tm_mday 0 :tm_mon 0 :tm_year 70 :tm_wday 0 :tm_yday 0 :tm_isdst 0 :tm_gmtoff 0 :tm_zone nil}>

; Nobody knows which member of a union counts, nor whether memory of C is still there.
(print (make-struct in6_addr))
; expect: #<struct in6_addr {:__in6_u …}>
(print (view (cast "int *" 4096) 2))
; expect: #<int[2] at 0x1000>

/* Macros of every kind. */
#ifndef MACROS_H
#define MACROS_H
#include <stddef.h>

typedef struct Node { int value; unsigned flags : 3; struct Node *next; char name[8]; } Node;
typedef void (*Callback)(void);
typedef int (*Visit)(int, void *);

int macro_twice(int x);
int macro_visit(Visit visit, void *data, int flags);
double macro_half(double x);
const char *macro_text(void);
extern int macro_counter;
int *macro_errno(void);

/* Folded. */
#define M_BUTTON(x) (1 << ((x) - 1))
#define M_CENTERED(x) (0x2FFF0000u | (x))
#define M_MAX(a, b) ((a) > (b) ? (a) : (b))
#define M_QUOTE(x) #x
#define M_PASTE(a, b) a##b
#define M_LAST(...) M_LAST_OF(__VA_ARGS__, 3, 2, 1)
#define M_LAST_OF(a, b, c, ...) c
#define M_POINTER(i) ((void *)(long)(i))
#define M_NUMBER(p) ((int)(long)(p))

/* Rewritten to calls. */
#define m_twice(x) macro_twice(x)
#define m_four_times(x) macro_twice(macro_twice((x)))
#define m_visit(f, d) macro_visit((Visit)(f), (d), 0)
#define M_TYPE (macro_twice(21))
#define M_TEXT (macro_text())
#define M_NODE(p) ((Node *)(void *)(p))
#define macro_errno_value (*macro_errno())
#define M_COUNTER macro_counter
#define M_COUNTER_PLACE (&macro_counter)
#define m_alias m_twice

/* Only for the compiler. */
#define M_IS_SET(n) (((n)->flags & 4u) != 0)
#define M_SUM(a, b) (macro_half(a) + macro_half(b))
#define M_SET(n, v) do { (n)->value = (v); (n)->flags = 4; } while (0)
#define M_NEXT(n) ((n)->next)
#define M_COPY(n) (*(n))
#define M_OFFSET(type, member) ((long)&((type *)0)->member)
#define M_CLAMPED(x) (__extension__({ double v_ = (x); v_ < 0 ? 0 : v_; }))
#define M_FIRST(text) ("<" text ">")
#define M_IS_NODE(n) _Generic((n), Node *: 1, default: 0)
#define M_VALUE_OF(n) ((n).value)
#define M_RANDOM (macro_counter + 1)
#define M_CLEAR(x) __builtin_memset(&(x), 0, sizeof(x))
#define M_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#define M_INCREMENT(x) ((*&(x))++)
#define M_BROKEN(x) (x + nothing_like_this)

#endif

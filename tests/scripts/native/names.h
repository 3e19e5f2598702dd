// Names of every kind that a header has, and some that it takes from Lisp.
#define NAME_LIMIT 12
#define NAME_RATIO 0.25
#define NAME_TEXT \
  "te"            \
  "xt"
#define NAME_FLAG (1u << 31)
#define NAME_WIDEST 0xffffffffffffffff
#define NAME_EMPTY
#define NAME_LIST 1, 2
#define NAME_MAX(a, b) ((a) > (b) ? (a) : (b))

enum { NAME_FIRST = 3, NAME_SECOND };
struct NAME_Hidden;
typedef struct NAME_Thing {
  int size;
} NAME_Thing;

extern int name_counter;
int NAME_CreateThing(int size);
int name_lower_case(void);
int print(int x);
int count(int x);
int name_missing(int x);
extern int name_missing_variable;
static inline int name_twice(int x) { return 2 * x; }

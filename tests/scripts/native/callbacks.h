// Functions that call back.
#include <stddef.h>

struct pair {
  int a;
  double b;
};
struct triple {
  long values[3];
};

typedef int (*combine_fn)(int a, int b);
typedef void (*visit_fn)(const char* text, void* data);
typedef struct pair (*change_fn)(struct pair p, float factor);
typedef struct triple (*rotate_fn)(struct triple t);
typedef double (*many_fn)(char a, short b, int c, long d, float e, double f, unsigned char g, long h, float i);

int apply_combine(combine_fn f, int a, int b);
int apply_twice(combine_fn f, int a, int b);
void visit_texts(visit_fn visit, void* data);
struct pair apply_change(change_fn change, struct pair p);
struct triple apply_rotate(rotate_fn rotate, struct triple t);
double apply_many(many_fn f);
const char* apply_text(const char* (*f)(void));
void keep_function(combine_fn f);
int call_kept(int a, int b);
int call_often(combine_fn f, int times);
int descend(int (*f)(int), int depth);

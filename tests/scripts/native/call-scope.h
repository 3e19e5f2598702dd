/* Calls that end in every way: `thrower` throws a C++ exception. */
int call_and_throw(int (*f)(int), const char *message, void (*thrower)(const char *));
int call_twice(int (*f)(int));
int add_up(const int *items, int count);
int double_and_throw(int *items, int count, void (*thrower)(const char *));
int crash_after(int (*f)(int), const int *there);

// Ways to crash.
int read_at(const int* p);
void write_at(int* p, int value);
int divide(int a, int b);
void give_up(const char* why);
int overflow(int depth);
int bus_error(void);
int crash_in(int (*f)(int), int x);
int with_struct_and_text(double d, const char* text, void* p, int n);

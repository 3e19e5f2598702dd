// Global variables of every kind: written, const, thread-local, renamed, weak and missing.
#pragma once

struct place {
  int x;
  double y;
  struct {
    char text[8];
    int digits[3];
  } tag;
};
enum level { LOW = -3, HIGH = 4000000000 };

extern int counter;
extern unsigned char small;
extern enum level level;
extern double matrix[2][3];
extern int table[];
extern char label[16];
extern const char* title;
extern struct place origin;
extern struct place* current;
extern int (*hook)(int, int);
extern volatile int flag;
extern __int128 huge;
extern double _Complex impedance;
extern long double precise;

extern const int limit;
extern const struct place fixed;
extern const struct place fixed_row[2];
extern const int primes[3];
extern struct place* const home;

extern _Thread_local int of_thread;
extern int renamed __asm__("name_in_the_library");
int renamed_function(int x) __asm__("function_in_the_library");
extern int weak_and_missing __attribute__((weak));
extern int weak_and_there __attribute__((weak));
int weak_function(int x) __attribute__((weak));
extern int missing;
int missing_function(void);

int read_counter(void);
double read_matrix(int row, int column);
int run_hook(int a, int b);
const char* read_label(void);
int read_of_thread(void);
int of_another_thread(void);

#include "macros.h"

int macro_counter = 10;
int macro_twice(int x) { return 2 * x; }
int macro_visit(Visit visit, void *data, int flags) { return visit(20, data) + flags; }
double macro_half(double x) { return x / 2; }
const char *macro_text(void) { return "said"; }
int *macro_errno(void) { return &macro_counter; }

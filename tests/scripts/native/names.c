#include "names.h"

int name_counter = 7;
int NAME_CreateThing(int size) { return size + name_counter; }
int name_lower_case(void) { return 1; }
int print(int x) { return x + 1000; }
int count(int x) { return x + 2000; }

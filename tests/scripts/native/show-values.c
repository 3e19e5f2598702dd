#include "show-values.h"

enum mood last_mood = CALM;

enum mood mood_of(struct person *person) { return person->mood; }
enum access all_access(void) { return READ | WRITE; }
enum access odd_access(void) { return WRITE | 0x40; }
int add(int a, int b) { return a + b; }

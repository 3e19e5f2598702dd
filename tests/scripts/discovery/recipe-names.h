typedef struct Loop Loop;
Loop *loop_new(void (*)(void *), int);

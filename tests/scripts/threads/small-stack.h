// A thread with little stack, which calls back once.
typedef long (*visit_fn)(long number);

long call_on_small_stack(visit_fn f, long stack_bytes);

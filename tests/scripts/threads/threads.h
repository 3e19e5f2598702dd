// Threads that call back.
struct point {
  long x;
  double y;
};
struct large {
  long values[5];
};

typedef long (*count_fn)(long thread, long turn);
typedef struct point (*move_fn)(struct point p, long thread);
typedef struct large (*turn_fn)(struct large l);

// Starts the threads, each of which calls `f` so many times; returns the sum of what the calls gave once all are over.
long call_from_threads(count_fn f, long threads, long turns);
// The same, without waiting: join_threads() does, and returns the sum.
void start_threads(count_fn f, long threads, long turns);
long join_threads(void);
// One thread after the other, each of which calls once.
long call_from_many_threads(count_fn f, long threads);

// On a thread of its own.
struct point move_on_thread(move_fn f, struct point p);
struct large turn_on_thread(turn_fn f, struct large l);
// Calls `f` and gives back what errno is after it, having set it before.
int errno_around(count_fn f, int number);
long call_here(count_fn f, long a, long b);

// A gate: wait_at_gate() returns when open_gate() was called.
void close_gate(void);
void open_gate(void);
void wait_at_gate(void);

int read_nowhere(const int* p);
void end_this_thread(void);

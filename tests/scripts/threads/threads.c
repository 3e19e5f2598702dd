#include "threads.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>

struct work {
  pthread_t thread;
  count_fn f;
  long number, turns, sum;
};

static struct work* started;
static long started_count;

static void* run_work(void* context) {
  struct work* work = context;
  for (long turn = 0; turn < work->turns; turn++) work->sum += work->f(work->number, turn);
  return NULL;
}

void start_threads(count_fn f, long threads, long turns) {
  started = calloc((size_t)threads, sizeof *started);
  started_count = threads;
  for (long i = 0; i < threads; i++) {
    started[i] = (struct work){.f = f, .number = i, .turns = turns};
    if (pthread_create(&started[i].thread, NULL, run_work, &started[i]) != 0) abort();
  }
}

long join_threads(void) {
  long sum = 0;
  for (long i = 0; i < started_count; i++) {
    pthread_join(started[i].thread, NULL);
    sum += started[i].sum;
  }
  free(started);
  started = NULL;
  return sum;
}

long call_from_threads(count_fn f, long threads, long turns) {
  start_threads(f, threads, turns);
  return join_threads();
}

long call_from_many_threads(count_fn f, long threads) {
  long sum = 0;
  for (long i = 0; i < threads; i++) {
    struct work work = {.f = f, .number = i, .turns = 1};
    if (pthread_create(&work.thread, NULL, run_work, &work) != 0) abort();
    pthread_join(work.thread, NULL);
    sum += work.sum;
  }
  return sum;
}

struct moving {
  move_fn f;
  struct point p;
};

static void* run_move(void* context) {
  struct moving* moving = context;
  moving->p = moving->f(moving->p, 7);
  return NULL;
}

struct point move_on_thread(move_fn f, struct point p) {
  struct moving moving = {f, p};
  pthread_t thread;
  if (pthread_create(&thread, NULL, run_move, &moving) != 0) abort();
  pthread_join(thread, NULL);
  return moving.p;
}

struct turning {
  turn_fn f;
  struct large l;
};

static void* run_turn(void* context) {
  struct turning* turning = context;
  turning->l = turning->f(turning->l);
  return NULL;
}

struct large turn_on_thread(turn_fn f, struct large l) {
  struct turning turning = {f, l};
  pthread_t thread;
  if (pthread_create(&thread, NULL, run_turn, &turning) != 0) abort();
  pthread_join(thread, NULL);
  return turning.l;
}

int errno_around(count_fn f, int number) {
  errno = number;
  f(0, 0);
  return errno;
}

long call_here(count_fn f, long a, long b) { return f(a, b); }

static pthread_mutex_t gate_mutex = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t gate_moved = PTHREAD_COND_INITIALIZER;
static int gate_is_open;

static void move_gate(int open) {
  pthread_mutex_lock(&gate_mutex);
  gate_is_open = open;
  pthread_cond_broadcast(&gate_moved);
  pthread_mutex_unlock(&gate_mutex);
}

void close_gate(void) { move_gate(0); }
void open_gate(void) { move_gate(1); }

void wait_at_gate(void) {
  pthread_mutex_lock(&gate_mutex);
  while (!gate_is_open) pthread_cond_wait(&gate_moved, &gate_mutex);
  pthread_mutex_unlock(&gate_mutex);
}

int read_nowhere(const int* p) { return *p; }

void end_this_thread(void) { pthread_exit(NULL); }

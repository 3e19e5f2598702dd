#include "small-stack.h"

#include <pthread.h>
#include <stdlib.h>

struct visit {
  visit_fn f;
  long result;
};

static void* run_visit(void* context) {
  struct visit* visit = context;
  visit->result = visit->f(7);
  return NULL;
}

long call_on_small_stack(visit_fn f, long stack_bytes) {
  struct visit visit = {f, 0};
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  if (pthread_attr_setstacksize(&attributes, (size_t)stack_bytes) != 0) abort();
  if (pthread_create(&thread, &attributes, run_visit, &visit) != 0) abort();
  pthread_join(thread, NULL);
  pthread_attr_destroy(&attributes);
  return visit.result;
}

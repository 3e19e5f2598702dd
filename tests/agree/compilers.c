// Do the C compilers agree with each other, and with themselves? compilers ONE.so OTHER.so TAPE, with lines
// `NUMBER BEGIN` on standard input: each program's `gN` calls each one's `fN`. Prints the numbers of the signatures at
// which a value did not arrive. A case runs in a process of its own, because a misread pointer may end it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

struct program {
  void* library;
  int (*load)(const char* path);
  void (*begin)(size_t offset);
  int (*mismatch)(void);
};

// Each time another copy of the program, with a place on the tape of its own.
static struct program open_program(const char* path, const char* tape) {
  struct program opened = {.library = dlmopen(LM_ID_NEWLM, path, RTLD_NOW | RTLD_LOCAL)};
  if (!opened.library) exit(2);
  *(void**)&opened.load = dlsym(opened.library, "agree_load");
  *(void**)&opened.begin = dlsym(opened.library, "agree_begin");
  *(void**)&opened.mismatch = dlsym(opened.library, "agree_mismatch");
  if (!opened.load(tape)) exit(2);
  return opened;
}

static void* function(const struct program* program, char letter, int number) {
  char name[32];
  snprintf(name, sizeof name, "%c%d", letter, number);
  return dlsym(program->library, name);
}

static int arrives(const struct program* caller, const struct program* callee, int number, size_t begin) {
  const pid_t child = fork();
  if (child == 0) {
    caller->begin(begin);
    callee->begin(begin);
    void (*call)(void*);
    *(void**)&call = function(caller, 'g', number);
    call(function(callee, 'f', number));
    _exit(caller->mismatch() != -2 || callee->mismatch() != -2);
  }
  int status;
  waitpid(child, &status, 0);
  return status == 0;
}

int main(int count, char** words) {
  if (count != 4) return 2;
  const struct program callers[] = {open_program(words[1], words[3]), open_program(words[2], words[3])};
  const struct program callees[] = {open_program(words[1], words[3]), open_program(words[2], words[3])};
  int number;
  size_t begin;
  while (scanf("%d %zu", &number, &begin) == 2) {
    int agree = 1;
    for (int i = 0; i < 4; i++) agree = agree && arrives(&callers[i / 2], &callees[i % 2], number, begin);
    if (!agree) printf("%d\n", number);
  }
}

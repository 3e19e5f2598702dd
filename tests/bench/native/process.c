// process [LIBRARY FUNCTION]: what any runtime has to do at least: start, open a library, call `int FUNCTION(void)`.
#include <dlfcn.h>

int main(int argc, char** argv) {
  if (argc < 3) return 0;
  void* library = dlopen(argv[1], RTLD_LAZY);
  if (!library) return 1;
  int (*function)(void) = (int (*)(void))dlsym(library, argv[2]);
  return !(function && function() > 0);
}

/* C that reads what it was given after it has called back. */
struct holder {
  const char *name;
  int size;
};

/* Calls `between`, then returns the first letter of each name, eight bits each, the last lowest. */
long read_struct(const struct holder *one, void (*between)(void));
long read_copy(struct holder one, void (*between)(void));
long read_structs(const struct holder *all, int count, void (*between)(void));
long read_texts(const char *const *all, int count, void (*between)(void));
long read_blocks(const unsigned char *const *all, int count, void (*between)(void));
long read_kept(struct holder *one, void (*between)(void));
long read_variadic(void (*between)(void), int count, ...);

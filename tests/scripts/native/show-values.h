enum mood { CALM, MERRY = 5, GRIM = -1 };
enum access { READ = 1, WRITE = 2, EXECUTE = 4, READ_WRITE = 3 };
enum { LIMIT = 99 };

struct place {
  double x, y;
};

struct person {
  int age;
  char name[12];
  char initial;
  enum mood mood;
  enum access access : 3;
  unsigned tall : 1;
  struct place home;
  struct person *friend;
  const char *motto;
  int (*add)(int, int);
  short scores[4];
  struct place visited[6];
  union {
    int as_int;
    float as_float;
  };
};

union number {
  int as_int;
  float as_float;
};

struct sealed;

extern enum mood last_mood;
enum mood mood_of(struct person *person);
enum access all_access(void);
enum access odd_access(void);
int add(int a, int b);

// What completion and hints are tried on.
typedef struct Widget Widget;
typedef struct {
  int left, top;
  unsigned flags : 3;
  union {
    double scale;
    long zoom;
  };
} Frame;
typedef struct {
  Frame frame;
  const char *title;
  void (*draw)(Widget *widget, int depth);
} Window;
typedef enum { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT } Align;
typedef int (*Compare)(const void *a, const void *b);

#define CANVAS_LIMIT 64
#define CANVAS_MAX(first, second) ((first) > (second) ? (first) : (second))

Widget *canvas_widget_new(int width, int height);
Widget *canvas_WidgetCopy(Widget *widget);
void canvas_widget_show(Widget *widget, Align align);
int canvas_widget_count(const int *items, unsigned count, const char *name);
int canvas_log(const char *format, ...);
void canvas_sort(void *items, int count, Compare compare);
Frame canvas_frame(const Window *window);
int canvas_old(int x) __attribute__((deprecated("use canvas_log")));
int canvas_absent(int x);

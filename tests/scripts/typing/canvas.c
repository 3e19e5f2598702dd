#include "canvas.h"

Widget *canvas_widget_new(int width, int height) { return (Widget *)(long)(width + height); }
Widget *canvas_WidgetCopy(Widget *widget) { return widget; }
void canvas_widget_show(Widget *widget, Align align) { (void)widget, (void)align; }
int canvas_widget_count(const int *items, unsigned count, const char *name) { return items[count - 1] + name[0]; }
int canvas_log(const char *format, ...) { return format[0]; }
void canvas_sort(void *items, int count, Compare compare) { (void)items, (void)count, (void)compare; }
Frame canvas_frame(const Window *window) { return window->frame; }
int canvas_old(int x) { return x; }

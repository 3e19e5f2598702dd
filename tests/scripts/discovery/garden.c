#include "garden.h"

#include <stdlib.h>

struct garden {
  double width, height;
};

int garden_count = 0;

int garden_init(int flags) { return flags; }

garden *garden_create(double width, double height, garden_light light) {
  garden *made = malloc(sizeof *made);
  made->width = width;
  made->height = height + light;
  garden_count++;
  return made;
}

int garden_open(const char *path, garden **result) {
  *result = garden_create(path[0], 1, GARDEN_SUNNY);
  return 0;
}

void garden_free(garden **dead) {
  free(*dead);
  *dead = NULL;
}

int garden_area(const garden *where) { return (int)(where->width * where->height); }

rose *rose_new(garden *home, const char *name) {
  rose *made = malloc(sizeof *made);
  made->base.name = name;
  made->base.home = home;
  made->thorns = 12;
  return made;
}

plant *plant_new(garden *home, const char *name) { return &rose_new(home, name)->base; }
plant *gardenNextPlant(garden *where, plant *after) { return after->home == where ? after : NULL; }
void plant_water(plant *thirsty, double litres) { thirsty->name = litres > 1 ? "wet" : "dry"; }
int plant_compare(const plant *a, const plant *b) { return a < b ? -1 : a > b; }
void garden_each(garden *where, plant_visitor visit, void *data) { visit(plant_new(where, "each"), data); }
void spot_init(garden_spot *spot) { spot->x = spot->y = 0; }
double spot_distance(const garden_spot *from, const garden_spot *to) { return from->x - to->x + from->y - to->y; }

// A small library of the kind that discovery is for: objects behind pointers, constructors, a base and what begins with it.
#pragma once

typedef struct garden garden;
typedef struct plant plant;

struct plant {
  const char *name;
  garden *home;
};

// A rose begins with a plant.
typedef struct rose {
  plant base;
  int thorns;
} rose;

typedef enum { GARDEN_SUNNY, GARDEN_SHADY } garden_light;

// A place on the ground, in metres.
typedef struct {
  double x, y;
} garden_spot;

#define GARDEN_MAX_PLANTS 100
#define GARDEN_FENCE(width, height) (2 * (width) + 2 * (height))

extern int garden_count;

typedef void (*plant_visitor)(plant *visited, void *data);

// Gets the tools ready. Must come first.
int garden_init(int flags);
// Lays out a garden of a width and a height.
garden *garden_create(double width, double height, garden_light light);
// Opens what was saved; 0 when all is well.
int garden_open(const char *path, garden **result);
void garden_free(garden **dead);
int garden_area(const garden *where);
rose *rose_new(garden *home, const char *name);
plant *plant_new(garden *home, const char *name);
plant *gardenNextPlant(garden *where, plant *after);
void plant_water(plant *thirsty, double litres);
int plant_compare(const plant *a, const plant *b);
void garden_each(garden *where, plant_visitor visit, void *data);
// Not in the library.
void garden_sell(garden *where);
void spot_init(garden_spot *spot);
double spot_distance(const garden_spot *from, const garden_spot *to);

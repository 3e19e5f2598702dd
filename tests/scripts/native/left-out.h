// A header with parts that not every program gets.
#pragma once

#ifdef SENSOR_DEBUG
void sensor_dump(int sensor);
#define SENSOR_DUMP_LINES 40
#endif

#ifdef __cplusplus
int sensor_reference(int &sensor);
#endif

#if SENSOR_VERSION > 3
int sensor_calibrate(int sensor);
#endif

int sensor_missing(int sensor);
int sensor_old(void) __attribute__((unavailable("use abs")));
int abs(int value) __attribute__((deprecated("use labs")));

#define MC_SUM(a, b) ((a) + (b))
#define MC_ZERO(a, b) 0
#define MC_THREE(a, b, c) ((a) + (b) + (c))
#define MC_TWICE(a) (2 * (a))
#define MC_ANY(...) 2

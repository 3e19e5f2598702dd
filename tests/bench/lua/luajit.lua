local ffi = require("ffi")
local folder = arg[0]:match("(.*/)")

ffi.cdef [[
typedef struct { int64_t x; double y; } Point;
double bench_now(void);
int bench_add(int a, int b);
size_t bench_length(const char *text);
Point bench_step(Point point);
int bench_callbacks(int (*f)(int number), int count);
int bench_sort(int (*compare)(const int32_t *a, const int32_t *b));
]]
local bench = ffi.load("./libbench.so")
local measure = dofile(folder .. "timing.lua")(bench.bench_now)

measure.per_turn("call", function(count)
  local sum
  for i = 1, count do sum = bench.bench_add(i, 1) end
  return sum
end)

measure.per_turn("string", function(count)
  local length
  for _ = 1, count do length = tonumber(bench.bench_length("hello, world")) end
  return length
end)

measure.per_turn("point", function(count)
  local point = ffi.new("Point")
  for _ = 1, count do point = bench.bench_step(point) end
  return point
end)

local next_number = ffi.cast("int (*)(int)", function(number) return number + 1 end)
measure.per_turn("callback", function(count) bench.bench_callbacks(next_number, count) end)

measure.per_turn("field", function(count)
  local point = ffi.new("Point")
  for _ = 1, count do point.y = point.y + 1 end
  return point
end)

local compare = ffi.cast("int (*)(const int32_t *, const int32_t *)", function(a, b) return a[0] - b[0] end)
measure.whole("sort", function() assert(bench.bench_sort(compare) == 1) end)

dofile(folder .. "plain.lua")(measure)

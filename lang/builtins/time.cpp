// The clocks, the calendar, and waiting.
#include <cerrno>
#include <cmath>
#include <ctime>

#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/builtins/sequence.h"
#include "lang/data/map.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

constexpr const char* kDefaultFormat = "%Y-%m-%d %H:%M:%S";
// Years beyond this do not fit the C library's fields.
constexpr double kMaxSeconds = 6e16;

double seconds_of(clockid_t clock) {
  timespec time;
  clock_gettime(clock, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

Result<Value> now(Runtime&, Args) { return real(seconds_of(CLOCK_REALTIME)); }
Result<Value> monotonic(Runtime&, Args) { return real(seconds_of(CLOCK_MONOTONIC)); }
Result<Value> processor(Runtime&, Args) { return real(seconds_of(CLOCK_PROCESS_CPUTIME_ID)); }

Result<Value> sleep_seconds(VM& vm, Args args) {
  Runtime& runtime = vm.runtime();
  const Arguments in(runtime, args);
  const double seconds = TRY(in.number(0));
  if (!(seconds >= 0) || seconds > kMaxSeconds) return in.wrong(0, "a number of seconds that is not negative");
  runtime.out->flush();
  timespec left = {static_cast<time_t>(seconds), static_cast<long>((seconds - std::floor(seconds)) * 1e9)};
  // A signal that wants the script's attention (Ctrl-C) ends the sleep; others do not.
  {
    const Waiting waiting(runtime.turn);
    while (nanosleep(&left, &left) != 0 && errno == EINTR)
      if (vm.interrupted()) break;
  }
  TRY(vm.heed_interrupt());
  return nil();
}

Result<tm> broken_down(const Arguments& in, uint32_t i, bool utc) {
  const double seconds = in.has(i) && !in[i].is_nil() ? TRY(in.number(i)) : seconds_of(CLOCK_REALTIME);
  if (!(std::fabs(seconds) <= kMaxSeconds)) return in.wrong(i, "a time in seconds since 1970");
  const auto whole = static_cast<time_t>(std::floor(seconds));
  tm parts = {};
  if (utc)
    gmtime_r(&whole, &parts);
  else
    localtime_r(&whole, &parts);
  return parts;
}

Result<Value> format_parts(Runtime& runtime, const tm& parts, std::string_view format) {
  // A space more: strftime returns 0 for an empty text as it does for one that does not fit.
  const std::string with_space = fmt::format("{} ", format);
  std::string text(256 + 16 * format.size(), '\0');
  const size_t size = strftime(text.data(), text.size(), with_space.c_str(), &parts);
  return runtime.string(std::string_view(text).substr(0, size ? size - 1 : 0));
}

Result<Value> current_time(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view format = in.has(0) ? TRY(in.text(0)) : kDefaultFormat;
  return format_parts(runtime, TRY(broken_down(in, 1, false)), format);
}

Result<Value> format_time(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view format = in.has(1) ? TRY(in.text(1)) : kDefaultFormat;
  TRY(in.expect_options(2, {"utc"}));
  return format_parts(runtime, TRY(broken_down(in, 0, in.option(2, "utc").truthy())), format);
}

Result<Value> time_parts(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  TRY(in.expect_options(1, {"utc"}));
  const tm parts = TRY(broken_down(in, 0, in.option(1, "utc").truthy()));
  Map* map = runtime.heap.map();
  auto put = [&](const char* name, int value) { map_put(runtime.heap, *map, runtime.keyword(name), integer(value)); };
  put("year", parts.tm_year + 1900);
  put("month", parts.tm_mon + 1);
  put("day", parts.tm_mday);
  put("hour", parts.tm_hour);
  put("minute", parts.tm_min);
  put("second", parts.tm_sec);
  put("weekday", parts.tm_wday);
  put("year-day", parts.tm_yday + 1);
  return object_value(Tag::kMap, map);
}

constexpr BuiltinEntry kTimeBuiltins[] = {
    {"now", 0, 0, now, "(now)", "The time in seconds since 1970-01-01 UTC, a double."},
    {"monotonic-time", 0, 0, monotonic, "(monotonic-time)",
     "Seconds since some fixed moment, for measuring: it never jumps."},
    {"processor-time", 0, 0, processor, "(processor-time)", "Seconds of processor time that this process has used."},
    {"sleep", 1, 1, sleep_seconds, "(sleep seconds)", "Waits for so many seconds."},
    {"current-time", 0, 1, current_time, "(current-time [format])",
     "The local time as text, as 2024-05-17 09:30:00 or in a format of strftime."},
    {"format-time", 1, 4, format_time, "(format-time seconds [format] :utc #t)",
     "A time in seconds since 1970 as text, in a format of strftime; local time unless :utc is true."},
    {"time-parts", 1, 3, time_parts, "(time-parts seconds :utc #t)",
     "A map of the :year, :month, :day, :hour, :minute, :second, :weekday (0 is Sunday) and :year-day of a time in "
     "seconds since 1970; local time unless :utc is true."},
};

}  // namespace

void define_time(Runtime& runtime) { runtime.define_builtins(kTimeBuiltins); }

}  // namespace elle::lang

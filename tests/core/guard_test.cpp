#include "core/call/guard.h"

#include <signal.h>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/core/native_fixture.h"

namespace elle::core {
namespace {

// What a guarded call of a function without a result ended in.
template <class... A>
std::string fault_of(NativeFixture& native, const char* name, std::string_view type, A... arguments) {
  const CallPlan* plan = native.plans.plan(native.type(type)).take();
  if (native.guard.guarded([&] { native.run<void>(*plan, name, arguments...); })) return "none";
  return std::string(native.guard.report().call->name) + ": " + fault_text(native.guard.report());
}

TEST_CASE("a fault in C is a report, a thousand times over") {
  NativeFixture native;
  for (int i = 0; i < 1000; i++) {
    REQUIRE(fault_of(native, "length_of", "unsigned long(const char *)", nullptr) ==
            "length_of: SIGSEGV at address 0x0");
  }
  CHECK(native.call<unsigned long>("length_of", "unsigned long(const char *)", "four") == 4);
}

TEST_CASE("every kind of fault has its text") {
  NativeFixture native;
  CHECK(fault_of(native, "divide", "int(int, int)", 1, 0) ==
        "divide: SIGFPE (an arithmetic error such as division by zero)");
  CHECK(fault_of(native, "run_illegal", "void(void)") == "run_illegal: SIGILL (an illegal instruction)");
  CHECK(fault_of(native, "touch_impossible", "char(void)") ==
        "touch_impossible: SIGSEGV at an address that cannot exist");
  CHECK(fault_of(native, "kill_self", "void(int)", SIGBUS) == "kill_self: SIGBUS sent by the library itself");
}

TEST_CASE("abort() is survived a thousand times") {
  NativeFixture native;
  for (int i = 0; i < 1000; i++) REQUIRE(fault_of(native, "give_up", "void(void)") == "give_up: abort()");
}

TEST_CASE("a stack overflow in C is survived") {
  NativeFixture native;
  for (int i = 0; i < 20; i++) {
    REQUIRE(fault_of(native, "overflow", "int(int)", 0) == "overflow: SIGSEGV (stack overflow)");
  }
}

TEST_CASE("a C++ exception is caught where C is entered") {
  NativeFixture native;
  for (int i = 0; i < 1000; i++) {
    native.call("throw_error", "void(void)");
    REQUIRE(native.threw);
    REQUIRE(native.guard.exception_text() == "the widget is gone");
  }
  native.call("throw_number", "void(void)");
  CHECK(native.threw);
  CHECK(native.guard.exception_text() == "a C++ exception that is no std::exception");
  native.call("count_up", "void(void)");
  CHECK(!native.threw);
}

TEST_CASE("the innermost activation catches, and the one before is in force again") {
  NativeFixture native;
  bool inner = true;
  const bool outer = native.guard.guarded([&] {
    inner = native.guard.guarded([&] { native.call("give_up", "void(void)"); });
    native.call("run_illegal", "void(void)");
  });
  CHECK(!inner);
  CHECK(!outer);
  CHECK(native.guard.report().signal == SIGILL);
}

TEST_CASE("errno is the library's own between calls") {
  NativeFixture native;
  native.guard.saved_errno = 7;
  CHECK(native.call<int>("set_errno", "int(int)", 13) == 7);
  errno = 99;
  CHECK(native.guard.saved_errno == 13);
  CHECK(native.call<int>("set_errno", "int(int)", 0) == 13);
}

TEST_CASE("memory nothing is known about can be read") {
  NativeFixture native;
  long value = 42;
  long copy = 0;
  CHECK(native.guard.read_memory(&copy, &value, sizeof copy));
  CHECK(copy == 42);
  CHECK(!native.guard.read_memory(&copy, reinterpret_cast<void*>(16), sizeof copy));
  CHECK(fault_text(native.guard.report()) == "SIGSEGV at address 0x10");
}

TEST_CASE("handlers a library replaced can be put back") {
  NativeFixture native;
  native.call("replace_handler", "void(void)");
  CHECK(native.guard.install().ok());
  CHECK(fault_of(native, "length_of", "unsigned long(const char *)", nullptr) == "length_of: SIGSEGV at address 0x0");
}

// In a child process, with no other handlers than ours and no core file, runs `body` inside an activation.
template <class Body>
pid_t run_in_child(NativeFixture& native, Body body) {
  const pid_t child = fork();
  if (child != 0) return child;
  for (int number : {SIGSEGV, SIGABRT}) signal(number, SIG_DFL);
  const rlimit none{.rlim_cur = 0, .rlim_max = 0};
  setrlimit(RLIMIT_CORE, &none);
  if (!native.guard.install().ok()) _exit(1);
  native.guard.guarded(body);
  _exit(0);
}

// The signal that ended the child, or 0.
int signal_that_ended(pid_t child) {
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

TEST_CASE("a fault of our own ends the process as if no guard were there") {
  NativeFixture native;
  volatile int* volatile nowhere = reinterpret_cast<volatile int*>(16);
  CHECK(signal_that_ended(run_in_child(native, [&] { *nowhere = 1; })) == SIGSEGV);
  CHECK(signal_that_ended(run_in_child(native, [] { abort(); })) == SIGABRT);
  CHECK(signal_that_ended(run_in_child(native, [&] { native.call("give_up", "void(void)"); })) == 0);
}

TEST_CASE("a signal from outside is no fault of C") {
  NativeFixture native;
  int pipe_ends[2];
  REQUIRE(pipe(pipe_ends) == 0);
  const pid_t child = run_in_child(native, [&] { native.call("wait_after_telling", "void(int)", pipe_ends[1]); });
  char told = 0;
  REQUIRE(read(pipe_ends[0], &told, 1) == 1);
  kill(child, SIGSEGV);
  CHECK(signal_that_ended(child) == SIGSEGV);
}

}  // namespace
}  // namespace elle::core

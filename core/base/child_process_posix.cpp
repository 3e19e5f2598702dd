// Children are started with posix_spawn: fork() would copy the page tables of a program that may hold gigabytes, and in
// a program with threads hardly anything may be called between fork and exec.
//
// Both outputs are read together, because a child that fills the pipe nobody reads waits for ever. Reading ends when
// all write ends are closed, so it must not happen that another child, started meanwhile on another thread, inherits
// one: every end is close-on-exec, and only the copies that become the child's 1 and 2 are not.
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <fmt/format.h>
#include <optional>
#include <poll.h>
#include <spawn.h>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>

#include "core/base/child_process.h"

extern char** environ;

namespace elle::core {
namespace {

using Clock = std::chrono::steady_clock;

// The two ends of a pipe; each is closed once, whichever way the function that holds it is left.
struct Pipe {
  int read_end = -1;
  int write_end = -1;

  bool open() {
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) return false;
    read_end = ends[0];
    write_end = ends[1];
    return true;
  }
  static void close_end(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
  ~Pipe() {
    close_end(read_end);
    close_end(write_end);
  }
};

// Our environment with the child's own settings in front of, and instead of, those of the same name.
std::vector<std::string> child_environment(const ChildProcess& child) {
  std::vector<std::string> settings;
  for (const auto& [name, value] : child.environment) settings.push_back(name + "=" + value);
  for (char** entry = environ; *entry; entry++) {
    std::string_view setting = *entry;
    std::string_view name = setting.substr(0, setting.find('='));
    bool replaced = false;
    for (const auto& own : child.environment) replaced |= own.first == name;
    if (!replaced) settings.emplace_back(setting);
  }
  return settings;
}

std::vector<char*> c_strings(std::vector<std::string>& strings) {
  std::vector<char*> pointers;
  for (std::string& string : strings) pointers.push_back(string.data());
  pointers.push_back(nullptr);
  return pointers;
}

// 0 or an errno.
int spawn(const ChildProcess& child, const Pipe& output, const Pipe& errors, pid_t& process) {
  std::vector<std::string> arguments = child.arguments;
  std::vector<std::string> settings = child_environment(child);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output.write_end, 1);
  posix_spawn_file_actions_adddup2(&actions, errors.write_end, 2);
  int status = ::posix_spawnp(&process, arguments[0].c_str(), &actions, nullptr, c_strings(arguments).data(),
                              c_strings(settings).data());
  posix_spawn_file_actions_destroy(&actions);
  return status;
}

// Appends what there is to read; closes the end when there will be no more.
void drain(int& end, std::string& into) {
  char buffer[16 * 1024];
  ssize_t got = ::read(end, buffer, sizeof buffer);
  if (got > 0) into.append(buffer, static_cast<size_t>(got));
  if (got == 0 || (got < 0 && errno != EINTR)) Pipe::close_end(end);
}

// Waits for one running child, minding the clock and whoever watches.
class Watch {
 public:
  Watch(const ChildProcess& child, pid_t process) : child_(child), process_(process), start_(Clock::now()) {}

  ChildOutcome wait(int& output, int& errors) {
    ChildOutcome outcome;
    while (output >= 0 || errors >= 0) {
      pollfd ends[2] = {{output, POLLIN, 0}, {errors, POLLIN, 0}};  // poll skips negative ones
      if (::poll(ends, 2, static_cast<int>(mind_clocks(outcome).count())) <= 0) continue;
      if (ends[0].revents) drain(output, outcome.output);
      if (ends[1].revents) drain(errors, outcome.errors);
    }
    // A child may close its outputs and go on. Waiting without a limit would ignore the clock, so it is asked in turns.
    int status = 0;
    while (::waitpid(process_, &status, WNOHANG) == 0) {
      mind_clocks(outcome);
      ::usleep(100);
    }
    if (WIFEXITED(status)) outcome.exit_status = WEXITSTATUS(status);
    if (WIFSIGNALED(status)) outcome.signal = WTERMSIG(status);
    return outcome;
  }

 private:
  // Kills when it is time to, and says how long until there is something to mind again.
  std::chrono::milliseconds mind_clocks(ChildOutcome& outcome) {
    using std::chrono::milliseconds;
    auto taken = std::chrono::duration_cast<milliseconds>(Clock::now() - start_);
    const bool stopped = child_.goes_on && !child_.goes_on(taken);
    const bool late = taken >= child_.timeout;
    if ((stopped || late) && !killed_) {
      killed_ = true;
      outcome.timed_out = late;
      ::kill(process_, SIGKILL);
    }
    const milliseconds left = std::max(child_.timeout - taken, milliseconds(0)) + milliseconds(1);
    return child_.goes_on ? std::min(left, kRound) : left;
  }

  static constexpr std::chrono::milliseconds kRound{100};
  const ChildProcess& child_;
  pid_t process_;
  Clock::time_point start_;
  bool killed_ = false;
};

}  // namespace

Result<ChildOutcome> run_child(const ChildProcess& child) {
  Pipe output, errors;
  pid_t process = 0;
  int status = output.open() && errors.open() ? spawn(child, output, errors, process) : errno;
  if (status != 0)
    return fail(ErrorKind::kIo, fmt::format("Cannot run `{}`: {}.", child.arguments[0], std::strerror(status)));
  Pipe::close_end(output.write_end);
  Pipe::close_end(errors.write_end);
  return Watch(child, process).wait(output.read_end, errors.read_end);
}

std::string output_of(std::vector<std::string> command, std::chrono::milliseconds timeout) {
  ChildProcess child;
  child.arguments = std::move(command);
  child.environment = {{"LC_ALL", "C"}};
  child.timeout = timeout;
  auto outcome = run_child(child);
  bool answered = outcome.ok() && !outcome.value().timed_out && outcome.value().signal == 0;
  return answered ? std::move(outcome.value().output) : std::string();
}

}  // namespace elle::core

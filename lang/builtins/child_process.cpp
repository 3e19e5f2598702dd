// A process that Elle starts and waits for. Its output and its errors are read as they come, both at once, and its
// input is written meanwhile: whoever does one after the other waits for ever once a pipe is full.
#include "lang/builtins/child_process.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace elle::lang {

namespace {

// A descriptor that closes itself.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close(); }
  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

struct Channel {
  Descriptor ours, theirs;
};

// A pair of sockets rather than a pipe: sending with MSG_NOSIGNAL tells of a closed end without a SIGPIPE.
bool make_channel(Channel& channel) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
  channel.ours = Descriptor(ends[0]);
  channel.theirs = Descriptor(ends[1]);
  return fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0;
}

std::vector<std::string> child_environment(const ChildRequest& request) {
  std::vector<std::string> entries;
  for (char** entry = environ; *entry; entry++) {
    const std::string_view text(*entry);
    bool replaced = false;
    for (const auto& [name, value] : request.environment)
      replaced = replaced || (text.starts_with(name) && text.substr(name.size()).starts_with('='));
    if (!replaced) entries.emplace_back(text);
  }
  for (const auto& [name, value] : request.environment) entries.push_back(name + '=' + value);
  return entries;
}

std::vector<char*> c_strings(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Returns 0 or an errno.
int start(const ChildRequest& request, const Channel (&channels)[3], pid_t& child) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  for (int i = 0; i < 3; i++) posix_spawn_file_actions_adddup2(&actions, channels[i].theirs.number(), i);
  if (!request.directory.empty()) posix_spawn_file_actions_addchdir_np(&actions, request.directory.c_str());
  // A program expects the system's handling of signals, whatever ours is.
  sigset_t defaults;
  sigemptyset(&defaults);
  sigaddset(&defaults, SIGPIPE);
  posix_spawnattr_setsigdefault(&attributes, &defaults);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  std::vector<std::string> command = request.command, environment = child_environment(request);
  const int code = posix_spawnp(&child, command[0].c_str(), &actions, &attributes, c_strings(command).data(),
                                c_strings(environment).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return code;
}

// Sends what the socket takes; closes it at the end of the input or when nobody reads.
void feed(Descriptor& to, std::string_view& input) {
  const ssize_t sent = send(to.number(), input.data(), input.size(), MSG_NOSIGNAL);
  if (sent >= 0) input.remove_prefix(static_cast<size_t>(sent));
  if (input.empty() || (sent < 0 && errno != EAGAIN && errno != EINTR)) to.close();
}

void drain(Descriptor& from, std::string& into) {
  char buffer[64 * 1024];
  const ssize_t got = read(from.number(), buffer, sizeof buffer);
  if (got > 0)
    into.append(buffer, static_cast<size_t>(got));
  else if (got == 0 || (errno != EAGAIN && errno != EINTR))
    from.close();
}

// Kills a child that nobody waits for any longer and that does not end by itself.
class Patience {
 public:
  Patience(const ChildRequest& request, pid_t child) : request_(request), child_(child) {}

  // False when it was killed. What it has started in turn may live on with its output, so there is no use in waiting
  // for the end of that.
  bool is_left() {
    cancelled_ = request_.cancelled && request_.cancelled();
    if (!cancelled_ || rounds_++ < kRounds) return true;
    kill(child_, SIGKILL);
    return false;
  }
  // How long to wait before the next look, for poll.
  int milliseconds() const { return cancelled_ ? kRound : -1; }

 private:
  static constexpr int kRound = 50, kRounds = 10;
  const ChildRequest& request_;
  pid_t child_;
  bool cancelled_ = false;
  int rounds_ = 0;
};

// Feeds and drains at once, so that neither side waits for the other for ever.
void exchange(Channel (&channels)[3], std::string_view input, Patience patience, ChildOutcome& outcome) {
  if (input.empty()) channels[0].ours.close();
  while (channels[0].ours.open() || channels[1].ours.open() || channels[2].ours.open()) {
    if (!patience.is_left()) return;
    // poll passes over descriptors of -1.
    pollfd waiting[3] = {{channels[0].ours.number(), POLLOUT, 0},
                         {channels[1].ours.number(), POLLIN, 0},
                         {channels[2].ours.number(), POLLIN, 0}};
    if (poll(waiting, 3, patience.milliseconds()) < 0 && errno != EINTR) return;
    if (waiting[0].revents) feed(channels[0].ours, input);
    if (waiting[1].revents) drain(channels[1].ours, outcome.output);
    if (waiting[2].revents) drain(channels[2].ours, outcome.error);
    // A program may end without reading its input.
    if (!channels[1].ours.open() && !channels[2].ours.open()) channels[0].ours.close();
  }
}

int wait_for(pid_t child) {
  int status = 0;
  while (waitpid(child, &status, 0) < 0)
    if (errno != EINTR) return -1;
  return WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
}

}  // namespace

std::optional<ChildOutcome> run_child(const ChildRequest& request, int& code) {
  Channel channels[3];
  for (Channel& channel : channels)
    if (!make_channel(channel)) {
      code = errno;
      return std::nullopt;
    }
  pid_t child = 0;
  code = start(request, channels, child);
  if (code != 0) return std::nullopt;
  for (Channel& channel : channels) channel.theirs.close();
  ChildOutcome outcome;
  exchange(channels, request.input, Patience(request, child), outcome);
  outcome.status = wait_for(child);
  return outcome;
}

}  // namespace elle::lang

// The `elle` program. Everything it can do is in commands.h; what it promises about signals and output is here.
#include <cerrno>
#include <csignal>
#include <cstring>
#include <new>

#include "lang/session.h"

#include "shell/commands.h"

namespace {

using namespace elle::shell;

// A write to a closed pipe then fails with EPIPE. A handler rather than SIG_IGN, because the programs that a script
// starts would inherit the latter.
void survive_closed_pipes() {
  struct sigaction action = {};
  action.sa_handler = [](int) {};
  action.sa_flags = SA_RESTART;
  sigaction(SIGPIPE, &action, nullptr);
}

// The reader of a closed pipe has seen all it wanted: that is no failure. A full disk is.
int with_output_status(int status, Streams streams) {
  streams.out.flush();
  if (streams.out.failure() == 0 || streams.out.failure() == EPIPE) return status;
  streams.error.write("elle: cannot write standard output: " + std::string(std::strerror(streams.out.failure())) +
                      ".\n");
  return status ? status : 1;
}

}  // namespace

int main(int argc, char** argv) {
  survive_closed_pipes();
  StandardStream out(stdout);
  StandardStream error(stderr, &out);
  const Streams streams{out, error};
  const Options options = parse_options({argv + (argc > 0 ? 1 : 0), argv + argc});
  if (!options.complaint.empty()) {
    error.write("elle: " + options.complaint + "\n");
    error.write(usage());
    return 2;
  }
  try {
    return with_output_status(run_command(options, streams), streams);
  } catch (const std::bad_alloc&) {
    // Lisp turns what it cannot have into errors: this is memory for the program itself.
    elle::lang::Session::end_without_memory();
  }
}

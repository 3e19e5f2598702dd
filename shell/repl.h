// The interactive prompt: reads forms, over several lines where they need it, runs them and shows their values.
#pragma once

#include "shell/standard_stream.h"

namespace elle::shell {

// Returns the exit status. Without a terminal on standard input there are no prompts, and a form that fails makes the
// status 1.
int run_repl(Streams streams);

}  // namespace elle::shell

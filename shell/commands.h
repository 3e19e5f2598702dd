// One function per command, each giving the exit status: 0, 1 after an error, or what the script asked for.
#pragma once

#include "shell/options.h"
#include "shell/standard_stream.h"

namespace elle::shell {

int run_command(const Options& options, Streams streams);

}  // namespace elle::shell

// Lines where nobody can edit them: from a pipe, a file, or a terminal that only takes line by line.
#pragma once

#include <memory>

#include "shell/edit/line_source.h"
#include "shell/standard_stream.h"

namespace elle::shell {

// Lines as they come from standard input. Prompts go to `prompts`, or nowhere when that is null.
std::unique_ptr<LineSource> make_plain_source(StandardStream* prompts);

}  // namespace elle::shell

// The row below the text that says how the call being typed is written.
#pragma once

#include "lang/session.h"
#include "lang/text/paint.h"

#include "shell/edit/frame.h"

namespace elle::shell {

// Of a signature wider than the terminal, the part with the current parameter.
FrameRow hint_row(const lang::Hint& hint, size_t columns, const lang::Paint& paint);

}  // namespace elle::shell

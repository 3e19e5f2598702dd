// A line on a person's terminal that says what keeps them waiting: "Reading `gtk/gtk.h` … 1.2 s". It is gone when the
// work is over, and never in a file or a pipe, where it would be a message about nothing.
#pragma once

#include "core/declarations/helper.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

class ProgressLine {
 public:
  explicit ProgressLine(Runtime& runtime) : runtime_(&runtime) {}

  // For LoaderOptions::watch. False when somebody wants the work stopped: Ctrl-C.
  bool show(const core::LongWork& work);

 private:
  void write(std::string_view text);

  Runtime* runtime_;
  size_t width_ = 0;  // of what is shown
};

}  // namespace elle::lang

// Where the prompt's lines come from.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "lang/session.h"

#include "shell/edit/screen.h"

namespace elle::shell {

// They have the same width.
inline constexpr std::string_view kPrompt = "elle> ";
inline constexpr std::string_view kContinuation = "   .. ";

struct Line {
  enum class Kind : uint8_t {
    kText,       // `text` ends with its newline, unless the input ended first
    kCancelled,  // Ctrl-C: what was typed is not wanted
    kEnd,        // no more input
  };
  Kind kind;
  std::string text;
};

class LineSource {
 public:
  virtual ~LineSource() = default;
  // One line, or as many as belong together.
  virtual Line next(std::string_view prompt) = 0;
};

// A terminal's texts with editing, completion and a history that outlives the session. `out` writes to that terminal.
std::unique_ptr<LineSource> make_editing_source(lang::Session& session, lang::Output& out, Screen& screen);

}  // namespace elle::shell

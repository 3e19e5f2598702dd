// Where the prompt's lines come from.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "shell/edit/screen.h"
#include "shell/standard_stream.h"

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

// Lines as they come from standard input. Prompts go to `prompts`, or nowhere when that is null.
std::unique_ptr<LineSource> make_plain_source(StandardStream* prompts);

// A terminal's texts with editing, completion and a history that outlives the session.
std::unique_ptr<LineSource> make_editing_source(lang::Session& session, StandardStream& out, Screen& screen);

}  // namespace elle::shell

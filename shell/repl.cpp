#include "shell/repl.h"

#include <chrono>
#include <cstdio>
#include <unistd.h>

#include "lang/text/paint.h"

#include "shell/edit/history.h"
#include "shell/edit/line_source.h"
#include "shell/edit/terminal.h"
#include "shell/interrupt.h"
#include "shell/plain_source.h"
#include "shell/question.h"

namespace elle::shell {

namespace {

using lang::Outcome;
using lang::Session;

// A text that is longer than this is tried again only when it has grown by an eighth: trying it after each line would
// take quadratic time for a form of many thousand lines.
constexpr size_t kTriedEachLine = 16 * 1024;

class Repl {
 public:
  Repl(Session& session, Streams streams, LineSource& lines, bool at_terminal)
      : session_(session), streams_(streams), lines_(lines), at_terminal_(at_terminal) {}

  int run();

 private:
  // Runs what was typed so far if it is whole. Returns the exit status once it is time to leave.
  std::optional<int> try_typed(bool is_last);
  Outcome evaluate_typed();
  // What took a person's patience is told.
  void show_time(double seconds);
  void show(const Outcome& outcome);
  // A fault in C that a form caught: one that it did not catch says so itself.
  void warn_when_tainted(const Outcome& outcome);

  Session& session_;
  Streams streams_;
  LineSource& lines_;
  bool at_terminal_;
  std::string typed_;
  size_t next_try_ = 0;  // bytes
  unsigned count_ = 1;   // of the texts that were run, for their names
  std::chrono::steady_clock::time_point begun_;
  bool failed_ = false;
  bool warned_ = false;
};

int Repl::run() {
  for (;;) {
    const Line line = lines_.next(typed_.empty() ? kPrompt : kContinuation);
    if (streams_.out.failure()) return 0;
    if (line.kind == Line::Kind::kCancelled) {
      typed_.clear();
      session_.interrupt_callbacks();
      continue;
    }
    const bool is_last = line.kind == Line::Kind::kEnd;
    typed_ += line.text;
    if (const auto status = try_typed(is_last)) return *status;
    if (!is_last) continue;
    return failed_ && !at_terminal_ ? 1 : 0;
  }
}

std::optional<int> Repl::try_typed(bool is_last) {
  if (typed_.find_first_not_of(" \t\r\n") == typed_.npos) {
    typed_.clear();
    return std::nullopt;
  }
  if (typed_.size() < next_try_ && !is_last) return std::nullopt;
  const Outcome outcome = evaluate_typed();
  if (outcome.status == Outcome::Status::kUnfinished && !is_last) {
    next_try_ = typed_.size() < kTriedEachLine ? 0 : typed_.size() + typed_.size() / 8;
    return std::nullopt;
  }
  typed_.clear();
  next_try_ = 0;
  count_++;
  if (outcome.status == Outcome::Status::kExit) return outcome.exit_status;
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun_;
  show(outcome);
  show_time(taken.count());
  warn_when_tainted(outcome);
  if (at_terminal_)
    for (const std::string& notice : session_.notices()) streams_.error.write(notice + "\n");
  return std::nullopt;
}

Outcome Repl::evaluate_typed() {
  const Interrupts::Evaluation evaluation;
  begun_ = std::chrono::steady_clock::now();
  const std::string question = question_form(typed_);
  return session_.evaluate(question.empty() ? typed_ : question, "<prompt " + std::to_string(count_) + ">");
}

void Repl::show(const Outcome& outcome) {
  if (at_terminal_ && streams_.out.in_line()) streams_.out.write("\n");
  if (outcome.status == Outcome::Status::kDone) {
    if (!outcome.value.empty()) streams_.out.show_long(outcome.value + "\n");
  } else {
    failed_ = true;
    streams_.error.write(outcome.report);
  }
}

void Repl::show_time(double seconds) {
  if (!at_terminal_ || seconds < 1) return;
  char text[32];
  snprintf(text, sizeof text, "(%.2f s)", seconds);
  streams_.out.write(lang::Paint(streams_.out.colour())(lang::Role::kDim, text) + "\n");
}

void Repl::warn_when_tainted(const Outcome& outcome) {
  if (warned_ || !session_.tainted()) return;
  warned_ = true;
  if (outcome.status != Outcome::Status::kDone) return;
  streams_.error.write(
      "A C library has failed in the middle of its work, so its data may be damaged. Save what you need and start "
      "again.\n");
}

// What cannot move its cursor edits lines itself.
bool can_edit() { return isatty(STDOUT_FILENO) && terminal_moves_cursor(); }

}  // namespace

int run_repl(Streams streams) {
  const bool at_terminal = isatty(STDIN_FILENO);
  if (at_terminal) guard_terminal();
  // Before the session, so that the threads of libraries find it for as long as they may write.
  Screen screen;
  const ShownBeside shown_beside(streams, screen);
  const auto session =
      Session::create({.out = &streams.out, .error_out = &streams.error, .arguments = {}, .interactive = at_terminal});
  const Interrupts interrupts(*session, at_terminal);
  if (!at_terminal) return Repl(*session, streams, *make_plain_source(nullptr), false).run();

  streams.out.write("Elle " + std::string(lang::version()) +
                    (History::is_new() ? ". New here? (tour) takes five minutes, Tab completes, Ctrl-D leaves.\n"
                                       : ". (doc name) explains a name, Ctrl-D leaves.\n"));
  streams.out.use_pager();
  const auto lines = can_edit() ? make_editing_source(*session, streams.out, screen) : make_plain_source(&streams.out);
  return Repl(*session, streams, *lines, true).run();
}

}  // namespace elle::shell

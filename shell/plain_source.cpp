#include "shell/plain_source.h"

#include <cstdio>
#include <cstdlib>

#include "shell/interrupt.h"

namespace elle::shell {

namespace {

class PlainSource : public LineSource {
 public:
  explicit PlainSource(StandardStream* prompts) : prompts_(prompts) {}
  ~PlainSource() override { std::free(line_); }

  Line next(std::string_view prompt) override {
    if (prompts_ && !ask(prompt)) return {Line::Kind::kCancelled, {}};
    // Through C's own buffer, so that what reads standard input from inside a form finds what comes after this line.
    const ssize_t length = getline(&line_, &capacity_, stdin);
    if (length < 0) {
      if (prompts_) prompts_->write("\n");  // the prompt's line ends here
      return {Line::Kind::kEnd, {}};
    }
    return {Line::Kind::kText, std::string(line_, static_cast<size_t>(length))};
  }

 private:
  // False when the answer is Ctrl-C.
  bool ask(std::string_view prompt) {
    InputWait input;
    prompts_->prompt(prompt);
    if (input.wait()) return true;
    prompts_->write("\n");
    return false;
  }

  StandardStream* prompts_;
  char* line_ = nullptr;
  size_t capacity_ = 0;
};

}  // namespace

std::unique_ptr<LineSource> make_plain_source(StandardStream* prompts) {
  return std::make_unique<PlainSource>(prompts);
}

}  // namespace elle::shell

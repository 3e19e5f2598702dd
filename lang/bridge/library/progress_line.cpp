// The line is written over and wiped away again, so what was printed before must be out first, and nothing else may be
// printed while it stands.
#include "lang/bridge/library/progress_line.h"

#include "lang/bridge/thread/bridge_context.h"
#include "lang/text/unicode.h"

namespace elle::lang {

namespace {

// What is over sooner needs no word.
constexpr std::chrono::milliseconds kPatience{300};

}  // namespace

bool ProgressLine::show(const core::LongWork& work) {
  const size_t columns = runtime_->error_out->columns();
  const std::string text = fmt::format("{} … {:.1f} s", work.about, static_cast<double>(work.taken.count()) / 1000);
  if (work.is_over)
    write("");
  else if (work.taken >= kPatience && text_width(text) < columns)
    write(text);
  // An interrupt is answered here, by an error of its own.
  return !runtime_->heap.attention->forget(Attention::kInterrupted);
}

// Over what is shown, with blanks at the end and without escape sequences, as any terminal can.
void ProgressLine::write(std::string_view text) {
  const size_t width = text_width(text);
  if (width == 0 && width_ == 0) return;
  if (width_ == 0) runtime_->out->flush();
  const std::string blanks(width_ > width ? width_ - width : 0, ' ');
  runtime_->error_out->write(fmt::format("\r{}{}{}", text, blanks, width == 0 ? "\r" : ""));
  runtime_->error_out->flush();
  width_ = width;
}

}  // namespace elle::lang

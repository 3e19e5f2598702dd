// The terminal's line editor: libedit, which this file alone knows.
#include <clocale>
#include <cstdlib>
#include <cwchar>
#include <histedit.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "shell/completion.h"
#include "shell/history.h"
#include "shell/interrupt.h"
#include "shell/line_source.h"

namespace elle::shell {

namespace {

// What encloses the parts of a prompt that take no room on the screen.
constexpr char kInvisible = '\1';

// libedit shows an invisible part together with what comes after it, so the last character stays outside.
std::string coloured(std::string_view prompt) {
  const auto escape = [](std::string_view code) { return kInvisible + std::string(code) + kInvisible; };
  return escape("\x1b[32m") + std::string(prompt.substr(0, prompt.size() - 1)) + escape("\x1b[0m") + prompt.back();
}

class EditingSource : public LineSource {
 public:
  EditingSource(lang::Session& session, bool colour);
  ~EditingSource() override;

  Line next(std::string_view prompt) override;

 private:
  static EditingSource& of(EditLine* editor);
  static char* prompt(EditLine* editor) { return of(editor).prompt_.data(); }
  static int read_character(EditLine* editor, wchar_t* character);
  static unsigned char complete(EditLine* editor, int key);
  unsigned char complete_word();
  void remember(const std::string& line);

  lang::Session& session_;
  bool colour_;
  History kept_;
  EditLine* editor_;
  ::History* history_;
  std::string prompt_;
  std::string last_;            // line in the history
  InputWait* input_ = nullptr;  // while a line is read
  bool cancelled_ = false;
};

EditingSource::EditingSource(lang::Session& session, bool colour) : session_(session), colour_(colour) {
  // libedit counts characters by the locale. Only its notion of characters: numbers keep their points.
  if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");
  editor_ = el_init("elle", stdin, stdout, stderr);
  history_ = history_init();
  HistEvent event;
  history(history_, &event, H_SETSIZE, 20'000);
  for (const std::string& line : kept_.load()) remember(line);
  el_set(editor_, EL_CLIENTDATA, this);
  el_set(editor_, EL_PROMPT_ESC, prompt, kInvisible);
  el_set(editor_, EL_HIST, history, history_);
  el_set(editor_, EL_EDITOR, "emacs");
  el_set(editor_, EL_ADDFN, "elle-complete", "Complete the name", complete);
  el_set(editor_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
  el_set(editor_, EL_BIND, "^I", "elle-complete", nullptr);
  el_set(editor_, EL_GETCFN, read_character);
  el_set(editor_, EL_SIGNAL, 1);  // keeps the screen right when the window changes and after Ctrl-Z
  el_source(editor_, nullptr);    // the user's ~/.editrc
}

EditingSource::~EditingSource() {
  el_end(editor_);
  history_end(history_);
}

EditingSource& EditingSource::of(EditLine* editor) {
  void* self = nullptr;
  el_get(editor, EL_CLIENTDATA, &self);
  return *static_cast<EditingSource*>(self);
}

Line EditingSource::next(std::string_view prompt) {
  prompt_ = colour_ ? coloured(prompt) : std::string(prompt);
  InputWait input;
  input_ = &input;
  cancelled_ = false;
  el_set(editor_, EL_PREP_TERM, 1);  // before the prompt shows, so that a key typed at the sight of it is a key
  int count = 0;
  const char* typed = el_gets(editor_, &count);
  if (cancelled_) {
    fputs("^C\n", stdout);
    return {Line::Kind::kCancelled, {}};
  }
  if (!typed || count <= 0) return {Line::Kind::kEnd, {}};
  Line line{Line::Kind::kText, std::string(typed, static_cast<size_t>(count))};
  const std::string content = line.text.substr(0, line.text.find('\n'));
  if (content.find_first_not_of(" \t") != content.npos && content != last_) {
    remember(content);
    kept_.append(content);
  }
  return line;
}

void EditingSource::remember(const std::string& line) {
  HistEvent event;
  history(history_, &event, H_ENTER, line.c_str());
  last_ = line;
}

// As libedit's own, but Ctrl-C ends it: 1 for a character, 0 at the end of input, else -1.
int EditingSource::read_character(EditLine* editor, wchar_t* character) {
  EditingSource& self = of(editor);
  mbstate_t state = {};
  for (;;) {
    char byte;
    self.cancelled_ = !self.input_->wait();
    if (self.cancelled_) return -1;
    const ssize_t count = read(STDIN_FILENO, &byte, 1);
    if (count <= 0) return static_cast<int>(count);
    const size_t length = mbrtowc(character, &byte, 1, &state);
    if (length == static_cast<size_t>(-1)) state = {};  // not UTF-8: as if it had not been typed
    if (length <= 1) return 1;
  }
}

unsigned char EditingSource::complete(EditLine* editor, int) { return of(editor).complete_word(); }

unsigned char EditingSource::complete_word() {
  const LineInfo* info = el_line(editor_);
  const std::string_view before(info->buffer, static_cast<size_t>(info->cursor - info->buffer));
  const Completion completion = complete_line(session_, before);
  if (!completion.insert.empty()) {
    el_deletestr(editor_, static_cast<int>(completion.erase));
    el_insertstr(editor_, completion.insert.c_str());
    return CC_REFRESH;
  }
  if (completion.choices.empty()) return CC_REFRESH_BEEP;
  winsize size = {};
  ioctl(STDOUT_FILENO, TIOCGWINSZ, &size);
  fputs(("\n" + shown(completion, size.ws_col ? size.ws_col : 80)).c_str(), stdout);
  return CC_REDISPLAY;
}

}  // namespace

std::unique_ptr<LineSource> make_editing_source(lang::Session& session, bool colour) {
  return std::make_unique<EditingSource>(session, colour);
}

}  // namespace elle::shell

#include "shell/history.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <unistd.h>

#include "shell/text_file.h"

namespace elle::shell {

namespace {

constexpr size_t kKept = 10'000;

std::filesystem::path state_folder() {
  const char* state = std::getenv("XDG_STATE_HOME");
  if (state && *state == '/') return std::filesystem::path(state) / "elle";
  const char* home = std::getenv("HOME");
  if (home && *home == '/') return std::filesystem::path(home) / ".local/state/elle";
  return {};
}

// A prompt without a history still works, so failures to write are nobody's business.
void write_lines(const std::string& path, int flags, const std::string& text) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);
  if (descriptor < 0) return;
  [[maybe_unused]] const ssize_t written = write(descriptor, text.data(), text.size());
  close(descriptor);
}

}  // namespace

History::History() {
  const std::filesystem::path folder = state_folder();
  std::error_code error;
  if (folder.empty()) return;
  std::filesystem::create_directories(folder, error);
  if (!error) path_ = folder / "history";
}

std::vector<std::string> History::load() {
  std::vector<std::string> lines;
  const std::string text = path_.empty() ? "" : read_file(path_).text;
  for (size_t begin = 0, end; (end = text.find('\n', begin)) != text.npos; begin = end + 1)
    lines.push_back(text.substr(begin, end - begin));
  if (lines.size() > 2 * kKept) {
    lines.erase(lines.begin(), lines.end() - kKept);
    rewrite(lines);
  }
  return lines;
}

void History::append(std::string_view line) {
  if (!path_.empty()) write_lines(path_, O_APPEND, std::string(line) + "\n");
}

void History::rewrite(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  write_lines(path_, O_TRUNC, text);
}

}  // namespace elle::shell

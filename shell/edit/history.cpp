#include "shell/edit/history.h"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lang/edit/editing.h"

#include "shell/edit/text_file.h"

namespace elle::shell {

namespace {

constexpr size_t kKept = 10'000;
constexpr size_t kMostBytes = 4 * 1024 * 1024;
constexpr char kContinues = '\t';

std::filesystem::path state_folder() {
  const char* state = std::getenv("XDG_STATE_HOME");
  if (state && *state == '/') return std::filesystem::path(state) / "elle";
  const char* home = std::getenv("HOME");
  if (home && *home == '/') return std::filesystem::path(home) / ".local/state/elle";
  return {};
}

// While this lives no other prompt writes. It is no lock on the file itself, which may be replaced meanwhile.
class Lock {
 public:
  explicit Lock(const std::string& path)
      : descriptor_(open((path + ".lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
    if (descriptor_ >= 0) flock(descriptor_, LOCK_EX);
  }
  ~Lock() {
    if (descriptor_ >= 0) close(descriptor_);
  }
  Lock(const Lock&) = delete;
  Lock& operator=(const Lock&) = delete;

 private:
  int descriptor_;
};

// A prompt without a history still works, so failures to write are nobody's business but the caller's.
bool write_whole(const std::string& path, int flags, std::string_view text) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC | flags, 0600);
  if (descriptor < 0) return false;
  const ssize_t written = write(descriptor, text.data(), text.size());
  return close(descriptor) == 0 && written == static_cast<ssize_t>(text.size());
}

bool ends_inside_row(const std::string& path) {
  char last = '\n';
  const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  if (lseek(descriptor, -1, SEEK_END) >= 0 && read(descriptor, &last, 1) != 1) last = '\n';
  close(descriptor);
  return last != '\n';
}

std::string as_lines(std::string_view text) {
  std::string lines;
  for (char byte : text) {
    lines += byte;
    if (byte == '\n') lines += kContinues;
  }
  return lines + '\n';
}

std::vector<std::string> texts_of(std::string_view file) {
  std::vector<std::string> texts;
  for (size_t begin = 0, end; (end = file.find('\n', begin)) != file.npos; begin = end + 1) {
    const std::string_view line = file.substr(begin, end - begin);
    const bool continues = line.starts_with(kContinues) && !texts.empty();
    if (continues)
      texts.back() += "\n" + lang::safe_text(line.substr(1));
    else
      texts.push_back(lang::safe_text(line));
  }
  return texts;
}

}  // namespace

History::History() : path_(place()) {
  if (!path_.empty()) load();
}

std::string History::place() {
  const std::filesystem::path folder = state_folder();
  std::error_code error;
  if (folder.empty()) return {};
  std::filesystem::create_directories(folder, error);
  return error ? std::string() : (folder / "history").string();
}

bool History::is_new() {
  const std::string path = place();
  return !path.empty() && access(path.c_str(), F_OK) != 0;
}

void History::load() {
  const std::string file = read_file(path_).text;
  texts_ = texts_of(file);
  if (texts_.size() > 2 * kKept || file.size() > 2 * kMostBytes) shorten_file();
}

void History::shorten_file() {
  const Lock lock(path_);
  texts_ = texts_of(read_file(path_).text);
  size_t first = texts_.size(), bytes = 0;
  std::string shortened;
  while (first > 0 && texts_.size() - first < kKept && (bytes += texts_[first - 1].size()) < kMostBytes) first--;
  texts_.erase(texts_.begin(), texts_.begin() + static_cast<std::ptrdiff_t>(first));
  for (const std::string& text : texts_) shortened += as_lines(text);
  const std::string fresh = path_ + ".new";
  std::error_code error;
  if (write_whole(fresh, O_TRUNC, shortened)) std::filesystem::rename(fresh, path_, error);
}

void History::add(std::string_view text) {
  text = text.substr(0, text.find_last_not_of(" \n") + 1);
  if (text.empty()) return;
  if (!texts_.empty() && texts_.back() == text) return;
  texts_.emplace_back(text);
  if (!path_.empty()) append_to_file(text);
}

void History::append_to_file(std::string_view text) {
  const Lock lock(path_);
  // A machine that went down may have left half a line.
  const std::string repair = ends_inside_row(path_) ? "\n" : "";
  write_whole(path_, O_APPEND, repair + as_lines(text));
}

}  // namespace elle::shell

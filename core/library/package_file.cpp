// Written and read by the same two classes, a line at a time. A name that holds a line break could not be read back, so
// such answers are not kept at all.
#include "core/library/package_file.h"

#include <charconv>
#include <fmt/format.h>

#include "core/base/hash.h"

namespace elle::core {
namespace {

constexpr std::string_view kTitle = "elle-packages 2 ";

std::string checksum_text(std::string_view body) { return fmt::format("{:016x}", hash_text(body)); }

// The text before the first `mark`, which is taken off `text` with it; all of it when there is no mark.
std::string_view take_until(std::string_view& text, char mark) {
  std::string_view taken = text.substr(0, text.find(mark));
  text.remove_prefix(std::min(taken.size() + 1, text.size()));
  return taken;
}

uint64_t number(std::string_view digits, int base = 10) {
  uint64_t value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  return value;
}

WatchedPath watched(std::string_view value) {
  uint64_t time = number(take_until(value, ' '));
  return {std::string(value), time};
}

class Reader {
 public:
  // False for a line that says nothing here.
  bool take(std::string_view key, std::string_view value) {
    if (key == "environment") return answers_.environment = number(value, 16), true;
    if (key == "folder") return answers_.folders.push_back(watched(value)), true;
    if (key == "library" || key == "header") return owners_ = &answers_.owners[fmt::format("{} {}", key, value)], true;
    if (key == "package") return package_ = &answers_.packages[std::string(value)], true;
    if (key == "owner" && owners_) return owners_->emplace_back(value), true;
    if (key == "file" && package_) return package_->file = watched(value), true;
    if (key == "version" && package_) return package_->version = value, true;
    if (key == "flag" && package_) return package_->flags.emplace_back(value), true;
    return false;
  }
  PackageAnswers finish() { return std::move(answers_); }

 private:
  PackageAnswers answers_;
  std::vector<std::string>* owners_ = nullptr;
  RememberedPackage* package_ = nullptr;
};

class Writer {
 public:
  void line(std::string_view text) {
    whole_ = whole_ && text.find('\n') == std::string_view::npos;
    text_.append(text).append("\n");
  }
  void line(std::string_view key, std::string_view value) { line(fmt::format("{} {}", key, value)); }
  void line(std::string_view key, const WatchedPath& path) {
    line(key, fmt::format("{} {}", path.mtime_ns, path.path));
  }
  std::optional<std::string> finish() const {
    if (!whole_) return std::nullopt;
    return fmt::format("{}{}\n{}", kTitle, checksum_text(text_), text_);
  }

 private:
  std::string text_;
  bool whole_ = true;
};

}  // namespace

std::optional<PackageAnswers> parse_package_file(std::string_view text) {
  std::string_view title = take_until(text, '\n');
  if (!title.starts_with(kTitle) || title.substr(kTitle.size()) != checksum_text(text)) return std::nullopt;
  Reader reader;
  while (!text.empty()) {
    std::string_view line = take_until(text, '\n');
    std::string_view key = take_until(line, ' ');
    if (!reader.take(key, line)) return std::nullopt;
  }
  return reader.finish();
}

std::optional<std::string> package_file_text(const PackageAnswers& answers) {
  Writer writer;
  writer.line("environment", fmt::format("{:016x}", answers.environment));
  for (const WatchedPath& folder : answers.folders) writer.line("folder", folder);
  for (const auto& [owned, owners] : answers.owners) {
    writer.line(owned);
    for (const std::string& owner : owners) writer.line("owner", owner);
  }
  for (const auto& [name, package] : answers.packages) {
    writer.line("package", name);
    writer.line("file", package.file);
    writer.line("version", package.version);
    for (const std::string& flag : package.flags) writer.line("flag", flag);
  }
  return writer.finish();
}

}  // namespace elle::core

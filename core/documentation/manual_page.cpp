// Pages are looked for by their file names, which takes some stat() calls; `man -w` would start a process to find that
// there is none. Laying a page out is left to `man`, whose format changes with nobody's leave: headings at the margin,
// text seven columns in.
#include "core/documentation/manual_page.h"

#include <algorithm>
#include <cctype>

#include "core/base/child_process.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/documentation/text_blocks.h"

namespace elle::core {

namespace {

constexpr std::string_view kSystemFolders[] = {"/usr/local/man", "/usr/local/share/man", "/usr/share/man"};
constexpr std::string_view kSections[] = {"3", "2"};
// What a page's file name ends in, packed or not.
constexpr std::string_view kPackings[] = {".gz", "", ".xz", ".zst", ".bz2"};
// Pages of other languages in section 3.
constexpr std::string_view kForeign[] = {"3pm", "3perl", "3tcl", "3py"};
// Columns by which `man` indents what stands below a heading.
constexpr size_t kIndentation = 7;

std::vector<std::string> manual_folders() {
  std::vector<std::string> folders;
  const std::string path = environment("MANPATH");
  for (const std::string& folder : split(path, ':')) folders.push_back(folder);
  const bool with_system = path.empty() || path.front() == ':' || path.back() == ':' || path.find("::") != path.npos;
  if (with_system) folders.insert(folders.end(), std::begin(kSystemFolders), std::end(kSystemFolders));
  return folders;
}

// The section in "SSL_new.3ssl.gz", when that is a page of `name`.
std::string_view section_in(std::string_view file, std::string_view name) {
  if (file.size() <= name.size() || !file.starts_with(name) || file[name.size()] != '.') return {};
  file.remove_prefix(name.size() + 1);
  for (const std::string_view packing : kPackings)
    if (!packing.empty() && file.ends_with(packing)) file.remove_suffix(packing.size());
  const bool foreign = std::find(std::begin(kForeign), std::end(kForeign), file) != std::end(kForeign);
  return foreign || file.find('.') != file.npos ? std::string_view() : file;
}

// A page of the section itself; its file is known by name.
std::optional<ManualPage> find_plain(const std::string& folder, std::string_view name, std::string_view section) {
  for (const std::string_view packing : kPackings) {
    const std::string path = folder + "/man" + std::string(section) + "/" + std::string(name) + "." +
                             std::string(section) + std::string(packing);
    if (is_file(path)) return ManualPage{path, std::string(name), std::string(section)};
  }
  return std::nullopt;
}

// A page of a part of the section, as 3ssl; the folder must be read.
std::optional<ManualPage> find_part(const std::string& folder, std::string_view name, std::string_view section) {
  for (const std::string& part : folder_names(folder)) {
    if (!part.starts_with("man" + std::string(section))) continue;
    for (const std::string& file : folder_names(folder + "/" + part))
      if (const std::string_view found = section_in(file, name); found.starts_with(section))
        return ManualPage{folder + "/" + part + "/" + file, std::string(name), std::string(found)};
  }
  return std::nullopt;
}

}  // namespace

std::optional<ManualPage> find_manual_page(std::string_view name) {
  if (name.empty() || name.find('/') != name.npos) return std::nullopt;
  const std::vector<std::string> folders = manual_folders();
  for (const auto find : {find_plain, find_part})
    for (const std::string& folder : folders)
      for (const std::string_view section : kSections)
        if (auto page = find(folder, name, section)) return page;
  return std::nullopt;
}

ManualText ManualText::read(const ManualPage& page, size_t columns, std::chrono::milliseconds timeout) {
  ManualText manual;
  ChildProcess child;
  child.arguments = {"man", "--no-hyphenation", "--no-justification", "-P", "cat", "-l", page.path};
  // Plain text of a known width, whatever the person has set for reading: no colours, no overstriking, no pager.
  child.environment = {{"MANWIDTH", std::to_string(columns + kIndentation)},
                       {"MAN_KEEP_FORMATTING", ""},
                       {"GROFF_NO_SGR", "1"},
                       {"LC_ALL", "C.UTF-8"},
                       {"MANPAGER", "cat"}};
  child.timeout = timeout;
  Result<ChildOutcome> outcome = run_child(child);
  if (!outcome.ok() || outcome.value().exit_status != 0 || outcome.value().timed_out) return manual;
  const std::string text = outcome.take().output;
  for (const std::string_view line : lines_of(text)) {
    const bool heading = !line.empty() && line[0] != ' ';
    if (heading)
      manual.sections_.push_back({std::string(trim(line)), {}});
    else if (!manual.sections_.empty())
      manual.sections_.back().text.append(without_indentation(line, kIndentation)) += '\n';
  }
  for (Section& section : manual.sections_) {
    section.text.erase(0, std::min(section.text.find_first_not_of('\n'), section.text.size()));
    section.text.erase(section.text.find_last_not_of(" \n") + 1);
  }
  return manual;
}

std::string_view ManualText::section(std::string_view heading) const {
  for (const Section& section : sections_)
    if (section.heading == heading) return section.text;
  return {};
}

std::string ManualText::declaration_of(std::string_view name) const {
  const std::string_view synopsis = section("SYNOPSIS");
  const std::string called = std::string(name) + "(";
  const size_t at = synopsis.find(called);
  const size_t end = at == synopsis.npos ? at : synopsis.find(';', at);
  if (end == synopsis.npos) return {};
  // A declaration begins its line, or goes on with those that are indented below.
  size_t begin = synopsis.rfind('\n', at);
  begin = begin == synopsis.npos ? 0 : begin + 1;
  return one_line(synopsis.substr(begin, end + 1 - begin));
}

std::vector<std::string> ManualText::errors() const {
  std::vector<std::string> names;
  for (const std::string_view line : lines_of(section("ERRORS"))) {
    const std::string_view word = line.substr(0, line.find(' '));
    const bool name = word.size() > 2 && word[0] == 'E' && std::all_of(word.begin(), word.end(), [](unsigned char c) {
                        return std::isupper(c) || std::isdigit(c);
                      });
    if (name && std::find(names.begin(), names.end(), word) == names.end()) names.emplace_back(word);
  }
  return names;
}

}  // namespace elle::core

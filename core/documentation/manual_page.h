// Installed manual pages of C functions, read with the machine's own `man`.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace elle::core {

struct ManualPage {
  std::string path;
  std::string name;
  std::string section;  // "3", "2", "3ssl"
};

// The page of a function: sections 3 and 2 of the folders of $MANPATH (man(1) says how its empty parts are meant), else
// of the system's.
std::optional<ManualPage> find_manual_page(std::string_view name);

// A page's text below its headings, laid out for that many columns; each line is its own, without indentation by the
// section. Empty when there is no `man`, when it fails, or takes longer than `timeout`.
class ManualText {
 public:
  static ManualText read(const ManualPage& page, size_t columns, std::chrono::milliseconds timeout);

  // "" when there is no such section.
  std::string_view section(std::string_view heading) const;
  // The declaration of `name` in the synopsis, in one line.
  std::string declaration_of(std::string_view name) const;
  // The names in the section on errors: EINTR, EINVAL.
  std::vector<std::string> errors() const;

 private:
  struct Section {
    std::string heading, text;
  };
  std::vector<Section> sections_;
};

}  // namespace elle::core

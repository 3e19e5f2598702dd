// One element of an XML file, taken from the middle of it: libexpat reads from its `<` until it is closed, so that a
// file of many megabytes costs only what is asked of it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace elle::core {

struct XmlElement {
  std::string name;  // with its prefix, "glib:signal"
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;  // its own, without its children's
  std::vector<XmlElement> children;

  // "" when it has none of that name.
  std::string_view attribute(std::string_view name) const;
  // The first of that name, or null.
  const XmlElement* child(std::string_view name) const;
};

// The element that `text` begins with; nothing when that is no well-formed one. Children called as in `left_out` are
// passed over.
std::optional<XmlElement> read_xml_element(std::string_view text, std::span<const std::string_view> left_out = {});

}  // namespace elle::core

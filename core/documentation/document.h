// Documentation as data, whatever it was written in: Doxygen, gtk-doc, the texts of a .gir file, plain words. Made by
// parse_comment() and GirTexts, laid out for a reader by lang/bridge.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace elle::core {

enum class BlockKind : uint8_t {
  kParagraph,
  kHeading,
  kItem,  // of a list
  kNote,  // a paragraph that its label stands before: "Note", "Warning"
  kCode,  // kept as it is, line by line
};

struct Block {
  BlockKind kind = BlockKind::kParagraph;
  std::string text;    // words with single spaces, to be wrapped; of kCode its lines, without the last line end
  std::string label;   // of a kItem "-" or "2.", of a kNote its word
  uint32_t depth = 0;  // of a kItem and what belongs to it: how deep its list is nested, from 0
};

// What is said of a parameter, a field, an enum constant, a property.
struct NamedText {
  std::string name;
  std::string text;  // words with single spaces
};

struct Document {
  std::vector<Block> blocks;
  std::vector<NamedText> parts;  // of a function its parameters, of a struct its fields, of an enum its constants
  std::string returns;
  std::vector<NamedText> values;  // of the result, each with what it means
  std::string since;
  std::string deprecated;
  std::vector<std::string> see_also;

  bool empty() const { return blocks.empty() && parts.empty() && returns.empty() && deprecated.empty(); }
};

}  // namespace elle::core

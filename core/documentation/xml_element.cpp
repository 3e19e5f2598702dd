// expat tells of elements as they open and close; the parser is stopped when the first one has closed. An element's
// address may change while a sibling is added to its parent's vector, but only before its own children come: those that
// are open are each the last of their parents.
#include "core/documentation/xml_element.h"

#include <algorithm>
#include <expat.h>
#include <memory>

namespace elle::core {

namespace {

constexpr size_t kChunk = 16 * 1024;  // bytes that are given to the parser at once

// What expat's handlers build.
struct Reading {
  XML_Parser parser = nullptr;
  std::span<const std::string_view> left_out;
  XmlElement root;
  std::vector<XmlElement*> open;  // from the root to the one being read; its children are pushed to its own vector last
  size_t skipped = 0;             // how many elements are open inside one that is left out
  bool whole = false;
};

void on_start(void* data, const XML_Char* name, const XML_Char** attributes) {
  auto& reading = *static_cast<Reading*>(data);
  const bool left_out = std::find(reading.left_out.begin(), reading.left_out.end(), name) != reading.left_out.end();
  if (reading.skipped > 0 || (left_out && !reading.open.empty())) {
    reading.skipped++;
    return;
  }
  XmlElement* element = &reading.root;
  if (!reading.open.empty()) element = &reading.open.back()->children.emplace_back();
  element->name = name;
  for (; *attributes; attributes += 2) element->attributes.emplace_back(attributes[0], attributes[1]);
  reading.open.push_back(element);
}

void on_end(void* data, const XML_Char*) {
  auto& reading = *static_cast<Reading*>(data);
  if (reading.skipped > 0) {
    reading.skipped--;
    return;
  }
  reading.open.pop_back();
  if (!reading.open.empty()) return;
  reading.whole = true;
  XML_StopParser(reading.parser, XML_FALSE);
}

void on_text(void* data, const XML_Char* text, int size) {
  auto& reading = *static_cast<Reading*>(data);
  if (reading.skipped == 0 && !reading.open.empty()) reading.open.back()->text.append(text, static_cast<size_t>(size));
}

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view wanted) const {
  for (const auto& [key, value] : attributes)
    if (key == wanted) return value;
  return {};
}

const XmlElement* XmlElement::child(std::string_view wanted) const {
  for (const XmlElement& element : children)
    if (element.name == wanted) return &element;
  return nullptr;
}

std::optional<XmlElement> read_xml_element(std::string_view text, std::span<const std::string_view> left_out) {
  const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate("UTF-8"));
  if (!parser) return std::nullopt;
  Reading reading;
  reading.parser = parser.get();
  reading.left_out = left_out;
  XML_SetUserData(parser.get(), &reading);
  XML_SetElementHandler(parser.get(), on_start, on_end);
  XML_SetCharacterDataHandler(parser.get(), on_text);
  while (!reading.whole && !text.empty()) {
    const std::string_view chunk = text.substr(0, kChunk);
    text.remove_prefix(chunk.size());
    if (XML_Parse(parser.get(), chunk.data(), static_cast<int>(chunk.size()), 0) == XML_STATUS_ERROR) break;
  }
  if (!reading.whole) return std::nullopt;
  return std::move(reading.root);
}

}  // namespace elle::core

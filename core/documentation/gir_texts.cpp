// A search for `c:identifier="NAME"` in the mapped bytes, then a walk back to the `<` of its element. Nothing is parsed
// but that element, and in it nothing that has a C name of its own (kOfOwnName): of a class's thirty kilobytes a page
// of text.
#include "core/documentation/gir_texts.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <span>

#include "core/base/text.h"
#include "core/documentation/gtk_markup.h"
#include "core/documentation/parse_comment.h"
#include "core/documentation/text_blocks.h"
#include "core/documentation/xml_element.h"

namespace elle::core {

namespace {

// Elements that a name of a type may stand at; elsewhere `c:type` only mentions it.
constexpr std::string_view kTypeElements[] = {"class",       "interface", "record", "union",   "bitfield",
                                              "enumeration", "callback",  "alias",  "constant"};
// What a class's element holds besides its own text, its properties and signals.
constexpr std::string_view kOfOwnName[] = {"method",     "constructor",     "virtual-method", "function",
                                           "implements", "function-inline", "method-inline",  "source-position"};

size_t find_in(std::string_view text, std::string_view wanted, size_t from) {
  const void* found = ::memmem(text.data() + from, text.size() - from, wanted.data(), wanted.size());
  return found ? static_cast<size_t>(static_cast<const char*>(found) - text.data()) : text.npos;
}

std::string_view tag_name(std::string_view text, size_t open) {
  return text.substr(open + 1, text.find_first_of(" \t\n/>", open) - open - 1);
}

// The element with `attribute="name"` whose tag is one of `tags` (any when empty).
std::optional<XmlElement> find_element(GirFile& file, std::string_view attribute, std::string_view name,
                                       std::span<const std::string_view> tags) {
  const std::string_view text = file.text();
  const std::string wanted = std::string(attribute).append("=\"").append(name) += '"';
  for (size_t at = find_in(text, wanted, 0); at != text.npos; at = find_in(text, wanted, at + 1)) {
    // An attribute's value holds no `<`.
    const size_t open = text.rfind('<', at);
    if (open == text.npos) continue;
    const std::string_view tag = tag_name(text, open);
    if (tags.empty() || std::find(tags.begin(), tags.end(), tag) != tags.end())
      return read_xml_element(text.substr(open), kOfOwnName);
  }
  return std::nullopt;
}

std::string_view doc_of(const XmlElement& element) {
  const XmlElement* doc = element.child("doc");
  return doc ? std::string_view(doc->text) : std::string_view();
}

std::string line_of(const XmlElement& element, std::string_view space) {
  return gtk_inline_text(one_line(doc_of(element)), space);
}

// What the attributes of a parameter or result say.
std::string facts_of(const XmlElement& element, Annotated what) {
  std::string facts;
  const auto add = [&](std::string_view name, std::string_view value) {
    add_fact(facts, annotation_words(name, value, what));
  };
  if (element.attribute("direction") == "out") add("out", "");
  if (element.attribute("direction") == "inout") add("inout", "");
  if (element.attribute("nullable") == "1" || element.attribute("allow-none") == "1") add("nullable", "");
  if (element.attribute("optional") == "1") add("optional", "");
  if (const XmlElement* array = element.child("array"); array && array->attribute("zero-terminated") == "1")
    add("array", "zero-terminated=1");
  // A number has no owner, and what comes through an out parameter is the caller's as a result is.
  const XmlElement* type = element.child("type");
  const bool out = element.attribute("direction") == "out";
  const bool number = type && !type->attribute("c:type").ends_with(out ? "**" : "*");
  const std::string_view transfer = element.attribute("transfer-ownership");
  if (!number) add_fact(facts, annotation_words("transfer", transfer, out ? Annotated::kResult : what));
  add("scope", element.attribute("scope"));
  return facts;
}

class ElementReader {
 public:
  ElementReader(const XmlElement& element, std::string_view space) : element_(element), space_(space) {}

  GirText read() {
    Document& document = text_.document;
    text_.kind = element_.name;
    document.blocks = gi_docgen_blocks(doc_of(element_), space_);
    document.since = element_.attribute("version");
    if (const XmlElement* deprecated = element_.child("doc-deprecated"))
      document.deprecated = gtk_inline_text(one_line(deprecated->text), space_);
    else if (element_.attribute("deprecated") == "1")
      document.deprecated = "since " + std::string(element_.attribute("deprecated-version"));
    if (const XmlElement* parameters = element_.child("parameters"))
      for (const XmlElement& parameter : parameters->children) add_parameter(parameter);
    if (const XmlElement* result = element_.child("return-value")) {
      const bool nothing = result->child("type") && result->child("type")->attribute("name") == "none";
      if (!nothing) document.returns = with_facts(line_of(*result, space_), facts_of(*result, Annotated::kResult));
    }
    if (const std::string_view parent = element_.attribute("parent"); !parent.empty())
      text_.parent = linked_c_name("class", parent, space_);
    for (const XmlElement& child : element_.children) add_child(child);
    return std::move(text_);
  }

 private:
  void add_parameter(const XmlElement& parameter) {
    if (parameter.attribute("name") == "...") return;
    text_.document.parts.push_back(
        {std::string(parameter.attribute("name")),
         with_facts(line_of(parameter, space_), facts_of(parameter, Annotated::kParameter))});
  }

  void add_child(const XmlElement& child) {
    const std::string name(child.attribute("name"));
    if (child.name == "member" && child.child("doc"))
      text_.document.parts.push_back({std::string(child.attribute("c:identifier")), line_of(child, space_)});
    else if (child.name == "field" && child.child("doc"))
      text_.document.parts.push_back({name, line_of(child, space_)});
    else if (child.name == "property")
      text_.properties.push_back({name, first_sentence(line_of(child, space_))});
    else if (child.name == "glib:signal")
      text_.signals.push_back({name, first_sentence(line_of(child, space_))});
  }

  const XmlElement& element_;
  std::string_view space_;
  GirText text_;
};

// "GtkWindow::close-request" is a class and what it holds; other names are whole.
struct MemberName {
  std::string_view owner, member;
  std::string_view element;  // what the member is
};

MemberName member_name(std::string_view name) {
  const size_t colon = name.find(':');
  if (colon == name.npos || colon == 0) return {name, {}, {}};
  const std::string_view behind = name.substr(colon + 1);
  if (behind.starts_with(':')) return {name.substr(0, colon), behind.substr(1), "glib:signal"};
  return {name.substr(0, colon), behind, "property"};
}

const XmlElement* member_of(const XmlElement& owner, const MemberName& wanted) {
  for (const XmlElement& child : owner.children)
    if (child.name == wanted.element && child.attribute("name") == wanted.member) return &child;
  return nullptr;
}

std::optional<XmlElement> find_in_file(GirFile& file, std::string_view name) {
  if (name.find('_') != name.npos) {
    if (auto element = find_element(file, "c:identifier", name, {})) return element;
    if (!std::isupper(static_cast<unsigned char>(name[0]))) return std::nullopt;
  }
  if (auto element = find_element(file, "c:type", name, kTypeElements)) return element;
  return find_element(file, "glib:type-name", name, kTypeElements);
}

}  // namespace

std::optional<GirText> GirTexts::find(std::string_view c_name, const std::vector<std::string>& loaded_libraries) {
  const MemberName wanted = member_name(c_name);
  for (GirFile* file : files_.that_may_have(wanted.owner, loaded_libraries)) {
    const std::optional<XmlElement> element = find_in_file(*file, wanted.owner);
    if (!element) continue;
    const XmlElement* meant = &*element;
    if (!wanted.member.empty()) meant = member_of(*element, wanted);
    if (!meant) continue;
    GirText text = ElementReader(*meant, file->space).read();
    text.package = file->package;
    return text;
  }
  return std::nullopt;
}

}  // namespace elle::core

// Documents come parsed, whatever they were written in. What is left to do here is their gaps: one between two blocks,
// none inside a list or below a heading.
#include "lang/bridge/documentation/document_text.h"

#include "core/base/text.h"
#include "core/documentation/text_blocks.h"

namespace elle::lang {

using core::Block;
using core::BlockKind;
using core::Document;
using core::NamedText;

namespace {

constexpr size_t kCodeIndent = 4;

void put_code(Page& page, std::string_view code, size_t indent) {
  for (const std::string_view line : core::lines_of(code))
    page.line(line.empty() ? std::string() : std::string(indent, ' ') + std::string(line));
}

void put_block(Page& page, const Block& block) {
  switch (block.kind) {
    case BlockKind::kParagraph:
      return page.words(block.text, 2 * size_t{block.depth});
    case BlockKind::kHeading:
      return page.heading(block.text);
    case BlockKind::kItem:
      return page.words(block.text, 2 * size_t{block.depth} + block.label.size() + 1, block.label);
    case BlockKind::kNote:
      return page.words(block.text, 2, block.label + ":");
    case BlockKind::kCode:
      return put_code(page, block.text, kCodeIndent);
  }
}

void put_blocks(Page& page, const std::vector<Block>& blocks) {
  for (size_t i = 0; i < blocks.size(); i++) {
    const bool list_goes_on = i > 0 && blocks[i].kind == BlockKind::kItem && blocks[i - 1].kind == BlockKind::kItem;
    const bool below_heading = i > 0 && blocks[i - 1].kind == BlockKind::kHeading;
    if (!list_goes_on && !below_heading) page.gap();
    put_block(page, blocks[i]);
  }
}

void put_names(Page& page, const std::vector<NamedText>& names) {
  std::vector<Page::Row> rows;
  for (const NamedText& name : names) rows.push_back({name.name, name.text});
  page.table(rows, Role::kName, 2);
}

void put_result(Page& page, const Document& document) {
  if (document.returns.empty() && document.values.empty()) return;
  page.gap();
  page.heading("Returns");
  if (!document.returns.empty()) page.words(document.returns, 2);
  put_names(page, document.values);
}

}  // namespace

void put_section(Page& page, std::string_view title, const std::vector<NamedText>& names) {
  if (names.empty()) return;
  page.gap();
  page.heading(title);
  put_names(page, names);
}

void put_document(Page& page, const Document& document, std::string_view parts_title) {
  put_blocks(page, document.blocks);
  if (!parts_title.empty()) put_section(page, parts_title, document.parts);
  put_result(page, document);
  if (!document.deprecated.empty()) {
    page.gap();
    page.words("Deprecated: " + document.deprecated);
  }
  if (!document.see_also.empty()) {
    page.gap();
    page.words("See also: " + core::join(document.see_also, ", "));
  }
  if (!document.since.empty()) {
    page.gap();
    page.words("Since: " + document.since);
  }
}

}  // namespace elle::lang

// The preprocessor's history is put together from two accounts: libclang's list of definitions and inclusions, in
// order, and the text, which alone knows the `#undef`s. Files are walked as the preprocessor walked them (open_): at
// each event the text between the last one and this is searched for removals.
//
// Values are folded at the end, when every type, constant and macro is known: a macro is expanded where it is used, not
// where it is defined (C17 6.10.3.4).
#include "core/headers/macro_collector.h"

#include <algorithm>
#include <cstring>
#include <fmt/format.h>
#include <limits>

#include "core/base/text.h"
#include "core/documentation/parse_comment.h"
#include "core/headers/comments.h"
#include "core/headers/macro_scope.h"
#include "core/macros/expander.h"
#include "core/macros/expression.h"

namespace elle::core::headers {
namespace {

using format::DeclarationKind;
using format::MacroValue;

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// The name an `#undef` at the `#` of `text` takes away; empty when it is another directive.
std::string_view undefined_name(std::string_view text) {
  size_t at = 1;
  auto skip_blanks = [&] {
    while (at < text.size() && is_blank(text[at])) at++;
  };
  skip_blanks();
  if (text.substr(at, 5) != "undef") return {};
  at += 5;
  skip_blanks();
  size_t start = at;
  while (at < text.size() && is_word_letter(text[at])) at++;
  return text.substr(start, at - start);
}

struct Range {
  unsigned begin;
  unsigned end;
};

std::vector<Range> skipped_ranges(CXTranslationUnit unit, CXFile file) {
  std::vector<Range> ranges;
  CXSourceRangeList* list = clang_getSkippedRanges(unit, file);
  if (!list) return ranges;
  for (unsigned i = 0; i < list->count; i++)
    ranges.push_back({position_of(clang_getRangeStart(list->ranges[i])).offset,
                      position_of(clang_getRangeEnd(list->ranges[i])).offset});
  clang_disposeSourceRangeList(list);
  return ranges;
}

}  // namespace

const std::vector<MacroCollector::Removal>& MacroCollector::removals(CXFile file) {
  auto [found, fresh] = removals_.try_emplace(file);
  std::vector<Removal>& list = found->second;
  if (!fresh) return list;
  std::string_view text = files_.text(file);
  // Searching for the word and looking at what stands around it is many times faster than reading every line.
  for (size_t at = 0; (at = text.find("undef", at)) != std::string_view::npos; at++) {
    size_t hash = text.rfind('#', at);
    if (hash == std::string_view::npos || at - hash > 16 || !starts_line(text, hash)) continue;
    std::string_view name = undefined_name(text.substr(hash));
    if (!name.empty()) list.push_back({static_cast<unsigned>(hash), name});
  }
  if (list.empty()) return list;
  std::vector<Range> skipped = skipped_ranges(unit_, file);
  std::erase_if(list, [&](const Removal& removal) {
    return std::any_of(skipped.begin(), skipped.end(),
                       [&](const Range& range) { return range.begin <= removal.offset && removal.offset < range.end; });
  });
  return list;
}

void MacroCollector::apply_removals(CXFile file, unsigned from, unsigned to) {
  for (const Removal& removal : removals(file))
    if (removal.offset >= from && removal.offset < to) current_.erase(removal.name);
}

void MacroCollector::leave_file() {
  apply_removals(open_.back().file, open_.back().offset, std::numeric_limits<unsigned>::max());
  open_.pop_back();
}

// Something happened at this place: files that were left and text that was passed have had their say.
void MacroCollector::advance_to(CXFile file, unsigned offset) {
  bool is_open = std::any_of(open_.begin(), open_.end(), [&](const OpenFile& open) { return open.file == file; });
  while (is_open && open_.back().file != file) leave_file();
  if (!is_open) open_.push_back({file, 0});
  entered_.insert(file);
  apply_removals(file, open_.back().offset, offset);
  open_.back().offset = offset;
}

// A file read for the first time is entered at once, so that its removals count even if it defines nothing. One
// included again is only entered when something happens in it: mostly its include guard keeps everything out.
void MacroCollector::take_inclusion(CXCursor cursor) {
  Position position = position_of(clang_getCursorLocation(cursor));
  if (!position.file) return;
  advance_to(position.file, position.offset);
  CXFile included = clang_getIncludedFile(cursor);
  if (included && entered_.insert(included).second) open_.push_back({included, 0});
}

void MacroCollector::take_definition(CXCursor cursor) {
  CXSourceRange extent = clang_getCursorExtent(cursor);
  Definition definition;
  definition.name = keep(Text(clang_getCursorSpelling(cursor)).string());
  definition.position = position_of(clang_getRangeStart(extent));
  definition.end = position_of(clang_getRangeEnd(extent)).offset;
  definition.function_like = clang_Cursor_isMacroFunctionLike(cursor) != 0;
  if (definition.position.file) advance_to(definition.position.file, definition.position.offset);
  std::string_view text = files_.text(definition.position.file);
  unsigned start = definition.position.offset + static_cast<unsigned>(definition.name.size());
  if (start <= definition.end && definition.end <= text.size())
    definition.text = text.substr(start, definition.end - start);
  else
    definition.text = predefined_text(cursor);
  current_[definition.name] = definitions_.size();
  definitions_.push_back(definition);
}

// The compiler's own definitions stand in a buffer that is reachable only token by token.
std::string_view MacroCollector::predefined_text(CXCursor cursor) {
  CXToken* tokens = nullptr;
  unsigned count = 0;
  clang_tokenize(unit_, clang_getCursorExtent(cursor), &tokens, &count);
  std::string text;
  for (unsigned i = 1; i < count; i++) {
    if (i > 1 && !clang_Cursor_isMacroFunctionLike(cursor)) text += ' ';
    text += Text(clang_getTokenSpelling(unit_, tokens[i])).view();
  }
  clang_disposeTokens(unit_, tokens, count);
  return keep(std::move(text));
}

format::StringRef MacroCollector::comment_of(const Definition& definition) {
  std::string_view text = files_.text(definition.position.file);
  size_t hash = text.substr(0, definition.position.offset).rfind('#');
  if (hash == std::string_view::npos) return 0;
  std::string_view comment = comment_before(text, hash);
  if (comment.empty()) comment = comment_after(text, definition.end);
  return builder_.string(clean_comment(comment));
}

format::DeclarationRow MacroCollector::common(const Definition& definition) {
  format::DeclarationRow row{};
  row.name = builder_.string(definition.name);
  row.file = files_.number(definition.position.file);
  row.line = definition.position.line;
  row.column = static_cast<uint16_t>(std::min(definition.position.column, 0xffffu));
  if (row.file == format::kNoFile)
    row.flags |= format::kPredefined;
  else
    row.comment = comment_of(definition);
  return row;
}

format::MacroRow MacroCollector::describe(const macros::Macro& macro) {
  format::MacroRow row{};
  row.body = builder_.string(macro.body_text());
  row.first_parameter = static_cast<uint32_t>(builder_.macro_parameters.size());
  row.parameter_count = static_cast<uint16_t>(macro.parameters.size());
  for (std::string_view parameter : macro.parameters) builder_.macro_parameters.push_back(builder_.string(parameter));
  if (macro.variadic) {
    bool unnamed = macro.parameters.back() == "__VA_ARGS__";
    std::string last = unnamed ? "..." : std::string(macro.parameters.back()) + "...";
    builder_.macro_parameters.back() = builder_.string(last);
  }
  return row;
}

void MacroCollector::set_value(const macros::Value& value, format::MacroRow& row, format::DeclarationRow& declaration) {
  row.value_kind = value.kind;
  row.value = value.bits;
  declaration.type = value.type;
  if (value.kind != MacroValue::kFloating) {
    row.text = builder_.string(value.text);
    return;
  }
  // Twice: a double for all who compute with one, and the exact value as text for a long double.
  double real = static_cast<double>(value.real);
  std::memcpy(&row.value, &real, sizeof real);
  row.text = builder_.string(fmt::format("{:a}", value.real));
}

void MacroCollector::finish(const DeclaredNames& names) {
  while (!open_.empty()) leave_file();
  macros::MacroTable table;
  for (const auto& [name, index] : current_)
    table.define(name, definitions_[index].text, definitions_[index].function_like);
  // clang makes this one up at each mention; with SSE, arithmetic is done in the operands' own types (C17 5.2.4.2.2p9).
  table.define("__FLT_EVAL_METHOD__", " 0", /*function_like=*/false);
  MacroScope scope(builder_, names);
  macros::Expander expander(table);
  for (size_t i = 0; i < definitions_.size(); i++) {
    const Definition& definition = definitions_[i];
    auto in_force = current_.find(definition.name);
    if (in_force == current_.end() || in_force->second != i) continue;
    // In the order of the text, so that a macro's number says where it stands among the others.
    const macros::Macro& macro = *table.find(definition.name);
    format::DeclarationRow declaration = common(definition);
    format::MacroRow row = describe(macro);
    macros::Value value;
    value.kind = MacroValue::kFunctionLike;
    if (!macro.function_like) value = macros::fold(scope, expander, macro);
    set_value(value, row, declaration);
    builder_.macros.push_back(row);
    builder_.declarations(DeclarationKind::kMacro).push_back(declaration);
  }
}

}  // namespace elle::core::headers

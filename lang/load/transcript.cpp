// What was evaluated at the prompt and worked, kept to be saved as a script. A session is not a script: it asks about
// things, loads again what changed, and speaks of *1. What is left out and what is renamed is decided when it is saved,
// by how each text reads.
#include "lang/load/transcript.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/text.h"

#include "lang/builtins/sequence.h"
#include "lang/print/printer.h"
#include "lang/read/form.h"
#include "lang/read/tokens.h"

namespace elle::lang {

namespace {

// Of texts and results together.
constexpr size_t kMostBytes = 16 << 20;
// A result that takes more than this, in items or in characters, is told in short and is nothing to compare with.
constexpr size_t kMostItems = 200, kLongestComment = 400;

// What asks about things, and changes nothing.
constexpr std::string_view kQuestions[] = {
    "doc",  "apropos",   "who-takes", "who-returns",  "how-to-get", "loaded", "source", "header-of",
    "tour", "backtrace", "reload",    "save-session", "hexdump",    "layout", "help",   "print-documentation"};
// What is defined in it stays, so that it must not stand inside another form.
constexpr std::string_view kBlocks[] = {"do"};
constexpr std::string_view kLoads[] = {"load-header-with-lib", "load-library", "use-library", "import"};

template <size_t kCount>
bool is_call_of(Value form, const std::string_view (&names)[kCount]) {
  if (!form.is(Tag::kPair) || !head(form).is(Tag::kSymbol)) return false;
  return std::ranges::find(names, head(form).as<Symbol>()->view()) != std::end(names);
}

// 1, 2 or 3 for the variables of the last values, 0 for any other token.
int last_value(std::string_view token) {
  return token.size() == 2 && token[0] == '*' && token[1] >= '1' && token[1] <= '3' ? token[1] - '0' : 0;
}

// Whether the value reads back from how it is written. `items` is how many more it may have.
bool is_readable(Value value, size_t& items) {
  if (items == 0) return false;
  items--;
  switch (value.tag()) {
    case Tag::kNil:
    case Tag::kTrue:
    case Tag::kFalse:
    case Tag::kInteger:
    case Tag::kNatural:
    case Tag::kBigInt:
    case Tag::kCharacter:
    case Tag::kKeyword:
    case Tag::kString:
      return true;
    case Tag::kDouble:
      return std::isfinite(value.real);
    case Tag::kPair:
      for (; value.is(Tag::kPair); value = tail(value))
        if (!is_readable(head(value), items)) return false;
      return value.is_nil();
    case Tag::kVector: {
      const auto* vector = value.as<Vector>();
      return std::all_of(vector->items, vector->items + vector->size,
                         [&](Value item) { return is_readable(item, items); });
    }
    case Tag::kMap: {
      const auto* map = value.as<Map>();
      return std::all_of(map->order, map->order + map->used, [&](const Map::Entry& entry) {
        return entry.key.is(Tag::kUnbound) || (is_readable(entry.key, items) && is_readable(entry.value, items));
      });
    }
    default:
      return false;
  }
}

std::string literal(const Runtime& runtime, Value value) {
  size_t items = kMostItems;
  if (!is_readable(value, items)) return {};
  const bool evaluates = value.is(Tag::kPair) || value.is(Tag::kVector) || value.is(Tag::kMap);
  return (evaluates ? "'" : "") + print_value(runtime.views, value);
}

// "; => 42"; further lines stand below the first.
std::string comment(std::string_view value) {
  std::string text = "; => ";
  for (char c : value) text += c == '\n' ? "\n;    " : std::string(1, c);
  return text + "\n";
}

}  // namespace

void Transcript::add(std::string_view text, const ReadForms& forms, Value value) {
  const auto* all = forms.forms.as<Vector>();
  Entry entry{
      .text = std::string(text), .last_begin = 0, .last_end = 0, .left_out = true, .load = false, .of_error = false};
  // A text of comments alone has no form, and stays.
  entry.left_out = core::trim(text).starts_with('?') || (all->size == 1 && is_call_of(all->items[0], kQuestions));
  entry.load = all->size == 1 && is_call_of(all->items[0], kLoads);
  if (all->size > 0) {
    const Span last = forms.spans.back();
    uint32_t start = 0;
    runtime_.sources.text_at(last.begin, &start);
    entry.last_begin = last.begin - start;
    entry.last_end = last.end - start;
    entry.block = is_call_of(all->items[all->size - 1], kBlocks);
  }
  for (const Token& token : tokens_of(text)) {
    const std::string_view name = text.substr(token.begin, token.end - token.begin);
    if (token.kind != TokenKind::kSymbol) continue;
    if (const int mention = last_value(name)) entry.mentions.push_back(mention);
    entry.of_error |= name == "*e";
  }
  if (!entry.left_out && !value.is_nil()) {
    entry.value = print_short(runtime_.views, value, kLongestComment);
    entry.literal = literal(runtime_, value);
  }
  bytes_ += entry.text.size() + entry.value.size() + entry.literal.size();
  entries_.push_back(std::move(entry));
  while (bytes_ > kMostBytes && entries_.size() > 1) {
    const Entry& oldest = entries_.front();
    bytes_ -= oldest.text.size() + oldest.value.size() + oldest.literal.size();
    entries_.pop_front();
    forgotten_++;
  }
}

std::string Transcript::value_name(size_t index) const {
  std::string name = fmt::format("value-{}", index + 1);
  while (runtime_.current_module->find(runtime_.symbols.intern(name))) name = "the-" + name;
  return name;
}

std::vector<std::string> Transcript::value_names() const {
  std::vector<std::string> names(entries_.size());
  for (size_t i = 0; i < entries_.size(); i++)
    for (int mention : entries_[i].mentions) {
      const size_t back = static_cast<size_t>(mention);
      // What is not in the script, and what gave nothing, stays nil.
      if (back <= i && !entries_[i - back].left_out && !entries_[i - back].value.empty())
        names[i - back] = value_name(i - back);
    }
  return names;
}

// A part of the text, where `*1` and its like are the names of the values they were.
std::string Transcript::with_names(const Entry& entry, size_t index, size_t begin, size_t end,
                                   const std::vector<std::string>& names) const {
  std::string code;
  size_t done = begin;
  for (const Token& token : tokens_of(entry.text)) {
    const int mention = last_value(std::string_view(entry.text).substr(token.begin, token.end - token.begin));
    if (token.kind != TokenKind::kSymbol || !mention || token.begin < begin || token.end > end) continue;
    const size_t back = static_cast<size_t>(mention);
    const std::string& name = back <= index ? names[index - back] : std::string();
    code += entry.text.substr(done, token.begin - done) + (name.empty() ? "nil" : name);
    done = token.end;
  }
  return code + entry.text.substr(done, end - done);
}

std::string Transcript::code_of(size_t index, const std::vector<std::string>& names, bool checked) const {
  const Entry& entry = entries_[index];
  const auto part = [&](size_t begin, size_t end) { return with_names(entry, index, begin, end, names); };
  std::string last = part(entry.last_begin, entry.last_end);
  const bool asserted = checked && !entry.literal.empty() && !entry.block;
  if (entry.block && !names[index].empty() && !entry.literal.empty()) {
    last += fmt::format("\n(define {} {})", names[index], entry.literal);
  } else if (!names[index].empty()) {
    last = fmt::format("(define {} {})", names[index], last);
    if (asserted) last += fmt::format("\n(assert (= {} {}))", names[index], entry.literal);
  } else if (asserted) {
    last = fmt::format("(assert (= {} {}))", last, entry.literal);
  }
  std::string code = part(0, entry.last_begin) + last + part(entry.last_end, entry.text.size());
  while (code.ends_with('\n')) code.pop_back();
  code += '\n';
  return asserted || entry.value.empty() ? code : code + comment(entry.value);
}

Transcript::Script Transcript::script(bool checked) const {
  const std::vector<std::string> names = value_names();
  Script script{.text = "#!/usr/bin/env elle\n"};
  if (forgotten_ > 0) script.text += fmt::format("; What came first is not here: {} texts.\n", forgotten_);
  std::set<std::string_view> loaded;
  for (size_t i = 0; i < entries_.size(); i++) {
    const Entry& entry = entries_[i];
    const std::string_view text = core::trim(entry.text);
    if (entry.left_out || (entry.load && names[i].empty() && !loaded.insert(text).second)) continue;
    if (entry.of_error) {
      script.text += fmt::format("; left out, because it is about an error: {}\n", core::first_sentence(text));
      continue;
    }
    script.text += code_of(i, names, checked);
    script.forms += entry.last_end > 0;
  }
  return script;
}

}  // namespace elle::lang

// Tokens to forms, and what is wrong with them.
//
// Two stacks take the place of recursion: `frames_` has the open brackets and prefixes, `items_` the forms inside all
// of them, each frame knowing where its own begin. Closing a bracket takes its items off and puts the one form they
// make on; that form may complete the prefixes that wait for it, the innermost first.
//
// Reading goes on after a problem, so what is wrong leaves kUnbound in its place: without it the form around would
// have one item too few, and a map, say, be called wrong a second time. Such forms are never run, since there are
// problems to report.
//
// Whether a text is wrong or just stops decides what Enter does at the prompt: it asks for another row only when
// something is open and nothing is wrong, or a wrong text could never be sent off. A bracket that closes the wrong one
// is wrong whatever follows. It ends the bracket further out that it fits, so that one mistake gives one message.
//
// Nothing here can collect, so that the items need no roots.
#include "lang/read/form_builder.h"

#include <algorithm>
#include <utility>

#include "lang/data/map.h"
#include "lang/read/literal.h"

namespace elle::lang {

namespace {

// Compiler, printer and equality walk forms; this keeps them off the end of the C stack.
constexpr size_t kDeepest = 1000;
// More help nobody, and a text that is no Lisp at all would give one per token.
constexpr size_t kMostProblems = 20;

Value wrong_form() { return make_value(Tag::kUnbound, 0); }

// The name of the form that a prefix stands for; null for brackets and for `#;`, which stands for nothing.
const char* prefix_name(TokenKind kind) {
  switch (kind) {
    case TokenKind::kQuote:
      return "quote";
    case TokenKind::kQuasiquote:
      return "quasiquote";
    case TokenKind::kUnquote:
      return "unquote";
    case TokenKind::kUnquoteSplicing:
      return "unquote-splicing";
    default:
      return nullptr;
  }
}

}  // namespace

void FormBuilder::take(const Token& token) {
  switch (token.kind) {
    case TokenKind::kOpenList:
    case TokenKind::kOpenVector:
    case TokenKind::kOpenRoundVector:
    case TokenKind::kOpenMap:
    case TokenKind::kOpenBytes:
    case TokenKind::kQuote:
    case TokenKind::kQuasiquote:
    case TokenKind::kUnquote:
    case TokenKind::kUnquoteSplicing:
    case TokenKind::kSkip:
      return open(token);
    case TokenKind::kCloseRound:
    case TokenKind::kCloseSquare:
    case TokenKind::kCloseCurly:
      return close(token);
    case TokenKind::kUnclosedString:
      return add_unclosed_string(span_of(token));
    case TokenKind::kUnclosedComment: {
      const uint32_t begin = span_of(token).begin;
      return still_open({begin, begin + 2}, "This `#|` comment is never closed.");
    }
    case TokenKind::kComment:
    case TokenKind::kBlockComment:
    case TokenKind::kShebang:
      return;
    default:
      return add_literal(token);
  }
}

void FormBuilder::open(const Token& token) {
  const Span span = span_of(token);
  if (frames_.size() == kDeepest) {
    wrong(span, fmt::format("Forms are nested more than {} deep here.", kDeepest));
    stopped_ = true;
    return;
  }
  const bool at_margin = token.begin > 0 && text_[token.begin - 1] == '\n';
  if (at_margin && !frames_.empty() && !frames_[0].margin_form.known()) frames_[0].margin_form = span;
  frames_.push_back({token.kind, span, items_.size()});
}

void FormBuilder::close(const Token& token) {
  const Span span = span_of(token);
  drop_empty_prefixes();
  if (frames_.empty()) return wrong(span, fmt::format("This `{}` closes nothing.", text_of(span)));
  if (!closes(token.kind, frames_.back().kind)) {
    const Span innermost = frames_.back().span;
    const Place opened = runtime_.sources.place(innermost);
    wrong(span, fmt::format("`{}` cannot close the `{}` opened at {}:{}.", text_of(span), text_of(innermost),
                            opened.line, opened.column));
    // It was meant for a bracket further out, if there is such a one: what is in between was left open.
    const auto meant = std::find_if(frames_.rbegin(), frames_.rend(),
                                    [&](const Frame& frame) { return closes(token.kind, frame.kind); });
    if (meant == frames_.rend()) return;
    const size_t outer = static_cast<size_t>(frames_.rend() - meant);
    items_.resize(frames_[outer].first_item);
    frames_.resize(outer);
  }
  complete_bracket(span.end);
}

void FormBuilder::add(Value value, Span span) {
  items_.push_back({value, span});
  while (!frames_.empty() && is_prefix(frames_.back().kind))
    if (!complete_prefix()) return;
}

void FormBuilder::add_literal(const Token& token) {
  const Span span = span_of(token);
  Literal literal = read_literal(runtime_, token.kind, text_of(span), span.begin);
  if (literal.ok()) return add(literal.value(), span);
  wrong(literal.error().span, literal.error().message, literal.error().next_step);
  add(wrong_form(), span);
}

void FormBuilder::add_unclosed_string(Span span) {
  still_open({span.begin, span.begin + 1}, "This string is never closed.");
  add(wrong_form(), span);
}

void FormBuilder::complete_bracket(uint32_t end) {
  const Frame frame = frames_.back();
  const Value value = make_collection(frame.kind, frame.first_item);
  items_.resize(frame.first_item);
  frames_.pop_back();
  add(value, {frame.span.begin, end});
}

bool FormBuilder::complete_prefix() {
  const Frame frame = frames_.back();
  frames_.pop_back();
  const Item item = items_.back();
  items_.pop_back();
  const char* name = prefix_name(frame.kind);
  if (!name) return false;
  const Value operand = object_value(Tag::kPair, runtime_.heap.pair(item.value, nil(), item.span));
  const Value form = object_value(Tag::kPair, runtime_.heap.pair(runtime_.symbol(name), operand, frame.span));
  items_.push_back({form, {frame.span.begin, item.span.end}});
  return true;
}

void FormBuilder::drop_empty_prefixes() {
  while (!frames_.empty() && is_prefix(frames_.back().kind)) {
    const Span span = frames_.back().span;
    wrong(span, fmt::format("This `{}` has no form after it.", text_of(span)));
    frames_.pop_back();
  }
}

Value FormBuilder::make_collection(TokenKind kind, size_t first) {
  switch (kind) {
    case TokenKind::kOpenList:
      return make_list(first);
    case TokenKind::kOpenMap:
      return make_map(first);
    case TokenKind::kOpenBytes:
      return make_bytes(first);
    default: {
      Vector* vector = runtime_.heap.vector(static_cast<uint32_t>(items_.size() - first));
      for (size_t i = first; i < items_.size(); i++) runtime_.heap.vector_push(vector, items_[i].value);
      return object_value(Tag::kVector, vector);
    }
  }
}

Value FormBuilder::make_list(size_t first) {
  Value list = nil();
  for (size_t i = items_.size(); i-- > first;)
    list = object_value(Tag::kPair, runtime_.heap.pair(items_[i].value, list, items_[i].span));
  return list;
}

Value FormBuilder::make_map(size_t first) {
  Map* map = runtime_.heap.map();
  for (size_t i = first; i < items_.size(); i += 2) {
    const Item& key = items_[i];
    if (i + 1 == items_.size())
      wrong(key.span, "This key has no value.", "A map is written {key value …}.");
    else if (!key.value.is(Tag::kUnbound) && map_find(*map, key.value))
      wrong(key.span, "This key is given twice in one map.");
    else
      map_put(runtime_.heap, *map, key.value, items_[i + 1].value);
  }
  return object_value(Tag::kMap, map);
}

Value FormBuilder::make_bytes(size_t first) {
  Bytes* bytes = runtime_.heap.bytes(items_.size() - first);
  for (size_t i = first; i < items_.size(); i++) {
    const auto& [value, span] = items_[i];
    if (value.is(Tag::kInteger) && value.integer >= 0 && value.integer <= 255)
      bytes->data[i - first] = static_cast<uint8_t>(value.integer);
    else if (!value.is(Tag::kUnbound))
      wrong(span, "This is not a byte.", "#u8(…) takes integers from 0 to 255.");
  }
  return object_value(Tag::kBytes, bytes);
}

void FormBuilder::wrong(Span span, std::string message, std::string next_step) {
  wrong_ = true;
  problems_.push_back({span, std::move(message), std::move(next_step)});
  if (problems_.size() >= kMostProblems) stopped_ = true;
}

void FormBuilder::still_open(Span span, std::string message, std::string next_step) {
  still_open_ = true;
  if (problems_.size() < kMostProblems) problems_.push_back({span, std::move(message), std::move(next_step)});
}

void FormBuilder::report_open_frames() {
  for (const Frame& frame : frames_) {
    if (is_prefix(frame.kind)) {
      still_open(frame.span, fmt::format("This `{}` has no form after it.", text_of(frame.span)));
      continue;
    }
    std::string next_step;
    if (frame.margin_form.known())
      next_step = fmt::format("Line {} starts a form at the margin: is a closing bracket missing before it?",
                              runtime_.sources.place(frame.margin_form).line);
    still_open(frame.span, fmt::format("This `{}` is never closed.", text_of(frame.span)), std::move(next_step));
  }
}

ReadForms FormBuilder::finish() {
  if (!stopped_) report_open_frames();
  if (!frames_.empty()) items_.resize(frames_[0].first_item);
  // By place; of those at one place the shorter first. (libstdc++'s stable sort is deprecated inside, for clang.)
  std::sort(problems_.begin(), problems_.end(), [](const SyntaxProblem& a, const SyntaxProblem& b) {
    return std::pair(a.span.begin, a.span.end) < std::pair(b.span.begin, b.span.end);
  });
  ReadForms result;
  Vector* forms = runtime_.heap.vector(static_cast<uint32_t>(items_.size()));
  for (const Item& item : items_) {
    runtime_.heap.vector_push(forms, item.value);
    result.spans.push_back(item.span);
  }
  result.forms = object_value(Tag::kVector, forms);
  result.problems = std::move(problems_);
  result.unfinished = still_open_ && !wrong_;
  return result;
}

}  // namespace elle::lang

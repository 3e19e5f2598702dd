#include "lang/print/printer.h"

#include <optional>
#include <unordered_set>
#include <vector>

#include "lang/print/atom_text.h"
#include "lang/text/utf8.h"
#include "lang/value/objects.h"

namespace elle::lang {

namespace {

constexpr std::string_view kMore = "…";

bool is_collection(Value value) { return value.is(Tag::kPair) || value.is(Tag::kVector) || value.is(Tag::kMap); }

// Walks nested collections with a stack of its own: any depth is fine.
class Printer {
 public:
  Printer(const ViewAccess* views, PrintOptions options, size_t budget)
      : views_(views), options_(options), budget_(budget) {}

  std::string print(Value value) {
    start(value);
    while (!open_.empty() && text_.size() <= budget_) step(open_.back());
    return std::move(text_);
  }

 private:
  // A collection that is being printed.
  struct Frame {
    Value collection;
    uint32_t shown = 0;      // elements, where a map's entry is one
    uint32_t position = 0;   // of the next item; in a map of the next key or value
    Value rest = nil();      // of a list
    Value landmark = nil();  // a cell of the list that was passed; to meet it again means that the list is a circle
  };

  void start(Value value);
  void step(Frame& frame);
  void end(const Frame& frame);
  static bool at_end(Frame& frame);
  static std::optional<Value> next(Frame& frame);
  static std::optional<Value> next_of_list(Frame& frame);

  const ViewAccess* views_;
  PrintOptions options_;
  size_t budget_;
  std::string text_;
  std::vector<Frame> open_;
  std::unordered_set<const Object*> path_;  // the collections in `open_`
};

void Printer::start(Value value) {
  if (!is_collection(value)) return append_atom(text_, views_, value, options_.style, budget_);
  const bool too_deep = options_.max_depth && open_.size() >= options_.max_depth;
  if (too_deep || !path_.insert(value.object).second) {
    text_ += kMore;
    return;
  }
  text_ += value.is(Tag::kPair) ? '(' : value.is(Tag::kVector) ? '[' : '{';
  open_.push_back({value});
  open_.back().rest = open_.back().landmark = value;
}

void Printer::end(const Frame& frame) {
  text_ += frame.collection.is(Tag::kPair) ? ')' : frame.collection.is(Tag::kVector) ? ']' : '}';
  path_.erase(frame.collection.object);
  open_.pop_back();
}

void Printer::step(Frame& frame) {
  if (at_end(frame)) return end(frame);
  const bool second_of_entry = frame.collection.is(Tag::kMap) && frame.position % 2 == 1;
  if (frame.shown > 0 || second_of_entry) text_ += ' ';
  if (options_.max_items && frame.shown == options_.max_items && !second_of_entry) {
    text_ += kMore;
    return end(frame);
  }
  const std::optional<Value> item = next(frame);
  if (!item) {
    text_ += kMore;
    return;
  }
  start(*item);  // may push a frame, so `frame` is not to be used any more
}

bool Printer::at_end(Frame& frame) {
  switch (frame.collection.tag()) {
    case Tag::kPair:
      return frame.rest.is_nil();
    case Tag::kVector:
      return frame.position >= frame.collection.as<Vector>()->size;
    default: {
      const Map& map = *frame.collection.as<Map>();
      while (frame.position / 2 < map.used && map.order[frame.position / 2].key.is(Tag::kUnbound)) frame.position += 2;
      return frame.position / 2 >= map.used;
    }
  }
}

// The next key, value or element; nothing where a list turns out to be a circle. REQUIRES: not at the end.
std::optional<Value> Printer::next(Frame& frame) {
  const uint32_t position = frame.position++;
  switch (frame.collection.tag()) {
    case Tag::kPair:
      frame.shown++;
      return next_of_list(frame);
    case Tag::kVector:
      frame.shown++;
      return frame.collection.as<Vector>()->items[position];
    default: {
      const Map::Entry& entry = frame.collection.as<Map>()->order[position / 2];
      frame.shown += position % 2;
      return position % 2 ? entry.value : entry.key;
    }
  }
}

// Brent's way to find a circle: a landmark that moves on at each power of two.
std::optional<Value> Printer::next_of_list(Frame& frame) {
  if (frame.shown > 1 && frame.rest.same(frame.landmark)) {
    frame.rest = nil();
    return std::nullopt;
  }
  if ((frame.shown & (frame.shown - 1)) == 0) frame.landmark = frame.rest;
  const Pair& pair = *frame.rest.as<Pair>();
  frame.rest = pair.tail.is(Tag::kPair) ? pair.tail : nil();
  return pair.head;
}

// Cuts to `limit` characters, the last of which then says that there was more.
std::string shorten(std::string text, size_t limit) {
  if (text.size() <= limit || count_characters(text) <= limit) return text;
  text.resize(offset_of_character(text, limit - 1));
  return text += kMore;
}

}  // namespace

std::string print_value(const ViewAccess* views, Value value, PrintOptions options) {
  return Printer(views, options, std::string::npos).print(value);
}

std::string print_short(const ViewAccess* views, Value value, size_t limit) {
  // A character is at most four bytes, so what is cut off is enough to know that the text is longer.
  return shorten(Printer(views, {}, limit * 4).print(value), limit);
}

}  // namespace elle::lang

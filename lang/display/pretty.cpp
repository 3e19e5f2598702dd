// Laying out takes two passes: values become nodes that know how wide they are on one line, then the nodes become
// lines. The nodes stand in one vector, each followed by its parts, and both passes are loops (lang/value/walk.h), so
// that data may nest to any depth.
#include "lang/display/pretty.h"

#include <utility>

#include "lang/data/sequence_items.h"
#include "lang/display/value_text.h"
#include "lang/text/unicode.h"
#include "lang/value/walk.h"

namespace elle::lang {

namespace {

constexpr std::string_view kMore = "…";

// What is shown when not everything is: items of the outermost collection, of those in it, and of all together.
constexpr uint64_t kOutermost = 50, kInner = 20, kTogether = 1000;
// Characters of an item that is no collection.
constexpr size_t kItemLength = 200;
// Collections inside one another.
constexpr size_t kDeepest = 9;

struct Node {
  std::string text;      // of a leaf; else the bracket that opens
  std::string close;     // empty for a leaf
  bool entries = false;  // parts are key, value, key, value, …
  size_t width = 0;      // on one line
  size_t end = 0;        // the place of the node after it and its parts

  bool leaf() const { return close.empty(); }
};

// A node, its parts, theirs, and so on: each part follows the one before it and all that this one holds.
class Nodes {
 public:
  void add_leaf(std::string text) {
    const size_t width = text_width(text);
    nodes_.push_back({.text = std::move(text), .close = {}, .width = width, .end = nodes_.size() + 1});
  }
  // What is added until it is closed is inside.
  size_t open(std::string_view bracket, std::string_view close, bool entries) {
    nodes_.push_back({.text = std::string(bracket), .close = std::string(close), .entries = entries});
    return nodes_.size() - 1;
  }
  void close(size_t place) {
    Node& node = nodes_[place];
    node.end = nodes_.size();
    node.width = text_width(node.text) + text_width(node.close);
    for (size_t part = place + 1; part < node.end; part = nodes_[part].end)
      node.width += nodes_[part].width + (part > place + 1 ? 1 : 0);
  }
  const Node& operator[](size_t place) const { return nodes_[place]; }

 private:
  std::vector<Node> nodes_;
};

// --- Values to nodes --------------------------------------------------------------

class Tree {
 public:
  Tree(const Runtime& runtime, const ShowOptions& options) : runtime_(runtime), options_(options) {}

  void add_all(Value collection) {
    of = item_count(collection);
    add(collection);
    while (!frames_.empty()) step(frames_.back());
  }

  Nodes nodes;
  bool cut = false;
  uint64_t shown = 0, of = 0;  // of the outermost collection

 private:
  // A collection whose items are being added.
  struct Frame {
    ItemCursor items;
    size_t node;
    uint64_t left;  // items that may still be shown; of a map keys and values
  };

  void add(Value value) {
    count_++;
    if (!is_collection(value)) return nodes.add_leaf(item_text(runtime_, value, options_.whole ? 0 : kItemLength));
    const bool too_much = !options_.whole && (frames_.size() >= kDeepest || count_ > kTogether);
    cut = cut || too_much;
    if (too_much || !open_.enter(value.object)) return nodes.add_leaf(std::string(kMore));
    const bool list = value.is(Tag::kPair), map = value.is(Tag::kMap);
    const uint64_t limit = options_.whole ? UINT64_MAX / 2 : frames_.empty() ? kOutermost : kInner;
    const size_t node = nodes.open(list ? "(" : map ? "{" : "[", list ? ")" : map ? "}" : "]", map);
    frames_.push(ItemCursor(value), node, map ? limit * 2 : limit);
  }

  void step(Frame& frame) {
    const Value* item = frame.items.next();
    if (item && frame.left > 0) {
      frame.left--;
      // A key alone is no entry yet.
      if (frames_.size() == 1) shown += !nodes[frame.node].entries || frame.left % 2 == 0;
      return add(*item);
    }
    if (item) {
      cut = true;
      nodes.add_leaf(std::string(kMore));
    }
    nodes.close(frame.node);
    open_.leave(frame.items.collection().object);
    frames_.pop();
  }

  const Runtime& runtime_;
  const ShowOptions& options_;
  uint64_t count_ = 0;
  Frames<Frame> frames_;
  OpenCollections open_;
};

// --- Nodes to lines ---------------------------------------------------------------

class Lines {
 public:
  Lines(const Nodes& nodes, size_t columns) : nodes_(nodes), columns_(columns) {}

  std::string text() {
    put(0, 0);
    while (!frames_.empty()) {
      Frame& frame = frames_.back();
      if (frame.part == nodes_[frame.node].end) {
        append(nodes_[frame.node].close);
        frames_.pop();
      } else if (nodes_[frame.node].entries) {
        put_of_entry(frame);
      } else {
        put_item(frame);
      }
    }
    return std::move(text_);
  }

 private:
  // A node that is broken into lines at its parts.
  struct Frame {
    size_t node;
    size_t part;  // the next
    size_t indent;
    size_t behind;  // brackets that must stand in the same line after it
    bool after_leaf = true;
    bool value_next = false;  // of entries
  };

  // What does not fit its line is broken; not where the indentation alone has used up the line.
  void put(size_t place, size_t behind) {
    const Node& node = nodes_[place];
    if (node.leaf() || column_ + node.width + behind <= columns_ || column_ >= columns_) return put_flat(place);
    const size_t indent = column_ + 1;
    append(node.text);
    frames_.push(place, place + 1, indent, behind);
  }

  void put_flat(size_t place) {
    std::vector<size_t> open;
    for (size_t i = place; i < nodes_[place].end; i++) {
      for (; !open.empty() && nodes_[open.back()].end == i; open.pop_back()) append(nodes_[open.back()].close);
      if (!open.empty() && i != open.back() + 1) append(" ");
      append(nodes_[i].text);
      if (!nodes_[i].leaf()) open.push_back(i);
    }
    for (; !open.empty(); open.pop_back()) append(nodes_[open.back()].close);
  }

  // Goes on to the next part; returns the one that is now to be put, and how much stands behind it.
  std::pair<size_t, size_t> take_part(Frame& frame) const {
    const size_t part = std::exchange(frame.part, nodes_[frame.part].end);
    return {part, frame.part == nodes_[frame.node].end ? frame.behind + 1 : 0};
  }

  // Atoms fill their lines; a collection has lines of its own.
  void put_item(Frame& frame) {
    const bool first = frame.part == frame.node + 1;
    const auto [part, after] = take_part(frame);
    const bool leaf = nodes_[part].leaf();
    const bool after_leaf = std::exchange(frame.after_leaf, leaf);
    const bool alone = !leaf || !after_leaf;
    if (!first && (alone || column_ + 1 + nodes_[part].width + after > columns_))
      new_line(frame.indent);
    else if (!first)
      append(" ");
    put(part, after);
  }

  // A key begins a line, its value follows it.
  void put_of_entry(Frame& frame) {
    const bool first = frame.part == frame.node + 1;
    const auto [part, after] = take_part(frame);
    const bool is_value = std::exchange(frame.value_next, !frame.value_next);
    if (!is_value) {
      if (!first) new_line(frame.indent);
      return put(part, 0);
    }
    // Far to the right there is no room for a value: it goes below its key.
    const Node& value = nodes_[part];
    const bool below = !value.leaf() && column_ > columns_ / 2 && column_ + 1 + value.width + after > columns_;
    if (below)
      new_line(frame.indent + 1);
    else
      append(" ");
    put(part, after);
  }

  void append(const std::string& text) {
    text_ += text;
    column_ += text_width(text);
  }
  void new_line(size_t indent) {
    text_ += '\n';
    text_.append(indent, ' ');
    column_ = indent;
  }

  const Nodes& nodes_;
  size_t columns_;
  size_t column_ = 0;
  std::string text_;
  Frames<Frame> frames_;
};

}  // namespace

Pretty pretty_text(const Runtime& runtime, Value collection, const ShowOptions& options) {
  Tree tree(runtime, options);
  tree.add_all(collection);
  return {Lines(tree.nodes, options.columns).text(), tree.cut, tree.shown, tree.of};
}

std::string filled_text(const std::vector<std::string>& texts, std::string_view open, std::string_view close,
                        const ShowOptions& options) {
  Nodes nodes;
  const size_t all = nodes.open(open, close, false);
  for (const std::string& text : texts) nodes.add_leaf(text);
  nodes.close(all);
  return Lines(nodes, options.columns).text();
}

}  // namespace elle::lang

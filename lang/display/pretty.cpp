#include "lang/display/pretty.h"

#include <algorithm>
#include <unordered_set>

#include "lang/display/items.h"
#include "lang/display/value_text.h"
#include "lang/text/unicode.h"

namespace elle::lang {

namespace {

constexpr std::string_view kMore = "…";

// What is shown when not everything is: items of the outermost collection, of those in it, and of all together.
constexpr uint64_t kOutermost = 50, kInner = 20, kTogether = 1000;
// Characters of an item that is no collection.
constexpr size_t kItemLength = 200;
// A collection nested deeper is "…": laying out is a recursion.
constexpr size_t kMaxDepth = 8, kMaxDepthWhole = 200;

struct Node {
  std::string text;   // of a leaf; else the bracket that opens
  std::string close;  // empty for a leaf
  std::vector<Node> parts;
  bool entries = false;  // parts are key, value, key, value, …
  size_t width = 0;      // on one line

  bool leaf() const { return close.empty(); }
};

Node leaf_node(std::string text) {
  Node node;
  node.text = std::move(text);
  node.width = text_width(node.text);
  return node;
}

// --- Values to nodes --------------------------------------------------------------

class Tree {
 public:
  Tree(const Runtime& runtime, const ShowOptions& options) : runtime_(runtime), options_(options) {}

  Node node(Value value, size_t depth) {
    nodes_++;
    if (!is_collection(value)) return leaf_node(item_text(runtime_, value, options_.whole ? 0 : kItemLength));
    const bool too_much =
        depth > (options_.whole ? kMaxDepthWhole : kMaxDepth) || (!options_.whole && nodes_ > kTogether);
    cut = cut || too_much;
    if (too_much || !path_.insert(value.object).second) return leaf_node(std::string(kMore));
    Node node = collection(value, depth);
    path_.erase(value.object);
    return node;
  }

  bool cut = false;
  uint64_t shown = 0, of = 0;  // of the outermost collection

 private:
  Node collection(Value value, size_t depth) {
    const uint64_t limit = options_.whole ? UINT64_MAX / 2 : depth == 0 ? kOutermost : kInner;
    const Items items = items_of(value, limit);
    Node node;
    node.entries = value.is(Tag::kMap);
    node.text = value.is(Tag::kPair) ? "(" : node.entries ? "{" : "[";
    node.close = value.is(Tag::kPair) ? ")" : node.entries ? "}" : "]";
    for (Value item : items.values) node.parts.push_back(this->node(item, depth + 1));
    const uint64_t here = items.values.size() / (node.entries ? 2 : 1);
    if (here < items.count) {
      cut = true;
      node.parts.push_back(leaf_node(std::string(kMore)));
    }
    if (depth == 0) {
      shown = here;
      of = items.count;
    }
    node.width = 2 + (node.parts.empty() ? 0 : node.parts.size() - 1);
    for (const Node& part : node.parts) node.width += part.width;
    return node;
  }

  const Runtime& runtime_;
  const ShowOptions& options_;
  uint64_t nodes_ = 0;
  std::unordered_set<const Object*> path_;
};

// --- Nodes to lines ---------------------------------------------------------------

class Lines {
 public:
  explicit Lines(size_t columns) : columns_(columns) {}

  // `behind`: brackets that must stand in the same line after it.
  void put(const Node& node, size_t behind = 0) {
    if (node.leaf() || column_ + node.width + behind <= columns_) return put_flat(node);
    const size_t indent = column_ + 1;
    append(node.text);
    if (node.entries)
      put_entries(node, indent, behind);
    else
      put_items(node, indent, behind);
    append(node.close);
  }

  std::string take() { return std::move(text_); }

 private:
  void put_flat(const Node& node) {
    append(node.text);
    for (size_t i = 0; i < node.parts.size(); i++) {
      if (i) append(" ");
      put_flat(node.parts[i]);
    }
    append(node.close);
  }

  // Atoms fill their lines; a collection has lines of its own.
  void put_items(const Node& node, size_t indent, size_t behind) {
    for (size_t i = 0; i < node.parts.size(); i++) {
      const Node& part = node.parts[i];
      const size_t after = i + 1 == node.parts.size() ? behind + 1 : 0;
      const bool alone = !part.leaf() || (i > 0 && !node.parts[i - 1].leaf());
      if (i > 0 && (alone || column_ + 1 + part.width + after > columns_))
        new_line(indent);
      else if (i > 0)
        append(" ");
      put(part, after);
    }
  }

  void put_entries(const Node& node, size_t indent, size_t behind) {
    for (size_t i = 0; i < node.parts.size(); i++) {
      if (i > 0) new_line(indent);
      put(node.parts[i]);
      if (i + 1 == node.parts.size()) return;  // the "…" after the last entry
      const Node& value = node.parts[++i];
      const size_t after = i + 1 == node.parts.size() ? behind + 1 : 0;
      // Far to the right there is no room for a value: it goes below its key.
      const bool below = !value.leaf() && column_ > columns_ / 2 && column_ + 1 + value.width + after > columns_;
      if (below)
        new_line(indent + 1);
      else
        append(" ");
      put(value, after);
    }
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

  size_t columns_;
  size_t column_ = 0;
  std::string text_;
};

}  // namespace

Pretty pretty_text(const Runtime& runtime, Value collection, const ShowOptions& options) {
  Tree tree(runtime, options);
  const Node node = tree.node(collection, 0);
  Lines lines(options.columns);
  lines.put(node);
  return {lines.take(), tree.cut, tree.shown, tree.of};
}

std::string filled_text(const std::vector<std::string>& texts, std::string_view open, std::string_view close,
                        const ShowOptions& options) {
  Node node;
  node.text = open;
  node.close = close;
  node.width = text_width(open) + text_width(close) + (texts.empty() ? 0 : texts.size() - 1);
  for (const std::string& text : texts) {
    node.parts.push_back(leaf_node(text));
    node.width += node.parts.back().width;
  }
  Lines lines(options.columns);
  lines.put(node);
  return lines.take();
}

}  // namespace elle::lang

// Usage texts taken apart: "(apply f arg… args)", "(load-library path &key header as)".
#include "lang/complete/signature.h"

namespace elle::lang {

namespace {

constexpr std::string_view kEllipsis = "…";

// The part of "(let name value) or (let [name value …] body…)" that fits the call.
std::string_view alternative(std::string_view usage, bool bracketed_first) {
  constexpr std::string_view kOr = " or (";
  std::string_view first;
  for (std::string_view rest = usage; !rest.empty();) {
    const size_t end = rest.find(kOr);
    const std::string_view one = rest.substr(0, end);
    const size_t blank = one.find(' ');
    const char begins = blank == one.npos || blank + 1 >= one.size() ? ' ' : one[blank + 1];
    if ((begins == '[' || begins == '(') == bracketed_first) return one;
    if (first.empty()) first = one;
    rest = end == rest.npos ? std::string_view() : rest.substr(end + kOr.size() - 1);
  }
  return first;
}

class UsageParser {
 public:
  explicit UsageParser(std::string_view usage) : outline_(usage, 0) { signature_.text = usage; }

  Signature parse() {
    if (outline_.child_count(Outline::kRoot) > 0) {
      const NodeIndex call = outline_.child(Outline::kRoot, 0);
      for (size_t i = 1; i < outline_.child_count(call); i++) i = take(call, i);
    }
    return std::move(signature_);
  }

 private:
  // Takes the item at `place` and returns the place of the last one taken.
  size_t take(NodeIndex form, size_t place) {
    const NodeIndex item = outline_.child(form, place);
    const std::string_view text = outline_.text(item);
    if (text == "&key" || text == "&rest" || text == "&" || text == "&optional") {
      keys_ = text == "&key";
      rest_ = text == "&rest" || text == "&";
    } else if (text == kEllipsis || text == "...") {
      if (!signature_.parameters.empty()) signature_.parameters.back().rest = true;
    } else if (outline_[item].kind == TokenKind::kKeyword && place + 1 < outline_.child_count(form)) {
      add(outline_[item].begin, outline_[outline_.child(form, place + 1)].end, false, std::string(text.substr(1)));
      return place + 1;
    } else if (keys_) {
      const bool with_default = outline_.is_bracketed(item) && outline_.child_count(item) > 0;
      add(outline_[item].begin, outline_[item].end, false,
          std::string(with_default ? outline_.text(outline_.child(item, 0)) : text));
    } else {
      take_positional(item);
    }
    return place;
  }

  // [default] and [type [name]] are optional, which [i n] and [name value …] are not: those are written so.
  void take_positional(NodeIndex item) {
    const OutlineNode& node = outline_[item];
    const bool optional = node.kind == TokenKind::kOpenVector && !node.children.empty() &&
                          (node.children.size() == 1 || outline_[node.children[1]].kind == TokenKind::kOpenVector);
    if (!optional) return add(node.begin, node.end, rest_ || outline_.text(item).ends_with(kEllipsis), {});
    const NodeIndex first = node.children[0];
    add(outline_[first].begin, outline_[first].end, outline_.text(first).ends_with(kEllipsis), {});
    if (node.children.size() > 1) take_positional(node.children[1]);
  }

  void add(size_t begin, size_t end, bool rest, std::string key) {
    SignatureParameter parameter{begin, end};
    parameter.rest = rest;
    parameter.key = std::move(key);
    signature_.parameters.push_back(std::move(parameter));
  }

  Outline outline_;
  Signature signature_;
  bool keys_ = false;
  bool rest_ = false;
};

}  // namespace

Signature parse_usage(std::string_view usage, bool bracketed_first) {
  return UsageParser(alternative(usage, bracketed_first)).parse();
}

}  // namespace elle::lang

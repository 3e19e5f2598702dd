// Names that the text itself binds around the cursor. The text is being typed, so no analyser would take it: bindings
// are told by the shape of the forms around.
#include "lang/complete/locals.h"

#include <algorithm>

#include "lang/load/usage.h"

namespace elle::lang {

namespace {

// Forms that bind the names of a list of names and values, and where that stands.
struct BindingForm {
  std::string_view head;
  size_t bindings;
};
constexpr BindingForm kBindingForms[] = {
    {"let", 1},     {"let*", 1},     {"letrec", 1}, {"with", 1},     {"when-let", 1},   {"if-let", 1},
    {"dotimes", 1}, {"do-times", 1}, {"for", 1},    {"for/list", 1}, {"for/vector", 1}, {"loop", 2},
};
// In these a name stands for each item in turn of its value, not for the value.
constexpr std::string_view kItemForms[] = {"dotimes", "do-times", "for", "for/list", "for/vector"};

bool is_one_of(std::string_view head, std::span<const std::string_view> heads) {
  return std::ranges::find(heads, head) != heads.end();
}

class LocalFinder {
 public:
  explicit LocalFinder(const Outline& outline) : outline_(outline) {}

  std::vector<Local> find(ArgumentPlace at) {
    while (true) {
      add_definitions(at);
      if (at.form == Outline::kRoot) return std::move(locals_);
      add_bindings(at);
      at = place_around(outline_, at);
    }
  }

 private:
  bool has(NodeIndex form, size_t place) const { return place < outline_.child_count(form); }

  void add(NodeIndex name, std::optional<NodeIndex> value = {}) {
    const std::string_view head = value ? outline_.head(*value) : std::string_view();
    const bool function = (head == "fn" || head == "lambda") && has(*value, 1);
    add(name, value,
        function ? usage_of_parameters(outline_.text(name), outline_.text(outline_.child(*value, 1))) : "");
  }
  void add(NodeIndex name, std::optional<NodeIndex> value, std::string usage) {
    const bool being_typed = name == outline_.at_cursor();
    if (being_typed || !outline_.is_symbol(name) || outline_.text(name).starts_with('&')) return;
    std::ranges::replace(usage, '\n', ' ');
    locals_.push_back({outline_.text(name), value, std::move(usage)});
  }

  // All names in a parameter list or a pattern. What a list begins with is no name in a pattern.
  void add_all(NodeIndex form, bool pattern) {
    const OutlineNode& node = outline_[form];
    if (outline_.is_symbol(form)) return add(form);
    const bool headed = pattern && outline_.is_list(form);
    for (size_t i = headed ? 1 : 0; i < node.children.size(); i++)
      if (!(headed && i == 1 && outline_.head(form) == "?")) add_all(node.children[i], pattern);
  }

  // What the other forms of a body define: `define` for all of it, (let name value) for what follows.
  void add_definitions(ArgumentPlace at) {
    for (size_t i = outline_.child_count(at.form); i-- > 0;) {
      const NodeIndex form = outline_.child(at.form, i);
      const std::string_view head = outline_.head(form);
      if ((head != "define" && head != "defmacro" && (head != "let" || i >= at.place)) || !has(form, 1)) continue;
      const NodeIndex what = outline_.child(form, 1);
      if (outline_.is_symbol(what)) {
        add(what, has(form, 2) ? std::optional(outline_.child(form, outline_.child_count(form) - 1)) : std::nullopt);
      } else if (head != "let" && outline_.child_count(what) > 0) {
        add(outline_.child(what, 0), std::nullopt, std::string(outline_.text(what)));
      }
    }
  }

  void add_bindings(ArgumentPlace at) {
    const std::string_view head = outline_.head(at.form);
    if (head == "define" || head == "defmacro" || head == "fn" || head == "lambda") {
      if (at.place >= 2 && outline_.is_bracketed(outline_.child(at.form, 1)))
        add_parameters(outline_.child(at.form, 1), head == "define" || head == "defmacro");
    } else if (head == "catch") {
      if (at.place >= 2) add(outline_.child(at.form, 1));
    } else if (at.place >= 1 && outline_.head(outline_[at.form].parent) == "match" && outline_[at.form].place >= 2) {
      add_all(outline_.child(at.form, 0), /*pattern=*/true);
    }
    for (const BindingForm& form : kBindingForms)
      if (form.head == head) return add_pairs(at, form.bindings, !is_one_of(head, kItemForms));
  }

  void add_parameters(NodeIndex list, bool named) {
    for (size_t i = named ? 1 : 0; i < outline_.child_count(list); i++) {
      const NodeIndex item = outline_.child(list, i);
      if (outline_.is_symbol(item))
        add(item);
      else if (has(item, 0))
        add(outline_.child(item, 0));  // (name default)
    }
  }

  // [a 1 b 2] and ((a 1) (b 2)): those before the cursor.
  void add_pairs(ArgumentPlace at, size_t place, bool values) {
    if (!has(at.form, place) || at.place < place) return;
    const NodeIndex bindings = outline_.child(at.form, place);
    if (place == 2) add(outline_.child(at.form, 1));
    if (!outline_.is_bracketed(bindings)) return;
    const auto& items = outline_[bindings].children;
    for (size_t i = 0; i < items.size(); i++) {
      const auto value = [&](NodeIndex form, size_t at_place) {
        return values && has(form, at_place) ? std::optional(outline_.child(form, at_place)) : std::nullopt;
      };
      if (outline_.is_list(bindings) && outline_.is_list(items[i])) {
        if (has(items[i], 0) && is_past(items[i])) add(outline_.child(items[i], 0), value(items[i], 1));
      } else if (i + 1 < items.size() && is_past(items[i + 1])) {
        if (values)
          add(items[i], items[i + 1]);
        else
          add_item_clause(items[i], items[i + 1]);
        i++;
      }
    }
  }

  // A clause of `for`: a name or a pattern and its collection, :let and bindings, :when and a test.
  void add_item_clause(NodeIndex what, NodeIndex of) {
    if (outline_[what].kind != TokenKind::kKeyword) return add_all(what, /*pattern=*/true);
    if (outline_.text(what) == ":let")
      for (size_t i = 0; i < outline_.child_count(of); i += 2)
        add(outline_.child(of, i), has(of, i + 1) ? std::optional(outline_.child(of, i + 1)) : std::nullopt);
  }

  // Whether the cursor is behind a binding's value, and so where its name is known.
  bool is_past(NodeIndex value) const {
    return outline_[value].end <= outline_.cursor() && value != outline_.at_cursor();
  }

  const Outline& outline_;
  std::vector<Local> locals_;
};

}  // namespace

std::vector<Local> locals_around(const Outline& outline, ArgumentPlace at) { return LocalFinder(outline).find(at); }

std::optional<Local> find_local(const Outline& outline, ArgumentPlace at, std::string_view name) {
  for (Local& local : locals_around(outline, at))
    if (local.name == name) return std::move(local);
  return std::nullopt;
}

}  // namespace elle::lang

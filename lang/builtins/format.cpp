// `format` and its kin. A format text is run directive by directive each time: no program is made of it, since most are
// run once. A body between ~{ and ~} is run again for each item by a call of `run` on that part of the text.
#include "lang/builtins/format.h"

#include "lang/builtins/sequence.h"
#include "lang/number/number.h"
#include "lang/print/printer.h"
#include "lang/text/unicode.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

using core::Done;

constexpr int kMaxDepth = 100;
constexpr uint64_t kMaxParameter = 100'000;

// ~width,decimals,'fillF: `decimals` and the fill character are told apart by the quote.
struct Directive {
  char letter = 0;
  size_t begin = 0;  // of the tilde, in the control string
  uint64_t width = 0;
  std::optional<uint64_t> decimals;
  uint32_t fill = ' ';
};

class Formatter {
 public:
  Formatter(Runtime& runtime, const char* function, std::string_view whole)
      : runtime_(runtime), function_(function), whole_(whole) {}

  // Runs the control text once over `items` from `next` on. False when ~^ ended it.
  Result<bool> run(std::string_view control, const std::vector<Value>& items, size_t& next) {
    while (!control.empty()) {
      const size_t tilde = control.find('~');
      text += control.substr(0, tilde);
      if (tilde == std::string_view::npos) break;
      control.remove_prefix(tilde);
      const Directive directive = TRY(read_directive(control));
      if (directive.letter == '^') {
        if (next == items.size()) return false;
      } else if (directive.letter == '{') {
        const std::string_view body = TRY(take_body(control));
        const Value collection = TRY(argument(directive, items, next));
        TRY(iterate(directive, body, collection));
      } else {
        TRY(put_directive(directive, items, next));
      }
    }
    return true;
  }

  Failed too_many(size_t given, size_t used) const {
    return runtime_.fail(ErrorKind::kArity,
                         fmt::format("`{}` is given {} values, but \"{}\" uses {}.", function_, given, whole_, used));
  }

  std::string text;

 private:
  Failed bad(const Directive& directive, std::string_view what) const {
    return runtime_.fail(ErrorKind::kType, fmt::format("Directive ~{} in \"{}\" {}.", directive.letter, whole_, what));
  }

  static Result<uint64_t> number_at(std::string_view& control) {
    uint64_t number = 0;
    while (!control.empty() && control[0] >= '0' && control[0] <= '9') {
      number = std::min<uint64_t>(number * 10 + static_cast<uint64_t>(control[0] - '0'), kMaxParameter);
      control.remove_prefix(1);
    }
    return number;
  }

  // Takes the directive off the front of `control`.
  Result<Directive> read_directive(std::string_view& control) {
    Directive directive;
    control.remove_prefix(1);
    directive.width = TRY(number_at(control));
    while (control.size() > 1 && control[0] == ',') {
      control.remove_prefix(1);
      if (control[0] == '\'' && control.size() > 1) {
        size_t offset = 1;
        directive.fill = decode_utf8(control, offset);
        control.remove_prefix(offset);
      } else {
        directive.decimals = TRY(number_at(control));
      }
    }
    if (control.empty())
      return runtime_.fail(ErrorKind::kType, fmt::format("\"{}\" ends within a directive.", whole_),
                           "Write ~~ for a tilde.");
    directive.letter = control[0];
    control.remove_prefix(1);
    return directive;
  }

  // The text up to the ~} that closes the ~{ just read; `control` goes on after it.
  Result<std::string_view> take_body(std::string_view& control) {
    int depth = 1;
    for (size_t i = 0; i + 1 < control.size(); i++) {
      if (control[i] != '~') continue;
      i++;
      if (control[i] == '{') depth++;
      if (control[i] == '}' && --depth == 0) {
        const std::string_view body = control.substr(0, i - 1);
        control.remove_prefix(i + 1);
        return body;
      }
    }
    return runtime_.fail(ErrorKind::kType, fmt::format("~{{ in \"{}\" has no ~}}.", whole_));
  }

  Result<Value> argument(const Directive& directive, const std::vector<Value>& items, size_t& next) {
    if (next < items.size()) return items[next++];
    return runtime_.fail(ErrorKind::kArity, fmt::format("Directive ~{} in \"{}\" has no value: `{}` is given only {}.",
                                                        directive.letter, whole_, function_, items.size()));
  }

  Result<Done> iterate(const Directive& directive, std::string_view body, Value collection) {
    if (depth_ == kMaxDepth) return bad(directive, "is nested too deeply");
    depth_++;
    if (!is_sequence(collection))
      return bad(directive, fmt::format("expects a list or a vector, but gets {}", shown(collection)));
    const std::vector<Value> items = items_of(runtime_, collection);
    for (size_t next = 0; next < items.size();) {
      const size_t before = next;
      const bool more = TRY(run(body, items, next));
      if (!more) break;
      if (next == before) return bad(directive, "has a body that uses no items");
    }
    depth_--;
    return Done{};
  }

  std::string shown(Value value) const { return print_short(runtime_.views, value); }

  Result<Done> put_directive(const Directive& directive, const std::vector<Value>& items, size_t& next) {
    switch (directive.letter) {
      case '~':
        text += '~';
        return Done{};
      case 'n':
      case '%':
        text += '\n';
        return Done{};
      case 'a':
      case 's':
      case 'c':
      case 'd':
      case 'x':
      case 'o':
      case 'b':
      case 'f':
      case 'e':
        return put_value(directive, TRY(argument(directive, items, next)));
      case '}':
        return bad(directive, "has no ~{ before it");
      default:
        return runtime_.fail(ErrorKind::kType,
                             fmt::format("There is no directive ~{} (in \"{}\").", letter_of(directive), whole_),
                             "The directives are ~a ~s ~d ~x ~o ~b ~f ~e ~c ~n ~% ~~ ~{ ~} ~^.");
    }
  }

  // A letter outside ASCII is shown whole: the control string is valid UTF-8, its single bytes are not.
  std::string letter_of(const Directive& directive) const {
    return static_cast<uint8_t>(directive.letter) < 0x80 ? std::string(1, directive.letter) : "with such a letter";
  }

  Result<Done> put_value(const Directive& directive, Value value) {
    switch (directive.letter) {
      case 'a':
        return pad(directive, print_value(runtime_.views, value, PrintStyle::kDisplay), false);
      case 's':
        return pad(directive, print_value(runtime_.views, value), false);
      case 'c':
        if (!value.is(Tag::kCharacter))
          return bad(directive, fmt::format("expects a character, but gets {}", shown(value)));
        return pad(directive, character_text(static_cast<uint32_t>(value.natural)), false);
      case 'f':
      case 'e':
        if (!value.is_number()) return bad(directive, fmt::format("expects a number, but gets {}", shown(value)));
        return pad(directive, real_text(directive, to_double(value)), true);
      default:
        if (!value.is_integer()) return bad(directive, fmt::format("expects an integer, but gets {}", shown(value)));
        return pad(directive, integer_text(value, base_of(directive.letter)), true);
    }
  }

  static int base_of(char letter) { return letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10; }

  static std::string real_text(const Directive& directive, double number) {
    if (directive.letter == 'e') return fmt::format("{:.{}e}", number, directive.decimals.value_or(6));
    if (directive.decimals) return fmt::format("{:.{}f}", number, *directive.decimals);
    return double_text(number);
  }

  Result<Done> pad(const Directive& directive, const std::string& content, bool to_the_right) {
    const size_t own = directive.width ? text_width(content) : 0;
    std::string filling;
    for (size_t i = own; i < directive.width; i++) append_utf8(filling, directive.fill);
    // A sign stays in front of zeros that fill up a number.
    const bool sign_first = to_the_right && directive.fill == '0' && content.starts_with('-');
    if (sign_first)
      text += '-' + filling + content.substr(1);
    else
      text += to_the_right ? filling + content : content + filling;
    return Done{};
  }

  Runtime& runtime_;
  const char* function_;
  std::string_view whole_;
  int depth_ = 0;
};

}  // namespace

Result<std::string> format_arguments(Runtime& runtime, Args args, uint32_t control) {
  const std::string_view text = TRY(Arguments(runtime, args).text(control));
  const std::vector<Value> values(args.values + control + 1, args.values + args.size());
  Formatter formatter(runtime, args.callee().name, text);
  size_t used = 0;
  const bool finished = TRY(formatter.run(text, values, used));
  if (finished && used < values.size()) return formatter.too_many(values.size(), used);
  return std::move(formatter.text);
}

}  // namespace elle::lang

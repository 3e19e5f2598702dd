// Values to text, on one line. Printing ends early where its caller said how much text is enough, however large the
// value: error texts show the beginning of values that nobody could print whole.
#include "lang/print/printer.h"

#include <fmt/format.h>

#include "lang/code/chunk.h"
#include "lang/heap/module.h"
#include "lang/number/number.h"
#include "lang/text/character_names.h"
#include "lang/text/utf8.h"
#include "lang/value/builtin.h"
#include "lang/value/native_function.h"
#include "lang/value/walk.h"

namespace elle::lang {

namespace {

constexpr std::string_view kMore = "…";

// --- Values that show no others inside them ---

struct Out {
  std::string& text;
  size_t budget;

  bool full() const { return text.size() > budget; }
  template <class... Parts>
  void format(fmt::format_string<Parts...> form, Parts&&... parts) {
    fmt::format_to(std::back_inserter(text), form, std::forward<Parts>(parts)...);
  }
};

// Characters that one cannot see, or not tell from a plain space.
bool is_invisible(uint32_t c) {
  return c < 0x20 || (c >= 0x7f && c <= 0xa0) || (c >= 0x2000 && c <= 0x200f) || (c >= 0x2028 && c <= 0x202f) ||
         c == 0x3000 || c == 0xfeff;
}

void append_character(Out& out, uint32_t c) {
  out.text += "#\\";
  if (const std::string_view name = character_name(c); !name.empty())
    out.text += name;
  else if (is_invisible(c))
    out.format("u{{{:x}}}", c);
  else
    append_utf8(out.text, c);
}

void append_escaped(Out& out, uint32_t c) {
  switch (c) {
    case '\n':
      out.text += "\\n";
      return;
    case '\t':
      out.text += "\\t";
      return;
    case '\r':
      out.text += "\\r";
      return;
    case '\0':
      out.text += "\\0";
      return;
    case '"':
      out.text += "\\\"";
      return;
    case '\\':
      out.text += "\\\\";
      return;
    default:
      break;
  }
  if (!is_invisible(c))
    append_utf8(out.text, c);
  else if (c <= 0xff)
    out.format("\\x{:02x}", c);
  else
    out.format("\\u{{{:x}}}", c);
}

void append_quoted(Out& out, std::string_view text) {
  out.text += '"';
  for (size_t at = 0; at < text.size() && !out.full();) append_escaped(out, decode_utf8(text, at));
  out.text += '"';
}

void append_bytes(Out& out, const Bytes& bytes) {
  out.text += "#u8(";
  for (uint64_t i = 0; i < bytes.size && !out.full(); i++) out.format("{}{}", i ? " " : "", bytes.data[i]);
  out.text += ')';
}

void append_named(Out& out, std::string_view kind, const Symbol* name) {
  out.format("#<{}{}{}>", kind, name ? " " : "", name ? name->view() : "");
}

void append_error(Out& out, const ErrorObject& error) {
  out.text += "#<error";
  if (error.kind.is(Tag::kKeyword)) out.format(" :{}", error.kind.as<Symbol>()->view());
  if (error.message.is(Tag::kString)) {
    out.text += ' ';
    append_quoted(out, error.message.as<String>()->view());
  }
  out.text += '>';
}

// C pointers and memory, where nobody knows their types.
void append_address(Out& out, Value value) {
  if (value.is(Tag::kPointer)) return out.format("#<pointer {}>", value.address);
  const auto& memory = *value.as<Allocation>();
  out.format("#<C memory {}, {} bytes>", static_cast<const void*>(memory.address), memory.size);
}

// Values that have no readable form.
void append_opaque(Out& out, const ViewAccess* views, Value value) {
  switch (value.tag()) {
    case Tag::kClosure:
      return append_named(out, "function", value.as<Closure>()->chunk->name);
    case Tag::kBuiltin:
      return out.format("#<function {}>", value.as<Builtin>()->entry->name);
    case Tag::kNativeFunction:
      return append_named(out, "C function", value.as<NativeFunction>()->name);
    case Tag::kChunk:
      return append_named(out, "chunk", value.as<Chunk>()->name);
    case Tag::kCell:
      return append_named(out, "global variable", value.as<Cell>()->name);
    case Tag::kModule:
      return out.format("#<module {}>", value.as<Module>()->name);
    case Tag::kError:
      return append_error(out, *value.as<ErrorObject>());
    case Tag::kOpaque:
      out.text += value.as<Opaque>()->body->describe();
      return;
    case Tag::kPointer:
    case Tag::kAllocation:
      if (views) {
        out.text += views->describe(value);
        return;
      }
      return append_address(out, value);
    default:
      return out.format("#<{}>", tag_name(value.tag()));
  }
}

// Stops soon after `text` is longer than `budget` bytes.
void append_atom(std::string& text, const ViewAccess* views, Value value, PrintStyle style, size_t budget) {
  Out out{text, budget};
  const bool bare = style == PrintStyle::kDisplay;
  switch (value.tag()) {
    case Tag::kNil:
      text += "nil";
      return;
    case Tag::kFalse:
      text += "#f";
      return;
    case Tag::kTrue:
      text += "#t";
      return;
    case Tag::kInteger:
    case Tag::kNatural:
    case Tag::kBigInt:
      text += integer_text(value);
      return;
    case Tag::kDouble:
      text += double_text(value.real);
      return;
    case Tag::kCharacter: {
      const auto c = static_cast<uint32_t>(value.natural);
      return bare ? append_utf8(text, c) : append_character(out, c);
    }
    case Tag::kSymbol:
      text += value.as<Symbol>()->view();
      return;
    case Tag::kKeyword:
      out.format(":{}", value.as<Symbol>()->view());
      return;
    case Tag::kString: {
      const std::string_view content = value.as<String>()->view();
      if (!bare) return append_quoted(out, content);
      text += content;
      return;
    }
    case Tag::kBytes:
      return append_bytes(out, *value.as<Bytes>());
    default:
      return append_opaque(out, views, value);
  }
}

// --- Collections ---

class Printer {
 public:
  Printer(const ViewAccess* views, PrintStyle style, size_t budget) : views_(views), style_(style), budget_(budget) {}

  std::string print(Value value) {
    start(value);
    while (!frames_.empty() && text_.size() <= budget_) step(frames_.back());
    return std::move(text_);
  }

 private:
  // A collection that is being printed.
  struct Frame {
    ItemCursor items;
    bool first = true;
  };

  void start(Value value);
  void step(Frame& frame);
  void end(const Frame& frame);

  const ViewAccess* views_;
  PrintStyle style_;
  size_t budget_;
  std::string text_;
  Frames<Frame> frames_;
  OpenCollections open_;
};

void Printer::start(Value value) {
  if (!is_collection(value)) return append_atom(text_, views_, value, style_, budget_);
  if (!open_.enter(value.object)) {
    text_ += kMore;
    return;
  }
  text_ += value.is(Tag::kPair) ? '(' : value.is(Tag::kVector) ? '[' : '{';
  frames_.push(ItemCursor(value));
}

void Printer::end(const Frame& frame) {
  const Value collection = frame.items.collection();
  text_ += collection.is(Tag::kPair) ? ')' : collection.is(Tag::kVector) ? ']' : '}';
  open_.leave(collection.object);
  frames_.pop();
}

void Printer::step(Frame& frame) {
  const Value* item = frame.items.next();
  if (!item) return end(frame);
  if (!frame.first) text_ += ' ';
  frame.first = false;
  start(*item);  // may push a frame, so `frame` is not to be used any more
}

// Cuts to `limit` characters, the last of which then says that there was more.
std::string shorten(std::string text, size_t limit) {
  if (text.size() <= limit || count_characters(text) <= limit) return text;
  text.resize(offset_of_character(text, limit - 1));
  return text += kMore;
}

}  // namespace

std::string print_value(const ViewAccess* views, Value value, PrintStyle style) {
  return Printer(views, style, std::string::npos).print(value);
}

std::string print_short(const ViewAccess* views, Value value, size_t limit) {
  // A character is at most four bytes, so what is cut off is enough to know that the text is longer.
  return shorten(Printer(views, PrintStyle::kWrite, limit * 4).print(value), limit);
}

}  // namespace elle::lang

#include "lang/print/atom_text.h"

#include <fmt/format.h>

#include "lang/code/chunk.h"
#include "lang/heap/module.h"
#include "lang/number/number.h"
#include "lang/text/character_names.h"
#include "lang/text/utf8.h"
#include "lang/value/builtin.h"
#include "lang/value/native_function.h"

namespace elle::lang {

namespace {

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

}  // namespace

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

}  // namespace elle::lang

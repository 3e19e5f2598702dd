// People ask with what they have at hand: a symbol, a text, the function or the type itself. From here on it is a name.
#include "lang/bridge/documentation/subject.h"

#include "core/types/type_table.h"

#include "lang/bridge/call/native_call.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/types.h"
#include "lang/compile/compiler.h"
#include "lang/runtime/runtime.h"
#include "lang/value/native_function.h"

namespace elle::lang {

namespace {

// "struct point" is found by its tag.
std::string without_tag_word(std::string name) {
  for (const std::string_view word : {"struct ", "union ", "enum "})
    if (name.starts_with(word)) return name.substr(word.size());
  return name;
}

}  // namespace

std::optional<std::string> name_asked_for(Runtime& runtime, Value subject) {
  switch (subject.tag()) {
    case Tag::kSymbol:
      return std::string(subject.as<Symbol>()->view());
    case Tag::kString:
      return std::string(subject.as<String>()->view());
    case Tag::kNativeFunction:
      return std::string(subject.as<NativeFunction>()->name->view());
    case Tag::kBuiltin:
      return std::string(subject.as<Builtin>()->entry->name);
    case Tag::kClosure: {
      const Symbol* name = subject.as<Closure>()->chunk->name;
      return name ? std::optional(std::string(name->view())) : std::nullopt;
    }
    case Tag::kOpaque:
      if (const auto* type = dynamic_cast<const CTypeBody*>(subject.as<Opaque>()->body.get()))
        return without_tag_word(BridgeContext::of(runtime).types.text(type->id()));
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

Value lisp_function(Runtime& runtime, const Module& module, Value subject) {
  if (subject.is(Tag::kClosure)) return subject;
  if (!subject.is(Tag::kSymbol) && !subject.is(Tag::kString)) return nil();
  const std::string name = *name_asked_for(runtime, subject);
  const Cell* cell = find_global(runtime, module, runtime.symbols.intern(name));
  const bool is_closure = cell && cell->value.is(Tag::kClosure) && !(cell->flags & Cell::kHeader);
  return is_closure ? cell->value : nil();
}

}  // namespace elle::lang

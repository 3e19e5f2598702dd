// The declarations file keeps of a macro its body as text. It is lexed when the macro is first asked for: a call
// expands a handful of the thousands there are.
#include "core/macros/file_scope.h"

#include <charconv>
#include <fmt/format.h>

namespace elle::core::macros {
namespace {

constexpr std::string_view kAnyNumber = "...";

// "rest..." is called `rest` in the body, "..." `__VA_ARGS__`.
std::string_view variadic_name(std::string_view parameter) {
  parameter.remove_suffix(kAnyNumber.size());
  return parameter.empty() ? "__VA_ARGS__" : parameter;
}

std::unique_ptr<const Macro> lexed(const Declaration& declaration) {
  auto macro = std::make_unique<Macro>();
  macro->name = declaration.name();
  macro->function_like = declaration.macro_value() == MacroValue::kFunctionLike;
  macro->body = lex(declaration.macro_body());
  for (uint32_t i = 0; i < declaration.macro_parameter_count(); i++) {
    std::string_view parameter = declaration.macro_parameter(i);
    macro->variadic = parameter.ends_with(kAnyNumber);
    macro->parameters.push_back(macro->variadic ? variadic_name(parameter) : parameter);
  }
  return macro;
}

TypeClass class_of(TypeKind kind) {
  switch (kind) {
    case TypeKind::kVoid:
      return TypeClass::kVoid;
    case TypeKind::kPointer:
      return TypeClass::kPointer;
    case TypeKind::kArray:
      return TypeClass::kArray;
    case TypeKind::kFunction:
      return TypeClass::kFunction;
    case TypeKind::kRecord:
      return TypeClass::kRecord;
    case TypeKind::kEnum:
      return TypeClass::kInteger;
    case TypeKind::kFloat:
    case TypeKind::kDouble:
    case TypeKind::kLongDouble:
      return TypeClass::kFloating;
    default:
      return is_scalar(kind) && kind < TypeKind::kFloat ? TypeClass::kInteger : TypeClass::kOther;
  }
}

}  // namespace

const Macro* FileMacros::find(std::string_view name) const {
  auto known = lexed_.find(name);
  if (known != lexed_.end()) return known->second.get();
  auto declaration = file_->find(name, kMacros);
  if (!declaration) return nullptr;
  return lexed_.emplace(declaration->name(), lexed(*declaration)).first->second.get();
}

std::string FileScope::argument_name(size_t index) { return fmt::format("${}", index); }

NamedValue FileScope::find_name(std::string_view name) {
  if (name.starts_with('$')) {
    NamedValue argument{NameKind::kArgument};
    std::from_chars(name.data() + 1, name.data() + name.size(), argument.bits);
    return argument;
  }
  auto declaration = types_.file().find(name, kOrdinaryNames);
  if (!declaration) return {};
  switch (declaration->kind()) {
    case DeclarationKind::kFunction:
      return {NameKind::kFunction};
    case DeclarationKind::kVariable:
      return {NameKind::kVariable};
    case DeclarationKind::kEnumConstant: {
      auto type = types_.load(declaration->type());
      if (!type.ok()) return {};
      return {NameKind::kConstant, static_cast<uint64_t>(declaration->constant_value()), type.value()};
    }
    default:
      return {};
  }
}

std::optional<TypeHandle> FileScope::find_type(Tag tag, std::string_view name) {
  Kinds kinds = DeclarationKind::kTypedef;
  if (tag != Tag::kTypedef) kinds = tag == Tag::kEnum ? DeclarationKind::kEnum : DeclarationKind::kRecord;
  auto declaration = types_.file().find(name, kinds);
  if (!declaration || (tag != Tag::kTypedef && declaration->untagged())) return std::nullopt;
  auto type = types_.named(*declaration);
  return type.ok() ? std::optional(type.value()) : std::nullopt;
}

TypeFacts FileScope::facts(TypeHandle type) {
  TypeFacts facts;
  TypeKind kind = table_.kind_of(type);
  facts.type_class = class_of(kind);
  facts.scalar = file_scalar(kind == TypeKind::kPointer ? TypeKind::kUnsignedLong : table_.scalar_kind(type));
  facts.is_unsigned = kind == TypeKind::kPointer || format::is_unsigned(facts.scalar);
  auto extent = table_.extent_of(type);
  if (extent.ok()) {
    facts.size = extent.value().size;
    facts.align = extent.value().align;
  }
  return facts;
}

TypeHandle FileScope::scalar(ScalarKind kind) { return type_of(scalar_of(kind)); }

}  // namespace elle::core::macros

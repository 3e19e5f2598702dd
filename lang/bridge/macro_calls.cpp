#include "lang/bridge/macro_calls.h"

#include "core/base/text.h"
#include "core/thunk/c_body.h"

#include "lang/bridge/bridge.h"
#include "lang/bridge/convert.h"
#include "lang/bridge/header_request.h"
#include "lang/bridge/script_definitions.h"
#include "lang/bridge/typed_argument.h"
#include "lang/bridge/types.h"
#include "lang/print/printer.h"
#include "lang/value/native_function.h"

namespace elle::lang {

using core::type_of;
using core::TypeId;
using core::TypeKind;

namespace {

// A type, a name or a function's name: what C writes as it is.
std::optional<std::string> name_text(const Bridge& bridge, Value value) {
  if (value.is(Tag::kSymbol)) return std::string(value.as<Symbol>()->view());
  if (value.is(Tag::kNativeFunction)) return value.as<NativeFunction>()->call->name;
  if (!value.is(Tag::kOpaque)) return std::nullopt;
  const auto* type = dynamic_cast<const CTypeBody*>(value.as<Opaque>()->body.get());
  return type ? std::optional(bridge.types.text(type->id())) : std::nullopt;
}

// A number as a C programmer would write it.
std::optional<std::string> number_text(Value value) {
  switch (value.tag()) {
    case Tag::kInteger:
      if (value.integer == INT64_MIN) return "(-9223372036854775807L - 1)";
      return fmt::format("{}", value.integer);
    case Tag::kNatural:
      return fmt::format("{}U", value.natural);
    case Tag::kDouble:
      if (!std::isfinite(value.real)) return std::nullopt;
      return fmt::format("{:a}", value.real);
    case Tag::kTrue:
    case Tag::kFalse:
      return value.is(Tag::kTrue) ? "1" : "0";
    case Tag::kCharacter:
      return fmt::format("{}", static_cast<uint32_t>(value.integer));
    default:
      return std::nullopt;
  }
}

// The typedef or tag at the bottom of a type: `GtkWidget` of `GtkWidget *`; "" for `int`.
std::string base_name(const core::TypeTable& types, TypeId type) {
  while (types.typedef_name(type).empty()) {
    const TypeId inner = types[type].target;
    if (!inner) break;
    type = inner;
  }
  if (auto name = types.typedef_name(type); !name.empty()) return std::string(name);
  return types.kind_of(type) == TypeKind::kRecord ? types.record(type).tag : std::string();
}

}  // namespace

// `NAME(1, $1)`: constants as text, everything else by its number. `literally` makes texts constants, too: most macros
// only pass them on, to where a Lisp string is as good; some paste them together.
std::string MacroCall::invocation(Args args, bool literally) const {
  if (macro_.macro_value() != core::MacroValue::kFunctionLike) return std::string(macro_.name());
  std::vector<std::string> texts;
  for (uint32_t i = 0; i < args.size(); i++) {
    std::optional<std::string> text = name_text(bridge_, args[i]);
    if (!text) text = number_text(args[i]);
    if (!text && literally && args[i].is(Tag::kString)) text = core::c_literal(args[i].as<String>()->view());
    texts.push_back(text.value_or(core::macros::FileScope::argument_name(i)));
  }
  return fmt::format("{}({})", macro_.name(), core::join(texts, ", "));
}

// The rest of a variadic macro may be left out, as gcc and clang allow.
Result<core::Done> MacroCall::check_count(Args args) const {
  const uint32_t named = macro_.macro_parameter_count();
  const bool variadic = named > 0 && macro_.macro_parameter(named - 1).ends_with("...");
  const uint32_t least = named - variadic;
  if (args.size() == least || (variadic && args.size() > least)) return core::Done{};
  std::string parameters;
  for (uint32_t i = 0; i < named; i++) parameters += fmt::format("{}{}", i ? ", " : "", macro_.macro_parameter(i));
  return bridge_.runtime.fail(ErrorKind::kArity,
                              fmt::format("The macro `{}` takes {}{} argument{}, but {} came.", macro_.name(),
                                          variadic ? "at least " : "", least, least == 1 ? "" : "s", args.size()),
                              fmt::format("It is {}({}).", macro_.name(), parameters));
}

Result<Value> MacroCall::run(Args args) {
  TRY(check_count(args));
  if (!compiled_.empty()) {
    const std::vector<Argument> arguments = TRY(arguments_of(args, false));
    auto known = compiled_.find(key_of(arguments));
    if (known != compiled_.end()) return call(known->second, arguments, args);
  }
  MacroValues values(bridge_, *library_, std::span(args.values, args.size()));
  std::string text = invocation(args, false);
  Value value = TRY(values.evaluate(core::macros::lex(text)));
  if (!value.is(Tag::kUnbound)) return value;
  if (std::string other = invocation(args, true); other != text) {
    value = TRY(values.evaluate(core::macros::lex(other)));
    if (!value.is(Tag::kUnbound)) return value;
  }
  return run_compiled(args);
}

Result<MacroCall::Argument> MacroCall::argument_of(Value value, uint32_t index, bool literally) {
  core::TypeTable& types = bridge_.types;
  const std::string parameter = core::macro_parameter(index);
  if (auto name = name_text(bridge_, value)) return Argument{.text = *name};
  if (literally) {
    if (auto number = number_text(value)) return Argument{.text = *number};
    if (value.is(Tag::kString)) return Argument{.text = core::c_literal(value.as<String>()->view())};
  }
  if (const TypedArgument* typed = typed_argument(value)) return Argument{typed->type, parameter};
  switch (value.tag()) {
    case Tag::kInteger: {
      const bool narrow = value.integer == static_cast<int32_t>(value.integer);
      return Argument{type_of(narrow ? TypeKind::kInt : TypeKind::kLong), parameter};
    }
    case Tag::kNatural:
      return Argument{type_of(TypeKind::kUnsignedLong), parameter};
    case Tag::kTrue:
    case Tag::kFalse:
    case Tag::kCharacter:
      return Argument{type_of(TypeKind::kInt), parameter};
    case Tag::kDouble:
      return Argument{type_of(TypeKind::kDouble), parameter};
    case Tag::kString:
      return Argument{types.pointer_to(types.qualified(type_of(TypeKind::kChar), core::kConst)), parameter};
    case Tag::kBytes:
      return Argument{types.pointer_to(type_of(TypeKind::kUnsignedChar)), parameter};
    case Tag::kPointer:
      return Argument{value.c_type(), parameter};
    case Tag::kAllocation:
      return memory_argument(value, parameter, literally);
    case Tag::kNil:
    case Tag::kOpaque:
      return Argument{types.pointer_to(type_of(TypeKind::kVoid)), parameter};
    default:
      break;
  }
  return bridge_.runtime.fail(
      ErrorKind::kType,
      fmt::format("{} cannot be given to the macro `{}`.", print_short(bridge_.runtime, value), macro_.name()),
      value.is_function() ? "Make a C function of it: (make-c-callback f :args (…) :return …)."
                          : "Give numbers, strings, pointers, structs, nil, types, or names quoted.");
}

// An array is itself, as C's are, whose sizeof a macro may ask. A struct is its address, and itself for a macro that
// makes no sense of that.
MacroCall::Argument MacroCall::memory_argument(Value memory, const std::string& parameter, bool literally) {
  const bool itself = literally || bridge_.types.kind_of(memory.c_type()) == TypeKind::kArray;
  return Argument{bridge_.types.pointer_to(memory.c_type()), itself ? fmt::format("(*{})", parameter) : parameter};
}

Result<std::vector<MacroCall::Argument>> MacroCall::arguments_of(Args args, bool literally) {
  std::vector<Argument> arguments;
  for (uint32_t i = 0; i < args.size(); i++) arguments.push_back(TRY(argument_of(args[i], i, literally)));
  return arguments;
}

Result<Value> MacroCall::run_compiled(Args args) {
  std::vector<Argument> arguments = TRY(arguments_of(args, false));
  std::string refusal;
  if (const Compiled* compiled = TRY(compile_as(arguments, &refusal))) return call(*compiled, arguments, args);
  // Some want constants, or a struct where its address was given.
  arguments = TRY(arguments_of(args, true));
  std::string other;
  if (const Compiled* compiled = TRY(compile_as(arguments, &other))) return call(*compiled, arguments, args);
  return refused(TRY(arguments_of(args, false)), refusal);
}

std::string MacroCall::key_of(const std::vector<Argument>& arguments) {
  std::string key;
  for (const Argument& argument : arguments) key += fmt::format("{} {},", argument.type, argument.text);
  return key;
}

Result<const MacroCall::Compiled*> MacroCall::compile_as(const std::vector<Argument>& arguments, std::string* refusal) {
  const std::string key = key_of(arguments);
  auto known = compiled_.find(key);
  if (known != compiled_.end()) return static_cast<const Compiled*>(&known->second);
  core::MacroRequest request{.macro = std::string(macro_.name()),
                             .call = macro_.macro_value() == core::MacroValue::kFunctionLike,
                             .headers = request_for(arguments),
                             .libraries = library_->paths};
  std::set<std::string, std::less<>> words;
  for (size_t i = 0; i < arguments.size(); i++) {
    core::MacroArgument& argument = request.arguments.emplace_back();
    argument.text = arguments[i].text;
    if (arguments[i].type)
      argument.declaration = c_spelling(bridge_.types.text(arguments[i].type, core::macro_parameter(i)));
    words.merge(core::words_of(argument.declaration + " " + argument.text));
  }
  request.definitions = core::header_state(*library_->file) + TRY(script_definitions(bridge_, words));
  core::MacroThunk thunk =
      TRY(bridge_.runtime.lift(core::make_macro_thunk(bridge_.compiler, loader_options(bridge_.runtime), request)));
  *refusal = thunk.refusal;
  if (!thunk.function) return static_cast<const Compiled*>(nullptr);
  return static_cast<const Compiled*>(&compiled_.emplace(key, TRY(take(thunk, arguments))).first->second);
}

// The macro's own headers, and those that declare types of the arguments which its own do not know.
core::HeaderRequest MacroCall::request_for(const std::vector<Argument>& arguments) const {
  constexpr core::Kinds kTypes = core::kTags | core::DeclarationKind::kTypedef;
  core::HeaderRequest request = core::HeaderRequest::from_text(library_->file->request());
  for (const Argument& argument : arguments) {
    const std::string name = argument.type ? base_name(bridge_.types, argument.type) : argument.text;
    if (name.empty() || library_->file->find(name, kTypes)) continue;
    for (const LoadedLibrary& other : bridge_.libraries) {
      if (!other.file || !other.file->find(name, kTypes)) continue;
      request.append(core::HeaderRequest::from_text(other.file->request()));
      break;
    }
  }
  return request;
}

// The value's type by its name among the header's where it has one, so that it is the type everything else means.
Result<MacroCall::Compiled> MacroCall::take(const core::MacroThunk& thunk, const std::vector<Argument>& arguments) {
  std::vector<TypeId> parameters;
  for (const Argument& argument : arguments)
    if (argument.type) parameters.push_back(argument.type);
  parameters.push_back(bridge_.types.pointer_to(type_of(TypeKind::kVoid)));
  const TypeId function = bridge_.types.function(type_of(TypeKind::kVoid), parameters);
  auto loader = core::TypeLoader::create(bridge_.types, thunk.types);
  TypeId type = TRY(bridge_.runtime.lift(loader->load(thunk.value_type)));
  Result<TypeId> named = type_from_text(bridge_, bridge_.types.text(type));
  if (named.ok()) type = named.value();
  return Compiled{TRY(bridge_.typed_function(std::string(macro_.name()), thunk.function, function)), type};
}

Result<Value> MacroCall::call(const Compiled& compiled, const std::vector<Argument>& arguments, Args args) {
  ScratchScope scope(bridge_.thread->scratch);
  auto size = bridge_.types.size_of(compiled.value_type);
  std::byte* value = bridge_.thread->scratch.allocate(size.ok() ? size.value() : 16);
  std::vector<Value> values;
  for (uint32_t i = 0; i < args.size(); i++) {
    if (!arguments[i].type) continue;
    const TypedArgument* typed = typed_argument(args[i]);
    const bool truth = args[i].is(Tag::kTrue) || args[i].is(Tag::kFalse);
    values.push_back(typed ? typed->value : truth ? integer(args[i].is(Tag::kTrue)) : args[i]);
  }
  values.push_back(pointer(value, bridge_.types.pointer_to(type_of(TypeKind::kVoid))));
  TRY(bridge_.vm.call(compiled.function, values));
  if (bridge_.types.kind_of(compiled.value_type) == TypeKind::kVoid) return nil();
  return read_result(bridge_, compiled.value_type, value);
}

Failed MacroCall::refused(const std::vector<Argument>& arguments, const std::string& refusal) {
  std::string given;
  for (const Argument& argument : arguments)
    given += (given.empty() ? "" : ", ") + (argument.type ? bridge_.types.text(argument.type) : argument.text);
  const core::Place place = macro_.place();
  return bridge_.runtime.fail(
      ErrorKind::kHeader,
      fmt::format("The macro `{}` of {}:{} cannot be used{}: {}.", macro_.name(), place.file, place.line,
                  arguments.empty() ? std::string() : fmt::format(" with ({})", given), refusal),
      fmt::format("It stands for `{}`.", macro_.macro_body()));
}

}  // namespace elle::lang

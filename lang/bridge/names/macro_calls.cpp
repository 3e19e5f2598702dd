// A call is folded, or what is left of it carried out by ourselves, where the expansion allows that. Else it is
// compiled with a parameter for each argument, and where the compiler refuses, with constants as text. What was
// compiled is kept by the types and texts of the arguments, and looked for before anything else.
#include "lang/bridge/names/macro_calls.h"

#include "core/base/text.h"
#include "core/macros/file_scope.h"
#include "core/macros/token.h"
#include "core/thunk/c_body.h"
#include "core/thunk/c_compiler.h"
#include "core/types/type_table.h"

#include "lang/bridge/call/native_functions.h"
#include "lang/bridge/convert/convert.h"
#include "lang/bridge/library/header_request.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/macro_values.h"
#include "lang/bridge/names/script_definitions.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/bridge/thread/scratch.h"
#include "lang/bridge/types/typed_argument.h"
#include "lang/bridge/types/types.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"
#include "lang/value/native_function.h"
#include "lang/vm/vm.h"

namespace elle::lang {

using core::type_of;
using core::TypeId;
using core::TypeKind;

namespace {

// A type, a name or a function's name: what C writes as it is.
std::optional<std::string> name_text(const BridgeContext& bridge, Value value) {
  if (value.is(Tag::kSymbol)) return std::string(value.as<Symbol>()->view());
  if (value.is(Tag::kNativeFunction)) return std::string(value.as<NativeFunction>()->name->view());
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

Result<core::Done> MacroCall::check_count(Args args) const {
  if (args.size() >= least && args.size() <= most) return core::Done{};
  std::string parameters;
  for (uint32_t i = 0; i < macro_.macro_parameter_count(); i++)
    parameters += fmt::format("{}{}", i ? ", " : "", macro_.macro_parameter(i));
  return bridge_.runtime.fail(ErrorKind::kArity,
                              fmt::format("The macro `{}` takes {}{} argument{}, but {} came.", macro_.name(),
                                          most > least ? "at least " : "", least, least == 1 ? "" : "s", args.size()),
                              fmt::format("It is {}({}).", macro_.name(), parameters));
}

// The rest of a variadic macro may be left out, as gcc and clang allow.
MacroCall::MacroCall(BridgeContext& bridge, LoadedLibrary& library, const core::Declaration& macro)
    : bridge_(bridge), library_(&library), macro_(macro) {
  const uint32_t named = macro.macro_parameter_count();
  const bool variadic = named > 0 && macro.macro_parameter(named - 1).ends_with("...");
  least = named - variadic;
  most = variadic ? SIZE_MAX : least;
}

Result<Value> call_macro(VM& vm, const NativeFunction& function, Args args) {
  return static_cast<MacroCall*>(function.target)->run(vm, args);
}

Result<Value> MacroCall::run(VM& vm, Args args) {
  TRY(check_count(args));
  if (!compiled_.empty()) {
    const std::vector<Argument> arguments = TRY(arguments_of(args, false));
    auto known = compiled_.find(key_of(arguments));
    if (known != compiled_.end()) return call(vm, known->second, arguments, args);
  }
  MacroValues values(vm, bridge_, *library_, std::span(args.values, args.size()));
  std::string text = invocation(args, false);
  Value value = TRY(values.evaluate(core::macros::lex(text)));
  if (!value.is(Tag::kUnbound)) return value;
  if (std::string other = invocation(args, true); other != text) {
    value = TRY(values.evaluate(core::macros::lex(other)));
    if (!value.is(Tag::kUnbound)) return value;
  }
  return run_compiled(vm, args);
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
  const std::string reason =
      fmt::format("{} cannot be given to the macro `{}`", print_short(bridge_.runtime.views, value), macro_.name());
  return bridge_.runtime.fail(
      {ErrorKind::kConversion,
       reason + ".",
       value.is_function() ? "Make a C function of it: (make-c-callback f :args (…) :return …)."
                           : "Give numbers, strings, pointers, structs, nil, types, or names quoted.",
       {{"direction", core::Word{"to-c"}}, {"reason", reason}, {"function", std::string(macro_.name())}}});
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

Result<Value> MacroCall::run_compiled(VM& vm, Args args) {
  std::vector<Argument> arguments = TRY(arguments_of(args, false));
  std::string refusal;
  if (const Compiled* compiled = TRY(compile_as(arguments, &refusal))) return call(vm, *compiled, arguments, args);
  // Some want constants, or a struct where its address was given.
  arguments = TRY(arguments_of(args, true));
  std::string other;
  if (const Compiled* compiled = TRY(compile_as(arguments, &other))) return call(vm, *compiled, arguments, args);
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
    for (const LoadedLibrary& other : bridge_.libraries.loaded) {
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
  return Compiled{TRY(bridge_.functions.at(std::string(macro_.name()), thunk.function, function)), type};
}

Result<Value> MacroCall::call(VM& vm, const Compiled& compiled, const std::vector<Argument>& arguments, Args args) {
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
  TRY(vm.call(compiled.function, values));
  if (bridge_.types.kind_of(compiled.value_type) == TypeKind::kVoid) return nil();
  return read_result(bridge_, compiled.value_type, value);
}

Failed MacroCall::refused(const std::vector<Argument>& arguments, const std::string& refusal) {
  std::string given;
  for (const Argument& argument : arguments)
    given += (given.empty() ? "" : ", ") + (argument.type ? bridge_.types.text(argument.type) : argument.text);
  const core::Place place = macro_.place();
  return bridge_.runtime.fail(
      {ErrorKind::kHeader,
       fmt::format("The macro `{}` of {}:{} cannot be used{}: {}.", macro_.name(), place.file, place.line,
                   arguments.empty() ? std::string() : fmt::format(" with ({})", given), refusal),
       fmt::format("It stands for `{}`.", macro_.macro_body()),
       {{"path", std::string(place.file)}, {"symbol", std::string(macro_.name())}}});
}

}  // namespace elle::lang

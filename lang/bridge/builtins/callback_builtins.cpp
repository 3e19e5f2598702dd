// Callbacks, errno, and what is known of the last failed call.
#include <cstring>

#include "core/call/va_list.h"
#include "core/types/type_table.h"

#include "lang/bridge/builtins/builtins.h"
#include "lang/bridge/call/call_failures.h"
#include "lang/bridge/call/callbacks.h"
#include "lang/bridge/convert/callback_body.h"
#include "lang/bridge/convert/convert.h"
#include "lang/bridge/memory/views.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/foreign_memory.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/bridge/thread/scratch.h"
#include "lang/bridge/types/typed_argument.h"
#include "lang/bridge/types/types.h"
#include "lang/builtins/arguments.h"
#include "lang/data/sequence_items.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

bool is_given(Args args, std::string_view option) {
  for (uint32_t i = 1; i < args.size(); i += 2)
    if (args[i].is(Tag::kKeyword) && args[i].as<Symbol>()->view() == option) return true;
  return false;
}

// Without :args, a pointer for each parameter of the function.
Result<std::vector<core::TypeId>> parameter_types(BridgeContext& bridge, Args args, Value given) {
  std::vector<core::TypeId> types;
  if (!is_given(args, "args") && args[0].is(Tag::kClosure)) {
    types.assign(args[0].as<Closure>()->chunk->required, bridge.types.pointer_to(core::type_of(core::TypeKind::kVoid)));
    return types;
  }
  std::vector<Value> parameters;
  if (!sequence_items(given, &parameters))
    return bridge.runtime.fail({ErrorKind::kType,
                                "The :args of a callback are a list of C types.",
                                "Write (:pointer :int).",
                                {{"expected", "a list of C types"},
                                 {"got", print_short(bridge.runtime.views, given)},
                                 {"argument", core::Word{"args"}}}});
  for (Value parameter : parameters) types.push_back(TRY(type_from(bridge, parameter)));
  return types;
}

// (make-c-callback f :args (:pointer :pointer) :return :void), or :type "int (*)(const void *, const void *)".
Result<Value> make_c_callback(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  Arguments arguments(runtime, args);
  if (!args[0].is_function()) return runtime.wrong_c_argument(args, 0, "a function");
  TRY(arguments.expect_options(1, {"args", "return", "type"}));
  core::TypeId type;
  if (Value whole = arguments.option(1, "type"); !whole.is_nil()) {
    type = bridge.types.function_of(TRY(type_from(bridge, whole)));
    if (!type)
      return runtime.fail({ErrorKind::kType,
                           "The :type of a callback is a function type.",
                           "Write \"int (*)(int)\".",
                           {{"expected", "a function type"},
                            {"got", print_short(runtime.views, whole)},
                            {"argument", core::Word{"type"}}}});
  } else {
    const std::vector<core::TypeId> types = TRY(parameter_types(bridge, args, arguments.option(1, "args")));
    Value result = arguments.option(1, "return");
    type = bridge.types.function(
        result.is_nil() ? core::type_of(core::TypeKind::kVoid) : TRY(type_from(bridge, result)), types);
  }
  core::CallbackEntry* entry = TRY(runtime.lift(bridge.callbacks.make(args[0], type)));
  return bridge.thread->arenas.adopt(runtime.opaque(std::make_unique<CallbackBody>(entry, args[0])));
}

Result<Value> as_c(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  return runtime.opaque(std::make_unique<TypedArgument>(bridge.types, TRY(type_from(bridge, args[0])), args[1]));
}

// (va-arg rest :int): the next argument of a va_list that C gave.
Result<Value> va_arg(Runtime& runtime, Args args) {
  BridgeContext& bridge = BridgeContext::of(runtime);
  const Memory place = TRY(bridge.views.place_of(args[0], "`va-arg`"));
  if (!core::is_va_list(bridge.types, bridge.types.pointer_to(place.type)))
    return runtime.wrong_c_argument(args, 0, "a va_list");
  const core::TypeId type = core::promoted(bridge.types, TRY(type_from(bridge, args[1])));
  const core::VaSlot slot = TRY(runtime.lift(core::va_slot(bridge.types, type)));
  ScratchScope scope(bridge.thread->scratch);
  std::byte* const value = bridge.thread->scratch.allocate(slot.size);
  touching(*bridge.thread, Touch::kReadingVaList, [&] {
    core::take_argument(*reinterpret_cast<core::VaList*>(place.address), slot, value);
    return true;
  });
  return read_result(bridge, type, value);
}

Result<Value> get_errno(Runtime& runtime, Args) {
  return integer(BridgeContext::of(runtime).thread->guard.saved_errno);
}

Result<Value> set_errno(Runtime& runtime, Args args) {
  BridgeContext::of(runtime).thread->guard.saved_errno = static_cast<int>(TRY(Arguments(runtime, args).integer(0)));
  return args[0];
}

Result<Value> errno_text(Runtime& runtime, Args args) {
  const int64_t number =
      TRY(Arguments(runtime, args).integer_or(0, BridgeContext::of(runtime).thread->guard.saved_errno));
  char buffer[128];
  return runtime.string(strerror_r(static_cast<int>(number), buffer, sizeof buffer));
}

Result<Value> last_error(Runtime& runtime, Args) { return runtime.last_error_of_c; }

Result<Value> is_ffi_error(Runtime&, Args args) {
  return boolean(args[0].is(Tag::kError) && args[0].as<ErrorObject>()->flags & ErrorObject::kOfC);
}

Result<Value> is_tainted(Runtime& runtime, Args) { return boolean(BridgeContext::of(runtime).failures.tainted()); }

constexpr BuiltinEntry kCallbackBuiltins[] = {
    {"make-c-callback", 1, kAnyNumber, make_c_callback, "(make-c-callback f :args (type…) :return type)",
     "A C function pointer that calls `f`. `:type` gives the whole C type instead; without types, `f` gets a pointer "
     "for each of its parameters and returns nothing. It lives until it is freed or the session ends. Where a header "
     "knows the parameter's type, a plain function can be passed as it is."},
    {"as-c", 2, 2, as_c, "(as-c type value)", "A value with its C type, for the `...` of a variadic function."},
    {"va-arg", 2, 2, va_arg, "(va-arg rest type)",
     "The next argument of a va_list, which is of this C type, and goes on to the one after it. A va_list is what a "
     "variadic callback gets last, and what C passes as one; it is gone when the callback returns."},
    {"errno", 0, 0, get_errno, "(errno)", "C's errno as the last call of a C function left it."},
    {"set-errno!", 1, 1, set_errno, "(set-errno! n)", "Sets C's errno for the next call."},
    {"errno-text", 0, 1, errno_text, "(errno-text [n])", "What errno, or n, means."},
    {"ffi-last-error", 0, 0, last_error, "(ffi-last-error)",
     "What the last error of C said, caught or not: see ffi-error?. nil when there was none."},
    {"ffi-error?", 1, 1, is_ffi_error, "(ffi-error? error)",
     "Whether an error came of C: of a header, a library, a C type, C memory or a call. Its error-data is a map that "
     "says what was wrong. What a script raises itself did not, nor what Lisp's own functions complain of, save that "
     "there "
     "is no memory."},
    {"tainted?", 0, 0, is_tainted, "(tainted?)", "Whether a C function has crashed in this session."},
};

}  // namespace

void define_callback_builtins(Runtime& runtime) { runtime.define_builtins(kCallbackBuiltins); }

}  // namespace elle::lang

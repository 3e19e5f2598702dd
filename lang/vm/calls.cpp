// Calling: from C++, into builtins, and into functions with optional, rest and key parameters.
//
// The interpreter pushes the frame of a plain call itself. It comes here (admit) when something is out of the ordinary:
// another number of arguments than the function has required parameters and nothing else, a stack that needs more
// room, or a safepoint that is due. The three are told by comparisons that the common call passes in a row
// (needs_care), so what functions with optional parameters cost is paid by them alone.
//
// A call from C++ (VM::call) nests the interpreter in itself and so uses the C stack, which nobody guards but
// stack_is_low: a recursion through C++ ends there with the same error as one that fills the VM's stack.
#include "lang/print/printer.h"
#include "lang/read/form.h"
#include "lang/vm/call_outside.h"

namespace elle::lang {

namespace {

std::string function_name(Value function) {
  if (function.is(Tag::kBuiltin)) return function.as<Builtin>()->entry->name;
  if (function.is(Tag::kNativeFunction)) return std::string(function.as<NativeFunction>()->name->view());
  const Symbol* name = function.as<Closure>()->chunk->name;
  return name ? std::string(name->view()) : "(fn …)";
}

std::string count_text(int64_t count) { return fmt::format("{} argument{}", count, count == 1 ? "" : "s"); }

std::string arity_text(int low, int high) {
  if (high == low) return count_text(low);
  if (high == kAnyNumber) return fmt::format("at least {}", count_text(low));
  return fmt::format("{} to {}", low, count_text(high));
}

}  // namespace

// CALL PATH 1/4: whatever calls a function, in Lisp or from C++, comes by here or by the same step in the interpreter;
// a C function goes on to call_native.
Result<Value> VM::call(Value function, std::span<const Value> arguments) {
  if (stack_is_low()) return recursion_error();
  Value* base = context_.top + 1;
  const auto count = static_cast<uint32_t>(arguments.size());
  if (base + count > context_.soft_limit && !context_.raise_limit(base + count)) return recursion_error();
  copy_value(base[-1], function);
  for (uint32_t i = 0; i < count; i++) copy_value(base[i], arguments[i]);
  context_.top = base + count;
  Result<Value> result = function.is(Tag::kClosure) ? run_closure(base, count) : call_guarded(base, count);
  context_.top = base - 1;
  return result;
}

// The frame below, whichever runs now, is where the interpreter returns from.
Result<Value> VM::run_closure(Value* base, uint32_t count) {
  const Chunk& chunk = *base[-1].as<Closure>()->chunk;
  if (needs_care(chunk, base, count)) TRY(admit(base, count));
  Frame* entry = context_.frame++;
  *context_.frame = Frame{chunk.code.data(), base, chunk.constants.data()};
  return execute_guarded(entry);
}

// REQUIRES: the caller's state is saved: the errors are raised there, at the call, since the callee has no frame yet.
Result<core::Done> VM::admit(Value* base, uint32_t count) {
  const Chunk& chunk = *base[-1].as<Closure>()->chunk;
  Value* top = base + chunk.registers;
  if (top > context_.soft_limit && !context_.raise_limit(top)) return recursion_error();
  if (count != chunk.exact_count) {
    if (count < chunk.required || chunk.exact_count != Chunk::kAny) return arity_error(base[-1], count);
    TRY(bind_parameters(chunk, base, count));
  }
  // Registers past the parameters hold stale values, which the collector may mark but never finds freed.
  if (!attention_due()) return core::Done{};
  return safepoint(top);
}

// The arguments are where the registers will be, so what goes elsewhere is taken out first (`extra`). Nothing is rooted
// there: no safepoint comes before all lie in registers again. Registers: required, optional, rest, keys. What was not
// given is kUnbound; the chunk starts with the code that replaces it by its default.
Result<core::Done> VM::bind_parameters(const Chunk& chunk, Value* base, uint32_t count) {
  const uint32_t positional = chunk.required + chunk.optional;
  std::vector<Value> extra;
  if (count > positional) extra.assign(base + positional, base + count);
  for (uint32_t i = count; i < positional; i++) base[i] = make_value(Tag::kUnbound, 0);
  if (!chunk.keys.empty()) TRY(bind_keys(chunk, base, extra));
  if (chunk.has_rest) {
    Value rest = nil();
    while (!extra.empty()) {
      rest = runtime_.cons(extra.back(), rest);
      extra.pop_back();
    }
    base[positional] = rest;
  } else if (!extra.empty()) {
    return chunk.keys.empty() ? arity_error(base[-1], count) : unexpected_key(base[-1], extra[0]);
  }
  return core::Done{};
}

// Takes `:key value` pairs out of `extra`, wherever they stand after the positional arguments.
Result<core::Done> VM::bind_keys(const Chunk& chunk, Value* base, std::vector<Value>& extra) {
  for (const KeyParameter& key : chunk.keys) base[key.slot] = make_value(Tag::kUnbound, 0);
  std::vector<Value> others;
  for (size_t i = 0; i < extra.size(); i++) {
    const KeyParameter* match = nullptr;
    if (extra[i].is(Tag::kKeyword))
      for (const KeyParameter& key : chunk.keys)
        if (key.keyword == extra[i].as<Symbol>()) match = &key;
    if (!match) {
      others.push_back(extra[i]);
    } else if (i + 1 == extra.size()) {
      return runtime_.fail(ErrorKind::kArity, fmt::format("`{}` is called with :{}, but no value follows it.",
                                                          function_name(base[-1]), match->keyword->view()));
    } else {
      base[match->slot] = extra[++i];
    }
  }
  extra = std::move(others);
  return core::Done{};
}

Failed VM::unexpected_key(Value function, Value argument) {
  std::string known;
  for (const KeyParameter& key : function.as<Closure>()->chunk->keys)
    known += fmt::format("{}:{}", known.empty() ? "" : " ", key.keyword->view());
  return runtime_.fail(
      ErrorKind::kArity,
      fmt::format("`{}` does not take {}.", function_name(function), print_short(runtime_.views, argument)),
      fmt::format("Its keywords are {}.", known));
}

// A function of the library is decoded when it is first called, and its parameters' names with it.
Failed VM::arity_error(Value function, uint32_t count) {
  std::string expected, usage;
  if (function.is(Tag::kBuiltin)) {
    const BuiltinEntry& entry = *function.as<Builtin>()->entry;
    expected = arity_text(entry.min_args, entry.max_args);
    usage = fmt::format("It is {}.", entry.usage);
  } else {
    Chunk& chunk = *function.as<Closure>()->chunk;
    chunk.complete();
    const bool open = chunk.has_rest || !chunk.keys.empty();
    expected = arity_text(chunk.required, open ? kAnyNumber : chunk.required + chunk.optional);
    usage = fmt::format("Its parameters are {}.", print_short(runtime_.views, chunk.parameters));
  }
  return runtime_.fail(ErrorKind::kArity,
                       fmt::format("`{}` takes {}, but {} came.", function_name(function), expected, count), usage);
}

// A pointer to a function, which C gave or a struct's member holds, is called as its type says.
Result<Value> VM::call_pointer(Value value, Args args) {
  const Value function = native_side_ ? TRY(native_side_->function_behind(value)) : nil();
  if (function.is_nil()) return not_a_function(value);
  const NativeFunction& native = *function.as<NativeFunction>();
  return native.enter(*this, native, args);
}

Failed VM::not_a_function(Value value) {
  return runtime_.fail(ErrorKind::kType,
                       fmt::format("{} is called, but it is not a function.", print_short(runtime_.views, value)),
                       "The first item of a list is the function; quote the list to get it as data.");
}

Failed VM::recursion_error() {
  return runtime_.fail(ErrorKind::kRecursion, "The recursion is too deep: the stack is full.",
                       "Check that the recursion ends, or make the recursive call the last one (a tail call).");
}

}  // namespace elle::lang

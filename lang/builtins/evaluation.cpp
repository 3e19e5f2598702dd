// What runs Lisp from Lisp: apply, eval, macroexpand, disassemble, …
#include "lang/builtins/builtins.h"
#include "lang/compile/compiler.h"
#include "lang/read/form.h"
#include "lang/vm/disassemble.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

// (apply f a b '(c d)): the last argument is the list or vector of the rest.
Result<Value> apply(VM& vm, Args args) {
  std::vector<Value> arguments(args.values + 1, args.values + args.size() - 1);
  Value last = args[args.size() - 1];
  if (last.is(Tag::kVector)) {
    arguments.insert(arguments.end(), last.as<Vector>()->items, last.as<Vector>()->items + last.as<Vector>()->size);
  } else if (last.is(Tag::kPair) || last.is_nil()) {
    for (; last.is(Tag::kPair); last = tail(last)) arguments.push_back(head(last));
  } else {
    return vm.runtime().wrong_argument(args, args.size() - 1, "a list or a vector");
  }
  return vm.call(args[0], arguments);
}

Result<Value> eval(VM& vm, Args args) {
  Rooted chunk(vm.runtime(), TRY(compile_form(vm, vm.runtime().current_module, args[0], {})));
  return vm.call(object_value(Tag::kClosure, vm.runtime().heap.closure(chunk.value.as<Chunk>(), 0)), {});
}

Result<Value> macroexpand(VM& vm, Args args) {
  bool expanded = false;
  return macroexpand_head(vm, vm.runtime().current_module, args[0], /*once=*/false, &expanded);
}

Result<Value> macroexpand_1(VM& vm, Args args) {
  bool expanded = false;
  return macroexpand_head(vm, vm.runtime().current_module, args[0], /*once=*/true, &expanded);
}

Result<Value> disassemble_function(Runtime& runtime, Args args) {
  if (!args[0].is(Tag::kClosure)) return runtime.wrong_argument(args, 0, "a function written in Lisp");
  Chunk& chunk = *args[0].as<Closure>()->chunk;
  chunk.complete();
  return runtime.string(disassemble(runtime, chunk));
}

Result<Value> collect_garbage(VM& vm, Args) {
  vm.collect();
  return integer(static_cast<int64_t>(vm.runtime().heap.live_bytes()));
}

constexpr BuiltinEntry kEvaluationBuiltins[] = {
    {"apply", 2, kAnyNumber, apply, "(apply f arg… args)",
     "Calls `f` with the args, the last of which is a list or a vector of further ones."},
    {"eval", 1, 1, eval, "(eval form)", "Compiles and runs `form` at top level, and returns its value."},
    {"macroexpand", 1, 1, macroexpand, "(macroexpand form)",
     "Expands the macro at the head of `form` until the head is none."},
    {"macroexpand-1", 1, 1, macroexpand_1, "(macroexpand-1 form)", "Expands the macro at the head of `form` once."},
    {"disassemble", 1, 1, disassemble_function, "(disassemble f)", "The bytecode of a Lisp function, as text."},
    {"collect-garbage", 0, 0, collect_garbage, "(collect-garbage)",
     "Frees what nothing refers to, and returns the bytes still in use."},
};

}  // namespace

void define_evaluation(Runtime& runtime) { runtime.define_builtins(kEvaluationBuiltins); }

}  // namespace elle::lang

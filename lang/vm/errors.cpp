// What happens to an error on its way out: its place, the Lisp call stack, and who handles it.
#include "lang/vm/errors.h"

#include "lang/print/printer.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

constexpr size_t kMaxTraceLines = 24;

std::string nearest_text(const std::vector<std::string>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); i++)
    text += fmt::format("{}`{}`", i == 0 ? "" : i + 1 == names.size() ? " or " : ", ", names[i]);
  return text;
}

}  // namespace

Failed unknown_name(Runtime& runtime, const Module& module, std::string_view name) {
  const std::vector<std::string> near = runtime.nearest_names(module, name, 3);
  return runtime.fail(ErrorKind::kUnbound, fmt::format("Nothing is called `{}`.", name),
                      near.empty() ? "" : fmt::format("Did you mean {}?", nearest_text(near)));
}

Result<Value> VM::resolve_global(Cell* cell) {
  if (runtime_.resolver) {
    NameResolver::Resolution found = runtime_.resolver->resolve(cell->name);
    Value value = TRY(found.value);
    if (!value.is(Tag::kUnbound)) {
      if (found.constant) cell->value = value;
      return value;
    }
  }
  return unknown_name(runtime_, *cell->module, cell->name->view());
}

std::string VM::stack_trace(const Frame* top) const {
  std::string text;
  size_t lines = 0;
  for (const Frame* frame = top; frame > frames_; frame--, lines++) {
    if (lines == kMaxTraceLines) {
      text += fmt::format("  … and {} more\n", frame - frames_);
      break;
    }
    const Chunk& chunk = frame->chunk();
    const Span span = chunk.span_at(frame->instruction());
    const std::string_view name = chunk.name ? chunk.name->view() : chunk.top_level ? "top level" : "(fn …)";
    text += span.known() ? fmt::format("  in {} at {}\n", name, runtime_.sources.place_text(span))
                         : fmt::format("  in {}\n", name);
  }
  return text;
}

void VM::annotate(Failure failure, Frame* top) {
  if (failure.thrown->kind != Tag::kError) return;
  auto* error = static_cast<ErrorObject*>(failure.thrown);
  if (!error->trace.is_nil()) return;
  if (!error->span.known()) error->span = top->chunk().span_at(top->instruction());
  error->trace = runtime_.string(stack_trace(top));
}

const Handler* VM::find_handler(Failure failure, Frame* entry, Frame** top) const {
  const bool cleanup_only = !runtime_.catchable(failure);
  for (Frame* frame = *top; frame > entry; frame--) {
    const uint32_t at = frame->instruction();
    for (const Handler& handler : frame->chunk().handlers) {
      if (at < handler.begin || at >= handler.end || (cleanup_only && !handler.cleanup)) continue;
      *top = frame;
      return &handler;
    }
  }
  return nullptr;
}

}  // namespace elle::lang

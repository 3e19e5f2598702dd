// Names that nothing has, and who handles an error.
#include "lang/vm/errors.h"

#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

std::string nearest_text(const std::vector<std::string>& names) {
  std::string text;
  for (size_t i = 0; i < names.size(); i++)
    text += fmt::format("{}`{}`", i == 0 ? "" : i + 1 == names.size() ? " or " : ", ", names[i]);
  return text;
}

}  // namespace

Failed unknown_name(Runtime& runtime, const Module& module, std::string_view name) {
  if (runtime.resolver)
    if (const auto absence = runtime.resolver->absence(name))
      return runtime.fail(ErrorKind::kUnbound, absence->reason, absence->next_step);
  const std::vector<std::string> near = runtime.nearest_names(module, name, 3);
  return runtime.fail(ErrorKind::kUnbound, fmt::format("Nothing is called `{}`.", name),
                      near.empty() ? "" : fmt::format("Did you mean {}?", nearest_text(near)));
}

// A name that no script has defined: perhaps a header's. What is the same at every mention (a function, a constant) is
// kept in the cell, so that this is asked once; a C variable is read each time.
Result<Value> VM::resolve_global(Cell* cell, Value* top) {
  context_.top = top;
  if (runtime_.resolver) {
    NameResolver::Resolution found = runtime_.resolver->resolve(*this, cell->name);
    Value value = TRY(found.value);
    if (!value.is(Tag::kUnbound)) {
      if (found.constant) {
        runtime_.header_cells.push_back(cell);
        cell->value = value;
        cell->flags |= Cell::kHeader;
      }
      return value;
    }
  }
  return unknown_name(runtime_, *cell->module, cell->name->view());
}

Result<Value> VM::assign_global(Cell* cell, Value value) {
  if (runtime_.resolver && TRY(runtime_.resolver->assign(cell->name, value))) return value;
  return unknown_name(runtime_, *cell->module, cell->name->view());
}

// Handlers are tables beside the code, so `try` costs nothing until something is raised. A chunk lists inner ones
// first. Interrupts and `exit` pass by `catch`, so that a script cannot swallow them, but not by `finally`.
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

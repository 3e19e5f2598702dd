// What a session has besides the machine: its heap, names, roots, and how failures are made.
#include "lang/runtime/runtime.h"

#include <algorithm>

#include "core/base/memory_reserve.h"
#include "core/base/text.h"

#include "lang/data/map.h"
#include "lang/print/printer.h"
#include "lang/text/grouped.h"
#include "lang/text/regex.h"

namespace elle::lang {

Runtime::Runtime() : symbols(heap), regexes(std::make_unique<RegexCache>()) {
  prelude = heap.make<Module>(Tag::kModule);
  prelude->name = "elle";
}

Runtime::~Runtime() = default;

Value Runtime::list(std::initializer_list<Value> items) {
  Value result = nil();
  for (auto it = items.end(); it != items.begin();) result = cons(*--it, result);
  return result;
}

Value Runtime::vector(const std::vector<Value>& items) {
  return object_value(Tag::kVector, heap.vector_of(items.data(), static_cast<uint32_t>(items.size())));
}

Failed Runtime::fail(ErrorKind kind, std::string_view message, std::string_view next_step) {
  ErrorObject* error = heap.error();
  error->kind = keyword(core::error_kind_name(kind));
  error->message = string(message);
  if (!next_step.empty()) error->next_step = string(next_step);
  // Memory runs out for C and Lisp alike.
  if (core::is_of_c(kind) || kind == ErrorKind::kMemory) error->flags |= ErrorObject::kOfC;
  return Failed(Failure{error});
}

Failed Runtime::at(Failed failure, Span span) {
  if (failure.error.thrown->kind == Tag::kError) {
    auto* error = static_cast<ErrorObject*>(failure.error.thrown);
    if (!error->span.known()) error->span = span;
  }
  return failure;
}

namespace {

Value field_value(Runtime& runtime, const core::ErrorField& field) {
  if (const auto* text = std::get_if<std::string>(&field.value)) return runtime.string(*text);
  if (const auto* word = std::get_if<core::Word>(&field.value)) return runtime.keyword(word->name);
  return natural(std::get<uint64_t>(field.value));
}

Value data_of(Runtime& runtime, const core::ErrorFields& fields) {
  Map* map = runtime.heap.map();
  for (const core::ErrorField& field : fields)
    map_put(runtime.heap, *map, runtime.keyword(field.name), field_value(runtime, field));
  return object_value(Tag::kMap, map);
}

}  // namespace

Failed Runtime::fail(const core::Error& error) {
  const Failed failed = fail(error.kind, error.message, error.next_step);
  if (error.fields.empty()) return failed;
  auto* made = static_cast<ErrorObject*>(failed.error.thrown);
  made->data = data_of(*this, error.fields);
  made->flags |= ErrorObject::kOfC;
  return failed;
}

Failed Runtime::thrown(Value value) {
  if (value.is(Tag::kError)) return Failed(Failure{value.object});
  return Failed(Failure{heap.box(value)});
}

Value Runtime::thrown_value(Failure failure) {
  if (failure.thrown->kind == Tag::kBox) return static_cast<Box*>(failure.thrown)->value;
  return object_value(Tag::kError, failure.thrown);
}

Result<core::Done> Runtime::expect_memory(uint64_t count, uint64_t bytes_each) {
  // Below this the reserve is there for it.
  constexpr uint64_t kAsked = uint64_t{1} << 20;
  uint64_t bytes;
  const bool countable = !__builtin_mul_overflow(count, bytes_each, &bytes);
  if (countable && (bytes <= kAsked || core::has_memory_for(bytes))) return core::Done{};
  // A collection frees all of the heap at most.
  const uint64_t without_heap = bytes - std::min<uint64_t>(bytes, heap.live_bytes());
  worth_collecting_ = countable && core::has_memory_for(without_heap);
  const std::string wanted = countable ? fmt::format("{} bytes", grouped(bytes))
                                       : fmt::format("{} times {} bytes", grouped(count), bytes_each);
  return fail({ErrorKind::kMemory,
               fmt::format("There is no memory for {}.", wanted),
               std::string(kNextStepWithoutMemory),
               {{"requested", countable ? bytes : UINT64_MAX}}});
}

Failed Runtime::wrong_argument(Args args, uint32_t index, std::string_view expected) {
  return fail(ErrorKind::kType, fmt::format("Argument {} of `{}` is {}, but {} is expected.", index + 1,
                                            args.callee().name, print_short(views, args[index]), expected));
}

Failed Runtime::wrong_c_argument(Args args, uint32_t index, std::string_view expected) {
  const Failed failed = wrong_argument(args, index, expected);
  auto* error = static_cast<ErrorObject*>(failed.error.thrown);
  error->data = data_of(*this, {{"expected", std::string(expected)},
                                {"got", print_short(views, args[index])},
                                {"argument", uint64_t{index} + 1},
                                {"function", args.callee().name}});
  error->flags |= ErrorObject::kOfC;
  return failed;
}

namespace {

bool is_named(Failure failure, std::string_view name) {
  if (failure.thrown->kind != Tag::kError) return false;
  const Value kind = static_cast<ErrorObject*>(failure.thrown)->kind;
  return kind.is(Tag::kKeyword) && kind.as<Symbol>()->view() == name;
}

}  // namespace

bool Runtime::is_of_kind(Failure failure, ErrorKind kind) { return is_named(failure, core::error_kind_name(kind)); }

bool Runtime::is_interrupt(Failure failure) { return is_of_kind(failure, ErrorKind::kInterrupt); }

bool Runtime::catchable(Failure failure) const { return !is_interrupt(failure) && !is_named(failure, "exit"); }

std::vector<std::string> Runtime::nearest_names(const Module& module, std::string_view name, size_t limit) const {
  core::NearestNames nearest(name, limit);
  for (const Module* m : {&module, static_cast<const Module*>(prelude)})
    for (auto& [symbol, cell] : m->cells)
      if (!cell->value.is(Tag::kUnbound) && (m == &module || !(cell->flags & Cell::kPrivate)))
        nearest.offer(symbol->view());
  const std::vector<std::string> native = resolver ? resolver->nearest(name, limit) : std::vector<std::string>();
  for (const std::string& near : native) nearest.offer(near);
  const std::vector<std::string_view> names = nearest.take();
  return {names.begin(), names.end()};
}

void Runtime::define_builtins(std::span<const BuiltinEntry> entries) {
  for (const BuiltinEntry& entry : entries)
    define_in_prelude(entry.name, object_value(Tag::kBuiltin, heap.builtin(&entry)));
}

void Runtime::define_constant(std::string_view name, Value value, std::string_view docstring) {
  define_in_prelude(name, value)->docstring = string(docstring);
}

Cell* Runtime::define_in_prelude(std::string_view name, Value value) {
  Cell* cell = prelude->cell(heap, symbols.intern(name));
  cell->value = value;
  cell->flags |= Cell::kConstant;
  return cell;
}

void Runtime::register_roots(const void* owner, RootMarker marker) {
  root_markers_.emplace_back(owner, std::move(marker));
}

void Runtime::unregister_roots(const void* owner) {
  std::erase_if(root_markers_, [&](auto& entry) { return entry.first == owner; });
}

void Runtime::go_on_with(const Thread& thread) {
  rooted_ = thread.rooted;
  current_module = thread.module;
  expanding = thread.expanding;
  turn = thread.turn;
}

void Runtime::mark(const Thread& thread, Marker& marker) {
  marker.mark(thread.module);
  marker.mark(thread.expanding);
  for (Rooted* rooted = thread.rooted; rooted; rooted = rooted->next_) marker.mark(rooted->value);
}

void Runtime::mark_roots(Marker& marker) {
  symbols.mark(marker);
  marker.mark(prelude);
  marker.mark(last_error);
  marker.mark(last_error_of_c);
  mark(thread(), marker);
  expansions.mark(marker);
  for (Cell* cell : header_cells) marker.mark(cell);
  for (auto& [owner, mark] : root_markers_) mark(marker);
}

}  // namespace elle::lang

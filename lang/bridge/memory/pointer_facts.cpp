// Words for people, true of one moment: the maps are read once, and memory may have come and gone since. Nothing is
// decided by them.
#include "lang/bridge/memory/pointer_facts.h"

#include "core/base/text.h"
#include "core/types/type_table.h"

#include "lang/bridge/convert/owned_memory.h"
#include "lang/bridge/families/families.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

using core::AddressFacts;
using core::Region;

namespace {

std::string_view without_folder(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string symbol_text(const AddressFacts& facts) {
  const std::string further = facts.distance ? fmt::format(" + {}", facts.distance) : "";
  return fmt::format("`{}`{}", facts.symbol, further);
}

}  // namespace

std::string PointerFacts::place_in_program(const AddressFacts& facts) const {
  const std::string_view file = without_folder(facts.file);
  if (!facts.symbol.empty())
    return fmt::format("{} {} in {}", facts.is_function ? "function" : "variable", symbol_text(facts), file);
  return fmt::format("{} of {}", facts.executable ? "code" : facts.writable ? "static data" : "constant data", file);
}

std::string PointerFacts::place(const void* address) const {
  if (const Allocation* memory = bridge_.runtime.heap.allocation_at(address)) {
    const auto offset = static_cast<const std::byte*>(address) - memory->address;
    const std::string_view state = memory->flags & Allocation::kFreed ? "freed memory" : "memory";
    return offset ? fmt::format("byte {} of {} bytes of Elle's {}", offset, memory->size, state)
                  : fmt::format("{} bytes of Elle's {}", memory->size, state);
  }
  const AddressFacts facts = space_.facts(address);
  switch (facts.region) {
    case Region::kNone:
      return "not readable memory";
    case Region::kStack:
      return "on the stack";
    case Region::kHeap:
      return "in C's heap";
    case Region::kProgram:
      return place_in_program(facts);
    case Region::kFile:
      return fmt::format("in the mapped file {}", facts.file);
    case Region::kAnonymous:
      break;
  }
  if (facts.executable) return "code made at run time";
  return facts.writable ? "in writable memory" : facts.readable ? "in read-only memory" : "not readable memory";
}

std::string PointerFacts::ownership(Value value) const {
  const Allocation* memory = value.as<Allocation>();
  if (is_freed(memory)) return "freed";
  const Allocation* outer = root_of(memory);
  const auto offset = memory->address - outer->address;
  const std::string part = outer == memory || (offset == 0 && outer->size == memory->size)
                               ? ""
                               : fmt::format("byte {} of {} bytes ", offset, outer->size);
  if (!(outer->flags & Allocation::kOwned)) return part + place(memory->address);
  return part + (bridge_.thread->arenas.holds(outer) ? "owned by an arena" : "owned by Elle");
}

std::string PointerFacts::function(const void* address) const {
  const AddressFacts facts = space_.facts(address);
  if (facts.region == Region::kProgram && !facts.symbol.empty())
    return fmt::format("{} in {}", symbol_text(facts), without_folder(facts.file));
  return place(address);
}

std::string PointerFacts::dynamic_class(core::TypeId pointer, const void* address) const {
  const core::TypeId pointee = bridge_.types.element_of(pointer);
  if (bridge_.types.kind_of(pointee) != core::TypeKind::kRecord) return {};
  return bridge_.families.class_of_instance(pointee, address).value_or("");
}

}  // namespace elle::lang

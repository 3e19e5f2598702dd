// C memory under `get`, `put!` and `count`: arrays by index, structs by field.
#pragma once

#include <array>
#include <optional>

#include "core/types/type_table.h"

#include "lang/bridge/convert/convert.h"
#include "lang/runtime/runtime.h"
#include "lang/value/view_access.h"

namespace elle::lang {

struct BridgeContext;

// The memory a value stands for: of an allocation and of bytes their own, of a pointer what it points to.
struct Memory {
  std::byte* address;
  core::TypeId type;   // of what lies there
  uint64_t size;       // bytes known to be there; nobody knows of what a pointer points to
  Value owner;         // what keeps it alive, nil for plain C memory
  Allocation* keeper;  // may hold references for it; null for plain C memory
  // What a pointer points to: `type` is of one of the objects there, and how many there are is not known.
  bool pointed_to = false;
};

// The one function that computes addresses in C memory: that of the object of `bytes` bytes which begins `index` steps
// of `step` bytes behind the beginning of `place`. Nothing when it is not wholly inside what is known to be there, or,
// behind a pointer, when it would lie past the end of all memory: products and sums never wrap.
std::optional<std::byte*> address_within(const Memory& place, int64_t index, uint64_t step, uint64_t bytes);

class Views : public ViewAccess {
 public:
  explicit Views(BridgeContext& bridge) : bridge_(bridge) {}

  Result<Value> get(Value view, Value key, const Value* fallback) override;
  Result<Value> put(Value view, Value key, Value value) override;
  Result<uint64_t> count(Value view) override;
  Result<uint64_t> element_count(Value view) override;
  std::string describe(Value view) const override;
  std::string enum_name(Value number) const override;

  // Fails for nil, freed memory, and values that are no C memory. `what` starts the error text: "`deref`".
  Result<Memory> place_of(Value value, std::string_view what) const;

  // `field` is a symbol, a keyword or a string.
  Result<Value> get_field(const Memory& place, Value field);
  Result<core::Done> put_field(const Memory& place, Value field, Value value);
  // As put_field for memory that is being made: what is const gets its value now.
  Result<core::Done> initialise_field(const Memory& place, Value field, Value value);
  Result<Value> get_element(const Memory& place, int64_t index);
  Result<core::Done> put_element(const Memory& place, int64_t index, Value value);
  // Writes what a pointer points to.
  Result<core::Done> put_whole(const Memory& place, Value value);

 private:
  // Fields that were looked for lately, by type and name: most scripts touch few.
  struct CachedField {
    core::TypeId type = core::kNoType;
    const Object* name = nullptr;
    core::FieldLocation location{};
  };
  static constexpr size_t kCachedFields = 256;

  Result<Memory> element(const Memory& place, int64_t index);
  Result<core::FieldLocation> find_field(core::TypeId type, Value field);
  Result<core::Done> put_located(const Memory& place, const core::FieldLocation& location, Value field, Value value);
  Objection write(const Memory& place, Value value);
  Failed field_failure(const Memory& place, const core::FieldLocation& location, Value field,
                       const Complaint& complaint);

  BridgeContext& bridge_;
  std::array<CachedField, kCachedFields> cached_fields_;
};

}  // namespace elle::lang

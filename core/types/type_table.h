// TypeTable: every C type of a session, interned.
//
// Asking twice for the same derived type gives the same TypeId, so types compare as numbers. Records and enums are the
// exception, as in C: each declaration makes a new type, known by identity (compare across headers with
// core/types/compatibility.h). Nodes never move and are never removed: pointers handed out stay good.
//
//     const char *names[4]      kArray, count 4 ── target ──► kPointer ──► kQualified, const ──► kChar
//     size_t                    kTypedef "size_t" ──► kUnsignedLong
//
// Typedefs and qualifiers are nodes of their own and stay, because people want to see the names they wrote; most
// questions look through them.
//
// Owned by the engine; one thread at a time. Errors are those a header or a script can cause; a TypeId that is not of
// this table, or a query of the wrong kind, is a bug and asserts.
#pragma once

#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/result.h"
#include "core/types/target_model.h"
#include "core/types/type.h"

namespace elle::core {

// Where a member lies in the record that was asked, looking through anonymous members.
struct FieldLocation {
  const Field* field;   // owned by the table; its own offset is relative to the record it stands in
  uint64_t bit_offset;  // from the start of the record that was asked

  uint64_t offset() const { return bit_offset / 8; }
};

// In bytes.
struct Extent {
  uint64_t size;
  uint32_t align;
};

// The first multiple of `unit` that is not less.
constexpr uint64_t round_up(uint64_t value, uint64_t unit) { return (value + unit - 1) / unit * unit; }

class TypeTable {
 public:
  explicit TypeTable(const TargetModel& target = x86_64_sysv());
  TypeTable(const TypeTable&) = delete;
  TypeTable& operator=(const TypeTable&) = delete;

  const TargetModel& target() const { return target_; }

  // --- Making types. Scalars need no making: type_of(TypeKind::kInt). ---

  TypeId pointer_to(TypeId pointee);
  TypeId array_of(TypeId element, uint64_t length);  // length may be kUnknownLength
  TypeId vector_of(TypeId element, uint32_t lanes);  // __attribute__((vector_size)); lanes, not bytes
  TypeId qualified(TypeId type, Qualifiers qualifiers);
  TypeId typedef_named(std::string_view name, TypeId target);
  // Parameters of array and function type become pointers and lose their own qualifiers (C17 6.7.6.3).
  TypeId function(TypeId result, std::span<const TypeId> parameters, bool variadic = false);

  // A new struct or union without members. `completer`, if any, supplies them on first need.
  TypeId declare_record(std::string_view tag, RecordKind kind, Completer completer = {});
  // Lays the members out by the target's rules. Fails when a member has no size, or a bit-field no room.
  // REQUIRES: `record` is not complete.
  Result<Done> define_record(TypeId record, std::span<const FieldSpec> fields, const RecordAttributes& attributes = {});
  // Takes a layout as a C compiler reported it. REQUIRES: `record` is not complete.
  void define_record_with_layout(TypeId record, RecordLayout layout);

  // `underlying` is an integer type; it makes the size known before the constants are.
  TypeId declare_enum(std::string_view tag, TypeId underlying = type_of(TypeKind::kUnsignedInt),
                      Completer completer = {});
  void define_enum(TypeId enumeration, TypeId underlying, std::vector<EnumConstant> constants);

  // --- Asking. Unless said otherwise, typedefs and qualifiers are looked through. ---

  // The node itself, nothing looked through.
  const Type& operator[](TypeId type) const { return types_[type]; }
  size_t size() const { return types_.size(); }

  // The type under every typedef and qualifier.
  TypeId resolve(TypeId type) const;
  const Type& resolved(TypeId type) const { return types_[resolve(type)]; }
  TypeKind kind_of(TypeId type) const { return resolved(type).kind; }
  // The qualifiers on the outermost level, typedefs looked through.
  Qualifiers qualifiers_of(TypeId type) const;

  // What a pointer points to, an array or vector consists of; kNoType for any other type.
  TypeId element_of(TypeId type) const;
  // The function type of a function or of a pointer to one; kNoType for any other type.
  TypeId function_of(TypeId type) const;
  // REQUIRES: kind_of(type) == kFunction.
  const FunctionType& function_type(TypeId type) const;
  // The name of a typedef, nothing looked through; empty for any other type.
  std::string_view typedef_name(TypeId type) const;

  // Tag and kind of a record, without completing it. REQUIRES: kind_of(type) == kRecord.
  const RecordType& record(TypeId type) const;
  // Underlying type of an enum, without completing it. REQUIRES: kind_of(type) == kEnum.
  const EnumType& enumeration(TypeId type) const;
  // With members, completing the record if need be. Fails for a type that is no record, and for an opaque one.
  Result<const RecordType*> complete_record(TypeId type);
  Result<const EnumType*> complete_enum(TypeId type);

  // In bytes. Fails for void, functions, opaque records and arrays of unknown length.
  Result<uint64_t> size_of(TypeId type);
  Result<uint32_t> align_of(TypeId type);
  Result<Extent> extent_of(TypeId type);

  // The member called `name`, also inside anonymous members. The error lists the members there are.
  Result<FieldLocation> find_field(TypeId record, std::string_view name);

  // The scalar kind that carries a value of this type: of an enum its underlying type's, of a scalar its own.
  // kVoid for anything else. Never completes anything.
  TypeKind scalar_kind(TypeId type) const;
  // Whether values of an integer or enum type can be negative.
  bool is_signed(TypeId type) const;

  // The type as C writes it, `const char *(*)(int)`; with `name`, its declaration, `const char *(*name)(int)`.
  std::string text(TypeId type, std::string_view name = {}) const;

 private:
  TypeId intern(Type type, std::string key);
  TypeId add(Type type);
  RecordType& record_at(TypeId type);
  EnumType& enum_at(TypeId type);
  TypeId parameter_type(TypeId type);
  Result<Extent> array_extent(TypeId type);
  Result<Done> complete_anonymous_members(const RecordLayout& layout);
  std::optional<FieldLocation> field_in(const RecordLayout& layout, std::string_view name, uint64_t base) const;

  const TargetModel& target_;
  std::deque<Type> types_;
  std::deque<RecordType> records_;
  std::deque<EnumType> enums_;
  std::deque<FunctionType> functions_;
  std::deque<std::string> typedef_names_;
  std::unordered_map<std::string, TypeId> interned_;
};

// Where a record's members lie: the rules of the System V ABIs as gcc and clang apply them (record_layout.cpp). Fails
// when a member has no size, or a bit-field's type is no integer or too narrow for it.
Result<RecordLayout> lay_out_record(TypeTable& table, RecordKind kind, std::span<const FieldSpec> fields,
                                    const RecordAttributes& attributes);

}  // namespace elle::core

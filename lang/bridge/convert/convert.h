// Values to bytes and bytes to values, by C type.
#pragma once

#include <optional>
#include <string>

#include "core/types/type_table.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;

// Why a value cannot be written as a C type: the second half of a sentence, "-1 is negative", which the caller starts
// with "Argument 2 of `qsort` is `size_t`, but ". Of kind kType when it is not the sort of value that the type takes,
// kConversion when it is, and still cannot become one. write_value adds the fields.
struct Complaint {
  ErrorKind kind;
  std::string text;
  std::string next_step;
  core::ErrorFields fields = {};
};
using Objection = std::optional<Complaint>;
inline Complaint const_complaint() { return {ErrorKind::kConversion, "it is const and cannot be written", ""}; }
// An error of core, a whole sentence, as the second half of one.
Complaint complaint_from(const core::Error& error);

// Where bytes are written.
struct Destination {
  // During a call: converted strings and arrays may lie in the bridge's scratch memory, and Lisp strings are passed in
  // place. Else they must be kept alive by somebody.
  bool during_call = false;
  // Takes a value that the written bytes refer to; null when nobody can (plain C memory).
  Allocation* keeper = nullptr;
  // From where the bytes are written now to where they will lie, when a struct is put together aside first.
  ptrdiff_t moved = 0;
};

// Writes `value` as an object of `type` at `to`, which has the type's size. Strings, vectors, lists, bytes, structs and
// functions are accepted for pointers. Nothing is written when there is an objection.
Objection write_value(BridgeContext& bridge, core::TypeId type, std::byte* to, Value value, Destination destination);

// The value of an object of `type` at `from`. Records and arrays are views that keep `owner` alive; all else is copied.
// Memory that is not there is a fault, raised as one.
Result<Value> read_value(BridgeContext& bridge, core::TypeId type, std::byte* from, Value owner);

// A result by value: records are copied into memory of their own.
Result<Value> read_result(BridgeContext& bridge, core::TypeId type, const std::byte* from);

// A field of the record at `record`; bit-fields included.
Result<Value> read_field(BridgeContext& bridge, const core::FieldLocation& location, std::byte* record, Value owner);
Objection write_struct_field(BridgeContext& bridge, const core::FieldLocation& location, std::byte* record, Value value,
                             Destination destination);

// A string, or bytes when the text is no UTF-8.
Value text_or_bytes(Runtime& runtime, std::string_view text);

// What C makes of a number cast to an arithmetic type: cut to its width, rounded towards zero.
Result<Value> cast_number(BridgeContext& bridge, core::TypeId type, Value number);

// "Argument 2 of `qsort` is `size_t`, but -1 is negative." `place` are fields that tell programs where.
Failed objection_failure(BridgeContext& bridge, std::string_view where, core::TypeId type, const Complaint& complaint,
                         core::ErrorFields place = {});

}  // namespace elle::lang

// Values to bytes and bytes to values, by C type. The C types say what a value must be; nothing is guessed from the
// value alone, and what does not fit is an objection, never a wrong bit.
//
// Who keeps what alive. Bytes may be addresses of Lisp objects: a string is passed in place, a struct's pointer field
// refers to a string. The collector does not look into C memory, so for each address that is written somebody else must
// keep the object, as long as C may follow it. Who, says the Destination:
//
//   an argument of a call    the VM stack has it, until the call returns
//   a part of an argument    held by the thread (HeldValues) from the moment its address is written until the call is
//                            over; a callback may take it out of its vector or map meanwhile, even let it be collected
//   memory of ours           the allocation keeps it, by the place where the address lies, until something else is
//                            stored at that place (and longer inside a callback, when C below may still use it)
//   any other memory         nobody can: refused, with c-copy as the way
//
// All of it is done once, at the leaf where the address is taken: keep_alive in keeping.cpp.
//
// Where bytes lie. write_value writes only to memory of ours: a call's frame, scratch memory, a buffer. What goes to
// memory that may be anybody's is made aside first and stored in one go (store_value), so that an objection leaves the
// object as it was and a fault jumps out of nothing half done.
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
  // During a call: converted strings and arrays may lie in the thread's scratch memory, and Lisp strings are passed in
  // place. Else they must be kept alive by somebody.
  bool during_call = false;
  // During a call: the value is an argument itself, which the VM stack keeps. Not so its parts: a callback may take
  // them out of it while C still reads them, so each is held as long as the call lasts.
  bool argument = false;
  // Takes a value that the written bytes refer to; null when nobody can (plain C memory).
  Allocation* keeper = nullptr;
  // From where the bytes are written now to where they will lie, when a struct is put together aside first.
  ptrdiff_t moved = 0;

  // Where a part of the value goes.
  Destination for_part() const {
    Destination part = *this;
    part.argument = false;
    return part;
  }
};

// Writes `value` as an object of `type` at `to`, memory of ours of the type's size. Strings, vectors, lists, bytes,
// structs and functions are accepted for pointers. After an objection what was written is worth nothing.
Objection write_value(BridgeContext& bridge, core::TypeId type, std::byte* to, Value value, Destination destination);

// The value of an object of `type` at `from`. Records and arrays are views that keep `owner` alive; all else is copied.
// Memory that is not there is a fault, raised as one.
Result<Value> read_value(BridgeContext& bridge, core::TypeId type, std::byte* from, Value owner);

// A result by value: records are copied into memory of their own.
Result<Value> read_result(BridgeContext& bridge, core::TypeId type, const std::byte* from);

// A field of the record at `record`; bit-fields included.
Result<Value> read_field(BridgeContext& bridge, const core::FieldLocation& location, std::byte* record, Value owner);

// Writes where the object is to stay, which may be anybody's memory, or none: put together aside and then stored in one
// go, so that after an objection all is as it was. `keeper` takes what the object refers to; null when nobody can.
Objection store_value(BridgeContext& bridge, core::TypeId type, std::byte* to, Value value, Allocation* keeper);
// A field of the record at `record`.
Objection store_field(BridgeContext& bridge, const core::FieldLocation& location, std::byte* record, Value value,
                      Allocation* keeper);

// A string, or bytes when the text is no UTF-8.
Value text_or_bytes(Runtime& runtime, std::string_view text);

// What C makes of a number cast to an arithmetic type: cut to its width, rounded towards zero.
Result<Value> cast_number(BridgeContext& bridge, core::TypeId type, Value number);

// "Argument 2 of `qsort` is `size_t`, but -1 is negative." `place` are fields that tell programs where.
Failed objection_failure(BridgeContext& bridge, std::string_view where, core::TypeId type, const Complaint& complaint,
                         core::ErrorFields place = {});

}  // namespace elle::lang

// What memory of ours refers to stays alive as long as that memory: each allocation has a map from the places where it
// holds addresses of Lisp objects to those objects. Who keeps what in every other case, says convert.h.
#pragma once

#include "lang/bridge/convert/convert.h"

namespace elle::lang {

// Keeps `value`, whose address is written to `to`, for as long as `destination` says: nobody needs to for an argument
// of a call; a part of one is held until the call is over; what is stored lives as long as what it is stored in, or
// until something else is stored at that place. Objects when nobody can; `what` says what it is: "a Lisp string".
Objection keep_alive(BridgeContext& bridge, const Destination& destination, const std::byte* to, Value value,
                     const char* what);

// After the first `size` bytes of `source` were copied to `to`: what they refer to is kept for the copy in the same
// way, whatever becomes of `source`. Objects where nobody can, if they refer to anything.
Objection keep_for_copy(BridgeContext& bridge, const Destination& destination, const std::byte* to,
                        const Allocation& source, uint64_t size);

// The complaint that nobody can keep such a value.
Complaint nobody_keeps(const char* what);

// Whether the memory is C's, seen as a struct or an array: it is there without anybody keeping it.
bool is_of_c(const Allocation* memory);

}  // namespace elle::lang

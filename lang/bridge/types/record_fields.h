// The fields of a struct or union as Lisp data: `(x :int)`, `(flags :uint :bits 3)`, `(nil (:union …))`.
#pragma once

#include <span>

#include "core/types/type.h"

#include "lang/runtime/runtime.h"

namespace elle::lang {

struct BridgeContext;

// Lays out a declared record with these fields; `:packed #t` among them leaves out the padding. Without any field the
// record stays opaque: only pointers to it can be used. REQUIRES: `record` is not complete.
Result<core::Done> define_fields(BridgeContext& bridge, core::TypeId record, std::span<const Value> items);

}  // namespace elle::lang

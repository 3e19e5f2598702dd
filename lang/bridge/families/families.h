// Families of structs: a pointer to a derived one is passed for a pointer to its base without a cast, and the other way
// round where the object itself can be asked what it is.
#pragma once

#include "lang/bridge/families/gobject.h"

namespace elle::lang {

enum class Kinship {
  kIs,        // it may be passed
  kIsNot,     // the object knows its class, and that is another
  kStranger,  // C would want a cast, and so do we
};

class Families {
 public:
  explicit Families(BridgeContext& bridge) : bridge_(bridge), gobjects_(bridge) {}

  // Whether what a `given` pointer points to at `address` is what a `wanted` pointer points to. REQUIRES: C would not
  // take the one for the other, so that calls with the right types cost nothing here.
  Kinship ask(core::TypeId wanted, core::TypeId given, const void* address);

  // What the types alone tell: one of the two structs begins with the other.
  bool may_stand_for(core::TypeId base, core::TypeId derived) {
    return begins_with(derived, base) || begins_with(base, derived);
  }

  // The class of the object at `address`, which need not be one, if `record` is a class of GObject.
  std::optional<std::string> class_of_instance(core::TypeId record, const void* address) {
    return gobjects_.class_of_instance(record, address);
  }
  // The class of an object that ask() found to be of another one.
  std::string class_of(const void* address) { return gobjects_.class_of(address); }

  // Whether the record `whole` is a `part`, or its first member is one, or that one's.
  bool begins_with(core::TypeId whole, core::TypeId part);

 private:
  BridgeContext& bridge_;
  GObjects gobjects_;
};

}  // namespace elle::lang

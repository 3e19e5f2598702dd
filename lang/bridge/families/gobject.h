// GObject's own knowledge of what an object is, asked through the library that a script has loaded; nothing of it is
// linked. GTK's headers say `GtkWidget *` where a GtkLabel comes back: only the object knows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/call/plan.h"

namespace elle::lang {

struct BridgeContext;

class GObjects {
 public:
  explicit GObjects(BridgeContext& bridge) : bridge_(bridge) {}

  // Whether the object at `address`, known to be a `given`, is a `wanted`: two structs that are classes or interfaces.
  // Nothing when they are not both, as long as no library with GObject is loaded, or when no object lies there.
  std::optional<bool> is_instance(core::TypeId wanted, core::TypeId given, const void* address);

  // The name of the class of what is said to be a `record` at `address`; nothing when `record` is no class, or no
  // instance of it lies there.
  std::optional<std::string> class_of_instance(core::TypeId record, const void* address);

  // The name of its class: "GtkButton".
  std::string class_of(const void* address);

 private:
  // A function of GObject, and how it is called.
  struct Function {
    const char* name;
    core::TypeKind result;
    std::vector<core::TypeKind> parameters;
    void* address = nullptr;
    const core::CallPlan* plan = nullptr;
  };
  bool loaded();
  bool find(Function& function);
  // Nothing when the call faulted: no object lies where the pointer says.
  std::optional<uint64_t> call(const Function& function, std::initializer_list<uint64_t> arguments);
  // The GType of a struct that is a class or an interface with instances; 0 for any other.
  uint64_t class_type(core::TypeId record);

  BridgeContext& bridge_;
  size_t libraries_searched_ = 0;
  bool loaded_ = false;
  // GType is `gsize`; kUnsignedLong carries pointers as well.
  static constexpr core::TypeKind kWord = core::TypeKind::kUnsignedLong, kInt = core::TypeKind::kInt;
  Function from_name_{"g_type_from_name", kWord, {kWord}};
  Function fundamental_{"g_type_fundamental", kWord, {kWord}};
  Function test_flags_{"g_type_test_flags", kInt, {kWord, core::TypeKind::kUnsignedInt}};
  Function check_{"g_type_check_instance_is_a", kInt, {kWord, kWord}};
  Function class_name_{"g_type_name_from_instance", kWord, {kWord}};
};

}  // namespace elle::lang

// GObject's functions are called with addresses at which no object may lie. So each call has a guard of its own, one
// that faults is no answer, and the script's errno stays what it was. None of them calls back, which is why asking
// takes no VM&.
#include "lang/bridge/families/gobject.h"

#include <cstring>

#include "core/call/plan_cache.h"
#include "core/types/type_table.h"

#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/thread/lisp_thread.h"

namespace elle::lang {

using core::TypeId;

namespace {

// gobject/gtype.h
constexpr uint64_t kInterface = 2 << 2;           // G_TYPE_INTERFACE
constexpr uint64_t kInstantiatableFlag = 1 << 1;  // G_TYPE_FLAG_INSTANTIATABLE

uint64_t word(const void* address) { return reinterpret_cast<uintptr_t>(address); }

// `GtkLabel`, also where only `struct _GtkLabel` is at hand.
std::string class_name(const core::TypeTable& types, TypeId record) {
  const std::string_view tag = types.record(record).tag;
  return std::string(tag.starts_with('_') ? tag.substr(1) : tag);
}

}  // namespace

bool GObjects::find(Function& function) {
  for (const LoadedLibrary& library : bridge_.libraries.loaded) {
    function.address = library.library ? library.library->find_symbol(function.name) : nullptr;
    if (function.address) break;
  }
  if (!function.address) return false;
  std::vector<TypeId> parameters;
  for (core::TypeKind kind : function.parameters) parameters.push_back(core::type_of(kind));
  auto plan = bridge_.plans.plan(bridge_.types.function(core::type_of(function.result), parameters));
  if (plan.ok()) function.plan = plan.value();
  return plan.ok();
}

// Looks again only after another library was loaded.
bool GObjects::loaded() {
  if (loaded_ || libraries_searched_ == bridge_.libraries.loaded.size()) return loaded_;
  libraries_searched_ = bridge_.libraries.loaded.size();
  loaded_ = find(from_name_) && find(fundamental_) && find(test_flags_) && find(check_) && find(class_name_);
  return loaded_;
}

std::optional<uint64_t> GObjects::call(const Function& function, std::initializer_list<uint64_t> arguments) {
  alignas(16) std::byte frame[32] = {};
  alignas(16) std::byte result[16] = {};
  size_t i = 0;
  for (uint64_t argument : arguments)
    std::memcpy(frame + function.plan->arguments[i++].offset, &argument, sizeof argument);
  const core::NativeCallRecord record{function.name, nullptr};
  const int errno_of_script = bridge_.thread->guard.saved_errno;
  bool returned = false;
  const bool whole = bridge_.thread->guard.guarded([&] {
    returned = core::enter_native(bridge_.thread->guard, record, *function.plan,
                                  reinterpret_cast<core::CodePointer>(function.address), frame, result);
  });
  bridge_.thread->guard.saved_errno = errno_of_script;
  if (!whole || !returned) return std::nullopt;
  uint64_t value = 0;
  std::memcpy(&value, result, function.plan->result.size);
  return value;
}

uint64_t GObjects::class_type(TypeId record) {
  const std::string name = class_name(bridge_.types, record);
  const uint64_t type = call(from_name_, {word(name.c_str())}).value_or(0);
  if (type == 0) return 0;
  const bool has_instances =
      call(fundamental_, {type}) == kInterface || call(test_flags_, {type, kInstantiatableFlag}) != 0;
  return has_instances ? type : 0;
}

std::optional<bool> GObjects::is_instance(TypeId wanted, TypeId given, const void* address) {
  if (!loaded() || class_type(given) == 0) return std::nullopt;
  const uint64_t type = class_type(wanted);
  if (type == 0) return std::nullopt;
  const std::optional<uint64_t> is = call(check_, {word(address), type});
  return is ? std::optional(*is != 0) : std::nullopt;
}

std::optional<std::string> GObjects::class_of_instance(TypeId record, const void* address) {
  const uint64_t type = loaded() ? class_type(record) : 0;
  if (type == 0 || call(check_, {word(address), type}).value_or(0) == 0) return std::nullopt;
  return class_of(address);
}

std::string GObjects::class_of(const void* address) {
  const uint64_t name = call(class_name_, {word(address)}).value_or(0);
  return name ? reinterpret_cast<const char*>(name) : "something unknown";
}

}  // namespace elle::lang

// What the names and first members of structs tell of the classes of GObject.
#include "lang/bridge/ask/c_classes.h"

#include <algorithm>

#include "core/types/type_table.h"

#include "lang/bridge/families/families.h"
#include "lang/bridge/library/lisp_spelling.h"
#include "lang/bridge/names/find_names.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/header_types.h"

namespace elle::lang {

namespace {

bool is_object(BridgeContext& bridge, CTypeId record) {
  const auto instance = find_header_type(bridge, "_GTypeInstance", core::kTags);
  return instance.ok() && instance.value() && bridge.families.may_stand_for(instance.value(), record);
}

bool is_hidden_class(BridgeContext& bridge, CTypeId record) {
  if (bridge.types.complete_record(record).ok()) return false;
  const std::string prefix = class_prefix(bridge, record);
  return !prefix.empty() && find_name(bridge, prefix + "_get_type");
}

}  // namespace

std::string class_prefix(BridgeContext& bridge, CTypeId record) {
  if (bridge.types.kind_of(record) != core::TypeKind::kRecord) return {};
  std::string_view tag = bridge.types.record(record).tag;
  if (tag.starts_with('_')) tag.remove_prefix(1);
  std::string prefix = lisp_spelling(tag);
  std::ranges::replace(prefix, '-', '_');
  return prefix;
}

bool may_be_hidden_class(BridgeContext& bridge, CTypeId hidden, CTypeId record) {
  return is_object(bridge, record) && is_hidden_class(bridge, hidden);
}

}  // namespace elle::lang

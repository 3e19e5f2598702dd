#include "lang/bridge/c_classes.h"

#include <algorithm>

#include "lang/bridge/bridge.h"
#include "lang/bridge/names.h"

namespace elle::lang {

namespace {

bool is_object(Bridge& bridge, CTypeId record) {
  const auto instance = bridge.names.find_type("_GTypeInstance", core::kTags);
  return instance.ok() && instance.value() && bridge.families.may_stand_for(instance.value(), record);
}

bool is_hidden_class(Bridge& bridge, CTypeId record) {
  if (bridge.types.complete_record(record).ok()) return false;
  const std::string prefix = class_prefix(bridge, record);
  return !prefix.empty() && bridge.names.find_anywhere(prefix + "_get_type");
}

}  // namespace

std::string class_prefix(Bridge& bridge, CTypeId record) {
  if (bridge.types.kind_of(record) != core::TypeKind::kRecord) return {};
  std::string_view tag = bridge.types.record(record).tag;
  if (tag.starts_with('_')) tag.remove_prefix(1);
  std::string prefix = lisp_spelling(tag);
  std::ranges::replace(prefix, '-', '_');
  return prefix;
}

bool may_be_hidden_class(Bridge& bridge, CTypeId hidden, CTypeId record) {
  return is_object(bridge, record) && is_hidden_class(bridge, hidden);
}

}  // namespace elle::lang

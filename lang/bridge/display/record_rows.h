// The fields of a record in memory as the rows of a table: name, value, type; nested records below their name,
// indented.
#pragma once

#include "lang/bridge/display/object_text.h"
#include "lang/print/table.h"

namespace elle::lang {

class RecordRows {
 public:
  RecordRows(BridgeContext& bridge, const ObjectText& objects, bool whole)
      : bridge_(bridge), objects_(objects), whole_(whole), table_({Role::kPlain, Role::kPlain, Role::kDim}) {}

  // REQUIRES: `record` is complete.
  void add_record(core::TypeId record, const std::byte* at, size_t depth = 0);
  // The elements of an array of records.
  void add_elements(core::TypeId array, const std::byte* at, size_t depth = 0);

  const Table& table() const { return table_; }
  // Whether something was left out.
  bool cut() const { return cut_; }

 private:
  void add_field(const core::Field& field, const std::byte* record, size_t depth);
  void add_nested(const std::string& name, core::TypeId type, const std::byte* at, size_t depth);
  void leave_out(uint64_t count, std::string_view what, size_t depth);

  BridgeContext& bridge_;
  const ObjectText& objects_;
  bool whole_;
  bool cut_ = false;
  Table table_;
};

}  // namespace elle::lang

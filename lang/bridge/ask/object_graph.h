// The objects of the loaded headers (what stands behind a pointer to a struct) and the functions that make them out of
// one another: a shortest way through it says how to get one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/declarations/declarations_file.h"
#include "core/types/type_table.h"

namespace elle::lang {

struct BridgeContext;
struct LoadedLibrary;

class ObjectGraph {
 public:
  using ObjectId = uint32_t;
  static constexpr ObjectId kNone = ~ObjectId{0};

  // One way to an object: a function; or, without one, memory made for its struct, or nothing but asking for it.
  struct Producer {
    ObjectId makes = kNone;
    LoadedLibrary* library = nullptr;
    std::optional<core::Declaration> function{};
    uint32_t through = 0;           // the parameter it is written through, from 1; 0 for the result
    bool given = false;             // nothing of the headers gives it
    std::vector<ObjectId> needs{};  // before it can be called
    uint32_t cost = 0;
  };

  explicit ObjectGraph(BridgeContext& bridge);

  // The object that a type is, or points to; kNone when it is none of the headers'.
  ObjectId object_of(core::TypeId type) const;
  ObjectId object_of(const LoadedLibrary& library, core::FileType type) const;
  // The record behind an object.
  const core::Declaration& record(ObjectId object) const { return records_[object]; }

  // The cheapest way to each object that the wanted one takes, in an order in which they can be gone, that one last.
  // Empty when nothing gives it.
  std::vector<const Producer*> way_to(ObjectId wanted);
  // How many functions give it.
  size_t count_producers(ObjectId object) const;

 private:
  void add_library(LoadedLibrary& library);
  void add_function(LoadedLibrary& library, const core::Declaration& function);
  void add_producer(Producer producer);
  // gtk_button_new gives a GtkButton, whatever its result says.
  ObjectId named_by(const LoadedLibrary& library, const core::Declaration& function) const;
  ObjectId object_named(std::string_view name) const;
  void append_way(ObjectId object, std::vector<bool>& done, std::vector<const Producer*>& way) const;

  BridgeContext& bridge_;
  std::map<std::string, ObjectId, std::less<>> objects_;  // by tag, or the typedef of a record without
  std::vector<core::Declaration> records_;                // by object
  std::map<const core::DeclarationsFile*, std::vector<ObjectId>> by_number_;  // of the file's records
  std::vector<Producer> producers_;
  std::vector<const Producer*> best_;  // by object, once searched
};

}  // namespace elle::lang

// how-to-get asks: which calls, in which order, lead to an object of this type? The headers say what each function
// takes and gives, so they span a graph: objects are its nodes, and each function is a step from all the objects that
// it needs to the one that it makes (a hyperedge, since it may need several). The answer is the cheapest way from
// nothing.
//
// What is cheap is taste, not truth, and stands in the constants below: names that say "new" before names that hand
// something on, constructors with few parameters before those with many, functions before structs filled by hand.
// Whether a function really makes the object no header says, so its name is believed where it says so.
#include "lang/bridge/ask/object_graph.h"

#include <algorithm>
#include <queue>
#include <set>

#include "core/types/type_table.h"

#include "lang/bridge/ask/function_name.h"
#include "lang/bridge/library/file_types.h"
#include "lang/bridge/library/lisp_spelling.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/absent_names.h"
#include "lang/bridge/thread/bridge_context.h"

namespace elle::lang {

using core::Declaration;
using core::DeclarationKind;
using core::FileType;

namespace {

// A call counts 10, so that one constructor of many parameters is better than two. A struct made by hand is a way where
// no constructor is, least of all for one that begins with another: such are objects with a class. Asking for the
// object is one where nothing else is.
constexpr uint32_t kCall = 10, kWritten = 15, kVariant = 12, kNotSaidToMake = 30, kHandsOn = 60, kBorrowed = 40,
                   kDiscouraged = 60, kStruct = 60, kDerivedStruct = 120, kGiven = 500;

bool is_void_pointer(const core::DeclarationsFile& file, FileType type) {
  const auto& row = bare_type(file, type);
  return row.kind == core::format::TypeKind::kPointer &&
         bare_type(file, FileType{row.a}).kind == core::format::TypeKind::kVoid;
}

// What its name says of it.
uint32_t cost_of_name(std::string_view spelling) {
  const auto words = static_cast<uint32_t>(std::ranges::count(spelling, '-'));
  const bool variant = spelling.find("-from") != std::string_view::npos ||
                       spelling.find("-with") != std::string_view::npos ||
                       spelling.find("-for-") != std::string_view::npos;
  const uint32_t cost = words + (variant ? kVariant : 0);
  switch (making(spelling)) {
    case Making::kMakes:
      return cost;
    case Making::kUnknown:
      return cost + kNotSaidToMake;
    default:
      return cost + kHandsOn;
  }
}

uint32_t cost_of(const core::DeclarationsFile& file, const Declaration& function, bool result) {
  const auto& type = bare_type(file, function.type());
  uint32_t cost = kCall + parameter_count(type) + cost_of_name(lisp_spelling(function.name()));
  if (function.deprecated() || function.name().starts_with('_')) cost += kDiscouraged;
  uint32_t untyped = 0;
  for (uint32_t i = 0; i < parameter_count(type); i++) untyped += is_void_pointer(file, file.parameter_type(type, i));
  // A void * and nothing else: a cast.
  cost += untyped == 1 && parameter_count(type) == 1 ? kHandsOn : untyped;
  if (!result) return cost + kWritten;
  const auto& given = bare_type(file, FileType{type.a});
  const bool borrowed = given.kind == core::format::TypeKind::kPointer && is_const(file, FileType{given.a});
  return cost + (borrowed ? kBorrowed : 0);
}

bool begins_with_record(const Declaration& record) {
  return record.field_count() > 0 &&
         bare_type(record.file(), record.field(0).type).kind == core::format::TypeKind::kRecord;
}

}  // namespace

ObjectGraph::ObjectGraph(BridgeContext& bridge) : bridge_(bridge) {
  std::set<std::string_view> seen;
  for (LoadedLibrary& library : bridge.libraries.loaded)
    if (library.file) add_library(library);
  for (LoadedLibrary& library : bridge.libraries.loaded) {
    if (!library.file) continue;
    for (const Declaration& function : library.file->all(DeclarationKind::kFunction))
      if (seen.insert(function.name()).second) add_function(library, function);
  }
  for (ObjectId object = 0; object < records_.size(); object++) {
    if (const Declaration& record = records_[object]; !record.opaque())
      add_producer({.makes = object, .cost = begins_with_record(record) ? kDerivedStruct : kStruct});
    add_producer({.makes = object, .given = true, .cost = kGiven});
  }
}

void ObjectGraph::add_library(LoadedLibrary& library) {
  std::vector<ObjectId>& by_number = by_number_[library.file.get()];
  for (const Declaration& record : library.file->all(DeclarationKind::kRecord)) {
    const std::string name = record.name().empty() ? fmt::format("#{}", records_.size()) : std::string(record.name());
    const auto [known, fresh] = objects_.try_emplace(name, static_cast<ObjectId>(records_.size()));
    if (fresh)
      records_.push_back(record);
    else if (records_[known->second].opaque())
      records_[known->second] = record;
    by_number.push_back(known->second);
  }
}

ObjectGraph::ObjectId ObjectGraph::object_of(const LoadedLibrary& library, FileType type) const {
  const auto* row = &bare_type(*library.file, type);
  if (row->kind == core::format::TypeKind::kPointer) row = &bare_type(*library.file, FileType{row->a});
  if (row->kind != core::format::TypeKind::kRecord) return kNone;
  const std::vector<ObjectId>& by_number = by_number_.at(library.file.get());
  return row->a < by_number.size() ? by_number[row->a] : kNone;
}

ObjectGraph::ObjectId ObjectGraph::object_named(std::string_view name) const {
  const auto known = objects_.find(name);
  return known == objects_.end() ? kNone : known->second;
}

ObjectGraph::ObjectId ObjectGraph::object_of(core::TypeId type) const {
  const core::TypeTable& types = bridge_.types;
  if (types.kind_of(type) == core::TypeKind::kPointer) type = types.element_of(type);
  if (types.kind_of(type) != core::TypeKind::kRecord) return kNone;
  const std::string& tag = types.record(type).tag;
  if (!tag.empty()) return object_named(tag);
  for (; type; type = types[type].target)
    if (const ObjectId found = object_named(types.typedef_name(type)); found != kNone) return found;
  return kNone;
}

ObjectGraph::ObjectId ObjectGraph::named_by(const LoadedLibrary& library, const Declaration& function) const {
  const std::string spelling = lisp_spelling(function.name());
  const std::string_view thing = made_thing(spelling);
  if (thing.empty()) return kNone;
  for (const Declaration& type : library.file->find_folded(thing, core::Kinds(DeclarationKind::kTypedef)))
    if (const ObjectId object = object_of(library, type.type()); object != kNone) return object;
  return kNone;
}

void ObjectGraph::add_producer(Producer producer) {
  std::ranges::sort(producer.needs);
  producer.needs.erase(std::ranges::unique(producer.needs).begin(), producer.needs.end());
  producers_.push_back(std::move(producer));
}

void ObjectGraph::add_function(LoadedLibrary& library, const Declaration& function) {
  const core::DeclarationsFile& file = *library.file;
  const auto& type = bare_type(file, function.type());
  std::vector<std::pair<ObjectId, uint32_t>> written;
  std::vector<ObjectId> needs;
  for (uint32_t i = 0; i < parameter_count(type); i++) {
    const FileType parameter = file.parameter_type(type, i);
    const auto target = written_through(file, parameter);
    const ObjectId object = object_of(library, target.value_or(parameter));
    if (object == kNone) continue;
    if (!target)
      needs.push_back(object);
    else if (!only_ends(file, type))
      written.emplace_back(object, i + 1);
  }
  const auto add = [&](ObjectId object, uint32_t through) {
    add_producer({object, &library, function, through, false, needs, cost_of(file, function, through == 0)});
  };
  const ObjectId result = object_of(library, FileType{type.a});
  if (result != kNone) {
    add(result, 0);
    if (const ObjectId named = named_by(library, function); named != kNone && named != result) add(named, 0);
  }
  for (const auto& [object, through] : written) add(object, through);
}

size_t ObjectGraph::count_producers(ObjectId object) const {
  return static_cast<size_t>(std::ranges::count_if(
      producers_, [&](const Producer& producer) { return producer.function && producer.makes == object; }));
}

void ObjectGraph::append_way(ObjectId object, std::vector<bool>& done, std::vector<const Producer*>& way) const {
  if (done[object]) return;
  done[object] = true;
  for (ObjectId need : best_[object]->needs) append_way(need, done, way);
  way.push_back(best_[object]);
}

// Dijkstra's search where a step may need several objects (Knuth 1977, "A generalization of Dijkstra's algorithm"): an
// object is settled when its cheapest producer is, and a producer has its cost when all that it needs is settled. So
// ways are never circular.
std::vector<const ObjectGraph::Producer*> ObjectGraph::way_to(ObjectId wanted) {
  struct Offer {
    uint32_t cost;
    const Producer* producer;
    bool operator<(const Offer& other) const { return cost > other.cost; }
  };
  std::priority_queue<Offer> offers;
  std::vector<uint32_t> missing(producers_.size()), costs(producers_.size());
  std::vector<std::vector<size_t>> waiting(records_.size());
  for (size_t i = 0; i < producers_.size(); i++) {
    missing[i] = static_cast<uint32_t>(producers_[i].needs.size());
    costs[i] = producers_[i].cost;
    for (ObjectId need : producers_[i].needs) waiting[need].push_back(i);
    if (missing[i] == 0) offers.push({costs[i], &producers_[i]});
  }
  best_.assign(records_.size(), nullptr);
  while (!offers.empty() && !best_[wanted]) {
    const Offer offer = offers.top();
    offers.pop();
    const Producer& producer = *offer.producer;
    if (best_[producer.makes]) continue;
    if (producer.function && !bridge_.absent_names.reason_against(*producer.library, *producer.function).empty())
      continue;
    best_[producer.makes] = &producer;
    for (size_t i : waiting[producer.makes]) {
      costs[i] += offer.cost;
      if (--missing[i] == 0) offers.push({costs[i], &producers_[i]});
    }
  }
  std::vector<const Producer*> way;
  std::vector<bool> done(records_.size());
  if (best_[wanted] && !best_[wanted]->given) append_way(wanted, done, way);
  return way;
}

}  // namespace elle::lang

// What was read before is retired and never destroyed: values are of its types, and functions and macros that scripts
// hold were made from it. What is mentioned from now on is asked of the new reading.
#include "lang/bridge/names/reload.h"

#include <algorithm>

#include "core/base/file.h"
#include "core/thunk/c_compiler.h"
#include "core/types/type_table.h"

#include "lang/bridge/library/header_request.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/c_inline.h"
#include "lang/bridge/names/declaration_changes.h"
#include "lang/bridge/names/macro_calls.h"
#include "lang/bridge/names/macro_values.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/print/table.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

constexpr size_t kChangesShown = 40;

bool is_called(const LoadedLibrary& library, std::string_view name) {
  if (!name.empty() && (name == library.name || name == library.header || name == core::file_name(library.header)))
    return true;
  const bool of_file = library.library && (name == library.library->name() || name == library.library->path() ||
                                           name == core::file_name(library.library->path()));
  return name.empty() || of_file;
}

std::string changes_text(const Output& out, std::string_view header, const DeclarationChanges& found) {
  std::string text =
      fmt::format("{} was read again{}\n", header, found.changes.empty() ? "; it declares the same." : ".");
  Table table({Role::kDim, Role::kPlain});
  for (size_t i = 0; i < found.changes.size() && i < kChangesShown; i++)
    table.add({found.changes[i].what, found.changes[i].which});
  text += table.text(out, 2);
  if (found.changes.size() > kChangesShown)
    text += fmt::format("  … and {} more\n", found.changes.size() - kChangesShown);
  if (found.layouts) text += "  Structs that were made before keep their old layout.\n";
  if (found.prototypes) text += "  Functions that variables hold keep their old prototypes.\n";
  return text;
}

class Reloading {
 public:
  Reloading(BridgeContext& bridge, LoadedLibrary& library) : bridge_(bridge), library_(library) {}

  // Nothing when nothing has changed.
  Result<std::string> run() {
    if (library_.library && library_.library->replaced()) TRY(open_library());
    if (library_.file && !library_.file->up_to_date()) TRY(read_header());
    if (!text_.empty()) library_.change_told.clear();
    return std::move(text_);
  }

 private:
  Result<core::Done> open_library() {
    library_.library = TRY(bridge_.runtime.lift(library_.library->open_again()));
    text_ += fmt::format("{} was opened again.\n", library_.library->path());
    if (library_.file)
      library_.header_addresses =
          std::make_shared<core::HeaderAddresses>(bridge_.compiler, library_.file, library_.paths);
    return core::Done{};
  }

  // What was read before stays: values are of its types, and functions that scripts hold were made from it.
  Result<core::Done> read_header() {
    auto file = TRY(bridge_.runtime.lift(core::load_headers(library_.request, loader_options(bridge_.runtime))));
    LoadedLibrary& before = bridge_.libraries.retired.emplace_back(library_);
    if (before.macros) before.macros->move_to(before);
    library_.file = file;
    library_.from_cache = false;
    library_.types = core::TypeLoader::create(bridge_.types, file);
    library_.header_addresses = std::make_shared<core::HeaderAddresses>(bridge_.compiler, file, library_.paths);
    library_.macros = nullptr;
    text_ += changes_text(*bridge_.runtime.out, library_.header, declaration_changes(bridge_, before, library_));
    return core::Done{};
  }

  BridgeContext& bridge_;
  LoadedLibrary& library_;
  std::string text_;
};

// What has changed of it, for people; "" when nothing has.
std::string change_of(const LoadedLibrary& library) {
  if (library.library && library.library->replaced())
    return fmt::format("{} has been built anew since it was loaded; (reload) opens the new one.",
                       library.library->path());
  const std::string why = library.file ? library.file->why_stale() : std::string();
  if (why.empty()) return {};
  // `/usr/include/point.h` has changed
  const size_t end = why.find('`', 1);
  const std::string path = why.substr(1, end - 1);
  return fmt::format("{}{} since it was loaded; (reload) reads it again.", path, why.substr(end + 1));
}

// Code mentions names through cells: the next mention asks the header as it is now.
void forget_mentions(BridgeContext& bridge) {
  for (Cell* cell : bridge.runtime.header_cells) {
    if (!(cell->flags & Cell::kHeader)) continue;
    cell->flags &= static_cast<uint8_t>(~Cell::kHeader);
    cell->value = make_value(Tag::kUnbound, 0);
  }
  bridge.runtime.header_cells.clear();
  bridge.c_inline.compile_again();
}

}  // namespace

std::vector<std::string> header_changes(BridgeContext& bridge) {
  std::vector<std::string> texts;
  for (LoadedLibrary& library : bridge.libraries.loaded) {
    std::string text = change_of(library);
    if (text.empty() || text == library.change_told) continue;
    if (std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
    library.change_told = std::move(text);
  }
  return texts;
}

Result<std::optional<std::string>> reload_headers(BridgeContext& bridge, std::string_view name) {
  std::optional<std::string> report;
  std::optional<Failed> failed;
  for (LoadedLibrary& library : bridge.libraries.loaded) {
    if (!is_called(library, name)) continue;
    Result<std::string> text = Reloading(bridge, library).run();
    if (text.ok())
      report = report.value_or("") + text.value();
    else if (!failed)
      failed = text.failure();
  }
  if (report && !report->empty()) forget_mentions(bridge);
  if (!failed) return report;
  bridge.runtime.out->show_long(report.value_or(""));
  return *failed;
}

}  // namespace elle::lang

// The macros in force at the end of a translation unit, with their values.
//
// libclang reports definitions and inclusions in the order they happened, but no `#undef`. Those are found in the text:
// each is placed between the definitions and inclusions around it, and left out when it stands in a part the
// preprocessor skipped.
//
//     gtk.h:1    #define SIZE 4         event: a definition
//     gtk.h:2    #include <glib.h>      event: an inclusion; gtk.h is passed up to here
//     glib.h:1     #undef SIZE          found in the text of glib.h, between the inclusion and the next event
//     gtk.h:3    #define COUNT SIZE     event: glib.h has been left, so its removals have happened
#pragma once

#include <clang-c/Index.h>
#include <deque>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/declarations/declarations_builder.h"
#include "core/headers/cx.h"
#include "core/headers/declared_names.h"
#include "core/headers/source_files.h"
#include "core/macros/macro.h"
#include "core/macros/value.h"

namespace elle::core::headers {

class MacroCollector {
 public:
  MacroCollector(CXTranslationUnit unit, DeclarationsBuilder& builder, SourceFiles& files)
      : unit_(unit), builder_(builder), files_(files) {}

  // Definitions and inclusions, in the order libclang gives them.
  void take_definition(CXCursor cursor);
  void take_inclusion(CXCursor cursor);
  // Puts all macros into the tables. Needs every other declaration to be there.
  void finish(const DeclaredNames& names);

 private:
  struct Definition {
    std::string_view name;
    std::string_view text;  // what follows the name
    bool function_like = false;
    Position position;
    unsigned end = 0;  // offset behind it
  };
  // An `#undef` that the preprocessor came by.
  struct Removal {
    unsigned offset;
    std::string_view name;
  };
  // A file that is being read, and how far.
  struct OpenFile {
    CXFile file;
    unsigned offset;
  };

  void advance_to(CXFile file, unsigned offset);
  void leave_file();
  void apply_removals(CXFile file, unsigned from, unsigned to);
  const std::vector<Removal>& removals(CXFile file);
  std::string_view predefined_text(CXCursor cursor);
  std::string_view keep(std::string text) { return kept_.emplace_back(std::move(text)); }
  format::DeclarationRow common(const Definition& definition);
  format::StringRef comment_of(const Definition& definition);
  format::MacroRow describe(const macros::Macro& macro);
  void set_value(const macros::Value& value, format::MacroRow& row, format::DeclarationRow& declaration);

  CXTranslationUnit unit_;
  DeclarationsBuilder& builder_;
  SourceFiles& files_;
  std::vector<Definition> definitions_;
  std::unordered_map<std::string_view, size_t> current_;  // the definition in force, by name
  std::deque<std::string> kept_;                          // text that stands in no file
  std::vector<OpenFile> open_;
  std::unordered_set<CXFile> entered_;
  std::unordered_map<CXFile, std::vector<Removal>> removals_;
};

}  // namespace elle::core::headers

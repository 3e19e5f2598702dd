// All that `doc` says of a name of a header, on one page.
#pragma once

#include "core/types/type.h"

#include "lang/bridge/documentation/found_text.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/absent_names.h"
#include "lang/print/page.h"

namespace elle::lang {

class NamePage {
 public:
  NamePage(BridgeContext& bridge, LoadedLibrary& library, const core::Declaration& declaration, const Screen& screen)
      : bridge_(bridge),
        library_(library),
        declaration_(declaration),
        page_(screen),
        found_(find_text(bridge, declaration)) {}

  std::string text();

 private:
  // What C says of it.
  void put_head();
  void put_function();
  void put_macro();
  void put_typedef();
  void put_step(core::TypeId type, std::string_view name);
  // A record's members or an enum's constants; nothing for other types.
  void put_parts_of(core::FileType type);
  void put_constant();
  void put_variable();
  void put_value();
  // What is written of it.
  void put_text();
  // How to use it from Lisp, and where it comes from.
  void put_usage();
  void put_state();

  BridgeContext& bridge_;
  LoadedLibrary& library_;
  const core::Declaration& declaration_;
  Page page_;
  FoundText found_;
};

}  // namespace elle::lang

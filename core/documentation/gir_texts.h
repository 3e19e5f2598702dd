// What .gir files say of a C name. A file is not read as a whole (Gtk's has seven megabytes): the attribute with the
// name is looked for in the mapped file, and the element around it is read from there.
//
//     <method name="present" c:identifier="gtk_window_present">
//       <doc xml:space="preserve">Presents a window to the user. …</doc>
//       <return-value transfer-ownership="none">…</return-value>
//     </method>
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/documentation/document.h"
#include "core/documentation/gir_files.h"

namespace elle::core {

struct GirText {
  Document document;
  std::string kind;                            // the element's, "class", "method", "glib:signal"
  std::string package;                         // of the file, "gtk4"
  std::string parent;                          // of a class: the C name of the one it extends
  std::vector<NamedText> properties, signals;  // of a class, each with its first sentence
};

class GirTexts {
 public:
  // Functions, types, constants by their C names; a class's signals as GtkWindow::close-request, its properties as
  // GtkWindow:title. `loaded_libraries` are sonames. Nothing when no file has it.
  std::optional<GirText> find(std::string_view c_name, const std::vector<std::string>& loaded_libraries);

 private:
  GirFiles files_;
};

}  // namespace elle::core

// `doc` of the names that headers have, and of those they lack: why such a name is absent, or what a .gir file or a
// manual page says of it.
#include "lang/bridge/documentation/describe.h"

#include <algorithm>

#include "core/documentation/manual_page.h"

#include "lang/bridge/documentation/document_text.h"
#include "lang/bridge/documentation/manual_text.h"
#include "lang/bridge/documentation/name_page.h"
#include "lang/bridge/documentation/opaque_uses.h"
#include "lang/bridge/library/loaded_library.h"
#include "lang/bridge/names/absent_names.h"
#include "lang/bridge/names/find_names.h"
#include "lang/bridge/thread/bridge_context.h"

namespace elle::lang {

namespace {

// What a member of a class is: "GtkWindow::close-request" is in no header, but in its .gir file.
std::string_view member_kind(std::string_view name) {
  if (name.find("::") != name.npos) return "A signal.";
  return name.find(':') != name.npos ? "A property." : "";
}

// gtk-window-new is gtk_window_new there; a signal's name has its own hyphens.
std::string c_spelling(std::string_view name) {
  std::string spelling(name);
  if (member_kind(name).empty()) std::replace(spelling.begin(), spelling.end(), '-', '_');
  return spelling;
}

// A name that no loaded header has, but a .gir file of this machine.
std::optional<std::string> describe_from_gir(BridgeContext& bridge, std::string_view name, const Screen& screen) {
  const auto found = find_gir_text(bridge, name);
  if (!found) return std::nullopt;
  Page page(screen);
  page.line(page.paint()(Role::kName, name));
  put_document(page, found->document, "Parameters");
  put_class(page, *found);
  page.gap();
  if (const std::string_view kind = member_kind(name); !kind.empty())
    page.line(kind);
  else if (!found->package.empty())
    page.words(
        fmt::format("No header that is loaded has it; (use-library \"{}\") loads those that may.", found->package));
  return page.take();
}

// One that has a manual page at least.
std::optional<std::string> describe_from_manual(std::string_view name, const Screen& screen) {
  if (!core::find_manual_page(name)) return std::nullopt;
  Page page(screen);
  page.line(page.paint()(Role::kName, name));
  put_manual(page, name);
  page.gap();
  page.words("No header that is loaded has it: load the one that its manual page names.");
  return page.take();
}

}  // namespace

std::optional<std::string> describe_header_name(BridgeContext& bridge, std::string_view name, const Screen& screen) {
  if (std::optional<FoundName> found = find_name(bridge, name))
    return NamePage(bridge, *found->library, found->declaration, screen).text();
  if (const auto absent = bridge.absent_names.absence(name))
    return fmt::format("{}\n{}", absent->reason, absent->next_step.empty() ? "" : absent->next_step + "\n");
  const std::string c_name = c_spelling(name);
  if (auto text = describe_from_gir(bridge, c_name, screen)) return text;
  return describe_from_manual(c_name, screen);
}

}  // namespace elle::lang

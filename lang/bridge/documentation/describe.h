// What `doc` says of a name that the headers, a .gir file or a manual page know.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace elle::lang {

struct BridgeContext;
struct Screen;  // lang/print/page.h

// Whole lines laid out for `screen`; nothing when nobody has the name.
std::optional<std::string> describe_header_name(BridgeContext& bridge, std::string_view name, const Screen& screen);

}  // namespace elle::lang

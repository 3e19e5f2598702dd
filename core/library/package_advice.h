// Which package to install for what is missing. Asked only when something has failed already, because it runs programs:
// `dpkg` for files that are on this machine without being found, `apt-file` for those of all packages, and `apt-cache`
// for packages that are named as if they had it. Where there are no such programs, nothing is known.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace elle::core {

// Each is a sentence: "The package `libgtk-4-dev` has it: apt install libgtk-4-dev.", "… probably has it …" where only
// its name says so. Nothing for paths, and where no few packages stand out.

// `header` as in `#include <…>`; the `libraries` it belongs to, if they are known, tell packages apart.
std::optional<std::string> advice_for_header(std::string_view header, const std::vector<std::string>& libraries);
// `library` as Library::open takes it.
std::optional<std::string> advice_for_library(std::string_view library);
std::optional<std::string> advice_for_pkg_config(std::string_view name);

}  // namespace elle::core

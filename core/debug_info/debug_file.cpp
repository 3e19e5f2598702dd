// libdwfl does the looking: the debug information in the file itself, then by its build id, then by .gnu_debuglink. It
// is meant for debuggers with many modules; here a session has one, reported "offline", at no address.
#include "core/debug_info/debug_file.h"

#include <fmt/format.h>

#include "core/base/file.h"

namespace elle::core::debug_info {
namespace {

constexpr Dwfl_Callbacks kCallbacks = {
    .find_elf = nullptr,  // the one file is named
    .find_debuginfo = dwfl_standard_find_debuginfo,
    .section_address = dwfl_offline_section_address,
    .debuginfo_path = nullptr,
};

}  // namespace

Result<DebugFile> DebugFile::open(const std::string& path) {
  if (!is_file(path))
    return fail(ErrorKind::kLibrary, fmt::format("There is no file `{}`.", path), {}, {{"path", path}});
  DebugFile file;
  file.session_.reset(dwfl_begin(&kCallbacks));
  Dwfl_Module* module = dwfl_report_offline(file.session_.get(), "", path.c_str(), -1);
  if (!module || dwfl_report_end(file.session_.get(), nullptr, nullptr) != 0)
    return fail(ErrorKind::kLibrary, fmt::format("`{}` cannot be read as a library: {}.", path, dwfl_errmsg(-1)), {},
                {{"path", path}});
  Dwarf_Addr bias = 0;
  file.dwarf_ = dwfl_module_getdwarf(module, &bias);
  if (!file.dwarf_)
    return fail(ErrorKind::kLibrary, fmt::format("`{}` has no debug information.", path),
                "Build it with -g, or install the package that has its debug information (NAME-dbgsym).",
                {{"path", path}});
  const char *main_file = nullptr, *debug_file = nullptr;
  dwfl_module_info(module, nullptr, nullptr, nullptr, nullptr, nullptr, &main_file, &debug_file);
  file.paths_.push_back(path);
  // Both are inputs: installing a package with debug information for a library that had none makes the entry stale.
  if (debug_file && debug_file != path) file.paths_.emplace_back(debug_file);
  return file;
}

}  // namespace elle::core::debug_info

// A program or library file with its debug information, which stands in it or in a file of its own: found by build id
// below /usr/lib/debug, or by the name in .gnu_debuglink, where debuggers look for it.
#pragma once

#include <elfutils/libdwfl.h>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/debug_info/die.h"

namespace elle::core::debug_info {

class DebugFile {
 public:
  // Errors (kind `library`): there is no such file, it is no ELF file, it has no debug information.
  static Result<DebugFile> open(const std::string& path);

  // The files that were read: the one asked for, and the one with its debug information where that is another.
  const std::vector<std::string>& paths() const { return paths_; }

  // Calls `visit(unit)` for each compilation unit, in the order of the file.
  template <class Visit>
  void for_each_unit(Visit visit) const {
    Dwarf_CU* unit = nullptr;
    Die entry, split;
    uint8_t type = 0;
    while (dwarf_get_units(dwarf_, unit, &unit, nullptr, &type, &entry, &split) == 0) {
      // A skeleton only names the file that has the unit (7.3.2).
      bool elsewhere = type == DW_UT_skeleton && split.addr;
      visit(elsewhere ? split : entry);
    }
  }

 private:
  struct End {
    void operator()(Dwfl* session) const { dwfl_end(session); }
  };

  std::unique_ptr<Dwfl, End> session_;
  Dwarf* dwarf_ = nullptr;  // of the session
  std::vector<std::string> paths_;
};

}  // namespace elle::core::debug_info

// elle-debug-info: reads the debug information (DWARF) of a library and writes what it says into a declarations file,
// as elle-headers does with headers. A program of its own for the same reasons: libdw and its crashes stay out of
// whoever wants the declarations (core/declarations/debug_info_loader.h runs it).
//
//     elle-debug-info OUTPUT FILE
//
// Exit status: HelperExit (core/declarations/helper.h).
#include <cstdio>
#include <string>

#include "core/base/file.h"
#include "core/debug_info/debug_file.h"
#include "core/debug_info/declaration_reader.h"
#include "core/debug_info/member_reader.h"
#include "core/debug_info/source_places.h"
#include "core/debug_info/type_reader.h"
#include "core/declarations/debug_info_loader.h"
#include "core/library/library.h"

namespace elle::core::debug_info {
namespace {

std::unordered_set<std::string> exported_symbols(const std::string& path) {
  auto symbols = list_symbols(path);
  if (!symbols.ok()) return {};
  return {symbols.value().begin(), symbols.value().end()};
}

void describe_request(const std::string& path, const DebugFile& file, DeclarationsBuilder& builder) {
  builder.info.request = builder.string(debug_info_request(path));
  for (const std::string& read : file.paths()) {
    FileStatus status = file_status(read).value_or(FileStatus{});
    builder.inputs.push_back({builder.string(read), 0, status.size, status.mtime_ns});
  }
}

Result<Done> run(const std::string& output, const std::string& path) {
  DebugFile file = TRY(DebugFile::open(path));
  DeclarationsBuilder builder;
  describe_request(path, file, builder);
  SourcePlaces places(builder);
  TypeReader types(builder, places);
  MemberReader members(builder, places, types);
  DeclarationReader declarations(builder, places, types, exported_symbols(path));
  // What the exported functions mention first: of two types of one name, theirs is the one that is found by it.
  file.for_each_unit([&](Die unit) { declarations.take_symbols(unit); });
  members.describe_pending();
  file.for_each_unit([&](Die unit) { declarations.take_types(unit); });
  members.describe_pending();
  members.finish();
  return write_file_atomically(output, builder.finish());
}

}  // namespace
}  // namespace elle::core::debug_info

int main(int count, char** arguments) {
  using namespace elle::core;
  if (count != 3) {
    std::fputs("usage: elle-debug-info OUTPUT FILE\n", stderr);
    return kBadUsage;
  }
  end_helper(debug_info::run(arguments[1], arguments[2]));
}

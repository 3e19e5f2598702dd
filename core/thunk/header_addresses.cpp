// One table for all functions of a header needs one compilation, but a single bad one would spoil it. So the compiler's
// complaints are blamed on rows (each stands on a line of its own, and the linker names the function), the blamed are
// left out with the reason, and the rest is compiled again. That converges quickly: compilers report all errors they
// find.
#include "core/thunk/header_addresses.h"

#include <fmt/format.h>
#include <vector>

#include "core/base/file.h"
#include "core/library/library.h"

namespace elle::core {
namespace {

constexpr std::string_view kTableFile = "<addresses>";

// The file, for what one of the compiler's own headers defines; else "": all the rest is one group.
std::string_view group_of(const Declaration& declaration) {
  std::string_view file = declaration.place().file;
  bool of_compiler =
      file.find("/lib/clang/") != std::string_view::npos || file.find("/lib/gcc/") != std::string_view::npos;
  return of_compiler ? file : std::string_view();
}

struct Row {
  std::string name;
  bool is_inline;        // `inline` alone: C wants to be told who shall hold its body (C17 6.7.4p7)
  std::string reason{};  // not empty: it is left out
};

// Row i stands on line i + 2 of kTableFile.
std::string table_text(const std::string& includes, const std::vector<Row>& rows) {
  std::string text = includes;
  for (const Row& row : rows)
    if (row.is_inline && row.reason.empty()) text += fmt::format("extern __typeof__({0}) {0};\n", row.name);
  text += fmt::format("#line 1 \"{}\"\nconst void *const elle_addresses[] = {{\n", kTableFile);
  for (const Row& row : rows) text += row.reason.empty() ? fmt::format("(const void *)&{},\n", row.name) : "0,\n";
  text += "};\nconst char *const elle_reasons[] = {\n";
  for (const Row& row : rows) text += row.reason.empty() ? "0,\n" : c_literal(row.reason) + ",\n";
  return text + "};\n";
}

// Gives the rows that are at fault their reasons; false when an error is nobody's.
bool blame(std::vector<Row>& rows, const std::vector<CDiagnostic>& errors) {
  for (const CDiagnostic& error : errors) {
    bool blamed = error.file == kTableFile && error.line >= 2 && error.line - 2 < rows.size();
    if (blamed) rows[error.line - 2].reason = error.message;
    for (Row& row : rows) {
      if (row.name != error.function && row.name != error.symbol) continue;
      row.reason = error.message;
      blamed = true;
    }
    if (!blamed) return false;
  }
  return true;
}

}  // namespace

bool HeaderAddresses::may_have(const Declaration& declaration) {
  if (declaration.kind() == DeclarationKind::kFunction) return declaration.header_only() || declaration.is_defined();
  return declaration.kind() == DeclarationKind::kVariable && declaration.is_static();
}

Result<void*> HeaderAddresses::find(const Declaration& declaration) {
  std::string_view group = group_of(declaration);
  auto known = tables_.find(group);
  if (known == tables_.end()) known = tables_.emplace(group, TRY(make(group))).first;
  auto entry = known->second.find(declaration.name());
  if (entry != known->second.end() && entry->second.address) return entry->second.address;
  std::string why = entry == known->second.end() ? "the header does not define it" : entry->second.reason;
  return fail(ErrorKind::kSymbol,
              fmt::format("`{}` is defined at {}:{} itself, but cannot be compiled: {}.", declaration.name(),
                          declaration.place().file, declaration.place().line, why),
              {}, {{"symbol", std::string(declaration.name())}, {"library", std::string(declaration.place().file)}});
}

Result<HeaderAddresses::Table> HeaderAddresses::make(std::string_view group) {
  std::vector<Row> rows;
  for (DeclarationKind kind : {DeclarationKind::kFunction, DeclarationKind::kVariable})
    for (const Declaration& declaration : file_->all(kind))
      if (may_have(declaration) && group_of(declaration) == group)
        rows.push_back({std::string(declaration.name()), declaration.is_inline() && !declaration.is_static()});

  HeaderRequest request = HeaderRequest::from_text(file_->request());
  std::string includes = header_state(*file_) + request.include_lines();
  CSource source;
  source.about = fmt::format("{}-inline", file_name(request.headers.empty() ? "none" : request.headers[0]));
  source.flags = compiler_flags(request);
  // gtk.h has three thousand: optimising them takes a person's patience, and saves less than what a call costs.
  source.flags.emplace_back("-O0");
  source.libraries = libraries_;
  source.text = source.known_by = table_text(includes, rows);
  CompiledSource compiled = TRY(compiler_.compile(source));
  // Errors in the table first, then those in what it made the compiler look at, then the linker's.
  for (int round = 0; compiled.path.empty() && round < 4 && blame(rows, compiled.errors); round++) {
    source.text = table_text(includes, rows);
    compiled = TRY(compiler_.compile(source));
  }
  if (compiled.path.empty())
    return fail(ErrorKind::kHeader,
                fmt::format("The C compiler does not take {}: {}:{}: {}.", source.about, compiled.errors[0].file,
                            compiled.errors[0].line, compiled.errors[0].message),
                {}, {{"path", std::string(compiled.errors[0].file)}});
  auto library = TRY(Library::open(compiled.path));
  auto* addresses = static_cast<void* const*>(TRY(library->symbol("elle_addresses")));
  auto* reasons = static_cast<const char* const*>(TRY(library->symbol("elle_reasons")));
  Table table;
  for (size_t i = 0; i < rows.size(); i++)
    table.emplace(rows[i].name, Entry{addresses[i], reasons[i] ? reasons[i] : ""});
  return table;
}

}  // namespace elle::core

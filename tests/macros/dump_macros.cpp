// dump_macros HEADER LIBRARY: what Elle makes of a header's macros, one a line, fields parted by tabs:
//
//     integer NAME TYPE VALUE        floating NAME TYPE HEX-FLOAT      pointer NAME TYPE ADDRESS
//     string NAME TYPE HEX-BYTES     other NAME KIND BODY                called NAME (it has parameters)
//
// The first line names the headers again, as the C compiler finds them: `include` and its folders, as `flag` lines.
#include <cstdio>
#include <fmt/format.h>

#include "core/declarations/header_loader.h"
#include "core/declarations/type_loader.h"
#include "core/types/type_table.h"

namespace elle::core {
namespace {

std::string hex(std::string_view bytes) {
  std::string text;
  for (char byte : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(byte));
  return text;
}

constexpr const char* kValueNames[] = {
#define X(kind, name) name,
    ELLE_MACRO_VALUES(X)
#undef X
};

std::string value_text(const Declaration& macro, bool is_signed) {
  switch (macro.macro_value()) {
    case MacroValue::kInteger:
      return is_signed ? fmt::format("{}", static_cast<int64_t>(macro.macro_bits()))
                       : fmt::format("{}", macro.macro_bits());
    case MacroValue::kPointer:
      return fmt::format("{}", macro.macro_bits());
    case MacroValue::kFloating:
      return std::string(macro.macro_text());
    default:
      return hex(macro.macro_text());
  }
}

void print_macro(TypeTable& types, TypeLoader& loader, const Declaration& macro) {
  std::string kind(kValueNames[static_cast<size_t>(macro.macro_value())]);
  bool constant = macro.macro_value() == MacroValue::kInteger || macro.macro_value() == MacroValue::kFloating ||
                  macro.macro_value() == MacroValue::kString || macro.macro_value() == MacroValue::kPointer;
  auto type = loader.load(macro.type());
  if (!constant || !type.ok()) {
    fmt::print("other\t{}\t{}\t{}\n", macro.name(), kind, hex(macro.macro_body()));
    return;
  }
  bool is_signed = types.is_signed(type.value());
  std::string spelling = types.text(types.resolve(type.value()));
  if (types.kind_of(type.value()) == TypeKind::kEnum)
    spelling = types.text(types.enumeration(types.resolve(type.value())).underlying);
  fmt::print("{}\t{}\t{}\t{}\n", kind, macro.name(), spelling, value_text(macro, is_signed));
}

int run(const char* header, const char* library) {
  HeaderRequest request;
  request.headers = {header};
  if (*library) request.libraries = {library};
  auto file = load_headers(request);
  if (!file.ok()) {
    fmt::print(stderr, "{}\n", file.error()->message);
    return 1;
  }
  HeaderRequest used = HeaderRequest::from_text(file.value()->request());
  for (const std::string& name : used.headers) fmt::print("include\t{}\n", name);
  for (const std::string& folder : used.include_folders) fmt::print("flag\t-I{}\n", folder);
  for (const std::string& define : used.defines) fmt::print("flag\t-D{}\n", define);
  for (const std::string& flag : used.flags) fmt::print("flag\t{}\n", flag);
  TypeTable types;
  auto loader = TypeLoader::create(types, file.value());
  for (const Declaration& macro : file.value()->all(DeclarationKind::kMacro)) {
    if (macro.predefined()) continue;
    if (macro.macro_value() == MacroValue::kFunctionLike)
      fmt::print("called\t{}\n", macro.name());
    else
      print_macro(types, *loader, macro);
  }
  return 0;
}

}  // namespace
}  // namespace elle::core

int main(int count, char** arguments) {
  if (count != 3) {
    std::fputs("usage: dump_macros HEADER LIBRARY\n", stderr);
    return 2;
  }
  return elle::core::run(arguments[1], arguments[2]);
}

// `static const int kLimit = 10;` in a header is a constant to people, and to us: no library has a symbol for it.
#include <cstring>
#include <fmt/format.h>

#include "core/headers/declaration_collector.h"

namespace elle::core::headers {
namespace {

void take_integer(CXEvalResult result, format::VariableRow& value) {
  value.value_kind = format::MacroValue::kInteger;
  value.value = clang_EvalResult_isUnsignedInt(result) ? clang_EvalResult_getAsUnsigned(result)
                                                       : static_cast<uint64_t>(clang_EvalResult_getAsLongLong(result));
}

void take_floating(DeclarationsBuilder& builder, CXEvalResult result, format::VariableRow& value) {
  double real = clang_EvalResult_getAsDouble(result);
  value.value_kind = format::MacroValue::kFloating;
  std::memcpy(&value.value, &real, sizeof real);
  value.text = builder.string(fmt::format("{:a}", real));
}

void take_string(DeclarationsBuilder& builder, CXEvalResult result, format::VariableRow& value) {
  value.value_kind = format::MacroValue::kString;
  value.text = builder.string(clang_EvalResult_getAsStr(result));
}

// libclang gives values as a long long or a double.
bool is_wider_than_libclang_tells(CXCursor cursor) {
  switch (clang_getCanonicalType(clang_getCursorType(cursor)).kind) {
    case CXType_LongDouble:
    case CXType_Float128:
    case CXType_Int128:
    case CXType_UInt128:
      return true;
    default:
      return false;
  }
}

}  // namespace

format::VariableRow variable_value(DeclarationsBuilder& builder, CXCursor cursor, const format::DeclarationRow& row) {
  format::VariableRow value{};
  value.value_kind = format::MacroValue::kNotExpression;
  const format::TypeRow& type = builder.type_row(row.type);
  bool is_const = type.kind == format::TypeKind::kQualified && (type.flags & format::kConst) != 0;
  if (!is_const || (row.flags & format::kDefined) == 0 || is_wider_than_libclang_tells(cursor)) return value;
  CXEvalResult result = clang_Cursor_Evaluate(cursor);
  if (!result) return value;
  switch (clang_EvalResult_getKind(result)) {
    case CXEval_Int:
      take_integer(result, value);
      break;
    case CXEval_Float:
      take_floating(builder, result, value);
      break;
    case CXEval_StrLiteral:
      take_string(builder, result, value);
      break;
    default:
      break;
  }
  clang_EvalResult_dispose(result);
  return value;
}

}  // namespace elle::core::headers

// Values of constant expressions, and what the folder must know about the types in them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/declarations/format.h"

namespace elle::core::macros {

using format::MacroValue;
using ScalarKind = format::TypeKind;  // one of the scalars
using TypeHandle = uint32_t;          // a type of the scope's; the folder hands it back as it got it

enum class TypeClass : uint8_t { kInteger, kFloating, kPointer, kVoid, kRecord, kArray, kFunction, kOther };

struct TypeFacts {
  TypeClass type_class = TypeClass::kOther;
  ScalarKind scalar = ScalarKind::kInt;  // of an integer (an enum's underlying one) or floating type
  bool is_unsigned = false;
  uint64_t size = 0;  // bytes; 0: not known
  uint64_t align = 0;
};

enum class NameKind : uint8_t { kNone, kFunction, kVariable, kConstant, kArgument };

struct NamedValue {
  NameKind kind = NameKind::kNone;
  uint64_t bits = 0;  // of a kConstant; of a kArgument which one it is
  TypeHandle type = 0;
};

// What the names in an expression mean. Implemented over the declarations being collected, and by tests.
class Scope {
 public:
  enum class Tag : uint8_t { kTypedef, kStruct, kUnion, kEnum };

  virtual ~Scope() = default;
  virtual NamedValue find_name(std::string_view name) = 0;
  virtual std::optional<TypeHandle> find_type(Tag tag, std::string_view name) = 0;
  virtual TypeFacts facts(TypeHandle type) = 0;
  virtual TypeHandle scalar(ScalarKind kind) = 0;
  virtual TypeHandle pointer_to(TypeHandle pointee) = 0;
  virtual TypeHandle array_of(TypeHandle element, uint64_t count) = 0;
  virtual TypeHandle qualified(TypeHandle type, uint8_t flags) = 0;  // format::kConst, kVolatile
  virtual TypeHandle function(TypeHandle result, const std::vector<TypeHandle>& parameters, bool variadic) = 0;
};

struct Residue;

// A value met while folding, and the result. Of MacroValue only these occur: kInteger, kFloating, kString, kPointer,
// kFunctionAlias, kTypeAlias, kExpression (there is a value, but only at run time) and, as a result, kEmpty and
// kNotExpression.
struct Value {
  MacroValue kind = MacroValue::kExpression;
  TypeHandle type = 0;
  ScalarKind scalar = ScalarKind::kInt;  // of a kInteger, kFloating
  uint64_t bits = 0;                     // of a kInteger, kPointer; extended to 64 bits as the type's sign says
  long double real = 0;                  // of a kFloating, already rounded to its type
  std::string text;                      // kString: bytes; kFunctionAlias: name; kNotExpression: why
  // Of a kExpression that can be evaluated without a C compiler: how.
  std::shared_ptr<const Residue> residue{};
};

// What is left to do at run time when all constants are folded.
// What is left to do at run time when all constants are folded. `errno` expands to (*__errno_location ()), which is
//
//     kDereference ── operand ──► kCall, name "__errno_location"
//
// and MAX(a, 4), called with a Lisp value for a, comes to nothing of the kind: a `?:` over it is for the C compiler.
enum class ResidueKind : uint8_t {
  kArgument,     // of a function-like macro, as it was given: `index`
  kVariable,     // `name`
  kCall,         // of the function `name` with the operands
  kCast,         // of the operand to `type`
  kDereference,  // what the operand points to
  kAddress,      // of the variable `name`
};

struct Residue {
  ResidueKind kind;
  std::string name{};
  size_t index = 0;
  TypeHandle type = 0;
  std::vector<Value> operands{};  // constants, function names, and expressions with a residue of their own
};

// Size in bytes on LP64 targets, 0 for what the folder does not compute with.
uint64_t scalar_size(ScalarKind kind);

}  // namespace elle::core::macros

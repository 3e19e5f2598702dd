// The declarations file, byte by byte: everything the headers of one request say, written once by `elle-headers` and
// mapped by everybody else; `elle-debug-info` writes what a library says of itself in the same form. It is the seam
// between parsing and the rest of the program.
//
//     FileHeader                     magic, version, checksum, and where each section lies
//     section, section, …            arrays of the fixed-size rows below, each starting at a multiple of 8
//
// Rules every reader and writer keeps:
//  - Numbers are in the byte order of the machine that wrote them; `byte_order` tells a file of the other.
//  - A reference is an index into a section, a StringRef is an offset into kStrings: nothing depends on where the file
//    is mapped. Index 0 of kTypes is `void`, string 0 is "", so a zeroed row is a valid, empty one.
//  - A string is stored as its length (4 bytes), its bytes, and a 0; a StringRef points at the bytes.
//  - A type row refers only to rows before its own. Cycles in C types go through records, and a record row names its
//    fields by record number, so walking types always ends.
//  - Declarations are sorted by kind: those of kind k are [kind_begin[k], kind_begin[k+1]). The n-th function has the
//    n-th FunctionRow, and likewise for variables, records, enums, enum constants and macros. That n is a declaration's
//    *number*.
//
// How a name is found, `strlen` say: its folded hash chooses a slot of kSlots, and slots are probed from there until
// one that is free. A slot of the same hash names a declaration, whose row in kDeclarations has the name itself, to be
// compared. Its index lies between kind_begin[kFunction] and the next, so it is a function; the difference is its
// number, and the row of that number in kFunctions says where its parameters begin in kParameters. Its type is a row of
// kTypes like any other's:
//
//     kFunction  a: result (a row that says kUnsignedLong)  b: its parameters' place in kParameterTypes, and how many
//     kPointer   a: pointee
//     kQualified a: char, flags: const
//
// Any change to this file's rows or lists, to what checksum64 gives or to how names fold must raise kFormatVersion; old
// cache entries are then made again.
#pragma once

#include <cstdint>

namespace elle::core::format {

constexpr char kMagic[8] = {'E', 'L', 'L', 'E', 'D', 'E', 'C', 'L'};
constexpr uint32_t kFormatVersion = 5;
constexpr uint32_t kByteOrder = 0x01020304;

using StringRef = uint32_t;  // offset of a string's first byte in kStrings; 0 is ""
using TypeRef = uint32_t;    // index into kTypes

// What a declaration can be. kOther is whatever had a name and could not be taken: its `reason` says why.
#define ELLE_DECLARATION_KINDS(X) \
  X(kFunction, "function")        \
  X(kVariable, "variable")        \
  X(kTypedef, "typedef")          \
  X(kRecord, "record")            \
  X(kEnum, "enum")                \
  X(kEnumConstant, "constant")    \
  X(kMacro, "macro")              \
  X(kOther, "other")

enum class DeclarationKind : uint8_t {
#define X(kind, name) kind,
  ELLE_DECLARATION_KINDS(X)
#undef X
};
constexpr uint32_t kDeclarationKindCount = 8;

// Arithmetic types as C names them, each a core::TypeKind of the same name; sizes are the target model's business.
#define ELLE_FILE_SCALARS(X)                 \
  X(kVoid, "void")                           \
  X(kBool, "_Bool")                          \
  X(kChar, "char")                           \
  X(kSignedChar, "signed char")              \
  X(kUnsignedChar, "unsigned char")          \
  X(kShort, "short")                         \
  X(kUnsignedShort, "unsigned short")        \
  X(kInt, "int")                             \
  X(kUnsignedInt, "unsigned int")            \
  X(kLong, "long")                           \
  X(kUnsignedLong, "unsigned long")          \
  X(kLongLong, "long long")                  \
  X(kUnsignedLongLong, "unsigned long long") \
  X(kInt128, "__int128")                     \
  X(kUnsignedInt128, "unsigned __int128")    \
  X(kFloat, "float")                         \
  X(kDouble, "double")                       \
  X(kLongDouble, "long double")              \
  X(kFloat128, "_Float128")                  \
  X(kComplexFloat, "_Complex float")         \
  X(kComplexDouble, "_Complex double")       \
  X(kComplexLongDouble, "_Complex long double")

enum class TypeKind : uint8_t {
#define X(kind, name) kind,
  ELLE_FILE_SCALARS(X)
#undef X
      kPointer,  // a: pointee
  kArray,        // a: element, b: count
  kOpenArray,    // a: element; `T[]`
  kVector,       // a: element, b: count
  kFunction,     // a: result, b: first index into kParameterTypes << 32 | count; flags: variadic, no prototype
  kRecord,       // a: record number
  kEnum,         // a: enum number
  kTypedef,      // a: underlying type, b: typedef number
  kQualified,    // a: type; flags: const, volatile, restrict, atomic
  kUnsupported,  // a: its C spelling (StringRef), b: alignment << 48 | size in bytes
};
constexpr uint32_t kTypeKindCount = static_cast<uint32_t>(TypeKind::kUnsupported) + 1;

// Whether no value of the kind is negative; false for what is no integer, and for char, which is signed on x86-64.
constexpr bool is_unsigned(TypeKind kind) {
  using enum TypeKind;
  switch (kind) {
    case kBool:
    case kUnsignedChar:
    case kUnsignedShort:
    case kUnsignedInt:
    case kUnsignedLong:
    case kUnsignedLongLong:
    case kUnsignedInt128:
      return true;
    default:
      return false;
  }
}

enum TypeFlags : uint8_t {
  kConst = 1,
  kVolatile = 2,
  kRestrict = 4,
  kAtomic = 8,
  kVariadic = 16,
  kNoPrototype = 32,  // `int f();`: says nothing about its parameters
};

struct TypeRow {
  TypeKind kind;
  uint8_t flags;
  uint16_t unused;
  uint32_t a;
  uint64_t b;
};

enum DeclarationFlags : uint16_t {
  kStatic = 1,
  kInline = 2,
  kExtern = 4,
  kDeprecated = 8,
  kUnavailable = 16,
  kDefined = 32,     // a body, an initialiser or a member list was seen
  kPredefined = 64,  // macros of the compiler and of the command line
  kUntagged = 128,   // a record or enum without a tag: its name is its typedef's, or empty, and is no tag
};

// The place of a declaration; file is an index into kInputs, or kNoFile for what the compiler itself defines.
constexpr uint32_t kNoFile = 0xffffffff;

struct DeclarationRow {
  StringRef name;
  StringRef comment;     // the doc comment, as clean_comment() leaves it
  StringRef reason;      // why it could not be taken whole; empty when it was
  StringRef deprecated;  // the text of its deprecated attribute
  uint32_t file;
  uint32_t line;
  TypeRef type;  // of a function, variable, enum constant, macro value; what a typedef names; a record or enum itself
  uint16_t column;
  uint16_t flags;
};

struct FunctionRow {
  uint32_t first_parameter;  // in kParameters
  uint32_t parameter_count;
  StringRef symbol;  // from `__asm__("name")`; empty when the linker knows it by its own name
};

// The type is the one written (`int v[3]`); the function's own type has it adjusted (`int *`).
struct ParameterRow {
  StringRef name;
  TypeRef type;
};

// What an object-like macro stands for once expanded.
#define ELLE_MACRO_VALUES(X)                                                                           \
  X(kInteger, "integer")              /* value: its bits, sign- or zero-extended by type */            \
  X(kFloating, "floating")            /* value: the bits of a double; text: exact, as a C hex float */ \
  X(kString, "string")                /* text: the bytes; type: char[n], or what they are cast to */   \
  X(kPointer, "pointer")              /* value: the address; `(char *)-1` */                           \
  X(kFunctionAlias, "function")       /* text: its name, or that of a macro with parameters */         \
  X(kTypeAlias, "type")               /* the declaration's type */                                     \
  X(kExpression, "expression")        /* an expression with a value only at run time */                \
  X(kEmpty, "empty")                  /* nothing */                                                    \
  X(kNotExpression, "not-expression") /* text: why */                                                  \
  X(kFunctionLike, "function-like")   /* has parameters; a value once it is called */

enum class MacroValue : uint8_t {
#define X(kind, name) kind,
  ELLE_MACRO_VALUES(X)
#undef X
};

// A variable; one defined `static const` in a header has a value like a macro's (see ELLE_MACRO_VALUES), others are
// kNotExpression.
struct VariableRow {
  uint64_t value;
  StringRef text;
  StringRef symbol;  // what `__asm__("…")` calls it; 0 for its own name
  MacroValue value_kind;
  uint8_t unused[7];
};

enum RecordFlags : uint32_t {
  kUnion = 1,
  kOpaque = 2,
  kPacked = 4,
  kAligned = 8,  // an alignment was asked for, of the record or of a member
};

struct RecordRow {
  uint64_t size;  // bytes
  uint32_t align;
  uint32_t first_field;  // in kFields
  uint32_t field_count;
  uint32_t flags;
};

constexpr uint16_t kNotBitField = 0xffff;

// An empty name is an anonymous member (a record) or padding (a bit-field).
struct FieldRow {
  StringRef name;
  StringRef comment;
  TypeRef type;
  uint32_t file;
  uint32_t line;
  uint16_t column;
  uint16_t bit_width;  // kNotBitField, or the number of bits
  uint64_t bit_offset;
};

struct EnumRow {
  TypeRef underlying;
  uint32_t first_constant;  // number of an enum constant; the rest follow
  uint32_t constant_count;
  uint32_t opaque;
};

struct ConstantRow {
  int64_t value;  // the bits of a uint64_t when the enum's underlying type is unsigned
  uint32_t enum_number;
  uint32_t unused;
};

struct MacroRow {
  StringRef body;            // its tokens: comments gone, one space where there was any
  StringRef text;            // see ELLE_MACRO_VALUES
  uint32_t first_parameter;  // in kMacroParameters; the last one is "..." or "name..." if variadic
  uint16_t parameter_count;
  MacroValue value_kind;
  uint8_t unused;
  uint64_t value;
};

enum InputFlags : uint32_t {
  kNotWatched = 1,  // a source that debug information names: whether it changes, or is there at all, means nothing
};

// One file that was read.
struct InputRow {
  StringRef path;
  uint32_t flags;
  uint64_t size;
  uint64_t mtime_ns;
};

// A folder in which a header was looked for and not found: one that appears there would shadow the one that was read.
// While the folder's mtime stands nothing can have appeared; else each miss is looked at.
struct FolderRow {
  StringRef path;
  uint32_t first_miss;  // in kMisses: paths below this folder
  uint32_t miss_count;
  uint32_t unused;
  uint64_t mtime_ns;
};

// One slot of the name table. The hash is of the *folded* name (see folded_name.h); a free slot has kFreeSlot.
constexpr uint32_t kFreeSlot = 0xffffffff;

struct SlotRow {
  uint32_t hash;
  uint32_t declaration;
};

struct InfoRow {
  StringRef request;  // HeaderRequest::text(): what was asked for
  uint32_t kind_begin[kDeclarationKindCount + 1];
};

// name of the section, its row
#define ELLE_SECTIONS(X)           \
  X(kStrings, char)                \
  X(kInfo, InfoRow)                \
  X(kInputs, InputRow)             \
  X(kFolders, FolderRow)           \
  X(kMisses, StringRef)            \
  X(kTypes, TypeRow)               \
  X(kParameterTypes, TypeRef)      \
  X(kDeclarations, DeclarationRow) \
  X(kFunctions, FunctionRow)       \
  X(kParameters, ParameterRow)     \
  X(kVariables, VariableRow)       \
  X(kRecords, RecordRow)           \
  X(kFields, FieldRow)             \
  X(kEnums, EnumRow)               \
  X(kConstants, ConstantRow)       \
  X(kMacros, MacroRow)             \
  X(kMacroParameters, StringRef)   \
  X(kSlots, SlotRow)

enum class SectionKind : uint32_t {
#define X(section, row) section,
  ELLE_SECTIONS(X)
#undef X
};
constexpr uint32_t kSectionCount = static_cast<uint32_t>(SectionKind::kSlots) + 1;

struct Section {
  uint32_t offset;  // bytes from the start of the file, a multiple of 8
  uint32_t count;   // rows
};

struct FileHeader {
  char magic[8];
  uint32_t version;
  uint32_t byte_order;
  uint64_t file_size;
  uint64_t checksum;  // file_checksum(), with this field as 0
  Section sections[kSectionCount];
};

// checksum64 (core/base/hash.h) of the header and of everything after it, summed.
uint64_t file_checksum(const FileHeader& header, const void* rest, uint64_t rest_size);

static_assert(sizeof(TypeRow) == 16 && sizeof(DeclarationRow) == 32 && sizeof(FunctionRow) == 12 &&
              sizeof(VariableRow) == 24);
static_assert(sizeof(RecordRow) == 24 && sizeof(FieldRow) == 32 && sizeof(EnumRow) == 16 && sizeof(ConstantRow) == 16);
static_assert(sizeof(MacroRow) == 24 && sizeof(InputRow) == 24 && sizeof(FolderRow) == 24 && sizeof(SlotRow) == 8);

}  // namespace elle::core::format

// What the headers of one request declare, read in place from a mapped declarations file (format.h). Nothing is built
// at open: a name costs one probe of the file's table on first mention, and views are two words passed by value.
//
// Used by the bridge (names, functions, constants), by type_loader (types) and by whoever describes headers.
// Text and views borrow from the file: keep the shared_ptr for as long as they are used.
//
//     auto file = TRY(load_headers(request));
//     if (auto function = file->find("strlen"))
//       for (uint32_t i = 0; i < function->parameter_count(); i++) use(function->parameter(i).name);
//
// A damaged file is never trusted. open() refuses a wrong size, checksum or section; beyond that every reference is
// checked where it is followed, in the few functions at the end of this header: one out of range reads as an empty row,
// so a forged file with a right checksum can give wrong answers but cannot make anybody read outside it.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/mapped_file.h"
#include "core/base/result.h"
#include "core/declarations/format.h"

namespace elle::core {

using format::DeclarationKind;
using format::MacroValue;

class DeclarationsFile;

// "function", "record", …
std::string_view declaration_kind_name(DeclarationKind kind);

// A type of a declarations file; TypeLoader makes a TypeId of it.
struct FileType {
  format::TypeRef index = 0;
};

// A set of kinds. C keeps tags and macros apart from ordinary names: `struct stat` and `stat()` are both found.
struct Kinds {
  uint32_t bits = 0;
  constexpr Kinds() = default;
  constexpr Kinds(DeclarationKind kind) : bits(1u << static_cast<uint32_t>(kind)) {}
  constexpr bool has(DeclarationKind kind) const { return (bits >> static_cast<uint32_t>(kind)) & 1; }
  friend constexpr Kinds operator|(Kinds a, Kinds b) {
    Kinds both;
    both.bits = a.bits | b.bits;
    return both;
  }
};
constexpr Kinds kOrdinaryNames = Kinds(DeclarationKind::kFunction) | DeclarationKind::kVariable |
                                 DeclarationKind::kTypedef | DeclarationKind::kEnumConstant;
constexpr Kinds kTags = Kinds(DeclarationKind::kRecord) | DeclarationKind::kEnum;
constexpr Kinds kMacros = Kinds(DeclarationKind::kMacro);
constexpr Kinds kAnyKind = kOrdinaryNames | kTags | kMacros | DeclarationKind::kOther;

// Where something stands. `file` is empty for what the compiler itself defines.
struct Place {
  std::string_view file;
  uint32_t line = 0;
  uint32_t column = 0;

  std::string text() const;  // "point.h:12"; empty where `file` is
};

// A parameter as written: its name may be empty, `type` may still be an array.
struct ParameterView {
  std::string_view name;
  FileType type;
};

// A member of a record. An empty name is an anonymous record (whose members are the owner's) or bit-field padding.
struct FieldView {
  std::string_view name;
  std::string_view comment;
  Place place;
  FileType type;
  uint64_t bit_offset = 0;
  std::optional<uint16_t> bit_width;  // of a bit-field
};

// Any declaration. The accessors below a heading may be asked only of declarations of that kind.
class Declaration {
 public:
  Declaration(const DeclarationsFile& file, uint32_t index) : file_(&file), index_(index) {}

  const DeclarationsFile& file() const { return *file_; }
  uint32_t index() const { return index_; }
  DeclarationKind kind() const;
  // The n-th of its kind; `struct`s and `enum`s are referred to by it.
  uint32_t number() const;

  // Of an untagged record or enum: the typedef it was declared with, or "".
  std::string_view name() const;
  // The doc comment without its markers, or "".
  std::string_view comment() const;
  Place place() const;
  // Why it could not be taken whole; empty when it was.
  std::string_view reason() const;
  // Of a function or variable its type, of a typedef what it names, of a record or enum itself, of an enum constant or
  // a macro with a value the type C gives it.
  FileType type() const;

  bool deprecated() const { return has(format::kDeprecated); }
  std::string_view deprecated_text() const;
  // By an attribute: calling it is an error in C.
  bool unavailable() const { return has(format::kUnavailable); }
  bool is_static() const { return has(format::kStatic); }
  bool is_inline() const { return has(format::kInline); }
  // A body, an initialiser or a member list was seen. A body that a macro makes is not.
  bool is_defined() const { return has(format::kDefined); }
  // Defined by the compiler or on its command line, not by a header.
  bool predefined() const { return has(format::kPredefined); }
  bool untagged() const { return has(format::kUntagged); }

  // --- function ---
  uint32_t parameter_count() const;
  ParameterView parameter(uint32_t i) const;
  FileType result() const;
  bool variadic() const;
  // Declared `f()`: how many arguments it takes is not known.
  bool without_prototype() const;
  // No symbol of a library stands behind it: `static`, or `inline` without `extern`.
  bool header_only() const;

  // --- function and variable ---
  // What the linker calls it: its name, or what `__asm__("…")` says.
  std::string_view symbol() const;

  // --- variable ---
  // A `static const` one has a value of the kinds a macro can have; kNotExpression for all others.
  MacroValue constant_kind() const;

  // --- record ---
  bool is_union() const;
  bool opaque() const;  // also of an enum
  bool packed() const;
  bool aligned() const;    // an alignment was asked for by an attribute, on it or on a member
  uint64_t size() const;   // bytes
  uint32_t align() const;  // bytes
  uint32_t field_count() const;
  FieldView field(uint32_t i) const;

  // --- enum ---
  FileType underlying() const;
  uint32_t constant_count() const;
  Declaration constant(uint32_t i) const;

  // --- enum constant ---
  int64_t constant_value() const;      // as a uint64_t when constant_is_unsigned()
  bool constant_is_unsigned() const;   // by its enum's underlying type
  Declaration constant_owner() const;  // its enum

  // --- macro; the values also of a variable with a constant_kind() ---
  MacroValue macro_value() const;
  std::string_view macro_body() const;  // its tokens
  uint32_t macro_parameter_count() const;
  std::string_view macro_parameter(uint32_t i) const;  // "..." or "rest..." last, if variadic
  uint64_t macro_bits() const;                         // kInteger, kPointer: the value; kFloating: the bits of a double
  double macro_double() const;                         // kFloating
  std::string_view macro_text() const;  // kString: the bytes; kFloating: a C hex float, exact; kFunctionAlias: the
                                        // function; kNotExpression: why

 private:
  bool has(uint16_t flag) const;

  const DeclarationsFile* file_;
  uint32_t index_;
};

// Declarations [first, last) of a file, for a range-for.
class DeclarationRange {
 public:
  class Iterator {
   public:
    Iterator(const DeclarationsFile& file, uint32_t index) : file_(&file), index_(index) {}
    Declaration operator*() const { return {*file_, index_}; }
    Iterator& operator++() { return ++index_, *this; }
    bool operator!=(const Iterator& other) const { return index_ != other.index_; }

   private:
    const DeclarationsFile* file_;
    uint32_t index_;
  };

  DeclarationRange(const DeclarationsFile& file, uint32_t first, uint32_t last)
      : file_(&file), first_(first), last_(last) {}
  Iterator begin() const { return {*file_, first_}; }
  Iterator end() const { return {*file_, last_}; }
  uint32_t size() const { return last_ - first_; }

 private:
  const DeclarationsFile* file_;
  uint32_t first_;
  uint32_t last_;
};

class DeclarationsFile {
 public:
  // Maps and checks `path`. An error says what is wrong with the file; it is then to be made again.
  static Result<std::shared_ptr<const DeclarationsFile>> open(const std::string& path);

  // The declaration of exactly this name. Several of the kinds asked for: the first in kind order.
  std::optional<Declaration> find(std::string_view name, Kinds kinds = kOrdinaryNames) const;
  // All whose name folds as `name` does (folded_name.h), exact ones first, then in kind order.
  std::vector<Declaration> find_folded(std::string_view name, Kinds kinds = kOrdinaryNames) const;
  // Up to `count` names closest to `name`, best first, for "did you mean"; empty when nothing is near.
  std::vector<std::string_view> nearest(std::string_view name, size_t count, Kinds kinds = kAnyKind) const;

  DeclarationRange all() const;
  DeclarationRange all(DeclarationKind kind) const;
  Declaration record(uint32_t number) const { return {*this, kind_begin(DeclarationKind::kRecord) + number}; }
  Declaration enumeration(uint32_t number) const { return {*this, kind_begin(DeclarationKind::kEnum) + number}; }
  Declaration alias(uint32_t number) const { return {*this, kind_begin(DeclarationKind::kTypedef) + number}; }

  // What was asked for (HeaderRequest::text()).
  std::string_view request() const;

  // The paths of all files that were read.
  std::vector<std::string_view> inputs() const;
  // Whether every file that was read is as it was, and none has appeared that would be read in its stead.
  bool up_to_date() const;
  // The first reason it is not, for people; empty when up to date.
  std::string why_stale() const;

  // --- The one place where references are followed; each is checked. ---
  template <class Row>
  const Row& row(format::SectionKind section, uint64_t index) const {
    static constexpr Row kEmpty{};
    const format::Section& s = header().sections[static_cast<uint32_t>(section)];
    if (index >= s.count) return kEmpty;
    return reinterpret_cast<const Row*>(map_.data() + s.offset)[index];
  }
  std::string_view string(format::StringRef ref) const;
  const format::TypeRow& type_row(FileType type) const {
    return row<format::TypeRow>(format::SectionKind::kTypes, type.index);
  }
  uint32_t type_count() const { return count(format::SectionKind::kTypes); }
  // The type of parameter `i` of the function type `row`.
  FileType parameter_type(const format::TypeRow& row, uint32_t i) const;
  uint32_t count(format::SectionKind section) const { return header().sections[static_cast<uint32_t>(section)].count; }
  uint32_t kind_begin(DeclarationKind kind) const;
  uint32_t kind_end(DeclarationKind kind) const;

 private:
  template <class Visit>
  void probe(uint32_t hash, const Visit& visit) const;
  bool tables_agree() const;
  bool parameter_types_before(const format::TypeRow& function, uint32_t index) const;

  explicit DeclarationsFile(MappedFile map) : map_(std::move(map)) {}
  const format::FileHeader& header() const { return *reinterpret_cast<const format::FileHeader*>(map_.data()); }

  MappedFile map_;
};

}  // namespace elle::core

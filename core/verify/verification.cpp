// Three questions, each answered as far as there is something to go by: are the symbols there, do their types agree, do
// records and enums consist of the same. Types are compared by name (agree): GtkWidget * is GtkWidget * however long it
// would take to compare all that hangs from it, and each record is compared once, on its own.
#include "core/verify/verification.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "core/declarations/debug_info_loader.h"
#include "core/library/elf_symbols.h"

namespace elle::core {
namespace {

// A member, also one of an anonymous member, where it lies in the record as a whole.
struct Member {
  const Field* field;
  uint64_t bit_offset;
};
using Members = std::vector<Member>;

void collect_members(TypeTable& types, const RecordLayout& layout, uint64_t base, Members& all) {
  for (const Field& field : layout.fields) {
    uint64_t offset = base + field.bit_offset;
    if (!field.name.empty()) {
      all.push_back({&field, offset});
    } else if (auto inner = types.complete_record(field.type); inner.ok()) {
      collect_members(types, inner.value()->layout, offset, all);
    }
  }
}

const Member* find(const Members& members, std::string_view name) {
  auto found = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.field->name == name; });
  return found == members.end() ? nullptr : &*found;
}

// The name nearest to the type that typedefs give it, or "".
std::string_view alias_of(const TypeTable& types, TypeId type) {
  std::string_view name;
  for (;;) {
    const Type& node = types[type];
    if (node.kind == TypeKind::kTypedef) name = types.typedef_name(type);
    if (node.kind != TypeKind::kTypedef && node.kind != TypeKind::kQualified) return name;
    type = node.target;
  }
}

std::string_view tag_of(const TypeTable& types, TypeId type) {
  return types.kind_of(type) == TypeKind::kRecord ? types.record(types.resolve(type)).tag
                                                  : types.enumeration(types.resolve(type)).tag;
}

// By tag; where one has none, by what it is called. One without any name is taken for the other.
bool same_name(const TypeTable& types, TypeId a, TypeId b) {
  std::string_view x = tag_of(types, a), y = tag_of(types, b);
  if (x.empty() || y.empty()) x = alias_of(types, a), y = alias_of(types, b);
  return x.empty() || y.empty() || x == y;
}

bool agree(const TypeTable& types, TypeId declared, TypeId compiled);

bool agree_functions(const TypeTable& types, const FunctionType& a, const FunctionType& b) {
  // `int f()` says nothing about its parameters.
  bool open = (a.variadic && a.parameters.empty()) || (b.variadic && b.parameters.empty());
  if (!agree(types, a.result, b.result)) return false;
  if (open) return true;
  if (a.variadic != b.variadic || a.parameters.size() != b.parameters.size()) return false;
  for (size_t i = 0; i < a.parameters.size(); i++)
    if (!agree(types, a.parameters[i], b.parameters[i])) return false;
  return true;
}

bool agree_arrays(const TypeTable& types, const Type& a, const Type& b) {
  bool same_length = a.count == b.count || a.count == kUnknownLength || b.count == kUnknownLength;
  return same_length && agree(types, a.target, b.target);
}

// Whether a type of the header and one of the library's debug information are the same type, by their names: what
// records and enums consist of is compared on its own, once for each. Qualifiers are not looked at: no call depends on
// them.
bool agree(const TypeTable& types, TypeId declared, TypeId compiled) {
  const Type &a = types.resolved(declared), &b = types.resolved(compiled);
  // An enum is passed as its underlying type (C17 6.7.2.2p4).
  bool one_enum = (a.kind == TypeKind::kEnum) != (b.kind == TypeKind::kEnum);
  if (one_enum) return types.scalar_kind(declared) == types.scalar_kind(compiled);
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case TypeKind::kPointer:
      return agree(types, a.target, b.target);
    case TypeKind::kArray:
    case TypeKind::kVector:
      return agree_arrays(types, a, b);
    case TypeKind::kRecord:
    case TypeKind::kEnum:
      return same_name(types, declared, compiled);
    case TypeKind::kFunction:
      return agree_functions(types, types.function_type(declared), types.function_type(compiled));
    default:
      return true;
  }
}

class Verifier {
 public:
  explicit Verifier(const VerifyRequest& request) : types_(request.types), header_(request.header), request_(request) {}

  Verification run(const LoaderOptions& options) {
    check_symbols();
    note_versions();
    auto file = request_.library.empty() ? fail(ErrorKind::kLibrary, "The program itself is not compared.")
                                         : load_debug_info(request_.library, options);
    if (file.ok())
      compare_with(TypeLoader::create(types_, file.value()));
    else
      found_.no_debug_info = file.error()->message;
    return std::move(found_);
  }

 private:
  // Calls `visit` with each function and variable that needs a symbol of a library.
  template <class Visit>
  void for_each_symbol(Visit visit) const {
    for (DeclarationKind kind : {DeclarationKind::kFunction, DeclarationKind::kVariable})
      for (const Declaration& declaration : header_.file().all(kind)) {
        bool own = declaration.is_static() || (kind == DeclarationKind::kFunction && declaration.header_only());
        if (!own && !declaration.predefined()) visit(declaration);
      }
  }

  // Whether a call would find the symbol, in this library or in one that it needs: that is what a person wants to know.
  void check_symbols() {
    for_each_symbol([this](const Declaration& declaration) {
      found_.declared++;
      if (!request_.has_symbol(declaration.symbol())) found_.missing.push_back(declaration);
    });
  }

  // glibc has memcpy in two versions; who links gets the default one, and a program that was built long ago another. A
  // symbol with one version that is its default is like any other and not worth a word.
  void note_versions() {
    auto file = ElfFile::open(request_.library);
    if (!file.ok()) return;
    std::map<std::string_view, std::vector<SymbolVersion>> versions;
    for (const SymbolVersion& symbol : file.value().versions()) versions[symbol.name].push_back(symbol);
    for_each_symbol([&](const Declaration& declaration) {
      auto found = versions.find(declaration.symbol());
      if (found == versions.end()) return;
      VersionedSymbol versioned{declaration, {}, {}};
      for (const SymbolVersion& symbol : found->second) {
        versioned.versions.emplace_back(symbol.version);
        if (symbol.is_default) versioned.by_default = symbol.version;
      }
      if (versioned.versions.size() > 1 || versioned.by_default.empty()) found_.versioned.push_back(versioned);
    });
  }

  // Both sides are types of one table, so that what agrees in name can be asked about in the same way.
  void compare_with(const std::shared_ptr<TypeLoader>& compiled) {
    for_each_symbol([&](const Declaration& declaration) {
      if (auto twin = compiled->file().find(declaration.name(), declaration.kind()))
        compare_symbol(declaration, *compiled, *twin);
    });
    for (const Declaration& record : header_.file().all(DeclarationKind::kRecord))
      if (!record.opaque()) compare_tagged(record, *compiled);
    for (const Declaration& enumeration : header_.file().all(DeclarationKind::kEnum))
      if (!enumeration.opaque()) compare_tagged(enumeration, *compiled);
  }

  void compare_symbol(const Declaration& declared, TypeLoader& loader, const Declaration& compiled) {
    auto a = header_.load(declared.type()), b = loader.load(compiled.type());
    if (!a.ok() || !b.ok()) return;
    found_.compared++;
    if (agree(types_, a.value(), b.value())) return;
    const char* kind = declared.kind() == DeclarationKind::kFunction ? "function" : "variable";
    add({kind,
         std::string(declared.name()),
         types_.text(a.value(), declared.name()),
         types_.text(b.value(), compiled.name()),
         {},
         {}},
        declared.place(), compiled.place());
  }

  // A record or enum is found by its tag, one without by its typedef.
  void compare_tagged(const Declaration& declared, TypeLoader& loader) {
    if (declared.name().empty()) return;
    Kinds kinds = declared.untagged() ? Kinds(DeclarationKind::kTypedef) : Kinds(declared.kind());
    auto compiled = loader.file().find(declared.name(), kinds);
    auto a = header_.load(declared.type());
    if (!compiled || !a.ok()) return;
    auto b = loader.load(compiled->type());
    if (!b.ok() || types_.kind_of(a.value()) != types_.kind_of(b.value())) return;
    if (declared.kind() == DeclarationKind::kRecord)
      compare_records(declared, a.value(), *compiled, b.value());
    else
      compare_enums(declared, a.value(), *compiled, b.value());
  }

  void compare_records(const Declaration& declared, TypeId a, const Declaration& compiled, TypeId b) {
    auto here = types_.complete_record(a), there = types_.complete_record(b);
    if (!here.ok() || !there.ok()) return;  // opaque to the library
    found_.compared++;
    const RecordLayout &x = here.value()->layout, &y = there.value()->layout;
    std::string name(declared.name());
    if (x.size != y.size)
      add({"record", name, fmt::format("{} bytes", x.size), fmt::format("{} bytes", y.size), {}, {}}, declared.place(),
          compiled.place());
    // By name and not by position: one member that was added must not make all after it look changed; their places
    // tell.
    Members of_header, of_library;
    collect_members(types_, x, 0, of_header);
    collect_members(types_, y, 0, of_library);
    auto differ = [&](const Member* here_at, const Member* there_at) {
      const std::string& member = (here_at ? here_at : there_at)->field->name;
      add({"field", name + "." + member, member_text(here_at), member_text(there_at), {}, {}}, declared.place(),
          compiled.place());
    };
    for (const Member& member : of_header) {
      const Member* twin = find(of_library, member.field->name);
      if (!twin || !same_member(member, *twin)) differ(&member, twin);
    }
    for (const Member& member : of_library)
      if (!find(of_header, member.field->name)) differ(nullptr, &member);
  }

  bool same_member(const Member& a, const Member& b) const {
    return a.bit_offset == b.bit_offset && a.field->bit_width == b.field->bit_width &&
           agree(types_, a.field->type, b.field->type);
  }

  std::string member_text(const Member* member) const {
    if (!member) return "nothing";
    const Field& field = *member->field;
    std::string text = types_.text(field.type, field.name);
    if (field.is_bit_field) return fmt::format("`{} : {}` at bit {}", text, field.bit_width, member->bit_offset);
    return fmt::format("`{}` at byte {}", text, member->bit_offset / 8);
  }

  void compare_enums(const Declaration& declared, TypeId a, const Declaration& compiled, TypeId b) {
    auto here = types_.complete_enum(a), there = types_.complete_enum(b);
    if (!here.ok() || !there.ok()) return;
    found_.compared++;
    std::map<std::string, uint64_t> of_library;
    for (const EnumConstant& constant : there.value()->constants) of_library[constant.name] = constant.value;
    auto text = [&](uint64_t value) {
      return types_.is_signed(a) ? fmt::format("{}", static_cast<int64_t>(value)) : fmt::format("{}", value);
    };
    for (const EnumConstant& constant : here.value()->constants) {
      auto found = of_library.find(constant.name);
      if (found != of_library.end() && found->second == constant.value) continue;
      add({"constant",
           constant.name,
           text(constant.value),
           found == of_library.end() ? "nothing" : text(found->second),
           {},
           {}},
          declared.place(), compiled.place());
    }
  }

  void add(Difference difference, const Place& declared, const Place& compiled) {
    difference.declared_at = declared.text();
    difference.compiled_at = compiled.text();
    found_.differences.push_back(std::move(difference));
  }

  TypeTable& types_;
  TypeLoader& header_;
  const VerifyRequest& request_;
  Verification found_;
};

}  // namespace

Verification verify(const VerifyRequest& request, const LoaderOptions& options) {
  return Verifier(request).run(options);
}

}  // namespace elle::core

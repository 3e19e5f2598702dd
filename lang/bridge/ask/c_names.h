// The names of all loaded headers, as completion goes through them: at every key that asks for it, so each costs no
// more than a look at its row.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lang/value/value.h"

namespace elle::core {
class DeclarationsFile;
}

namespace elle::lang {

struct BridgeContext;

enum class CNameKind : uint8_t { kFunction, kMacroFunction, kConstant, kVariable, kType, kTag };

struct CName {
  std::string_view text;  // in C's spelling; of the declarations file, which a session keeps
  CNameKind kind;
  bool deprecated;
  uint32_t library;  // among those of the bridge
  uint32_t declaration;

  // Such names have a spelling in Lisp.
  bool is_called() const { return kind == CNameKind::kFunction || kind == CNameKind::kMacroFunction; }
};

// The letters of a text as bits, capitals as small ones, digits as one, without `_`, `-` and `/`.
uint32_t letter_set(std::string_view text);

// Visits each name with all letters of the set. `prefix` picks headers, as in `sqlite/open`; "" takes all.
void each_c_name(BridgeContext& bridge, std::string_view prefix, uint32_t letters,
                 const std::function<void(const CName&)>& visit);

// The letters of the names of a file: most names need no other look. Made when completion first asks for names.
class NameIndex {
 public:
  struct Row {
    uint32_t letters;
    uint32_t declaration;
  };
  const std::vector<Row>& rows(const std::shared_ptr<const core::DeclarationsFile>& file);

 private:
  std::map<std::shared_ptr<const core::DeclarationsFile>, std::vector<Row>> rows_;
};
// The one that a name means, in either spelling.
std::optional<CName> find_c_name(BridgeContext& bridge, std::string_view name);
// The prefixes that pick a header.
std::vector<std::string_view> c_prefixes(BridgeContext& bridge);

// What define-c-struct and its like made.
void each_script_type(BridgeContext& bridge, const std::function<void(std::string_view name)>& visit);

// What it is, on one line: a prototype, a value, a size.
std::string about_c_name(BridgeContext& bridge, const CName& name);
// Why it is of no use: "not exported by libfoo.so"; "" when it is.
std::string reason_against(BridgeContext& bridge, const CName& name);

// What the headers would declare under other conditions, with the reason. Reads all headers when it is first asked.
void each_left_out_name(BridgeContext& bridge,
                        const std::function<void(std::string_view name, std::string reason)>& visit);

// How well types fit one that is wanted: 3 the same, 2 of one family or an enum's constant, 0 not, or not enough to
// tell it from many others.
class TypeFit {
 public:
  TypeFit(BridgeContext& bridge, CTypeId wanted);
  int of(CTypeId given);
  // Of what a function returns, or of a variable or constant.
  int of(const CName& name);
  // Whether a function is wanted.
  bool wants_function() const { return wants_function_; }
  bool wants_text() const { return wants_text_; }
  bool wants_number() const { return wants_number_; }

 private:
  int work_out(CTypeId given);

  BridgeContext& bridge_;
  CTypeId wanted_;
  bool tells_names_apart_ = false;
  bool wants_function_ = false, wants_text_ = false, wants_number_ = false;
  std::vector<int8_t> by_type_;               // -1: not worked out
  std::vector<std::vector<int8_t>> by_file_;  // by library and type of its file
};

}  // namespace elle::lang

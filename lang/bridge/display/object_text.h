// One C object on one line, read with care: a number, an enum by name, a pointer with what it leads to, text, an array.
#pragma once

#include <string>

#include "lang/bridge/memory/pointer_facts.h"

namespace elle::lang {

class ObjectText {
 public:
  // `whole` shows every element of arrays and all of texts.
  ObjectText(BridgeContext& bridge, const PointerFacts& facts, bool whole)
      : bridge_(bridge), facts_(facts), whole_(whole) {}

  // The object of `type` at `at`; "not readable" where there is no such memory.
  std::string text(core::TypeId type, const std::byte* at) const;
  std::string bit_field(const core::Field& field, const std::byte* record) const;
  // A pointer of this type: nil, its address, and what is behind it that says more than an address: a text, a number,
  // the name of a function, the class of an object.
  std::string pointer(core::TypeId type, const void* address) const;
  // What is behind a pointer alone; empty when the address says all there is.
  std::string behind(core::TypeId type, const void* address) const;
  // The elements of an array, each as text; "…" last when there are more.
  std::vector<std::string> elements(core::TypeId array, const std::byte* at) const;
  bool is_text(core::TypeId array) const;
  // Whether a record has few fields and no parts of its own: it is shown as `{:x 1 :y 2}`, any other as `{…}`.
  bool is_small(core::TypeId record) const;

 private:
  std::string number(core::TypeId type, const std::byte* at) const;
  std::string record(core::TypeId type, const std::byte* at) const;
  std::string array(core::TypeId type, const std::byte* at) const;
  std::string characters(uint64_t count, const std::byte* at) const;

  BridgeContext& bridge_;
  const PointerFacts& facts_;
  bool whole_;
};

}  // namespace elle::lang

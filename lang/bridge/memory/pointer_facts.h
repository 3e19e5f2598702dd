// What is known of the memory at an address, in words: "in C's heap", "function `qsort` in libc.so.6".
#pragma once

#include <string>

#include "core/memory/address_space.h"
#include "core/types/type_table.h"

#include "lang/value/value.h"

namespace elle::lang {

struct BridgeContext;

// One for each display: the maps of the process are those of its making.
class PointerFacts {
 public:
  explicit PointerFacts(BridgeContext& bridge) : bridge_(bridge), space_(core::AddressSpace::now()) {}

  // Of a C address: whose memory it is in, or that there is none.
  std::string place(const void* address) const;
  // Of C memory of ours or a view: who owns it, whether it was freed, and which part of what it is.
  std::string ownership(Value memory) const;
  // Of a pointer to a function: its name and library, as far as they are known.
  std::string function(const void* address) const;
  // "GtkWindow" for a pointer to a GObject of a class of its own, known as a `GtkWidget *`; else empty.
  std::string dynamic_class(core::TypeId pointer, const void* address) const;

 private:
  std::string place_in_program(const core::AddressFacts& facts) const;

  BridgeContext& bridge_;
  core::AddressSpace space_;
};

}  // namespace elle::lang

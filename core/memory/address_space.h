// What the process has at its addresses, as of the moment it was asked: what a debugger says of a pointer. Nothing is
// read from the address itself, so any may be asked about.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace elle::core {

enum class Region : uint8_t {
  kNone,       // no memory
  kStack,      // of the thread the process began with
  kHeap,       // what malloc has mostly
  kProgram,    // code and data of the program and its libraries
  kFile,       // a mapped file
  kAnonymous,  // all else: large blocks of malloc, stacks of other threads, code made at run time
};

struct AddressFacts {
  Region region = Region::kNone;
  bool readable = false;
  bool writable = false;
  bool executable = false;
  std::string file;          // of kProgram and kFile
  std::string symbol;        // of kProgram: the exported name the address lies in, if there is one
  uint64_t distance = 0;     // bytes from where the symbol begins
  bool is_function = false;  // the symbol
};

class AddressSpace {
 public:
  // The maps of this process now. Empty where the system does not tell; facts then come from the loader alone.
  static AddressSpace now();

  AddressFacts facts(const void* address) const;

 private:
  struct Mapping {
    uintptr_t begin;
    uintptr_t end;
    bool readable, writable, executable;
    std::string name;
  };
  const Mapping* mapping_of(const void* address) const;

  std::vector<Mapping> mappings_;  // by address
};

}  // namespace elle::core

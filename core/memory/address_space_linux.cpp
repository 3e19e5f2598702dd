// Two sources say what lies at an address. /proc/self/maps knows every mapping and its rights, the loader which library
// and which exported symbol; neither reads the address itself.
#include <algorithm>
#include <dlfcn.h>
#include <elf.h>
#include <link.h>
#include <sstream>

#include "core/base/file.h"
#include "core/memory/address_space.h"

namespace elle::core {

namespace {

// The loader knows what belongs to which library, also where a mapping has no name: a library's zeroed data.
bool ask_loader(const void* address, AddressFacts& facts) {
  Dl_info info{};
  void* entry = nullptr;
  if (!::dladdr1(address, &info, &entry, RTLD_DL_SYMENT) || !info.dli_fname) return false;
  const auto* symbol = static_cast<const ElfW(Sym)*>(entry);
  facts.region = Region::kProgram;
  facts.file = info.dli_fname;
  if (!info.dli_sname || !symbol) return true;
  const auto distance = reinterpret_cast<uintptr_t>(address) - reinterpret_cast<uintptr_t>(info.dli_saddr);
  // Past the symbol's end lies something that has no exported name.
  if (distance != 0 && distance >= symbol->st_size) return true;
  facts.symbol = info.dli_sname;
  facts.distance = distance;
  const auto kind = ELF64_ST_TYPE(symbol->st_info);
  facts.is_function = kind == STT_FUNC || kind == STT_GNU_IFUNC;
  return true;
}

}  // namespace

// proc(5): "begin-end rwxp offset device inode   name"
AddressSpace AddressSpace::now() {
  AddressSpace space;
  auto text = read_file("/proc/self/maps");
  if (!text.ok()) return space;
  std::istringstream lines(text.take());
  std::string line;
  while (std::getline(lines, line)) {
    std::istringstream words(line);
    Mapping mapping{};
    char dash;
    std::string rights, skipped;
    words >> std::hex >> mapping.begin >> dash >> mapping.end >> rights >> skipped >> skipped >> skipped;
    std::getline(words >> std::ws, mapping.name);
    if (rights.size() < 3) continue;
    mapping.readable = rights[0] == 'r';
    mapping.writable = rights[1] == 'w';
    mapping.executable = rights[2] == 'x';
    space.mappings_.push_back(std::move(mapping));
  }
  return space;
}

const AddressSpace::Mapping* AddressSpace::mapping_of(const void* address) const {
  const auto at = reinterpret_cast<uintptr_t>(address);
  const auto after = std::ranges::upper_bound(mappings_, at, {}, &Mapping::begin);
  if (after == mappings_.begin() || std::prev(after)->end <= at) return nullptr;
  return &*std::prev(after);
}

AddressFacts AddressSpace::facts(const void* address) const {
  AddressFacts facts;
  const Mapping* mapping = mapping_of(address);
  if (mapping) {
    facts.readable = mapping->readable;
    facts.writable = mapping->writable;
    facts.executable = mapping->executable;
  }
  if (ask_loader(address, facts) || !mapping) return facts;
  if (mapping->name == "[stack]")
    facts.region = Region::kStack;
  else if (mapping->name == "[heap]")
    facts.region = Region::kHeap;
  else if (mapping->name.starts_with('/'))
    facts.region = Region::kFile;
  else
    facts.region = Region::kAnonymous;
  if (facts.region == Region::kFile) facts.file = mapping->name;
  return facts;
}

}  // namespace elle::core

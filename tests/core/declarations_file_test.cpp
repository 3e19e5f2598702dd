#include "core/declarations/declarations_file.h"

#include <cstring>
#include <doctest/doctest.h>

#include "core/declarations/declarations_builder.h"
#include "core/declarations/folded_name.h"

#include "tests/core/test_folder.h"

namespace elle::core {
namespace {

using format::TypeKind;

void add(DeclarationsBuilder& builder, DeclarationKind kind, std::string_view name, format::TypeRef type) {
  format::DeclarationRow row{};
  row.name = builder.string(name);
  row.type = type;
  row.file = format::kNoFile;
  builder.declarations(kind).push_back(row);
}

// `struct stat; int stat(int); int SDL_CreateWindow(void); int sdl_createwindow(void);` and `#define EOF (-1)`.
std::string sample() {
  DeclarationsBuilder builder;
  format::TypeRef integer = builder.type({TypeKind::kInt, 0, 0, 0, 0});
  format::TypeRef one[] = {integer};
  format::TypeRef function = builder.function_type(integer, one, 0);
  for (const char* name : {"stat", "SDL_CreateWindow", "sdl_createwindow"}) {
    add(builder, DeclarationKind::kFunction, name, function);
    builder.functions.push_back({});
  }
  add(builder, DeclarationKind::kRecord, "stat", builder.type({TypeKind::kRecord, 0, 0, 0, 0}));
  builder.records.push_back({0, 0, 0, 0, format::kOpaque});
  add(builder, DeclarationKind::kMacro, "EOF", integer);
  format::MacroRow eof{};
  eof.value = static_cast<uint64_t>(-1);
  builder.macros.push_back(eof);
  return builder.finish();
}

std::shared_ptr<const DeclarationsFile> open_sample(const TestFolder& folder) {
  auto file = DeclarationsFile::open(folder.write("sample", sample()));
  REQUIRE(file.ok());
  return file.take();
}

TEST_CASE("names fold to one spelling") {
  CHECK(folded_name("SDL_CreateWindow") == "sdlcreatewindow");
  CHECK(folded_hash("SDL_CreateWindow") == folded_hash("sdl-create-window"));
  CHECK(same_folded("SDL_CreateWindow", "sdl-create-window"));
  CHECK(!same_folded("SDL_CreateWindow", "sdl-create-windows"));
  CHECK(!same_folded("_", "__"));
}

TEST_CASE("ordinary names, tags and macros are told apart") {
  TestFolder folder;
  auto file = open_sample(folder);
  CHECK(file->find("stat")->kind() == DeclarationKind::kFunction);
  CHECK(file->find("stat", kTags)->kind() == DeclarationKind::kRecord);
  CHECK(!file->find("stat", kMacros));
  CHECK(file->find("EOF", kMacros)->macro_bits() == static_cast<uint64_t>(-1));
  CHECK(!file->find("sdl-create-window"));
}

TEST_CASE("other spellings are found, exact ones first") {
  TestFolder folder;
  auto file = open_sample(folder);
  auto found = file->find_folded("sdl_createwindow");
  REQUIRE(found.size() == 2);
  CHECK(found[0].name() == "sdl_createwindow");
  CHECK(found[1].name() == "SDL_CreateWindow");
  CHECK(file->find_folded("sdl-create-window").size() == 2);
  auto near = file->nearest("SDL_CreteWindow", 1);
  REQUIRE(near.size() == 1);
  CHECK(near[0] == "SDL_CreateWindow");
}

TEST_CASE("a file cut off anywhere is refused") {
  TestFolder folder;
  std::string whole = sample();
  for (size_t size = 0; size < whole.size(); size += 7)
    CHECK(!DeclarationsFile::open(folder.write("cut", whole.substr(0, size))).ok());
}

TEST_CASE("a file with any byte changed is refused, and the error says why") {
  TestFolder folder;
  std::string whole = sample();
  for (size_t at = 0; at < whole.size(); at += 3) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x40);
    CHECK(!DeclarationsFile::open(folder.write("damaged", damaged)).ok());
  }
  std::string path = folder.write("junk", std::string(4096, 'x'));
  auto junk = DeclarationsFile::open(path);
  REQUIRE(!junk.ok());
  CHECK(junk.error()->message == "The declarations file `" + path + "` cannot be used: it is not a declarations file.");
}

// What a forger would do: any change, with the checksum made right again. Answers may be wrong; nothing is read outside
// the file (which the sanitizers check) and nothing loops.
TEST_CASE("a forged file is refused or read without harm") {
  TestFolder folder;
  std::string whole = sample();
  for (size_t at = 0; at < whole.size(); at++) {
    std::string forged = whole;
    forged[at] = static_cast<char>(0xff);
    format::FileHeader header;
    std::memcpy(&header, forged.data(), sizeof header);
    header.checksum = format::file_checksum(header, forged.data() + sizeof header, forged.size() - sizeof header);
    std::memcpy(forged.data(), &header, sizeof header);
    auto file = DeclarationsFile::open(folder.write("forged", forged));
    if (!file.ok()) continue;
    size_t read = 0;
    for (const Declaration& declaration : file.value()->all()) read += declaration.name().size();
    read += file.value()->find_folded("stat", kAnyKind).size();
    CHECK(read < whole.size());
  }
}

}  // namespace
}  // namespace elle::core

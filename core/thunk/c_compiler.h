// C text compiled by the machine's own compiler into a shared library that is kept in the cache: the way to whatever of
// C has no symbol to call, inline functions and macros, and to what libffi does not carry.
//
// An entry's name holds a hash of everything it is made of: the text, the flags, the libraries, the compiler. Nothing
// is compiled twice, and nothing stale is ever found. Two processes may compile the same at once; the later rename
// stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file.h"
#include "core/base/result.h"
#include "core/declarations/header_loader.h"

namespace elle::core {

struct CSource {
  std::string about;  // names the cache entry: "gtk.h-inline"
  std::string text;
  std::vector<std::string> flags;      // -I, -D and others
  std::vector<std::string> libraries;  // paths of shared libraries whose symbols it uses
  std::string known_by;                // the text the entry is found by; empty: `text` itself
};

// An error of the compiler, where it says it stands (`#line` in the text decides), or of the linker, which knows the
// function, if any, that refers to a symbol nobody has.
struct CDiagnostic {
  std::string file;
  uint32_t line = 0;
  std::string function;  // of a linker's error; empty else
  std::string symbol;    // likewise
  std::string message;
};

struct CompiledSource {
  std::string path;  // of the shared library; empty when the text has errors
  std::vector<CDiagnostic> errors;
};

class CCompiler {
 public:
  // `options` as for headers: the cache folder, and whom to tell what takes long.
  explicit CCompiler(LoaderOptions options);

  // An error when there is no compiler ($CC, cc, gcc, clang), when it could not be run, or nothing can be written; what
  // is wrong with the text itself is in the result. Where there is no cache, the library is gone with the CCompiler.
  Result<CompiledSource> compile(const CSource& source);

 private:
  Result<Done> choose_folder();
  Result<CompiledSource> run(const CSource& source, const std::string& output);

  LoaderOptions options_;
  std::string compiler_;                      // its path, once looked for
  std::string folder_;                        // of the libraries, once chosen
  std::optional<TemporaryFolder> temporary_;  // it is this one where there is no cache
};

// The file name every line of a CSource has until a `#line` says otherwise.
inline constexpr const char* kThunkFile = "<elle>";

// The text as a C string literal, whatever is in it.
std::string c_literal(std::string_view text);

// A C comment, another one as soon as any of the headers has changed. A compiled text is kept by its content, so one
// with this in it is never found for other headers than it was compiled with.
std::string header_state(const DeclarationsFile& file);

// A request's flags as a compiler wants them.
std::vector<std::string> compiler_flags(const HeaderRequest& request);

}  // namespace elle::core

// Finding the compiler, keeping what it made, and reading its complaints: gcc's and clang's diagnostics have one form,
// and the linker's are taken for the symbols they name.
#include "core/thunk/c_compiler.h"

#include <charconv>
#include <fmt/format.h>
#include <unistd.h>

#include "core/base/child_process.h"
#include "core/base/hash.h"
#include "core/base/text.h"
#include "core/declarations/header_cache.h"

namespace elle::core {
namespace {

// The program of this name in PATH; "" when there is none.
std::string find_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return ::access(name.c_str(), X_OK) == 0 ? name : std::string();
  for (const std::string& folder : split(environment("PATH"), ':')) {
    std::string path = fmt::format("{}/{}", folder, name);
    if (is_file(path) && ::access(path.c_str(), X_OK) == 0) return path;
  }
  return {};
}

Result<std::string> find_compiler() {
  if (std::string own = environment("CC"); !own.empty()) {
    if (std::string path = find_program(own); !path.empty()) return path;
    return fail(ErrorKind::kHeader, fmt::format("The C compiler `{}` that CC names is not there.", own),
                "Set CC to the path of a C compiler.", {{"path", own}});
  }
  for (const char* name : {"cc", "gcc", "clang"})
    if (std::string path = find_program(name); !path.empty()) return path;
  return fail(ErrorKind::kHeader, "This needs a C compiler, and there is none on this machine (tried cc, gcc, clang).",
              "Install one (on Debian: apt install gcc), or set CC to its path.", {{"path", "cc"}});
}

// "ld: a.o: in function `f':" is followed by "a.c:(.text+0x5): undefined reference to `g'" lines; data says no
// function.
void take_linker_line(const std::string& line, std::string& function, std::vector<CDiagnostic>& errors) {
  constexpr std::string_view kFunction = "in function `", kUndefined = "undefined reference to `";
  auto quoted = [&](size_t start) { return line.substr(start, line.find('\'', start) - start); };
  if (size_t at = line.find(kFunction); at != std::string::npos) function = quoted(at + kFunction.size());
  if (size_t at = line.find(kUndefined); at != std::string::npos) {
    std::string symbol = quoted(at + kUndefined.size());
    bool in_data = line.find("(.data") != std::string::npos || line.find("(.rodata") != std::string::npos;
    errors.push_back({{}, 0, in_data ? std::string() : function, symbol, fmt::format("no library has `{}`", symbol)});
  }
}

// "file:12:5: error: text" as gcc and clang write it, and what the linker says.
std::vector<CDiagnostic> errors_in(const std::string& output) {
  std::vector<CDiagnostic> errors;
  std::string function;
  for (const std::string& line : split(output, '\n')) {
    take_linker_line(line, function, errors);
    for (std::string_view mark : {": error: ", ": fatal error: "}) {
      size_t end = line.find(mark);
      if (end == std::string::npos) continue;
      std::vector<std::string> place = split(std::string_view(line).substr(0, end), ':');
      if (place.size() < 2) continue;
      CDiagnostic error{place[0], 0, {}, {}, line.substr(end + mark.size())};
      std::from_chars(place[1].data(), place[1].data() + place[1].size(), error.line);
      errors.push_back(std::move(error));
    }
  }
  return errors;
}

}  // namespace

CCompiler::CCompiler(LoaderOptions options) : options_(std::move(options)) {}

Result<Done> CCompiler::choose_folder() {
  std::string cache = options_.cache_folder.empty() ? default_cache_folder() : options_.cache_folder;
  bool kept = can_keep(cache);
  if (!kept) temporary_.emplace(TRY(TemporaryFolder::make()));
  folder_ = kept ? cache : temporary_->path();
  return Done{};
}

Result<CompiledSource> CCompiler::compile(const CSource& source) {
  if (compiler_.empty()) compiler_ = TRY(find_compiler());
  if (folder_.empty()) TRY(choose_folder());
  // A compiler, a flag or a library that is another gives another entry; the old one stays until the cache is emptied.
  std::string key = (source.known_by.empty() ? source.text : source.known_by) + file_identity(compiler_);
  for (const std::string& flag : source.flags) key += flag + "\n";
  for (const std::string& library : source.libraries) key += file_identity(library);
  std::string entry = fmt::format("{}/{}-{:016x}{}", folder_, source.about, hash_text(key), kThunkSuffix);
  if (is_file(entry)) return CompiledSource{entry, {}};
  return run(source, entry);
}

// In a folder aside, so that the library appears whole or not at all.
Result<CompiledSource> CCompiler::run(const CSource& source, const std::string& output) {
  TemporaryFolder aside = TRY(TemporaryFolder::make(folder_));
  std::string text = aside.path() + "/thunk.c", made = aside.path() + "/thunk.so";
  TRY(write_file_atomically(text, fmt::format("#line 1 \"{}\"\n{}", kThunkFile, source.text)));

  ChildProcess child;
  child.arguments = {compiler_, "-shared", "-fPIC", "-O1", "-std=gnu17"};
  child.arguments.insert(child.arguments.end(), source.flags.begin(), source.flags.end());
  child.arguments.insert(child.arguments.end(), {"-o", made, "-x", "c", text, "-x", "none"});
  // A symbol that nobody has is an error now, where it would end the process when it is called.
  child.arguments.insert(child.arguments.end(),
                         {"-Wl,--no-undefined", "-Wl,--copy-dt-needed-entries", "-Wl,--as-needed"});
  child.arguments.insert(child.arguments.end(), source.libraries.begin(), source.libraries.end());
  child.arguments.emplace_back("-lm");
  child.environment = {{"LC_ALL", "C"}};
  ChildOutcome outcome = TRY(run_watched(std::move(child), options_, fmt::format("Compiling {}", source.about)));
  if (outcome.timed_out)
    return fail(ErrorKind::kHeader, fmt::format("Compiling {} took too long and was stopped.", source.about), {},
                {{"path", source.about}});
  if (outcome.exit_status != 0 || outcome.signal != 0) {
    CompiledSource compiled{{}, errors_in(outcome.errors)};
    if (!compiled.errors.empty()) return compiled;
    return fail(ErrorKind::kHeader,
                fmt::format("The C compiler `{}` failed on {}: {}", compiler_, source.about,
                            trim(outcome.errors.empty() ? outcome.output : outcome.errors)),
                {}, {{"path", source.about}});
  }
  if (::rename(made.c_str(), output.c_str()) != 0)
    return fail(ErrorKind::kIo, fmt::format("Cannot move {} to {}.", made, output));
  return CompiledSource{output, {}};
}

std::string c_literal(std::string_view text) {
  std::string literal = "\"";
  for (char c : text) {
    const bool plain = c >= ' ' && c != '"' && c != '\\' && c != '?' && c != 0x7f;
    literal += plain ? std::string(1, c) : fmt::format("\\{:03o}", static_cast<unsigned char>(c));
  }
  return literal + "\"";
}

std::string header_state(const DeclarationsFile& file) {
  std::string inputs;
  for (uint32_t i = 0; i < file.count(format::SectionKind::kInputs); i++) {
    const auto& input = file.row<format::InputRow>(format::SectionKind::kInputs, i);
    inputs += fmt::format("{} {} {}\n", file.string(input.path), input.size, input.mtime_ns);
  }
  return fmt::format("/* headers {:016x} */\n", hash_text(inputs));
}

std::vector<std::string> compiler_flags(const HeaderRequest& request) {
  std::vector<std::string> flags = request.flags;
  for (const std::string& define : request.defines) flags.push_back("-D" + define);
  for (const std::string& folder : request.include_folders) flags.push_back("-I" + folder);
  return flags;
}

}  // namespace elle::core

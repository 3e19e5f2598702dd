// Paths, and what the file system holds.
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/builtins/sequence.h"
#include "lang/builtins/stream.h"

namespace elle::lang {

namespace {

namespace fs = std::filesystem;

Value path_value(Runtime& runtime, const fs::path& path) { return runtime.string(repaired_text(path.native())); }

Result<fs::path> path_argument(const Arguments& in, uint32_t i) {
  const std::string_view text = TRY(in.text(i));
  if (text.find('\0') != std::string_view::npos) return in.wrong(i, "a path without NUL characters");
  return fs::path(text);
}

Failed failed(Runtime& runtime, std::string_view action, const fs::path& path, const std::error_code& code) {
  return io_failure(runtime, action, path.native(), code.value());
}

// Questions about a path that have an answer whether or not there is such a file.
template <bool (*test)(const fs::path&, std::error_code&) noexcept>
Result<Value> tested(Runtime& runtime, Args args) {
  std::error_code ignored;
  return boolean(test(TRY(path_argument(Arguments(runtime, args), 0)), ignored));
}

// Parts of a path as text; the file need not exist.
template <fs::path (fs::path::*part)() const>
Result<Value> part_of(Runtime& runtime, Args args) {
  return path_value(runtime, (TRY(path_argument(Arguments(runtime, args), 0)).*part)());
}

Result<Value> join(Runtime& runtime, Args args) {
  fs::path joined;
  for (uint32_t i = 0; i < args.size(); i++) joined /= TRY(path_argument(Arguments(runtime, args), i));
  return path_value(runtime, joined);
}

Result<Value> absolute(Runtime& runtime, Args args) {
  const fs::path path = TRY(path_argument(Arguments(runtime, args), 0));
  std::error_code code;
  const fs::path result = fs::absolute(path, code);
  if (code) return failed(runtime, "find", path, code);
  return path_value(runtime, result.lexically_normal());
}

Result<Value> list_directory(Runtime& runtime, Args args) {
  const fs::path path = args.size() ? TRY(path_argument(Arguments(runtime, args), 0)) : fs::path(".");
  std::error_code code;
  std::vector<std::string> names;
  for (fs::directory_iterator it(path, code), end; !code && it != end; it.increment(code))
    names.push_back(it->path().filename().native());
  if (code) return failed(runtime, "list", path, code);
  std::sort(names.begin(), names.end());
  ListBuilder result(runtime);
  for (const std::string& name : names) result.add(runtime.string(repaired_text(name)));
  return result.list();
}

Result<Value> make_directory(Runtime& runtime, Args args) {
  const fs::path path = TRY(path_argument(Arguments(runtime, args), 0));
  std::error_code code;
  fs::create_directories(path, code);
  if (code) return failed(runtime, "make the directory", path, code);
  return nil();
}

Result<Value> delete_file(Runtime& runtime, Args args) {
  const fs::path path = TRY(path_argument(Arguments(runtime, args), 0));
  if (unlink(path.c_str()) != 0) return io_failure(runtime, "delete", path.native(), errno);
  return nil();
}

Result<Value> delete_directory(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const fs::path path = TRY(path_argument(in, 0));
  TRY(in.expect_options(1, {"recursive"}));
  std::error_code code;
  if (!fs::is_directory(fs::symlink_status(path, code))) return io_failure(runtime, "delete", path.native(), ENOTDIR);
  if (in.option(1, "recursive").truthy())
    fs::remove_all(path, code);
  else
    fs::remove(path, code);
  if (code) return failed(runtime, "delete", path, code);
  return nil();
}

Result<Value> rename_file(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const fs::path from = TRY(path_argument(in, 0)), to = TRY(path_argument(in, 1));
  std::error_code code;
  fs::rename(from, to, code);
  if (code) return failed(runtime, "rename", from, code);
  return nil();
}

Result<Value> copy_file(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const fs::path from = TRY(path_argument(in, 0)), to = TRY(path_argument(in, 1));
  std::error_code code;
  fs::copy_file(from, to, fs::copy_options::overwrite_existing, code);
  if (code) return failed(runtime, "copy", from, code);
  return nil();
}

Result<struct stat> status_of(Runtime& runtime, const fs::path& path) {
  struct stat status;
  if (stat(path.c_str(), &status) != 0) return io_failure(runtime, "find", path.native(), errno);
  return status;
}

Result<Value> file_size(Runtime& runtime, Args args) {
  const fs::path path = TRY(path_argument(Arguments(runtime, args), 0));
  return integer(TRY(status_of(runtime, path)).st_size);
}

Result<Value> modified(Runtime& runtime, Args args) {
  const fs::path path = TRY(path_argument(Arguments(runtime, args), 0));
  const struct stat status = TRY(status_of(runtime, path));
  return real(static_cast<double>(status.st_mtim.tv_sec) + static_cast<double>(status.st_mtim.tv_nsec) * 1e-9);
}

Result<Value> temp_file(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string prefix(in.has(0) ? TRY(in.text(0)) : "elle");
  std::error_code code;
  std::string path = (fs::temp_directory_path(code) / (prefix + "-XXXXXX")).native();
  const int descriptor = mkstemp(path.data());
  if (descriptor < 0) return io_failure(runtime, "make the temporary file", path, errno);
  close(descriptor);
  return path_value(runtime, path);
}

Result<Value> temp_directory(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string prefix(in.has(0) ? TRY(in.text(0)) : "elle");
  std::error_code code;
  std::string path = (fs::temp_directory_path(code) / (prefix + "-XXXXXX")).native();
  if (!mkdtemp(path.data())) return io_failure(runtime, "make the temporary directory", path, errno);
  return path_value(runtime, path);
}

Result<Value> current_directory(Runtime& runtime, Args) {
  std::error_code code;
  const fs::path path = fs::current_path(code);
  if (code) return failed(runtime, "find the current directory", path, code);
  return path_value(runtime, path);
}

Result<Value> change_directory(Runtime& runtime, Args args) {
  const fs::path path = TRY(path_argument(Arguments(runtime, args), 0));
  std::error_code code;
  fs::current_path(path, code);
  if (code) return failed(runtime, "change to", path, code);
  return nil();
}

constexpr BuiltinEntry kPathBuiltins[] = {
    {"file-exists?", 1, 1, tested<fs::exists>, "(file-exists? path)", "Whether there is a file or directory."},
    {"directory?", 1, 1, tested<fs::is_directory>, "(directory? path)", "Whether there is a directory at the path."},
    {"regular-file?", 1, 1, tested<fs::is_regular_file>, "(regular-file? path)",
     "Whether there is an ordinary file at the path."},
    {"directory-list", 0, 1, list_directory, "(directory-list [path])",
     "A sorted list of the names in a directory, the current one if none is given."},
    {"make-directory", 1, 1, make_directory, "(make-directory path)",
     "Makes a directory, and those above it that are missing. One that exists already stays as it is."},
    {"delete-file", 1, 1, delete_file, "(delete-file path)", "Deletes a file."},
    {"delete-directory", 1, 3, delete_directory, "(delete-directory path :recursive #t)",
     "Deletes a directory, which must be empty unless :recursive is true."},
    {"rename-file", 2, 2, rename_file, "(rename-file from to)", "Gives a file or directory another path."},
    {"copy-file", 2, 2, copy_file, "(copy-file from to)",
     "Copies a file, over the one at the new path if there is one."},
    {"file-size", 1, 1, file_size, "(file-size path)", "The size of a file in bytes."},
    {"file-modified", 1, 1, modified, "(file-modified path)",
     "When a file was last changed, in seconds since 1970 as `now` counts them."},
    {"path-join", 0, kAnyNumber, join, "(path-join part ...)", "One path of the parts; an absolute part starts anew."},
    {"path-name", 1, 1, part_of<&fs::path::filename>, "(path-name path)", "The last part of a path."},
    {"path-directory", 1, 1, part_of<&fs::path::parent_path>, "(path-directory path)", "A path without its last part."},
    {"path-extension", 1, 1, part_of<&fs::path::extension>, "(path-extension path)",
     "The extension of the last part with its dot (\".txt\"), or an empty string."},
    {"path-stem", 1, 1, part_of<&fs::path::stem>, "(path-stem path)", "The last part without its extension."},
    {"absolute-path", 1, 1, absolute, "(absolute-path path)", "The path from the root, without . and .. parts."},
    {"temp-file", 0, 1, temp_file, "(temp-file [prefix])", "Makes a new empty file for temporary use; its path."},
    {"temp-directory", 0, 1, temp_directory, "(temp-directory [prefix])",
     "Makes a new directory for temporary use; its path."},
    {"current-directory", 0, 0, current_directory, "(current-directory)",
     "The directory that relative paths start from."},
    {"change-directory", 1, 1, change_directory, "(change-directory path)", "Makes another directory the current one."},
};

}  // namespace

void define_paths(Runtime& runtime) { runtime.define_builtins(kPathBuiltins); }

}  // namespace elle::lang

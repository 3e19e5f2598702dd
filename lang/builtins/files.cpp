// Files read and written as a whole.
#include "lang/builtins/arguments.h"
#include "lang/builtins/builtins.h"
#include "lang/builtins/stream.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

Value bytes_of(Runtime& runtime, std::string_view content) {
  Bytes* bytes = runtime.heap.bytes(content.size());
  if (!content.empty()) std::memcpy(bytes->data, content.data(), content.size());
  return object_value(Tag::kBytes, bytes);
}

std::string_view content_of(const Bytes& bytes) { return {reinterpret_cast<const char*>(bytes.data), bytes.size}; }

Result<Value> read_file(Runtime& runtime, Args args) {
  const std::string path(TRY(Arguments(runtime, args).text(0)));
  return text_from_outside(runtime, TRY(read_whole_file(runtime, path)), path);
}

template <StreamMode mode>
Result<Value> write_file(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string path(TRY(in.text(0)));
  const std::string_view content = TRY(in.text(1));
  TRY(write_whole_file(runtime, path, mode, content));
  return nil();
}

Result<Value> read_bytes(VM& vm, Args args) {
  Runtime& runtime = vm.runtime();
  const Arguments in(runtime, args);
  if (args[0].is(Tag::kString)) {
    const std::string path(TRY(in.text(0)));
    return bytes_of(runtime, TRY(read_whole_file(runtime, path)));
  }
  Stream* stream = TRY(in.opaque<Stream>(0, "a path or an open file"));
  const uint64_t limit = TRY(in.natural_or(1, UINT64_MAX));
  return bytes_of(runtime, TRY(stream->read(runtime, limit)));
}

Result<Value> write_bytes(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view content = content_of(*TRY(in.bytes(1)));
  if (args[0].is(Tag::kString)) {
    const std::string path(TRY(in.text(0)));
    TRY(write_whole_file(runtime, path, StreamMode::kWrite, content));
    return nil();
  }
  Stream* stream = TRY(in.opaque<Stream>(0, "a path or an open file"));
  TRY(stream->write(runtime, content));
  return nil();
}

constexpr BuiltinEntry kFileBuiltins[] = {
    {"read-file", 1, 1, read_file, "(read-file path)", "The whole text of a file, which must be in UTF-8."},
    {"write-file", 2, 2, write_file<StreamMode::kWrite>, "(write-file path string)",
     "Makes a file with this text, in place of what it held."},
    {"append-file", 2, 2, write_file<StreamMode::kAppend>, "(append-file path string)",
     "Adds text at the end of a file, which is made if there is none."},
    {"read-bytes", 1, 2, read_bytes, "(read-bytes path) (read-bytes file [n])",
     "The content of the file at a path, or the rest (or next n) of an open file, as bytes."},
    {"write-bytes", 2, 2, write_bytes, "(write-bytes path bytes) (write-bytes file bytes)",
     "Makes a file with these bytes, or writes them to an open one."},
};

}  // namespace

void define_files(Runtime& runtime) { runtime.define_builtins(kFileBuiltins); }

}  // namespace elle::lang

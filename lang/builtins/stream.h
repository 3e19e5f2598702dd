// What scripts read from and write to: open files, and the session's standard streams.
#pragma once

#include <cstdio>
#include <string>

#include "lang/runtime/runtime.h"

namespace elle::lang {

enum class StreamMode : uint8_t { kRead, kWrite, kAppend };

// Errors are of kind `io` and name the stream.
class Stream : public OpaqueBody {
 public:
  std::string_view type_name() const override { return "file"; }

  virtual Result<core::Done> write(Runtime& runtime, std::string_view bytes) = 0;
  virtual Result<core::Done> flush(Runtime& runtime) = 0;
  // Up to and without the next line end. False at the end of the stream, when nothing was left.
  virtual Result<bool> read_line(Runtime& runtime, std::string& line) = 0;
  // At most `limit` bytes; fewer only at the end.
  virtual Result<std::string> read(Runtime& runtime, uint64_t limit) = 0;
  // Closing twice is harmless.
  virtual Result<core::Done> close(Runtime& runtime) = 0;
};

Result<Value> open_file_stream(Runtime& runtime, const std::string& path, StreamMode mode);
Value standard_input_stream(Runtime& runtime);
Value standard_output_stream(Runtime& runtime);
Value standard_error_stream(Runtime& runtime);

// To the session's output. When its reader is gone, the failure ends the script quietly.
Result<core::Done> write_output(Runtime& runtime, std::string_view text);

// What `exit` raises: no handler stops it, and the session ends with the status.
Failed exit_request(Runtime& runtime, int64_t status);

// "Cannot open \"a.txt\": No such file or directory." `code` is an errno.
Failed io_failure(Runtime& runtime, std::string_view action, std::string_view path, int code);

// A whole file's content.
Result<std::string> read_whole_file(Runtime& runtime, const std::string& path);
Result<core::Done> write_whole_file(Runtime& runtime, const std::string& path, StreamMode mode,
                                    std::string_view content);
// Text from outside as a string: an error that names the source when it is not valid UTF-8.
Result<Value> text_from_outside(Runtime& runtime, std::string_view bytes, std::string_view source);
// For names and messages from the system: what is not valid UTF-8 becomes U+FFFD.
std::string repaired_text(std::string_view bytes);

}  // namespace elle::lang

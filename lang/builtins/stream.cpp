// Streams over the files of C: reading by lines and bytes, writing, and what went wrong, with the path.
#include "lang/builtins/stream.h"

#include <cerrno>
#include <cstring>

#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

using core::Done;

class FileStream : public Stream {
 public:
  FileStream(std::FILE* file, std::string path, bool reads, bool owned)
      : file_(file), path_(std::move(path)), reads_(reads), owned_(owned) {}
  ~FileStream() override {
    if (file_ && owned_) std::fclose(file_);
  }

  std::string describe() const override { return fmt::format("#<file \"{}\"{}>", path_, file_ ? "" : " closed"); }

  Result<Done> write(Runtime& runtime, std::string_view bytes) override {
    TRY(expect_open(runtime, false));
    if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size())
      return io_failure(runtime, "write to", path_, errno);
    return Done{};
  }

  Result<Done> flush(Runtime& runtime) override {
    TRY(expect_open(runtime, false));
    if (std::fflush(file_) != 0) return io_failure(runtime, "write to", path_, errno);
    return Done{};
  }

  Result<bool> read_line(Runtime& runtime, std::string& line) override {
    TRY(expect_open(runtime, true));
    line.clear();
    int code = 0;
    if (read_to_line_end(runtime, line, code)) return without_carriage_return(line);
    TRY(expect_no_failure(runtime, code));
    return !line.empty();
  }

  Result<std::string> read(Runtime& runtime, uint64_t limit) override {
    TRY(expect_open(runtime, true));
    int code = 0;
    std::string content = read_to_end(runtime, limit, code);
    TRY(expect_no_failure(runtime, code));
    return content;
  }

  Result<Done> close(Runtime& runtime) override {
    std::FILE* file = std::exchange(file_, nullptr);
    if (!file || !owned_) return Done{};
    if (std::fclose(file) != 0) return io_failure(runtime, "write to", path_, errno);
    return Done{};
  }

 private:
  // Standard input may keep one waiting: others run meanwhile, and may want to read as well.
  struct Reading {
    Reading(Runtime& runtime, const FileStream& stream)
        : waiting(stream.owned_ ? nullptr : runtime.turn), file(stream.file_) {
      flockfile(file);
    }
    ~Reading() { funlockfile(file); }
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;

    Waiting waiting;
    std::FILE* file;
  };

  // False when the stream ended before the line did; `code` is the errno of what ended it.
  bool read_to_line_end(Runtime& runtime, std::string& line, int& code) {
    const Reading reading(runtime, *this);
    errno = 0;
    for (int c; (c = getc_unlocked(reading.file)) != EOF;) {
      if (c == '\n') return true;
      line += static_cast<char>(c);
    }
    code = errno;
    return false;
  }

  std::string read_to_end(Runtime& runtime, uint64_t limit, int& code) {
    const Reading reading(runtime, *this);
    std::string content;
    char buffer[64 * 1024];
    while (limit > 0) {
      const size_t got = std::fread(buffer, 1, std::min<uint64_t>(limit, sizeof buffer), reading.file);
      if (got == 0) break;
      content.append(buffer, got);
      limit -= got;
    }
    code = errno;
    return content;
  }

  // Not when a signal wants the script's attention (Ctrl-C): whoever reads heeds that.
  Result<Done> expect_no_failure(Runtime& runtime, int code) {
    if (!std::ferror(file_)) return Done{};
    std::clearerr(file_);
    if (code == EINTR) return Done{};
    return io_failure(runtime, "read", path_, code);
  }

  Result<Done> expect_open(Runtime& runtime, bool for_reading) {
    if (!file_) return runtime.fail(ErrorKind::kIo, fmt::format("The file \"{}\" is closed.", path_));
    if (reads_ != for_reading)
      return runtime.fail(ErrorKind::kIo,
                          fmt::format("The file \"{}\" is open for {}.", path_, reads_ ? "reading" : "writing"),
                          for_reading ? "Open it with :mode :read." : "Open it with :mode :write or :append.");
    return Done{};
  }

  static bool without_carriage_return(std::string& line) {
    if (line.ends_with('\r')) line.pop_back();
    return true;
  }

  std::FILE* file_;
  std::string path_;
  bool reads_;
  bool owned_;
};

// One of the session's outputs, wherever the host has it go.
class OutputStream : public Stream {
 public:
  OutputStream(Output* Runtime::* output, const char* name) : output_(output), name_(name) {}

  std::string describe() const override { return fmt::format("#<file \"{}\">", name_); }

  Result<Done> write(Runtime& runtime, std::string_view bytes) override {
    if (!(runtime.*output_)->write(bytes)) return exit_request(runtime, 0);
    return Done{};
  }

  Result<Done> flush(Runtime& runtime) override {
    if (!(runtime.*output_)->flush()) return exit_request(runtime, 0);
    return Done{};
  }

  Result<bool> read_line(Runtime& runtime, std::string&) override { return cannot_read(runtime); }
  Result<std::string> read(Runtime& runtime, uint64_t) override { return cannot_read(runtime); }
  Result<Done> close(Runtime& runtime) override { return flush(runtime); }

 private:
  Failed cannot_read(Runtime& runtime) {
    return runtime.fail(ErrorKind::kIo, fmt::format("The file \"{}\" is open for writing.", name_));
  }

  Output* Runtime::* output_;
  const char* name_;
};

}  // namespace

Failed io_failure(Runtime& runtime, std::string_view action, std::string_view path, int code) {
  return runtime.fail(ErrorKind::kIo,
                      fmt::format("Cannot {} \"{}\": {}.", action, repaired_text(path), std::strerror(code)));
}

Failed exit_request(Runtime& runtime, int64_t status) {
  const Failed failed = runtime.fail(ErrorKind::kUser, "The script ends here.");
  auto* error = static_cast<ErrorObject*>(failed.error.thrown);
  error->kind = runtime.keyword("exit");
  error->data = integer(status);
  return failed;
}

Result<core::Done> write_output(Runtime& runtime, std::string_view text) {
  if (!runtime.out->write(text)) return exit_request(runtime, 0);
  return Done{};
}

Result<Value> open_file_stream(Runtime& runtime, const std::string& path, StreamMode mode) {
  // "e": not inherited by programs that are run.
  const char* how = mode == StreamMode::kRead ? "rbe" : mode == StreamMode::kWrite ? "wbe" : "abe";
  std::FILE* file = path.find('\0') == std::string::npos ? std::fopen(path.c_str(), how) : nullptr;
  if (!file) return io_failure(runtime, "open", path, errno);
  return runtime.opaque(std::make_unique<FileStream>(file, path, mode == StreamMode::kRead, true));
}

Value standard_input_stream(Runtime& runtime) {
  return runtime.opaque(std::make_unique<FileStream>(stdin, "stdin", true, false));
}

Value standard_output_stream(Runtime& runtime) {
  return runtime.opaque(std::make_unique<OutputStream>(&Runtime::out, "stdout"));
}

Value standard_error_stream(Runtime& runtime) {
  return runtime.opaque(std::make_unique<OutputStream>(&Runtime::error_out, "stderr"));
}

Result<std::string> read_whole_file(Runtime& runtime, const std::string& path) {
  const Value stream = TRY(open_file_stream(runtime, path, StreamMode::kRead));
  auto* body = static_cast<FileStream*>(stream.as<Opaque>()->body.get());
  std::string content = TRY(body->read(runtime, UINT64_MAX));
  TRY(body->close(runtime));
  return content;
}

Result<core::Done> write_whole_file(Runtime& runtime, const std::string& path, StreamMode mode,
                                    std::string_view content) {
  const Value file = TRY(open_file_stream(runtime, path, mode));
  auto* stream = static_cast<Stream*>(file.as<Opaque>()->body.get());
  TRY(stream->write(runtime, content));
  return stream->close(runtime);
}

Result<Value> text_from_outside(Runtime& runtime, std::string_view bytes, std::string_view source) {
  const size_t invalid = find_invalid_utf8(bytes);
  if (invalid == std::string_view::npos) return runtime.string(bytes);
  return runtime.fail(ErrorKind::kIo, fmt::format("\"{}\" is not text in UTF-8: byte {} is wrong.", source, invalid),
                      "Read it with read-bytes, then (bytes->string b :latin-1) or another encoding.");
}

std::string repaired_text(std::string_view bytes) {
  std::string text;
  while (true) {
    const size_t invalid = find_invalid_utf8(bytes);
    text += bytes.substr(0, invalid);
    if (invalid == std::string_view::npos) return text;
    append_utf8(text, 0xfffd);
    bytes.remove_prefix(invalid + 1);
  }
}

}  // namespace elle::lang

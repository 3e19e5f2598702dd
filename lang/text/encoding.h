// Text as bytes in an encoding other than ours.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace elle::lang {

// encoding, keyword name in Lisp
#define ELLE_ENCODINGS(X) \
  X(kUtf8, "utf-8")       \
  X(kUtf16, "utf-16")     \
  X(kUtf16Be, "utf-16be") \
  X(kUtf32, "utf-32")     \
  X(kLatin1, "latin-1")   \
  X(kAscii, "ascii")

// kUtf16 and kUtf32 are little endian.
enum class Encoding : uint8_t {
#define X(encoding, name) encoding,
  ELLE_ENCODINGS(X)
#undef X
};

std::optional<Encoding> encoding_named(std::string_view name);

// `failed_at` is the index of the first character (encode) or byte (decode) that cannot be converted.
struct Conversion {
  std::string bytes;
  std::optional<size_t> failed_at;
};

// REQUIRES: `text` is valid UTF-8.
Conversion encode_text(std::string_view text, Encoding encoding);
// To UTF-8.
Conversion decode_text(std::string_view bytes, Encoding encoding);

}  // namespace elle::lang

// Text between UTF-8 and the encodings of files and of C.
#include "lang/text/encoding.h"

#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

constexpr std::string_view kNames[] = {
#define X(encoding, name) name,
    ELLE_ENCODINGS(X)
#undef X
};

void append_unit(std::string& out, uint32_t unit, size_t size, bool big_endian) {
  for (size_t i = 0; i < size; i++) out += static_cast<char>(unit >> 8 * (big_endian ? size - 1 - i : i));
}

uint32_t read_unit(std::string_view bytes, size_t at, size_t size, bool big_endian) {
  uint32_t unit = 0;
  for (size_t i = 0; i < size; i++)
    unit |= uint32_t{static_cast<uint8_t>(bytes[at + i])} << 8 * (big_endian ? size - 1 - i : i);
  return unit;
}

void append_utf16(std::string& out, uint32_t c, bool big_endian) {
  if (c < 0x10000) return append_unit(out, c, 2, big_endian);
  append_unit(out, 0xd800 + ((c - 0x10000) >> 10), 2, big_endian);
  append_unit(out, 0xdc00 + ((c - 0x10000) & 0x3ff), 2, big_endian);
}

Conversion decode_utf16(std::string_view bytes, bool big_endian) {
  Conversion result;
  for (size_t at = 0; at < bytes.size(); at += 2) {
    if (bytes.size() - at < 2) return {{}, at};
    uint32_t c = read_unit(bytes, at, 2, big_endian);
    if (c >= 0xd800 && c < 0xdc00 && bytes.size() - at >= 4) {
      const uint32_t low = read_unit(bytes, at + 2, 2, big_endian);
      if (low < 0xdc00 || low > 0xdfff) return {{}, at};
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
      at += 2;
    }
    if (!is_code_point(c)) return {{}, at};
    append_utf8(result.bytes, c);
  }
  return result;
}

Conversion decode_utf32(std::string_view bytes) {
  Conversion result;
  for (size_t at = 0; at < bytes.size(); at += 4) {
    if (bytes.size() - at < 4) return {{}, at};
    const uint32_t c = read_unit(bytes, at, 4, false);
    if (!is_code_point(c)) return {{}, at};
    append_utf8(result.bytes, c);
  }
  return result;
}

Conversion decode_single_bytes(std::string_view bytes, uint8_t last) {
  Conversion result;
  for (size_t at = 0; at < bytes.size(); at++) {
    const auto byte = static_cast<uint8_t>(bytes[at]);
    if (byte > last) return {{}, at};
    append_utf8(result.bytes, byte);
  }
  return result;
}

}  // namespace

std::optional<Encoding> encoding_named(std::string_view name) {
  for (size_t i = 0; i < std::size(kNames); i++)
    if (kNames[i] == name) return static_cast<Encoding>(i);
  return std::nullopt;
}

Conversion encode_text(std::string_view text, Encoding encoding) {
  Conversion result;
  if (encoding == Encoding::kUtf8) {
    result.bytes = text;
    return result;
  }
  const uint32_t last = encoding == Encoding::kAscii ? 0x7f : encoding == Encoding::kLatin1 ? 0xff : kMaxCodePoint;
  size_t index = 0;
  each_character(text, [&](uint32_t c) {
    if (c > last && !result.failed_at) result.failed_at = index;
    index++;
    switch (encoding) {
      case Encoding::kUtf16:
        append_utf16(result.bytes, c, false);
        break;
      case Encoding::kUtf16Be:
        append_utf16(result.bytes, c, true);
        break;
      case Encoding::kUtf32:
        append_unit(result.bytes, c, 4, false);
        break;
      default:
        result.bytes += static_cast<char>(c);
    }
  });
  return result;
}

Conversion decode_text(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8: {
      const size_t invalid = find_invalid_utf8(bytes);
      if (invalid != std::string_view::npos) return {{}, invalid};
      return {std::string(bytes), std::nullopt};
    }
    case Encoding::kUtf16:
      return decode_utf16(bytes, false);
    case Encoding::kUtf16Be:
      return decode_utf16(bytes, true);
    case Encoding::kUtf32:
      return decode_utf32(bytes);
    case Encoding::kLatin1:
      return decode_single_bytes(bytes, 0xff);
    case Encoding::kAscii:
      return decode_single_bytes(bytes, 0x7f);
  }
  return {};
}

}  // namespace elle::lang

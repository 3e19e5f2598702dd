// Bytes: making them, and to and from text, lists and hexadecimal digits.
#include "lang/builtins/builtins.h"
#include "lang/builtins/sequence.h"
#include "lang/text/encoding.h"

namespace elle::lang {

namespace {

Result<Value> bytes(Runtime& runtime, Args args) {
  Bytes* made = runtime.heap.bytes(args.size());
  for (uint32_t i = 0; i < args.size(); i++) made->data[i] = TRY(Arguments(runtime, args).byte(i));
  return object_value(Tag::kBytes, made);
}

Result<Value> make_bytes(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const uint64_t size = TRY(in.natural(0));
  TRY(in.expect_memory(size));
  const uint8_t byte = in.has(1) ? TRY(in.byte(1)) : 0;
  Bytes* made = runtime.heap.bytes(size);
  if (byte) std::memset(made->data, byte, size);
  return object_value(Tag::kBytes, made);
}

Result<Value> list_to_bytes(Runtime& runtime, Args args) {
  const std::vector<Value> items = TRY(items_of(runtime, args, 0));
  Bytes* made = runtime.heap.bytes(items.size());
  for (size_t i = 0; i < items.size(); i++) {
    if (!items[i].is(Tag::kInteger) || items[i].natural > 255)
      return runtime.wrong_argument(args, 0, "a collection of integers from 0 to 255");
    made->data[i] = static_cast<uint8_t>(items[i].natural);
  }
  return object_value(Tag::kBytes, made);
}

Result<Encoding> encoding_argument(const Arguments& in, uint32_t i) {
  if (!in.has(i)) return Encoding::kUtf8;
  if (in[i].is(Tag::kKeyword))
    if (const auto encoding = encoding_named(in[i].as<Symbol>()->view())) return *encoding;
  return in.wrong(i, "an encoding (:utf-8, :utf-16, :utf-16be, :utf-32, :latin-1 or :ascii)");
}

Result<Value> string_to_bytes(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const std::string_view text = TRY(in.text(0));
  const Conversion encoded = encode_text(text, TRY(encoding_argument(in, 1)));
  if (encoded.failed_at)
    return in.fail(
        ErrorKind::kRange,
        fmt::format("Character {} of the string does not exist in {}.", *encoded.failed_at, in[1].as<Symbol>()->view()),
        "Encode as :utf-8, which has all characters.");
  Bytes* made = runtime.heap.bytes(encoded.bytes.size());
  std::memcpy(made->data, encoded.bytes.data(), encoded.bytes.size());
  return object_value(Tag::kBytes, made);
}

Result<Value> bytes_to_string(Runtime& runtime, Args args) {
  const Arguments in(runtime, args);
  const Bytes& from = *TRY(in.bytes(0));
  const std::string_view content(reinterpret_cast<const char*>(from.data), from.size);
  const Conversion decoded = decode_text(content, TRY(encoding_argument(in, 1)));
  if (decoded.failed_at)
    return in.fail(ErrorKind::kRange,
                   fmt::format("The bytes are not text in {}: byte {} is wrong.",
                               in.has(1) ? in[1].as<Symbol>()->view() : "utf-8", *decoded.failed_at),
                   "Any bytes can be read as :latin-1.");
  return runtime.string(decoded.bytes);
}

constexpr BuiltinEntry kBytesBuiltins[] = {
    {"bytes", 0, kAnyNumber, bytes, "(bytes byte ...)", "New bytes of the arguments, integers from 0 to 255."},
    {"make-bytes", 1, 2, make_bytes, "(make-bytes n [byte])", "n new bytes, all 0 or the given one."},
    {"list->bytes", 1, 1, list_to_bytes, "(list->bytes coll)", "New bytes of a collection of integers from 0 to 255."},
    {"string->bytes", 1, 2, string_to_bytes, "(string->bytes string [encoding])",
     "The string as bytes, in :utf-8 or in :utf-16, :utf-16be, :utf-32 (little endian), :latin-1 or :ascii."},
    {"bytes->string", 1, 2, bytes_to_string, "(bytes->string bytes [encoding])",
     "The text that the bytes are in an encoding, :utf-8 if none is given. See string->bytes."},
};

}  // namespace

void define_bytes(Runtime& runtime) { runtime.define_builtins(kBytesBuiltins); }

}  // namespace elle::lang

#include <cmath>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "lang/data/map.h"
#include "lang/json/allocator.h"
#include "lang/json/json.h"
#include "lang/number/number.h"
#include "lang/print/printer.h"

namespace elle::lang {

namespace {

using core::Done;
using Utf8 = rapidjson::UTF8<>;
using Buffer = rapidjson::GenericStringBuffer<Utf8, JsonAllocator>;

// Deeper data is taken to contain itself.
constexpr uint32_t kMaxDepth = 1000;

template <class Writer>
class ValueWriter {
 public:
  ValueWriter(Runtime& runtime, Writer& writer) : runtime_(runtime), writer_(writer) {}

  Result<Done> write(Value value, uint32_t depth) {
    switch (value.tag()) {
      case Tag::kNil:
        writer_.Null();
        return Done{};
      case Tag::kTrue:
        writer_.Bool(true);
        return Done{};
      case Tag::kFalse:
        writer_.Bool(false);
        return Done{};
      case Tag::kInteger:
      case Tag::kNatural:
      case Tag::kBigInt:
        return write_number(integer_text(value));
      case Tag::kDouble:
        if (!std::isfinite(value.real)) return cannot(value);
        return write_number(double_text(value.real));
      case Tag::kString:
        write_text(value.as<String>()->view());
        return Done{};
      case Tag::kSymbol:
      case Tag::kKeyword:
        write_text(value.as<Symbol>()->view());
        return Done{};
      case Tag::kPair:
      case Tag::kVector:
        return write_array(value, depth);
      case Tag::kMap:
        return write_object(*value.as<Map>(), depth);
      default:
        return cannot(value);
    }
  }

 private:
  Failed cannot(Value value) {
    return runtime_.fail(ErrorKind::kType,
                         fmt::format("{} cannot be written as JSON.", print_short(runtime_.views, value)),
                         "Maps, vectors, lists, strings, finite numbers, booleans and nil can.");
  }

  Failed too_deep() {
    return runtime_.fail(ErrorKind::kRange,
                         fmt::format("The data nests deeper than {}, or contains itself.", kMaxDepth));
  }

  Result<Done> write_number(const std::string& text) {
    writer_.RawValue(text.data(), text.size(), rapidjson::kNumberType);
    return Done{};
  }

  void write_text(std::string_view text) { writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }

  Result<Done> write_array(Value sequence, uint32_t depth) {
    if (depth == kMaxDepth) return too_deep();
    writer_.StartArray();
    if (sequence.is(Tag::kVector)) {
      for (uint32_t i = 0; i < sequence.as<Vector>()->size; i++) TRY(write(sequence.as<Vector>()->items[i], depth + 1));
    } else {
      for (; sequence.is(Tag::kPair); sequence = sequence.as<Pair>()->tail)
        TRY(write(sequence.as<Pair>()->head, depth + 1));
      if (!sequence.is_nil()) return cannot(sequence);
    }
    writer_.EndArray();
    return Done{};
  }

  Result<Done> write_object(const Map& map, uint32_t depth) {
    if (depth == kMaxDepth) return too_deep();
    writer_.StartObject();
    for (uint32_t i = 0; i < map.used; i++) {
      const Value key = map.order[i].key;
      if (key.is(Tag::kUnbound)) continue;
      if (key.is(Tag::kString))
        write_text(key.as<String>()->view());
      else if (key.is(Tag::kKeyword) || key.is(Tag::kSymbol))
        write_text(key.as<Symbol>()->view());
      else
        return runtime_.fail(ErrorKind::kType,
                             fmt::format("{} cannot be a key in JSON.", print_short(runtime_.views, key)),
                             "Strings, keywords and symbols can.");
      TRY(write(map.order[i].value, depth + 1));
    }
    writer_.EndObject();
    return Done{};
  }

  Runtime& runtime_;
  Writer& writer_;
};

template <class Writer>
Result<std::string> write_with(Runtime& runtime, Value value, Buffer& buffer, Writer& writer) {
  TRY(ValueWriter<Writer>(runtime, writer).write(value, 0));
  return std::string(buffer.GetString(), buffer.GetSize());
}

}  // namespace

Result<std::string> write_json(Runtime& runtime, Value value, bool pretty) {
  Buffer buffer;
  if (!pretty) {
    rapidjson::Writer<Buffer, Utf8, Utf8, JsonAllocator> writer(buffer);
    return write_with(runtime, value, buffer, writer);
  }
  rapidjson::PrettyWriter<Buffer, Utf8, Utf8, JsonAllocator> writer(buffer);
  writer.SetIndent(' ', 2);
  return write_with(runtime, value, buffer, writer);
}

}  // namespace elle::lang

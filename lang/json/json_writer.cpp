// Values to JSON, by RapidJSON's writers. What JSON has no word for is an error: so is data that contains itself.
#include <cmath>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "lang/json/allocator.h"
#include "lang/json/json.h"
#include "lang/number/number.h"
#include "lang/print/printer.h"
#include "lang/value/walk.h"

namespace elle::lang {

namespace {

using core::Done;
using Utf8 = rapidjson::UTF8<>;
using Buffer = rapidjson::GenericStringBuffer<Utf8, JsonAllocator>;

// Lines that are indented grow with the square of the depth: this many are some hundred megabytes.
constexpr size_t kDeepestPretty = 10'000;

template <class Writer>
class ValueWriter {
 public:
  ValueWriter(Runtime& runtime, Writer& writer, size_t deepest)
      : runtime_(runtime), writer_(writer), deepest_(deepest) {}

  Result<Done> write_all(Value value) {
    TRY(write(value));
    while (!frames_.empty()) TRY(step(frames_.back()));
    return Done{};
  }

 private:
  // All of an atom; of a collection its beginning.
  Result<Done> write(Value value) {
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
      case Tag::kMap:
        return open(value);
      default:
        return cannot(value);
    }
  }

  Result<Done> open(Value collection) {
    if (!open_.enter(collection.object)) return contains_itself(collection);
    if (frames_.size() == deepest_) return too_deep();
    if (collection.is(Tag::kMap))
      writer_.StartObject();
    else
      writer_.StartArray();
    frames_.push(ItemCursor(collection));
    return Done{};
  }

  // The next item, or the end.
  Result<Done> step(ItemCursor& items) {
    if (!items.collection().is(Tag::kMap)) {
      if (const Value* item = items.next()) return write(*item);
      writer_.EndArray();
    } else {
      if (const Map::Entry* entry = items.next_entry()) {
        TRY(write_key(entry->key));
        return write(entry->value);
      }
      writer_.EndObject();
    }
    open_.leave(items.collection().object);
    frames_.pop();
    return Done{};
  }

  Failed cannot(Value value) {
    return runtime_.fail(ErrorKind::kType,
                         fmt::format("{} cannot be written as JSON.", print_short(runtime_.views, value)),
                         "Maps, vectors, lists, strings, finite numbers, booleans and nil can.");
  }

  Failed contains_itself(Value collection) {
    return runtime_.fail(ErrorKind::kRange, fmt::format("{} contains itself, which JSON cannot say.",
                                                        print_short(runtime_.views, collection)));
  }

  Failed too_deep() {
    return runtime_.fail(ErrorKind::kRange,
                         fmt::format("The data nests deeper than {}, too deep for indented lines.", deepest_),
                         "Without :pretty, any depth can be written.");
  }

  Result<Done> write_number(const std::string& text) {
    writer_.RawValue(text.data(), text.size(), rapidjson::kNumberType);
    return Done{};
  }

  void write_text(std::string_view text) { writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size())); }

  Result<Done> write_key(Value key) {
    if (key.is(Tag::kString))
      write_text(key.as<String>()->view());
    else if (key.is(Tag::kKeyword) || key.is(Tag::kSymbol))
      write_text(key.as<Symbol>()->view());
    else
      return runtime_.fail(ErrorKind::kType,
                           fmt::format("{} cannot be a key in JSON.", print_short(runtime_.views, key)),
                           "Strings, keywords and symbols can.");
    return Done{};
  }

  Runtime& runtime_;
  Writer& writer_;
  size_t deepest_;
  Frames<ItemCursor> frames_;
  OpenCollections open_;
};

template <class Writer>
Result<std::string> write_with(Runtime& runtime, Value value, Buffer& buffer, Writer& writer, size_t deepest) {
  TRY(ValueWriter<Writer>(runtime, writer, deepest).write_all(value));
  return std::string(buffer.GetString(), buffer.GetSize());
}

}  // namespace

Result<std::string> write_json(Runtime& runtime, Value value, bool pretty) {
  Buffer buffer;
  if (!pretty) {
    rapidjson::Writer<Buffer, Utf8, Utf8, JsonAllocator> writer(buffer);
    return write_with(runtime, value, buffer, writer, SIZE_MAX);
  }
  rapidjson::PrettyWriter<Buffer, Utf8, Utf8, JsonAllocator> writer(buffer);
  writer.SetIndent(' ', 2);
  return write_with(runtime, value, buffer, writer, kDeepestPretty);
}

}  // namespace elle::lang

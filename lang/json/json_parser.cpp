// JSON to values. RapidJSON's reader is asked to read without recursion, so that any depth can be read.
#include <algorithm>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <vector>

#include "lang/data/map.h"
#include "lang/json/allocator.h"
#include "lang/json/json.h"
#include "lang/number/number.h"
#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

// Receives what the reader meets. Nothing is collected while it runs, so that half-built values need no roots.
class Builder {
 public:
  Builder(Runtime& runtime, bool keyword_keys) : runtime_(runtime), keyword_keys_(keyword_keys) {}

  bool Null() { return add(nil()); }
  bool Bool(bool b) { return add(boolean(b)); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool) {
    return add(parse_number(runtime_.heap, {text, size}).value_or(nil()));
  }
  bool String(const char* text, rapidjson::SizeType size, bool) { return add(runtime_.string({text, size})); }
  bool StartObject() { return open(object_value(Tag::kMap, runtime_.heap.map())); }
  bool StartArray() { return open(object_value(Tag::kVector, runtime_.heap.vector(0))); }
  bool EndObject(rapidjson::SizeType) { return close(); }
  bool EndArray(rapidjson::SizeType) { return close(); }
  bool Key(const char* text, rapidjson::SizeType size, bool) {
    const std::string_view name(text, size);
    open_.back().key = keyword_keys_ ? runtime_.keyword(name) : runtime_.string(name);
    return true;
  }
  // The reader asks for these with numbers that are not kept as text, which ours are.
  bool Int(int i) { return add(integer(i)); }
  bool Uint(unsigned i) { return add(integer(i)); }
  bool Int64(int64_t i) { return add(integer(i)); }
  bool Uint64(uint64_t i) { return add(natural(i)); }
  bool Double(double d) { return add(real(d)); }

  Value result() const { return result_; }

 private:
  struct Open {
    Value collection;
    Value key;
  };

  bool add(Value value) {
    if (open_.empty()) {
      result_ = value;
    } else if (open_.back().collection.is(Tag::kMap)) {
      map_put(runtime_.heap, *open_.back().collection.as<Map>(), open_.back().key, value);
    } else {
      runtime_.heap.vector_push(open_.back().collection.as<Vector>(), value);
    }
    return true;
  }

  bool open(Value collection) {
    open_.push_back({collection, nil()});
    return true;
  }

  bool close() {
    const Value finished = open_.back().collection;
    open_.pop_back();
    return add(finished);
  }

  Runtime& runtime_;
  bool keyword_keys_;
  std::vector<Open> open_;
  Value result_ = nil();
};

std::string place(std::string_view text, size_t offset) {
  const std::string_view before = text.substr(0, std::min(offset, text.size()));
  const size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0
  return fmt::format("line {}, column {}", std::count(before.begin(), before.end(), '\n') + 1,
                     count_characters(before.substr(line_start)) + 1);
}

}  // namespace

Result<Value> parse_json(Runtime& runtime, std::string_view text, bool keyword_keys) {
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseFullPrecisionFlag;
  Builder builder(runtime, keyword_keys);
  rapidjson::MemoryStream stream(text.data() ? text.data() : "", text.size());
  rapidjson::GenericReader<rapidjson::UTF8<>, rapidjson::UTF8<>, JsonAllocator> reader;
  const rapidjson::ParseResult outcome = reader.Parse<kFlags>(stream, builder);
  if (!outcome.IsError()) return builder.result();
  const std::string where = place(text, outcome.Offset());
  return runtime.fail(ErrorKind::kSyntax,
                      fmt::format("The JSON is wrong at {}: {}", where, rapidjson::GetParseError_En(outcome.Code())));
}

}  // namespace elle::lang

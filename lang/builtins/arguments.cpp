// What builtins ask of their arguments, and how they say that one is wrong.
#include "lang/builtins/arguments.h"

#include <algorithm>

#include "lang/number/number.h"
#include "lang/print/printer.h"

namespace elle::lang {

Result<int64_t> Arguments::integer(uint32_t i) const {
  if (args_[i].is(Tag::kInteger)) return args_[i].integer;
  return wrong(i, args_[i].is_integer() ? "an integer of 64 bits" : "an integer");
}

Result<int64_t> Arguments::integer_or(uint32_t i, int64_t otherwise) const {
  if (!has(i)) return otherwise;
  return integer(i);
}

Result<uint64_t> Arguments::natural(uint32_t i) const {
  if (args_[i].is(Tag::kInteger) && args_[i].integer >= 0) return args_[i].natural;
  return wrong(i, "an integer that is not negative");
}

Result<uint64_t> Arguments::natural_or(uint32_t i, uint64_t otherwise) const {
  if (!has(i)) return otherwise;
  return natural(i);
}

Result<Value> Arguments::whole(uint32_t i) const {
  if (args_[i].is_integer()) return args_[i];
  return wrong(i, "an integer");
}

Result<double> Arguments::number(uint32_t i) const {
  if (args_[i].is_number()) return to_double(args_[i]);
  return wrong(i, "a number");
}

Result<uint8_t> Arguments::byte(uint32_t i) const {
  if (args_[i].is(Tag::kInteger) && args_[i].integer >= 0 && args_[i].integer <= 255)
    return static_cast<uint8_t>(args_[i].integer);
  return wrong(i, "an integer from 0 to 255");
}

Result<String*> Arguments::string(uint32_t i) const {
  if (args_[i].is(Tag::kString)) return args_[i].as<String>();
  return wrong(i, "a string");
}

Result<std::string_view> Arguments::text(uint32_t i) const { return TRY(string(i))->view(); }

Result<uint32_t> Arguments::character(uint32_t i) const {
  if (args_[i].is(Tag::kCharacter)) return static_cast<uint32_t>(args_[i].natural);
  return wrong(i, "a character");
}

Result<Symbol*> Arguments::symbol(uint32_t i) const {
  if (args_[i].is(Tag::kSymbol)) return args_[i].as<Symbol>();
  return wrong(i, "a symbol");
}

Result<Symbol*> Arguments::keyword(uint32_t i) const {
  if (args_[i].is(Tag::kKeyword)) return args_[i].as<Symbol>();
  return wrong(i, "a keyword");
}

Result<Value> Arguments::list(uint32_t i) const {
  if (args_[i].is(Tag::kPair) || args_[i].is_nil()) return args_[i];
  return wrong(i, "a list");
}

Result<Vector*> Arguments::vector(uint32_t i) const {
  if (args_[i].is(Tag::kVector)) return args_[i].as<Vector>();
  return wrong(i, "a vector");
}

Result<Map*> Arguments::map(uint32_t i) const {
  if (args_[i].is(Tag::kMap)) return args_[i].as<Map>();
  return wrong(i, "a map");
}

Result<Bytes*> Arguments::bytes(uint32_t i) const {
  if (args_[i].is(Tag::kBytes)) return args_[i].as<Bytes>();
  return wrong(i, "bytes");
}

Result<ErrorObject*> Arguments::error(uint32_t i) const {
  if (args_[i].is(Tag::kError)) return args_[i].as<ErrorObject>();
  return wrong(i, "an error");
}

Value Arguments::option(uint32_t first, std::string_view name) const {
  for (uint32_t i = first; i + 1 < args_.size(); i += 2)
    if (args_[i].as<Symbol>()->view() == name) return args_[i + 1];
  return nil();
}

Result<uint64_t> Arguments::limit_option(uint32_t first, uint64_t otherwise) const {
  for (uint32_t i = first; i + 1 < args_.size(); i += 2) {
    if (args_[i].as<Symbol>()->view() != "limit") continue;
    return args_[i + 1].is_nil() ? UINT64_MAX : TRY(natural(i + 1));
  }
  return otherwise;
}

Result<core::Done> Arguments::expect_options(uint32_t first, std::initializer_list<std::string_view> names) const {
  const std::string accepted = fmt::format(":{}", fmt::join(names, ", :"));
  for (uint32_t i = first; i < args_.size(); i += 2) {
    const bool known = args_[i].is(Tag::kKeyword) &&
                       std::find(names.begin(), names.end(), args_[i].as<Symbol>()->view()) != names.end();
    if (!known) return wrong(i, fmt::format("one of the options {}", accepted));
    if (!has(i + 1))
      return fail(ErrorKind::kArity, fmt::format("Option {} of `{}` has no value.",
                                                 print_short(runtime_.views, args_[i]), args_.callee().name));
  }
  return core::Done{};
}

}  // namespace elle::lang

// Checks of a builtin's arguments. Each getter gives the argument as what the function needs, or the failure that
// names the function, the argument and what was expected.
#pragma once

#include <string_view>

#include "lang/runtime/runtime.h"

namespace elle::lang {

class Arguments {
 public:
  Arguments(Runtime& runtime, Args args) : runtime_(runtime), args_(args) {}

  Value operator[](uint32_t i) const { return args_[i]; }
  uint32_t size() const { return args_.size(); }
  bool has(uint32_t i) const { return i < args_.size(); }

  Result<int64_t> integer(uint32_t i) const;
  Result<int64_t> integer_or(uint32_t i, int64_t otherwise) const;
  // An index or a number of things.
  Result<uint64_t> natural(uint32_t i) const;
  Result<uint64_t> natural_or(uint32_t i, uint64_t otherwise) const;
  // Any integer, however large.
  Result<Value> whole(uint32_t i) const;
  Result<double> number(uint32_t i) const;
  Result<uint8_t> byte(uint32_t i) const;
  Result<String*> string(uint32_t i) const;
  // The string's content: good while the argument is.
  Result<std::string_view> text(uint32_t i) const;
  Result<uint32_t> character(uint32_t i) const;
  Result<Symbol*> symbol(uint32_t i) const;
  Result<Symbol*> keyword(uint32_t i) const;
  // A list, nil included.
  Result<Value> list(uint32_t i) const;
  Result<Vector*> vector(uint32_t i) const;
  Result<Map*> map(uint32_t i) const;
  Result<Bytes*> bytes(uint32_t i) const;
  Result<ErrorObject*> error(uint32_t i) const;
  // An object of the class Body.
  template <class Body>
  Result<Body*> opaque(uint32_t i, std::string_view expected) const {
    if (args_[i].is(Tag::kOpaque))
      if (auto* body = dynamic_cast<Body*>(args_[i].as<Opaque>()->body.get())) return body;
    return wrong(i, expected);
  }

  Failed wrong(uint32_t i, std::string_view expected) const { return runtime_.wrong_argument(args_, i, expected); }
  // A failure about the call as a whole.
  Failed fail(ErrorKind kind, std::string_view message, std::string_view next_step = {}) const {
    return runtime_.fail(kind, message, next_step);
  }

  Result<core::Done> expect_memory(uint64_t count, uint64_t bytes_each = 1) const {
    return runtime_.expect_memory(count, bytes_each);
  }

  // The value after `:name` among the arguments from `first` on, or nil. `expect_options` has checked them.
  Value option(uint32_t first, std::string_view name) const;
  // The value of `:limit`, how many to show: `otherwise` when it is not given, all when it is nil.
  Result<uint64_t> limit_option(uint32_t first, uint64_t otherwise) const;
  // From `first` on there are pairs of a keyword out of `names` and a value.
  Result<core::Done> expect_options(uint32_t first, std::initializer_list<std::string_view> names) const;

 private:
  Runtime& runtime_;
  Args args_;
};

}  // namespace elle::lang

// A C function's prototype as text, with the names of its parameters where they are known.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/declarations/declarations_file.h"
#include "core/types/type_table.h"

namespace elle::lang {

// The bytes of a parameter in a prototype.
struct ParameterRange {
  size_t begin;
  size_t end;
};

// "int sqlite3_open(const char *filename, sqlite3 **ppDb)". `parameter_names` may be shorter than the parameters.
// `ranges`, where it is wanted, gets one for each parameter, and one for `...`.
std::string prototype_text(const core::TypeTable& types, std::string_view name, core::TypeId function,
                           std::span<const std::string> parameter_names, std::vector<ParameterRange>* ranges = nullptr);

// As a header names them; "" for those it does not name.
std::vector<std::string> parameter_names(const core::Declaration& function);

}  // namespace elle::lang

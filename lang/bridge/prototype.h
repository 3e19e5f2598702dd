// A C function's prototype as text, with the names of its parameters where they are known.
#pragma once

#include <span>
#include <string>

#include "core/types/type_table.h"

namespace elle::lang {

// "int sqlite3_open(const char *filename, sqlite3 **ppDb)". `parameter_names` may be shorter than the parameters.
std::string prototype_text(const core::TypeTable& types, std::string_view name, core::TypeId function,
                           std::span<const std::string> parameter_names);

}  // namespace elle::lang

// C declarations on a page: prototypes, and "int x" with its type and its name told apart.
#pragma once

#include <span>
#include <string>

#include "core/types/type_table.h"

#include "lang/print/page.h"

namespace elle::lang {

// A declaration as C writes it, with the name in this role.
std::string painted_declaration(const Paint& paint, const core::TypeTable& types, core::TypeId type,
                                std::string_view name, Role role);

// "int sqlite3_open(const char *filename, sqlite3 **ppDb)"; one that is too long for the screen has a line for each
// parameter. `parameter_names` may be shorter than the parameters.
void put_prototype(Page& page, const core::TypeTable& types, std::string_view name, core::TypeId function,
                   std::span<const std::string> parameter_names);

}  // namespace elle::lang

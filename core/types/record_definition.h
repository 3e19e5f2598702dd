// A record as C text that any compiler lays out exactly as the table has it, whatever attributes made it so.
#pragma once

#include <functional>
#include <string>

#include "core/types/type_table.h"

namespace elle::core {

// How a member is declared, without the semicolon: "int x", "struct r3 f2[4]". The name of an anonymous one is empty.
using MemberText = std::function<Result<std::string>(TypeId type, const std::string& name)>;

// "struct tag { …; } __attribute__((…))". Fails for an opaque record, and as `member` does.
Result<std::string> record_definition(TypeTable& types, TypeId record, std::string_view tag, const MemberText& member);

}  // namespace elle::core

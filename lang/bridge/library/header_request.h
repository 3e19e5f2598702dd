// What a script asks of headers: the options that all functions share which read some.
#pragma once

#include "core/declarations/header_loader.h"

#include "lang/builtins/arguments.h"

namespace elle::lang {

// A string, or the strings of a list or vector; nil is none. `option` names the argument in a failure.
Result<std::vector<std::string>> strings_of(Runtime& runtime, Value value, std::string_view option);

// The headers with what `:include`, `:define` and `:flags` say among the arguments from `options` on.
Result<core::HeaderRequest> request_from(Runtime& runtime, const Arguments& arguments, uint32_t options, Value headers);

// Says on standard error what a person should know while headers are read.
core::LoaderOptions loader_options(Runtime& runtime);

}  // namespace elle::lang

// Questions about C types that are asked while a text is typed. 0 stands for a type that is not known; nothing fails,
// and nothing is run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lang/value/value.h"

namespace elle::lang {

struct BridgeContext;

// The type that a name or a C text means: `SDL_Rect`, "const char *".
CTypeId c_type_meant_by(BridgeContext& bridge, std::string_view text);
// Of :int, :pointer and so on; without the colon.
CTypeId c_type_of_keyword(BridgeContext& bridge, std::string_view keyword);
// All of them, with the C types they mean.
std::vector<std::pair<std::string_view, std::string_view>> c_type_keywords();
// Of a variable or constant of a header.
CTypeId c_type_of_name(BridgeContext& bridge, std::string_view name);
// Of a pointer or C memory, as it is passed to C.
CTypeId c_type_of_value(BridgeContext& bridge, Value value);

// What an object of this type is passed as: of a struct or an array a pointer.
CTypeId c_type_as_passed(BridgeContext& bridge, CTypeId type);
CTypeId c_pointer_to(BridgeContext& bridge, CTypeId type);
CTypeId c_element_of(BridgeContext& bridge, CTypeId type);
bool is_c_record(BridgeContext& bridge, CTypeId type);
std::string c_type_text(BridgeContext& bridge, CTypeId type);

struct CField {
  std::string name;
  std::string declaration;  // "int w", "unsigned int flags : 3"
  uint64_t offset;          // bytes
};
// Of a struct or union, or of what a pointer points to; those of anonymous members among them.
std::vector<CField> c_fields(BridgeContext& bridge, CTypeId type);
// As the field's value is passed to C.
CTypeId c_field_type(BridgeContext& bridge, CTypeId type, std::string_view field);

}  // namespace elle::lang

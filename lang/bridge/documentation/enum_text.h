// An enum's constants on a page, with their values and what the header says beside them.
#pragma once

#include <vector>

#include "core/declarations/declarations_file.h"
#include "core/documentation/document.h"

#include "lang/print/page.h"

namespace elle::lang {

// `parts` are what its comment says of the constants.
void put_enum(Page& page, const core::Declaration& enumeration, const std::vector<core::NamedText>& parts);

// "GREEN = 1", with the value in hexadecimal too for constants that are bits.
std::string constant_text(const Paint& paint, const core::Declaration& constant);

}  // namespace elle::lang

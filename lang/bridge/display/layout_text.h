// `layout` as text: boxes of line-drawing characters, eight bytes to a row.
#pragma once

#include <string>

#include "lang/bridge/display/record_drawing.h"
#include "lang/display/show_options.h"

namespace elle::lang {

std::string layout_text(const RecordDrawing& drawing, const ShowOptions& options);

}  // namespace elle::lang

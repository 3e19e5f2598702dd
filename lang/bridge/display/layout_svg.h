// `layout` as a picture: a whole SVG file, readable on light and dark ground.
#pragma once

#include <string>

#include "lang/bridge/display/record_drawing.h"

namespace elle::lang {

std::string layout_svg(const RecordDrawing& drawing);

}  // namespace elle::lang

#include "lang/image/image.h"

extern "C" const std::byte elle_stdlib_image[], elle_stdlib_image_end[];

namespace elle::lang {

std::span<const std::byte> embedded_image() { return {elle_stdlib_image, elle_stdlib_image_end}; }

}  // namespace elle::lang

// A function's manual page on a page of ours.
#pragma once

#include "lang/print/page.h"

namespace elle::lang {

// What it does, returns and can fail with. On a screen, which can be scrolled, all of it; else its beginning, and where
// the rest is. Nothing when no page is installed.
void put_manual(Page& page, std::string_view name);

}  // namespace elle::lang

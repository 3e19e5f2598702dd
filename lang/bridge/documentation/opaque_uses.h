// What can be done with a record that only C knows: who makes one, who takes one; and what a class of GObject has.
#pragma once

#include "core/declarations/declarations_file.h"
#include "core/documentation/gir_texts.h"

#include "lang/print/page.h"

namespace elle::lang {

// A few functions of the same headers that return a pointer to the record, and that take one.
void put_opaque_uses(Page& page, const core::Declaration& record);

// The parent, properties and signals of a class; nothing for other elements.
void put_class(Page& page, const core::GirText& text);

}  // namespace elle::lang

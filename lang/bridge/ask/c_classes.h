// What names and structs tell of the classes of GObject, without asking an object (gobject.h does that in a call).
#pragma once

#include <string>

#include "lang/value/value.h"

namespace elle::lang {

struct BridgeContext;

// "gtk_label" of GtkLabel: what the functions of a class begin with. "" of what is no struct.
std::string class_prefix(BridgeContext& bridge, CTypeId record);

// Whether a pointer to `record`, a struct that shows itself to be an object, may turn out to be one to `hidden`, a
// class whose struct only C knows, as GTK's constructors have it: a GtkWidget * that is a GtkLabel *.
bool may_be_hidden_class(BridgeContext& bridge, CTypeId hidden, CTypeId record);

}  // namespace elle::lang

// Types as a declarations file has them, looked at without making them: a search goes over all that headers have.
#pragma once

#include <optional>

#include "core/declarations/declarations_file.h"

namespace elle::lang {

// The row under typedefs and qualifiers.
const core::format::TypeRow& bare_type(const core::DeclarationsFile& file, core::FileType type);

inline uint32_t parameter_count(const core::format::TypeRow& function) { return static_cast<uint32_t>(function.b); }

bool is_const(const core::DeclarationsFile& file, core::FileType type);

// What a parameter lets a function write, when that is a pointer: `sqlite3 *` of `sqlite3 **`.
std::optional<core::FileType> written_through(const core::DeclarationsFile& file, core::FileType parameter);

// Whether all that a function can do with the pointer it is given the address of is to end what it points to, as
// av_frame_free(AVFrame **) does: it has no other parameter to make something from, and says nothing of how it went.
bool only_ends(const core::DeclarationsFile& file, const core::format::TypeRow& function);

}  // namespace elle::lang

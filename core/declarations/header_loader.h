// From a list of headers to their declarations: out of the cache when nothing they were made from has changed, else
// parsed by `elle-headers` in a process of its own (helper.h).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/declarations/declarations_file.h"
#include "core/declarations/helper.h"

namespace elle::core {

// What to read, as one would tell a C compiler. Order matters, as it does there.
struct HeaderRequest {
  std::vector<std::string> headers;          // `gtk/gtk.h`, looked for as `#include <…>`; or a path
  std::vector<std::string> include_folders;  // -I
  std::vector<std::string> defines;          // `NAME` or `NAME=value`
  std::vector<std::string> flags;            // any other compiler flags
  std::vector<std::string> libraries;        // that the headers belong to; their packages say where headers are

  // One line per item but the libraries; the cache key is made from it and the file keeps it.
  std::string text() const;
  // The request of such a text; it does not say which libraries there were.
  static HeaderRequest from_text(std::string_view text);
  // The headers as C includes them, a line each.
  std::string include_lines() const;
  // Adds what another asks for after all of this one's.
  void append(const HeaderRequest& other);
};

// How the error about a header that is not found begins: elle-headers finds out that it is missing and writes the
// message, load_headers() adds the package to install.
std::string missing_header_line(std::string_view header);

// Where a header is looked for, and where else, header_finder.h says. Errors (kind `header`): a header that is not
// found (with the folders searched, who includes it and, where that is known, the package to install), one that does
// not compile (with the first diagnostic, its place and line), a parser that crashed, hung or is not installed.
Result<std::shared_ptr<const DeclarationsFile>> load_headers(const HeaderRequest& request,
                                                             const LoaderOptions& options = {});

}  // namespace elle::core

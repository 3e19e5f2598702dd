// From a list of headers to their declarations: out of the cache when nothing they were made from has changed, else
// parsed by `elle-headers` in a process of its own, so that whatever happens to the parser is an error value here.
//
// Any number of processes may load at once: a cache entry appears whole (written aside, then renamed) or not at all.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "core/declarations/declarations_file.h"

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
};

// Surroundings of a load; the defaults are right for a program run by a person.
struct LoaderOptions {
  std::string cache_folder;  // empty: $ELLE_CACHE, else $XDG_CACHE_HOME/elle, else ~/.cache/elle
  std::string parser;        // the elle-headers program; empty: see find_header_parser()
  std::chrono::milliseconds timeout{60'000};
  // Called once, when a parse has taken this long, with a line of text for people.
  std::chrono::milliseconds progress_after{200};
  std::function<void(const std::string&)> progress;
  // Called with what a person should know but that stops nothing: a cache folder that cannot be written.
  std::function<void(const std::string&)> note;
};

// Where a header is looked for, and where else, header_finder.h says. Errors (kind `header`): a header that is not
// found (with the folders searched and who includes it), one that does not compile (with the first diagnostic, its
// place and line), a parser that crashed, hung or is not installed.
Result<std::shared_ptr<const DeclarationsFile>> load_headers(const HeaderRequest& request,
                                                             const LoaderOptions& options = {});

// $ELLE_HEADERS, else `elle-headers` beside the running program, in ../libexec/elle (installed), or in the folder above
// (a test in a build tree).
Result<std::string> find_header_parser();

// How elle-headers ends (core/headers/main.cpp).
enum ParserExit : int { kParsed = 0, kHeadersAtFault = 1, kBadUsage = 2, kCannotWrite = 3 };

}  // namespace elle::core

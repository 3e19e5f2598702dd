#include "shell/options.h"

#include <algorithm>
#include <optional>

namespace elle::shell {

namespace {

// How many words must follow.
enum class Takes : uint8_t { kNothing, kOne, kSome, kOneThenArguments };

struct Spelling {
  std::string_view word;
  Command command;
  Takes takes;
  std::string_view missing;  // what to say when they do not follow
};

constexpr Spelling kSpellings[] = {
    {"-", Command::kStandardInput, Takes::kSome, ""},
    {"-e", Command::kForms, Takes::kOneThenArguments, "`-e` needs the forms to run"},
    {"-p", Command::kPrintForms, Takes::kOneThenArguments, "`-p` needs the forms to run"},
    {"check", Command::kCheck, Takes::kSome, "`check` needs the files to check"},
    {"doc", Command::kDocument, Takes::kOne, "`doc` needs one name"},
    {"cache", Command::kCache, Takes::kOne, "`cache` needs one of: list, clear, path"},
    {"help", Command::kHelp, Takes::kSome, ""},
    {"-h", Command::kUsage, Takes::kNothing, "`-h` takes nothing"},
    {"--help", Command::kUsage, Takes::kNothing, "`--help` takes nothing"},
    {"--version", Command::kVersion, Takes::kNothing, "`--version` takes nothing"},
};

constexpr std::string_view kCacheWords[] = {"list", "clear", "path"};

const Spelling* find_spelling(std::string_view word) {
  const auto* found = std::find_if(std::begin(kSpellings), std::end(kSpellings),
                                   [&](const Spelling& spelling) { return spelling.word == word; });
  return found == std::end(kSpellings) ? nullptr : found;
}

bool enough(const Spelling& spelling, size_t words) {
  switch (spelling.takes) {
    case Takes::kNothing:
      return words == 0;
    case Takes::kOne:
      return words == 1;
    case Takes::kSome:
      return words > 0 || spelling.missing.empty();
    case Takes::kOneThenArguments:
      return words > 0;
  }
  return false;
}

Options complain(std::string complaint) {
  Options options;
  options.complaint = std::move(complaint);
  return options;
}

Options script(std::vector<std::string> words) {
  Options options{.command = Command::kScript, .subject = words[0], .operands = {}, .complaint = {}};
  options.operands.assign(words.begin() + 1, words.end());
  return options;
}

}  // namespace

Options parse_options(const std::vector<std::string>& words) {
  if (words.empty()) return {};
  const std::string& first = words[0];
  std::vector<std::string> rest(words.begin() + 1, words.end());
  if (first == "--") return rest.empty() ? Options{} : script(std::move(rest));
  const Spelling* spelling = find_spelling(first);
  if (!spelling) return first.starts_with('-') ? complain("unknown option `" + first + "`") : script(words);
  if (!enough(*spelling, rest.size())) return complain(std::string(spelling->missing));

  Options options;
  options.command = spelling->command;
  const bool has_subject = spelling->takes == Takes::kOne || spelling->takes == Takes::kOneThenArguments;
  if (has_subject) options.subject = rest[0];
  options.operands.assign(rest.begin() + (has_subject ? 1 : 0), rest.end());
  if (options.command == Command::kCache &&
      std::find(std::begin(kCacheWords), std::end(kCacheWords), options.subject) == std::end(kCacheWords))
    return complain("unknown `cache " + options.subject + "`; there are: list, clear, path");
  return options;
}

std::string_view usage() {
  return "usage: elle [FILE | COMMAND] [ARGUMENT…]\n"
         "\n"
         "Elle is a Lisp that calls C libraries: it reads their headers, and their functions are there.\n"
         "\n"
         "Run:\n"
         "  elle                         an interactive prompt\n"
         "  elle FILE ARGUMENT…          a script\n"
         "  elle - ARGUMENT…             standard input\n"
         "  elle -e FORMS ARGUMENT…      forms\n"
         "  elle -p FORMS ARGUMENT…      forms, and print the last value\n"
         "Look:\n"
         "  elle check FILE…             read and compile, but do not run\n"
         "  elle doc NAME                what a name means\n"
         "  elle help [TOPIC]            short texts: keys, headers, types, memory, callbacks, errors, …\n"
         "Tend:\n"
         "  elle cache list|clear|path   the parsed headers kept on disk\n"
         "  elle --help | --version\n"
         "\n"
         "Examples:\n"
         "  elle -e '(tour)'             five minutes with zlib and SQLite\n"
         "  elle -p '(load-header-with-lib \"zlib.h\" \"libz.so.1\") (zlibVersion)'\n";
}

}  // namespace elle::shell

// What the command line asks for.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace elle::shell {

enum class Command : uint8_t {
  kPrompt,         // elle
  kScript,         // elle FILE ARGUMENT…
  kStandardInput,  // elle - ARGUMENT…
  kForms,          // elle -e FORMS ARGUMENT…
  kPrintForms,     // elle -p FORMS ARGUMENT…
  kCheck,          // elle check FILE…
  kDocument,       // elle doc NAME
  kCache,          // elle cache list|clear|path
  kUsage,          // elle --help
  kHelp,           // elle help TOPIC
  kVersion,
};

struct Options {
  Command command = Command::kPrompt;
  std::string subject;                // the forms, the file, the name or what to do with the cache
  std::vector<std::string> operands;  // the files to check, or the arguments of the script
  std::string complaint;              // not empty: the command line makes no sense, and why
};

Options parse_options(const std::vector<std::string>& words);

// Whole lines.
std::string_view usage();

}  // namespace elle::shell

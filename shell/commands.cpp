#include "shell/commands.h"

#include <unistd.h>

#include "shell/edit/text_file.h"
#include "shell/repl.h"

namespace elle::shell {

namespace {

using lang::Outcome;
using lang::Session;

std::unique_ptr<Session> create_session(const Options& options, Streams streams) {
  return Session::create({&streams.out, &streams.error, options.operands});
}

// What a finished run means to the one who started the program. `print` also shows the value.
int finish(const Outcome& outcome, Streams streams, bool print = false) {
  switch (outcome.status) {
    case Outcome::Status::kExit:
      return outcome.exit_status;
    case Outcome::Status::kDone:
      if (print) streams.out.write((outcome.value.empty() ? "nil" : outcome.value) + "\n");
      return 0;
    default:
      streams.error.write(outcome.report);
      return 1;
  }
}

int complain(Streams streams, std::string_view text) {
  streams.error.write("elle: " + std::string(text) + "\n");
  return 1;
}

int run_script(const Options& options, Streams streams) {
  return finish(create_session(options, streams)->run_file(options.subject), streams);
}

int run_forms(const Options& options, Streams streams) {
  const auto session = create_session(options, streams);
  return finish(session->evaluate(options.subject, "<command line>"), streams, options.command == Command::kPrintForms);
}

int run_standard_input(const Options& options, Streams streams) {
  const TextFile input = read_all(STDIN_FILENO, "standard input");
  if (!input.complaint.empty()) return complain(streams, input.complaint);
  return finish(create_session(options, streams)->evaluate(input.text, "<standard input>"), streams);
}

int check_files(const Options& options, Streams streams) {
  const auto session = create_session({}, streams);
  int status = 0;
  for (const std::string& path : options.operands) {
    const TextFile file = read_file(path);
    const int found =
        file.complaint.empty() ? finish(session->check(file.text, path), streams) : complain(streams, file.complaint);
    if (found != 0) status = found;
  }
  return status;
}

int document(const Options& options, Streams streams) {
  const auto session = create_session({}, streams);
  if (const auto text = session->describe(options.subject)) {
    streams.out.write(*text);
    if (!text->ends_with('\n')) streams.out.write("\n");
    return 0;
  }
  std::string near;
  for (const std::string& name : session->nearest(options.subject)) near += (near.empty() ? " Near: " : ", ") + name;
  return complain(streams, "nothing is named `" + options.subject + "`." + near);
}

// The words are one topic.
int help(const Options& options, Streams streams) {
  std::string topic;
  for (const std::string& word : options.operands) topic += (topic.empty() ? "" : " ") + word;
  const Outcome outcome = create_session({}, streams)->help(topic);
  if (outcome.status == Outcome::Status::kDone) {
    streams.out.write(outcome.value);
    return 0;
  }
  complain(streams, outcome.report);
  return 2;
}

int tend_cache(const Options& options, Streams streams) {
  const auto session = create_session({}, streams);
  if (options.subject == "path") {
    streams.out.write(session->cache_path() + "\n");
    return 0;
  }
  const Outcome outcome = options.subject == "list" ? session->cache_list() : session->cache_clear();
  if (outcome.status == Outcome::Status::kDone && !outcome.value.empty()) {
    streams.out.write(outcome.value);
    if (!outcome.value.ends_with('\n')) streams.out.write("\n");
  }
  return finish(outcome, streams);
}

}  // namespace

int run_command(const Options& options, Streams streams) {
  switch (options.command) {
    case Command::kPrompt:
      return run_repl(streams);
    case Command::kScript:
      return run_script(options, streams);
    case Command::kStandardInput:
      return run_standard_input(options, streams);
    case Command::kForms:
    case Command::kPrintForms:
      return run_forms(options, streams);
    case Command::kCheck:
      return check_files(options, streams);
    case Command::kDocument:
      return document(options, streams);
    case Command::kCache:
      return tend_cache(options, streams);
    case Command::kUsage:
      streams.out.write(usage());
      return 0;
    case Command::kHelp:
      return help(options, streams);
    case Command::kVersion:
      streams.out.write("elle " + std::string(lang::version()) + "\n");
      return 0;
  }
  return 2;
}

}  // namespace elle::shell

#include "core/declarations/header_loader.h"

#include <climits>
#include <cstring>
#include <fmt/format.h>
#include <unistd.h>

#include "core/base/child_process.h"
#include "core/base/file.h"
#include "core/base/hash.h"
#include "core/base/temporary_folder.h"
#include "core/base/text.h"
#include "core/declarations/header_cache.h"
#include "core/declarations/header_finder.h"

namespace elle::core {
namespace {

using LoadedFile = std::shared_ptr<const DeclarationsFile>;

void append_items(std::string& text, std::string_view option, const std::vector<std::string>& items) {
  for (const std::string& item : items) text.append(option).append(" ").append(item).append("\n");
}

void make_absolute(std::string& folder, const std::string& here) {
  if (folder.starts_with('/')) return;
  folder = folder == "." ? here : fmt::format("{}/{}", here, folder);
}

// Relative folders mean different ones elsewhere; absolute ones make the key say what is meant.
HeaderRequest with_absolute_folders(HeaderRequest request) {
  char current[PATH_MAX];
  if (!::getcwd(current, sizeof current)) return request;
  for (std::string& folder : request.include_folders) make_absolute(folder, current);
  for (size_t i = 0; i < request.flags.size(); i++) {
    std::string& flag = request.flags[i];
    bool folder_follows = flag == "-I" || flag == "-isystem" || flag == "-iquote" || flag == "-idirafter";
    if (folder_follows && i + 1 < request.flags.size()) {
      make_absolute(request.flags[++i], current);
    } else if (flag.starts_with("-I") && flag.size() > 2) {
      std::string folder = flag.substr(2);
      make_absolute(folder, current);
      flag = "-I" + folder;
    }
  }
  return request;
}

std::string headers_text(const HeaderRequest& request) {
  std::string text;
  for (const std::string& header : request.headers) text += (text.empty() ? "`" : ", `") + header + "`";
  return text;
}

class Load {
 public:
  Load(HeaderRequest request, const LoaderOptions& options) : request_(std::move(request)), options_(options) {}

  // A request that a compiler understands by itself is parsed as it stands, and with its packages' flags only if that
  // fails; whether it failed before is not remembered, the entry that came of it is.
  Result<LoadedFile> run() {
    parser_ = options_.parser.empty() ? TRY(find_header_parser()) : options_.parser;
    folder_ = options_.cache_folder.empty() ? default_cache_folder() : options_.cache_folder;
    Packages packages(folder_);
    HeaderFinder finder(request_, packages);
    if (auto cached = from_cache(request_)) return cached;
    auto effort = finder.all_found() ? Packages::Effort::kRemember : Packages::Effort::kAsk;
    std::optional<HeaderRequest> other = TRY(finder.elsewhere(effort));
    if (other)
      if (auto cached = from_cache(*other)) return cached;
    if (!finder.all_found()) return make(other.value_or(request_));
    auto plain = make(request_);
    if (plain.ok() || !headers_at_fault_) return plain;
    other = TRY(finder.elsewhere(Packages::Effort::kAsk));
    auto helped = other ? make(*other) : fail(ErrorKind::kHeader, {});
    return helped.ok() ? std::move(helped) : std::move(plain);
  }

 private:
  // The cache entry of a request; "" without a cache.
  std::string entry(const HeaderRequest& request) const {
    if (folder_.empty()) return {};
    std::string key = request.text() + file_identity(parser_) + file_identity(ELLE_LIBCLANG_FILE);
    for (const char* name : {"CPATH", "C_INCLUDE_PATH"}) key += environment(name) + "\n";
    std::string_view first = request.headers.empty() ? "none" : file_name(request.headers[0]);
    return fmt::format("{}/{}-{:016x}.decl", folder_, first, hash_text(key));
  }

  LoadedFile from_cache(const HeaderRequest& request) const {
    std::string path = entry(request);
    if (path.empty()) return nullptr;
    auto file = DeclarationsFile::open(path);
    bool usable = file.ok() && file.value()->request() == request.text() && file.value()->up_to_date();
    return usable ? file.take() : nullptr;
  }

  Result<LoadedFile> make(const HeaderRequest& request) {
    if (folder_is_writable()) {
      auto parsed = parse(request, entry(request));
      if (parsed.ok() || parsed.error()->kind != ErrorKind::kIo) return parsed;
    }
    return parse_uncached(request);
  }

  bool folder_is_writable() const {
    return !folder_.empty() && make_folders(folder_).ok() && ::access(folder_.c_str(), W_OK) == 0;
  }

  // Into a file nobody else sees, which is gone as soon as it is mapped.
  Result<LoadedFile> parse_uncached(const HeaderRequest& request) {
    if (options_.note)
      options_.note(fmt::format("The cache folder `{}` cannot be written, so {} will be parsed again next time.",
                                folder_, headers_text(request)));
    TemporaryFolder folder = TRY(TemporaryFolder::make());
    return parse(request, folder.path() + "/declarations");
  }

  ChildProcess parser_process(const HeaderRequest& request, const std::string& output) const {
    ChildProcess child;
    child.arguments = {parser_, output};
    auto add = [&](const char* option, const std::vector<std::string>& items) {
      for (const std::string& item : items) child.arguments.insert(child.arguments.end(), {option, item});
    };
    add("--header", request.headers);
    add("--include", request.include_folders);
    add("--define", request.defines);
    add("--flag", request.flags);
    // A parse touches some 100 MB once: huge pages and few, large steps of the heap take a fifth off its time.
    child.environment = {{"LIBCLANG_NOTHREADS", "1"},
                         {"GLIBC_TUNABLES", "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=67108864"}};
    child.timeout = options_.timeout;
    child.slow_after = options_.progress_after;
    if (options_.progress)
      child.on_slow = [this, &request] { options_.progress(fmt::format("Reading {} …", headers_text(request))); };
    return child;
  }

  Result<LoadedFile> parse(const HeaderRequest& request, const std::string& output) {
    ChildOutcome outcome = TRY(run_child(parser_process(request, output)));
    headers_at_fault_ = outcome.signal == 0 && outcome.exit_status == kHeadersAtFault;
    TRY(check(outcome));
    return DeclarationsFile::open(output);
  }

  Result<Done> check(const ChildOutcome& outcome) const {
    std::string headers = headers_text(request_);
    if (outcome.timed_out)
      return fail(ErrorKind::kHeader,
                  fmt::format("Reading {} took longer than {} s and was stopped.", headers,
                              std::chrono::duration_cast<std::chrono::seconds>(options_.timeout).count()),
                  "Try the headers one by one to find which it is.");
    if (outcome.signal != 0)
      return fail(ErrorKind::kHeader,
                  fmt::format("The header parser crashed ({}) while it read {}.", strsignal(outcome.signal), headers),
                  "Try the headers one by one to find which it is.");
    if (outcome.exit_status == kParsed) return Done{};
    size_t end = outcome.output.find('\0');
    if (end == std::string::npos)
      return fail(ErrorKind::kHeader, fmt::format("The header parser `{}` failed with status {}: {}", parser_,
                                                  outcome.exit_status, trim(outcome.errors)));
    ErrorKind kind = outcome.exit_status == kCannotWrite ? ErrorKind::kIo : ErrorKind::kHeader;
    return fail(kind, outcome.output.substr(0, end), outcome.output.substr(end + 1));
  }

  HeaderRequest request_;
  const LoaderOptions& options_;
  std::string parser_;
  std::string folder_;
  bool headers_at_fault_ = false;  // of the last parse
};

}  // namespace

std::string HeaderRequest::text() const {
  std::string text;
  append_items(text, "header", headers);
  append_items(text, "include", include_folders);
  append_items(text, "define", defines);
  append_items(text, "flag", flags);
  return text;
}

HeaderRequest HeaderRequest::from_text(std::string_view text) {
  HeaderRequest request;
  for (const std::string& line : split(text, '\n')) {
    size_t space = line.find(' ');
    if (space == std::string::npos) continue;
    std::string_view option = std::string_view(line).substr(0, space);
    std::vector<std::string>& items = option == "header"    ? request.headers
                                      : option == "include" ? request.include_folders
                                      : option == "define"  ? request.defines
                                                            : request.flags;
    items.push_back(line.substr(space + 1));
  }
  return request;
}

Result<std::string> find_header_parser() {
  std::string given = environment("ELLE_HEADERS");
  if (!given.empty()) return given;
  std::string folder(parent_folder(program_path()));
  std::vector<std::string> tried;
  for (const char* place : {"elle-headers", "../libexec/elle/elle-headers", "../elle-headers"}) {
    tried.push_back(fmt::format("{}/{}", folder, place));
    if (::access(tried.back().c_str(), X_OK) == 0) return tried.back();
  }
  return fail(ErrorKind::kHeader,
              fmt::format("The header parser `elle-headers` was not found; tried {}.", join(tried, ", ")),
              "Set ELLE_HEADERS to where it is, or install Elle again.");
}

Result<std::shared_ptr<const DeclarationsFile>> load_headers(const HeaderRequest& request,
                                                             const LoaderOptions& options) {
  return Load(with_absolute_folders(request), options).run();
}

}  // namespace elle::core

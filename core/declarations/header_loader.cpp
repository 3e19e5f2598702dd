// Which request is parsed, and which error is shown when several were tried.
#include "core/declarations/header_loader.h"

#include <algorithm>
#include <climits>
#include <fmt/format.h>
#include <unistd.h>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/declarations/header_finder.h"
#include "core/library/package_advice.h"

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

constexpr std::string_view kBefore = "The header `", kAfter = "` was not found.";

// "" when the message is about something else.
std::string_view missing_header(std::string_view message) {
  std::string_view line = message.substr(0, message.find('\n'));
  if (!line.starts_with(kBefore) || !line.ends_with(kAfter)) return {};
  line.remove_prefix(kBefore.size());
  line.remove_suffix(kAfter.size());
  return line;
}

// Makes the next step name the package, where `error` is about a missing header and the package is known. Asked once
// nothing else has helped, because it runs programs.
void advise_on_missing_header(Error& error, const HeaderRequest& request) {
  std::string_view header = missing_header(error.message);
  if (header.empty()) return;
  // A header that another one includes need not be of the same library.
  bool asked_for = std::find(request.headers.begin(), request.headers.end(), header) != request.headers.end();
  auto advice = advice_for_header(header, asked_for ? request.libraries : std::vector<std::string>());
  if (advice) error.next_step = *advice;
}

class Load {
 public:
  Load(HeaderRequest request, const LoaderOptions& options, std::string parser)
      : request_(std::move(request)), helper_(std::move(parser), options) {}

  // A request that a compiler understands by itself is parsed as it stands, and with its packages' flags only if that
  // fails; whether it failed before is not remembered, the entry that came of it is.
  Result<LoadedFile> run() {
    Packages packages(helper_.cache_folder());
    HeaderFinder finder(request_, packages);
    if (auto cached = helper_.from_cache(errand(request_))) return cached;
    auto effort = finder.all_found() ? Packages::Effort::kRemember : Packages::Effort::kAsk;
    std::optional<HeaderRequest> other = TRY(finder.elsewhere(effort));
    if (other)
      if (auto cached = helper_.from_cache(errand(*other))) return cached;
    if (!finder.all_found()) return helper_.make(errand(other.value_or(request_)));
    auto plain = helper_.make(errand(request_));
    if (plain.ok() || !helper_.material_at_fault()) return plain;
    other = TRY(finder.elsewhere(Packages::Effort::kAsk));
    auto helped = other ? helper_.make(errand(*other)) : fail(ErrorKind::kHeader, {});
    return helped.ok() ? std::move(helped) : std::move(plain);
  }

 private:
  Errand errand(const HeaderRequest& request) const {
    Errand errand;
    errand.request = request.text();
    errand.key = file_identity(ELLE_LIBCLANG_FILE);
    for (const char* name : {"CPATH", "C_INCLUDE_PATH"}) errand.key += environment(name) + "\n";
    errand.name = request.headers.empty() ? "none" : file_name(request.headers[0]);
    errand.path = join(request.headers, ", ");
    errand.material = headers_text(request);
    errand.helper = "The header parser";
    errand.advice = "Try the headers one by one to find which it is.";
    errand.at_fault = ErrorKind::kHeader;
    auto add = [&](const char* option, const std::vector<std::string>& items) {
      for (const std::string& item : items) errand.arguments.insert(errand.arguments.end(), {option, item});
    };
    add("--header", request.headers);
    add("--include", request.include_folders);
    add("--define", request.defines);
    add("--flag", request.flags);
    // A parse touches some 100 MB once: huge pages and few, large steps of the heap take a fifth off its time.
    errand.environment = {{"LIBCLANG_NOTHREADS", "1"},
                          {"GLIBC_TUNABLES", "glibc.malloc.hugetlb=1:glibc.malloc.top_pad=67108864"}};
    return errand;
  }

  HeaderRequest request_;
  Helper helper_;
};

}  // namespace

std::string HeaderRequest::include_lines() const {
  std::string text;
  for (const std::string& header : headers)
    text += header.starts_with('/') ? fmt::format("#include \"{}\"\n", header) : fmt::format("#include <{}>\n", header);
  return text;
}

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

void HeaderRequest::append(const HeaderRequest& other) {
  auto add = [](std::vector<std::string>& to, const std::vector<std::string>& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  add(headers, other.headers);
  add(include_folders, other.include_folders);
  add(defines, other.defines);
  add(flags, other.flags);
  add(libraries, other.libraries);
}

std::string missing_header_line(std::string_view header) { return fmt::format("{}{}{}", kBefore, header, kAfter); }

Result<std::shared_ptr<const DeclarationsFile>> load_headers(const HeaderRequest& request,
                                                             const LoaderOptions& options) {
  std::string parser =
      options.parser.empty() ? TRY(find_helper("elle-headers", "ELLE_HEADERS", "header parser")) : options.parser;
  auto loaded = Load(with_absolute_folders(request), options, parser).run();
  if (!loaded.ok()) advise_on_missing_header(*loaded.error(), request);
  return loaded;
}

}  // namespace elle::core

// What may be typed inside a string: paths, names of headers, packages and libraries.
#include "lang/complete/strings.h"

#include <algorithm>

#include "core/base/file.h"

#include "lang/bridge/library/installed.h"
#include "lang/complete/names.h"
#include "lang/complete/ranking.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

// What stands in the text of a string for what it says. Other escapes do not occur in names of files.
std::string unescaped(std::string_view text) {
  std::string plain;
  for (size_t i = 0; i < text.size(); i++) {
    if (text[i] == '\\' && i + 1 < text.size()) i++;
    plain += text[i];
  }
  return plain;
}

std::string escaped(std::string_view plain) {
  std::string text;
  for (char c : plain) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text;
}

// The path with `~` as the home folder, which only shells know by that name.
std::string without_tilde(const std::string& path) {
  const bool home = path == "~" || path.starts_with("~/");
  return home ? core::environment("HOME") + path.substr(1) : path;
}

struct FileKind {
  bool folders_only = false;
  std::vector<std::string_view> endings = {};  // of the files that are wanted; any when empty
};

bool is_wanted(const FileKind& kind, std::string_view name) {
  if (kind.folders_only) return false;
  return kind.endings.empty() ||
         std::ranges::any_of(kind.endings, [&](std::string_view ending) { return name.find(ending) != name.npos; });
}

class StringCompletion {
 public:
  StringCompletion(Runtime& runtime, const Outline& outline)
      : runtime_(runtime),
        installed_(elle::lang::installed(*runtime.bridge)),
        outline_(outline),
        begin_(outline[*outline.at_cursor()].begin + 1),
        typed_(outline.whole().substr(begin_, outline.cursor() - begin_)) {}

  Completions complete(Expected expected) {
    const bool is_path = typed_.starts_with('/') || typed_.starts_with('.') || typed_.starts_with('~');
    switch (expected) {
      case Expected::kType:
        return types();
      case Expected::kPackage:
        return listed(installed_.packages());
      case Expected::kLibrary:
        return is_path ? files({.endings = {".so"}}) : listed(installed_.libraries());
      case Expected::kHeader:
        return is_path ? files({.endings = {".h"}}) : headers();
      case Expected::kFolder:
        return files({.folders_only = true});
      case Expected::kLispFile:
        return files({.endings = {".lisp"}});
      default:
        return files({});
    }
  }

 private:
  // Where what is typed ends: at the cursor, or with the rest of the word when the string ends there.
  size_t end() const {
    const std::string_view whole = outline_.whole();
    const size_t end = whole.find_first_of("\" \t\n()[]{}", outline_.cursor());
    return end != whole.npos && whole[end] == '"' ? end : outline_.cursor();
  }

  Completions finish(Ranking& ranking, size_t begin) { return {begin, end(), ranking.candidates()}; }

  // Hidden ones only when they are asked for.
  void offer_folder(Ranking& ranking, const std::string& folder, const FileKind& kind, std::string_view about,
                    bool by_name) {
    const bool hidden = ranking.pattern().typed().starts_with('.');
    for (const auto& [name, is_folder] : core::folder_entries(folder)) {
      if (name.starts_with('.') != hidden || !(is_folder || is_wanted(kind, name))) continue;
      const std::string text = escaped(name) + (is_folder ? "/" : "");
      ranking.offer({.name = ranking.keep(text), .origin = Origin::kPlace, .position = by_name, .about = about});
    }
  }

  Completions files(const FileKind& kind) {
    const std::string path = without_tilde(unescaped(typed_));
    const size_t slash = path.rfind('/');
    const std::string folder = slash == path.npos ? "." : path.substr(0, slash + 1);
    Ranking ranking(runtime_, escaped(path.substr(slash + 1)), false);  // npos + 1 is 0
    offer_folder(ranking, folder, kind, "", /*by_name=*/true);
    Completions found = finish(ranking, begin_);
    if (!typed_.starts_with('~')) {
      found.begin += typed_.rfind('/') + 1;  // 0 without one
    } else if (slash != path.npos) {
      for (Candidate& candidate : found.candidates) candidate.text = escaped(folder) + candidate.text;
    }
    return found;
  }

  Completions headers() {
    const size_t slash = typed_.rfind('/') + 1;
    Ranking ranking(runtime_, typed_.substr(slash), false);
    for (const std::string& folder : installed_.header_folders())
      offer_folder(ranking, folder + "/" + unescaped(typed_.substr(0, slash)), {.endings = {".h"}},
                   ranking.keep(folder),
                   /*by_name=*/false);
    return finish(ranking, begin_ + slash);
  }

  Completions listed(const std::vector<Installed::Item>& items) {
    Ranking ranking(runtime_, typed_, false);
    for (const auto& [name, about] : items) ranking.offer({.name = name, .origin = Origin::kPlace, .about = about});
    return finish(ranking, begin_);
  }

  // The last name in "const GtkW".
  Completions types() {
    size_t begin = typed_.size();
    while (begin > 0 && (std::isalnum(static_cast<unsigned char>(typed_[begin - 1])) || typed_[begin - 1] == '_'))
      begin--;
    Ranking ranking(runtime_, typed_.substr(begin), false);
    if (begin < typed_.size())
      each_c_name(*runtime_.bridge, "", letter_set(ranking.pattern().typed()), [&](const CName& name) {
        if (name.kind == CNameKind::kType || name.kind == CNameKind::kTag)
          ranking.offer({.name = name.text, .origin = Origin::kPlace, .c_name = name});
      });
    each_script_type(*runtime_.bridge, [&](std::string_view name) {
      ranking.offer({.name = name, .origin = Origin::kScript, .about = "type of the script"});
    });
    return finish(ranking, begin_ + begin);
  }

  Runtime& runtime_;
  Installed& installed_;
  const Outline& outline_;
  size_t begin_;
  std::string_view typed_;
};

}  // namespace

Completions complete_string(Runtime& runtime, const Outline& outline, Expected expected) {
  return StringCompletion(runtime, outline).complete(expected);
}

}  // namespace elle::lang

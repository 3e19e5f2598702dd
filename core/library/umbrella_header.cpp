// Most packages have a header of their own name, and the table holds those that have not. A guess counts only when the
// file is there.
#include "core/library/umbrella_header.h"

#include <algorithm>
#include <chrono>
#include <vector>

#include "core/base/child_process.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace elle::core {

namespace {

constexpr std::chrono::seconds kTimeout{5};  // of dpkg

struct KnownHeader {
  std::string_view package, header;
};

// Those whose header has another name than the package.
constexpr KnownHeader kKnown[] = {
    {"gtk4", "gtk/gtk.h"},
    {"gtk+-3.0", "gtk/gtk.h"},
    {"glib-2.0", "glib.h"},
    {"gobject-2.0", "glib-object.h"},
    {"gio-2.0", "gio/gio.h"},
    {"sdl2", "SDL.h"},
    {"libxml-2.0", "libxml/tree.h"},
    {"libcurl", "curl/curl.h"},
    {"libgit2", "git2.h"},
    {"openssl", "openssl/ssl.h"},
    {"libssl", "openssl/ssl.h"},
    {"libcrypto", "openssl/evp.h"},
    {"freetype2", "freetype/freetype.h"},
    {"libpq", "libpq-fe.h"},
    {"x11", "X11/Xlib.h"},
    {"alsa", "alsa/asoundlib.h"},
    {"libffi", "ffi.h"},
    {"libusb-1.0", "libusb.h"},
    {"libzmq", "zmq.h"},
    {"vulkan", "vulkan/vulkan.h"},
    {"opengl", "GL/gl.h"},
    {"gl", "GL/gl.h"},
    {"egl", "EGL/egl.h"},
    {"libarchive", "archive.h"},
    {"libzstd", "zstd.h"},
    {"liblzma", "lzma.h"},
    {"libpcre2-8", "pcre2.h"},
    {"harfbuzz", "hb.h"},
    {"ncursesw", "curses.h"},
    {"libpulse", "pulse/pulseaudio.h"},
};

bool exists(const Package& package, const std::string& header) {
  std::vector<std::string> folders = package.include_folders;
  folders.insert(folders.end(), {"/usr/local/include", "/usr/include/x86_64-linux-gnu", "/usr/include"});
  return std::any_of(folders.begin(), folders.end(), [&](auto& folder) { return is_file(folder + "/" + header); });
}

// "libpng16" is also known as "libpng", "png16" and "png"; "json-c" stays "json-c".
std::vector<std::string> stems(std::string name) {
  if (const size_t dash = name.rfind('-');
      dash != std::string::npos && dash + 1 < name.size() && is_digit(name[dash + 1]))
    name.resize(dash);
  std::string bare = name;
  while (!bare.empty() && (is_digit(bare.back()) || bare.back() == '.')) bare.pop_back();
  std::vector<std::string> result = {name, bare};
  for (size_t i = 0; i < 2; i++)
    if (result[i].starts_with("lib")) result.push_back(result[i].substr(3));
  return result;
}

std::string small_letters(std::string_view text) {
  std::string small(text);
  for (char& letter : small) letter = lower(letter);
  return small;
}

// "/usr/include/X11/extensions/Xrandr.h" as it is included: "X11/extensions/Xrandr.h".
std::string included_name(const Package& package, std::string_view path) {
  std::vector<std::string> folders = package.include_folders;
  folders.insert(folders.end(), {"/usr/include/x86_64-linux-gnu", "/usr/include"});
  for (const std::string& folder : folders)
    if (path.starts_with(folder + "/")) return std::string(path.substr(folder.size() + 1));
  return {};
}

}  // namespace

std::vector<std::string> package_headers(const Package& package) {
  std::string owner = output_of({"dpkg", "-S", "*/pkgconfig/" + package.name + ".pc"}, kTimeout);
  owner = owner.substr(0, owner.find(": "));
  std::vector<std::string> headers;
  if (owner.empty()) return headers;
  for (const std::string& path : split(output_of({"dpkg", "-L", owner}, kTimeout), '\n'))
    if (std::string name = included_name(package, path); name.ends_with(".h")) headers.push_back(std::move(name));
  return headers;
}

std::optional<std::string> umbrella_among(const Package& package, const std::vector<std::string>& headers) {
  if (headers.size() == 1) return headers[0];
  for (const std::string& stem : stems(package.name))
    for (const std::string& header : headers)
      if (small_letters(file_name(header)) == small_letters(stem) + ".h") return header;
  return std::nullopt;
}

std::optional<std::string> umbrella_header(const Package& package) {
  for (const KnownHeader& known : kKnown)
    if (known.package == package.name && exists(package, std::string(known.header))) return std::string(known.header);
  for (const std::string& stem : stems(package.name))
    for (const std::string& header : {stem + ".h", stem + "/" + stem + ".h"})
      if (!stem.empty() && exists(package, header)) return header;
  return std::nullopt;
}

}  // namespace elle::core

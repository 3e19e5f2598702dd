#include "core/library/umbrella_header.h"

#include <cctype>
#include <vector>

#include "core/base/file.h"

namespace elle::core {

namespace {

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
    {"freetype2", "ft2build.h"},
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
};

bool exists(const Package& package, const std::string& header) {
  std::vector<std::string> folders = package.include_folders;
  folders.insert(folders.end(), {"/usr/local/include", "/usr/include/x86_64-linux-gnu", "/usr/include"});
  for (const std::string& folder : folders)
    if (auto status = file_status(folder + "/" + header); status && !status->is_folder) return true;
  return false;
}

// "libpng16" is also known as "libpng", "png16" and "png"; "json-c" stays "json-c".
std::vector<std::string> stems(std::string name) {
  if (const size_t dash = name.rfind('-');
      dash != std::string::npos && dash + 1 < name.size() && std::isdigit(static_cast<unsigned char>(name[dash + 1])))
    name.resize(dash);
  std::string bare = name;
  while (!bare.empty() && (std::isdigit(static_cast<unsigned char>(bare.back())) || bare.back() == '.'))
    bare.pop_back();
  std::vector<std::string> result = {name, bare};
  for (size_t i = 0; i < 2; i++)
    if (result[i].starts_with("lib")) result.push_back(result[i].substr(3));
  return result;
}

}  // namespace

std::optional<std::string> umbrella_header(const Package& package) {
  for (const KnownHeader& known : kKnown)
    if (known.package == package.name && exists(package, std::string(known.header))) return std::string(known.header);
  for (const std::string& stem : stems(package.name))
    for (const std::string& header : {stem + ".h", stem + "/" + stem + ".h"})
      if (!stem.empty() && exists(package, header)) return header;
  return std::nullopt;
}

}  // namespace elle::core

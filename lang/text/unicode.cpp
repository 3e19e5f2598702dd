// What Unicode says of characters, by utf8proc.
#include "lang/text/unicode.h"

#include <cstdlib>
#include <new>
#include <utf8proc.h>

#include "lang/text/utf8.h"

namespace elle::lang {

namespace {

template <class Change>
std::string change_each(std::string_view text, Change change) {
  std::string result;
  result.reserve(text.size());
  each_character(text, [&](uint32_t c) { append_utf8(result, change(c)); });
  return result;
}

utf8proc_category_t category(uint32_t character) { return utf8proc_category(static_cast<utf8proc_int32_t>(character)); }

std::string map_text(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &mapped, static_cast<utf8proc_option_t>(options));
  if (size == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  // Only invalid UTF-8 can fail here.
  if (size < 0) return std::string(text);
  std::string result(reinterpret_cast<char*>(mapped), static_cast<size_t>(size));
  std::free(mapped);
  return result;
}

}  // namespace

uint32_t upper_case(uint32_t c) { return static_cast<uint32_t>(utf8proc_toupper(static_cast<utf8proc_int32_t>(c))); }
uint32_t lower_case(uint32_t c) { return static_cast<uint32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); }

std::string upper_case(std::string_view text) {
  return change_each(text, [](uint32_t c) { return upper_case(c); });
}

std::string lower_case(std::string_view text) {
  return change_each(text, [](uint32_t c) { return lower_case(c); });
}

std::string fold_case(std::string_view text) { return map_text(text, UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE); }

bool is_letter(uint32_t c) {
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_digit(uint32_t c) { return category(c) == UTF8PROC_CATEGORY_ND; }

bool is_white_space(uint32_t c) {
  if (c == ' ' || (c >= 9 && c <= 13) || c == 0x85) return true;
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_ZS && kind <= UTF8PROC_CATEGORY_ZP;
}

bool is_upper_case(uint32_t c) { return category(c) == UTF8PROC_CATEGORY_LU; }
bool is_lower_case(uint32_t c) { return category(c) == UTF8PROC_CATEGORY_LL; }

bool is_punctuation(uint32_t c) {
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_PC && kind <= UTF8PROC_CATEGORY_PO;
}

std::string normalise(std::string_view text, NormalForm form) {
  switch (form) {
    case NormalForm::kC:
      return map_text(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    case NormalForm::kD:
      return map_text(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE);
    case NormalForm::kKC:
      return map_text(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    case NormalForm::kKD:
      return map_text(text, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
  }
  return std::string(text);
}

int character_width(uint32_t c) { return utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)); }

size_t text_width(std::string_view text) {
  size_t width = 0;
  for (size_t offset = 0; offset < text.size();) {
    size_t first = offset;
    width += static_cast<size_t>(character_width(decode_utf8(text, first)));
    offset = grapheme_end(text, offset);
  }
  return width;
}

std::string cut_to_width(std::string_view text, size_t columns) {
  if (text.size() <= columns || text_width(text) <= columns) return std::string(text);
  size_t kept = 0, width = 0;
  for (size_t end; kept < text.size(); kept = end) {
    end = grapheme_end(text, kept);
    width += text_width(text.substr(kept, end - kept));
    if (width + 1 > columns) break;
  }
  return std::string(text.substr(0, kept)) + "…";
}

size_t grapheme_end(std::string_view text, size_t offset) {
  utf8proc_int32_t state = 0;
  auto previous = static_cast<utf8proc_int32_t>(decode_utf8(text, offset));
  while (offset < text.size()) {
    size_t after = offset;
    const auto next = static_cast<utf8proc_int32_t>(decode_utf8(text, after));
    if (utf8proc_grapheme_break_stateful(previous, next, &state)) break;
    previous = next;
    offset = after;
  }
  return offset;
}

}  // namespace elle::lang

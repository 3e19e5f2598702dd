#include "shell/edit/keys.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "lang/edit/editing.h"

namespace elle::shell {

namespace {

constexpr char kEscape = '\x1b', kInterrupt = '\x03';
constexpr std::string_view kPasteBegin = "\x1b[200~";
constexpr std::string_view kPasteEnd = "\x1b[201~";
// What no terminal sends, so that a lost end does not swallow all that follows.
constexpr size_t kLongestSequence = 32;
// Escape alone, or what a terminal puts before a key: its bytes come together, if not over the slowest of lines.
constexpr int kEscapeMilliseconds = 50;
constexpr int kSequenceMilliseconds = 500;

// What stands between `ESC [` or `ESC O` and the modifier, and ends the sequence.
struct Sequence {
  std::string_view body;
  std::string_view name;
};

constexpr Sequence kSequences[] = {
    {"A", "Up"},   {"B", "Down"},    {"C", "Right"},   {"D", "Left"},      {"H", "Home"},  {"F", "End"},
    {"P", "F1"},   {"Z", "S-Tab"},   {"M", "Enter"},   {"1~", "Home"},     {"7~", "Home"}, {"4~", "End"},
    {"8~", "End"}, {"3~", "Delete"}, {"5~", "PageUp"}, {"6~", "PageDown"}, {"11~", "F1"},  {"[A", "F1"},
};

std::string_view sequence_name(std::string_view body) {
  const auto* found = std::find_if(std::begin(kSequences), std::end(kSequences),
                                   [&](const Sequence& sequence) { return sequence.body == body; });
  return found == std::end(kSequences) ? std::string_view() : found->name;
}

// A control character's key; empty when `byte` is none.
std::string control_name(char byte) {
  switch (byte) {
    case '\r':
    case '\n':  // typed before the prompt was there, when the terminal still turned one into the other
      return "Enter";
    case '\t':
      return "Tab";
    case '\b':
    case '\x7f':
      return "Backspace";
    default:
      break;
  }
  const auto code = static_cast<unsigned char>(byte);
  if (code >= 0x20) return {};
  const char letter = static_cast<char>(code + 0x40);
  return std::string("C-") + static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter + 0x20 : letter);
}

std::string with_alt(const std::string& name) { return name.starts_with("C-") ? "C-M-" + name.substr(2) : "M-" + name; }

// xterm adds 1 to a sum of: 1 Shift, 2 Alt, 4 Ctrl.
std::string with_modifiers(unsigned modifiers, std::string_view name) {
  const unsigned held = modifiers > 0 ? modifiers - 1 : 0;
  return std::string(held & 4 ? "C-" : "") + (held & 2 ? "M-" : "") + (held & 1 ? "S-" : "") + std::string(name);
}

// `body` is what follows `ESC [` or `ESC O`: "A", "1;5C", "3~", "3;5~".
std::string key_of_sequence(std::string_view body) {
  const size_t semicolon = body.find(';');
  if (semicolon == body.npos) return std::string(sequence_name(body));
  unsigned modifiers = 1;
  std::from_chars(body.data() + semicolon + 1, body.data() + body.size(), modifiers);
  const std::string first(body.substr(0, semicolon));
  const std::string_view name = sequence_name(body.back() == '~' ? first + "~" : std::string(1, body.back()));
  return name.empty() ? std::string() : with_modifiers(modifiers, name);
}

bool ends_sequence(std::string_view sequence) {
  const char last = sequence.back();
  if (sequence == "\x1b[[") return false;  // the Linux console's function keys
  return sequence.size() > 2 && last >= '@' && last <= '~';
}

// The length that the first byte of a character announces; of what starts none, 1.
size_t announced_length(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte < 0xc2 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : byte < 0xf5 ? 4 : 1;
}

std::optional<Key> key_named(std::string name) {
  if (name.empty()) return std::nullopt;
  return Key{std::move(name), {}};
}

}  // namespace

std::optional<Key> KeyDecoder::take(char byte) {
  std::optional<Key> key = take_byte(byte);
  if (!key) return std::nullopt;
  if (std::exchange(after_control_x_, key->name == "C-x")) return Key{"C-x+" + key->name, {}};
  return after_control_x_ ? std::nullopt : std::move(key);
}

std::optional<Key> KeyDecoder::take_byte(char byte) {
  if (pasting_) return take_pasted(byte);
  const bool broken = !pending_.empty() && pending_[0] != kEscape && !lang::continues_character(byte);
  if (broken) pending_.clear();
  pending_ += byte;
  return pending_[0] == kEscape ? take_escape() : take_character();
}

std::optional<Key> KeyDecoder::take_pasted(char byte) {
  pending_ += byte;
  if (!pending_.ends_with(kPasteEnd)) return std::nullopt;
  pasting_ = false;
  std::string pasted = std::exchange(pending_, {});
  pasted.resize(pasted.size() - kPasteEnd.size());
  return Key{"paste", lang::safe_text(pasted)};
}

std::optional<Key> KeyDecoder::take_character() {
  if (pending_.size() < announced_length(pending_[0])) return std::nullopt;
  const std::string bytes = std::exchange(pending_, {});
  if (std::string name = control_name(bytes[0]); !name.empty()) return key_named(std::move(name));
  std::string text = lang::safe_text(bytes);
  if (text.empty()) return std::nullopt;
  return Key{"text", std::move(text)};
}

std::optional<Key> KeyDecoder::take_escape() {
  if (pending_.size() == 1) return std::nullopt;
  const char second = pending_[1];
  if (second == kEscape) {
    pending_ = kEscape;
    return Key{"Escape", {}};
  }
  if (second != '[' && second != 'O') {
    pending_.clear();
    const std::string name = control_name(second);
    if (second == kInterrupt) return key_named(name);  // Escape and at once Ctrl-C are not Alt-Ctrl-C
    return key_named(with_alt(name.empty() ? std::string(1, second) : name));
  }
  if (pending_ == kPasteBegin) {
    pending_.clear();
    pasting_ = true;
    return std::nullopt;
  }
  if (!ends_sequence(pending_) && pending_.size() < kLongestSequence) return std::nullopt;
  return key_named(key_of_sequence(std::exchange(pending_, {}).substr(2)));
}

int KeyDecoder::patience_milliseconds() const {
  if (pasting_ || pending_.empty() || pending_[0] != kEscape) return -1;
  return pending_.size() == 1 ? kEscapeMilliseconds : kSequenceMilliseconds;
}

std::optional<Key> KeyDecoder::give_up() {
  const std::string bytes = std::exchange(pending_, {});
  if (bytes.size() <= 1) return Key{"Escape", {}};
  return Key{with_alt(bytes.substr(1, 1)), {}};
}

}  // namespace elle::shell

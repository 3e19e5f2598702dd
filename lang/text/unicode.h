// What Unicode says about characters: case, classes, normal forms, width on a terminal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace elle::lang {

uint32_t upper_case(uint32_t character);
uint32_t lower_case(uint32_t character);
// Character by character: the length in characters never changes.
std::string upper_case(std::string_view text);
std::string lower_case(std::string_view text);
// For comparing without case (Unicode case folding, composed).
std::string fold_case(std::string_view text);

bool is_letter(uint32_t character);
bool is_digit(uint32_t character);  // decimal digits of any script
bool is_white_space(uint32_t character);
bool is_upper_case(uint32_t character);
bool is_lower_case(uint32_t character);
bool is_punctuation(uint32_t character);

enum class NormalForm : uint8_t { kC, kD, kKC, kKD };
std::string normalise(std::string_view text, NormalForm form);

// Columns on a terminal.
int character_width(uint32_t character);
size_t text_width(std::string_view text);
// At most `columns` of them, the last of which then says that there was more: "…".
std::string cut_to_width(std::string_view text, size_t columns);

// The end of the grapheme (what a reader sees as one character) that starts at byte `offset`.
size_t grapheme_end(std::string_view text, size_t offset);

}  // namespace elle::lang

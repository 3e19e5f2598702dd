// Lines of text as paragraphs, lists, headings and code, by what people and Markdown agree on:
//
//     - item, * item, 1. item      a list; lines that are indented further belong to the item
//     ```   |[   @code             code up to its end mark
//     four spaces in               code, after an empty line
//     # Words                      a heading, and so is a line of capitals alone
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/documentation/document.h"

namespace elle::core {

std::vector<Block> text_blocks(std::string_view text);

// All words of a text in one line.
std::string one_line(std::string_view text);

// The lines of a text, without their ends.
std::vector<std::string_view> lines_of(std::string_view text);

// How many spaces a line begins with; a tab counts as up to the next eighth column.
size_t indentation(std::string_view line);
// The line without that many columns of space.
std::string_view without_indentation(std::string_view line, size_t columns);

// If `line` opens code, what ends it; else empty.
std::string_view code_end_mark(std::string_view line);

}  // namespace elle::core

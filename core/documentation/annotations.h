// The annotations of GObject's documentation, `(transfer full) (nullable)`, said in words.
#pragma once

#include <string>
#include <string_view>

namespace elle::core {

enum class Annotated : uint8_t { kParameter, kResult };

// In words what one annotation says, "may be NULL"; empty for one that says nothing to a caller. `name` and `value` as
// in `(transfer full)`.
std::string annotation_words(std::string_view name, std::string_view value, Annotated what);

// Takes the annotations off the front of a text and returns what they say, "may be NULL; you own it".
std::string take_annotations(std::string_view& text, Annotated what);

// "Its title. (May be NULL.)"
std::string with_facts(std::string_view text, std::string_view facts);

// Adds one fact to others.
void add_fact(std::string& facts, std::string_view fact);

}  // namespace elle::core

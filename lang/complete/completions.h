// What could stand where something is being typed, and how the call there is written: what whoever lets people edit
// shows of them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace elle::lang {

// What could stand where something is being typed.
struct Candidate {
  std::string text;
  std::string about = {};  // one line: what it is, or why it is of no use ("not exported by libfoo.so")
  bool usable = true;
};

struct Completions {
  // The bytes of the text that every candidate replaces.
  size_t begin = 0;
  size_t end = 0;
  std::vector<Candidate> candidates;  // best first
};

// How the call that is being typed is written.
struct Hint {
  std::string prototype;  // "int puts(const char *s)", "(get coll key [default])"
  // The bytes of it that the argument at the cursor is for; none when both are the same.
  size_t highlight_begin = 0;
  size_t highlight_end = 0;
  std::string about = {};  // one line about that parameter, or the function; may be empty
};

}  // namespace elle::lang

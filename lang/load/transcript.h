// What was evaluated at the prompt and worked, and how it becomes a script.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "lang/read/reader.h"

namespace elle::lang {

class Transcript {
 public:
  explicit Transcript(Runtime& runtime) : runtime_(runtime) {}

  // A text that was evaluated, its forms, and the value of the last. What was evaluated longest ago is forgotten when
  // there is very much of it.
  void add(std::string_view text, const ReadForms& forms, Value value);

  bool empty() const { return entries_.empty(); }

  struct Script {
    std::string text;
    size_t forms = 0;  // texts of the transcript that are in it
  };
  // Runs as it stands: with what `*1` and its like stood for under names of their own. Results are comments, or with
  // `checked` assertions wherever a result can be written down.
  Script script(bool checked) const;

 private:
  struct Entry {
    std::string text;
    size_t last_begin, last_end;  // of its last form
    bool left_out;                // it asks about things and does nothing
    bool load;
    bool block = false;           // the last form defines things for what comes after
    bool of_error;                // it takes up an error, which nothing in the script raises
    std::string value{};          // as it is written, cut short; "" for nil
    std::string literal{};        // as code; "" when there is none
    std::vector<int> mentions{};  // 1 for `*1`: how many evaluations before
  };

  // Of each entry the name that its value needs, because a later one mentions it; "" for most.
  std::vector<std::string> value_names() const;
  std::string value_name(size_t index) const;
  std::string code_of(size_t index, const std::vector<std::string>& names, bool checked) const;
  std::string with_names(const Entry& entry, size_t index, size_t begin, size_t end,
                         const std::vector<std::string>& names) const;

  Runtime& runtime_;
  std::deque<Entry> entries_;
  size_t bytes_ = 0;
  size_t forgotten_ = 0;
};

}  // namespace elle::lang

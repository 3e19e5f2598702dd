// Every function that reads headers takes the same options, and says the same to a person who waits for it.
#include "lang/bridge/library/header_request.h"

#include "lang/bridge/library/progress_line.h"
#include "lang/data/sequence_items.h"
#include "lang/print/printer.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

Result<std::vector<std::string>> strings_of(Runtime& runtime, Value value, std::string_view option) {
  std::vector<std::string> strings;
  std::vector<Value> items;
  if (value.is(Tag::kString))
    items.push_back(value);
  else if (!sequence_items(value, &items))
    items.push_back(value);
  for (Value item : items) {
    if (!item.is(Tag::kString))
      return runtime.fail({ErrorKind::kType,
                           fmt::format(":{} is {}, but a string or a list of strings is expected.", option,
                                       print_short(runtime.views, value)),
                           "",
                           {{"expected", "a string or a list of strings"},
                            {"got", print_short(runtime.views, value)},
                            {"argument", core::Word{std::string(option)}}}});
    strings.emplace_back(item.as<String>()->view());
  }
  return strings;
}

Result<core::HeaderRequest> request_from(Runtime& runtime, const Arguments& arguments, uint32_t options,
                                         Value headers) {
  core::HeaderRequest request;
  request.headers = TRY(strings_of(runtime, headers, "header"));
  request.include_folders = TRY(strings_of(runtime, arguments.option(options, "include"), "include"));
  request.defines = TRY(strings_of(runtime, arguments.option(options, "define"), "define"));
  request.flags = TRY(strings_of(runtime, arguments.option(options, "flags"), "flags"));
  return request;
}

core::LoaderOptions loader_options(Runtime& runtime) {
  core::LoaderOptions options;
  auto say = [&runtime](const std::string& text) {
    runtime.out->flush();
    runtime.error_out->write(text + "\n");
    runtime.error_out->flush();
  };
  options.watch = [line = ProgressLine(runtime)](const core::LongWork& work) mutable { return line.show(work); };
  options.note = say;
  return options;
}

}  // namespace elle::lang

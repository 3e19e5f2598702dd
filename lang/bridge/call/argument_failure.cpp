// What is said of an argument that C cannot be given.
#include "lang/bridge/call/argument_failure.h"

#include <algorithm>

#include "core/types/type_table.h"

#include "lang/bridge/call/native_call.h"
#include "lang/bridge/thread/bridge_context.h"
#include "lang/bridge/types/prototype.h"
#include "lang/runtime/runtime.h"

namespace elle::lang {

namespace {

// The failure with the prototype, in which the parameters from `first` up to `end` are highlighted. All that `...`
// takes is one parameter.
Failed with_prototype(const NativeCall& call, Failed failed, size_t first, size_t end) {
  const BridgeContext& bridge = *call.bridge;
  std::vector<ParameterRange> ranges;
  auto* error = static_cast<ErrorObject*>(failed.error.thrown);
  error->prototype = bridge.runtime.string(
      prototype_text(bridge.types, call.name, call.plan->signature, call.parameter_names, &ranges));
  if (ranges.empty() || first >= end) return failed;
  error->highlight_begin = static_cast<uint32_t>(ranges[std::min(first, ranges.size() - 1)].begin);
  error->highlight_end = static_cast<uint32_t>(ranges[std::min(end, ranges.size()) - 1].end);
  return failed;
}

// Which argument it is, counted from 1.
core::ErrorFields argument_fields(const NativeCall& call, size_t index) {
  core::ErrorFields fields{{"argument", uint64_t{index} + 1}};
  if (index < call.parameter_names.size() && !call.parameter_names[index].empty())
    fields.push_back({"parameter", call.parameter_names[index]});
  fields.push_back({"function", call.name});
  return fields;
}

}  // namespace

std::string argument_text(const NativeCall& call, size_t index) {
  const bool named = index < call.parameter_names.size() && !call.parameter_names[index].empty();
  return named ? fmt::format("Argument {} of `{}`, `{}`,", index + 1, call.name, call.parameter_names[index])
               : fmt::format("Argument {} of `{}`", index + 1, call.name);
}

Failed argument_failure(const NativeCall& call, size_t index, core::TypeId type, const Complaint& complaint) {
  const Failed failed =
      objection_failure(*call.bridge, argument_text(call, index), type, complaint, argument_fields(call, index));
  return with_prototype(call, failed, index, index + 1);
}

Failed variadic_failure(const NativeCall& call, size_t index, const Complaint& complaint) {
  core::ErrorFields fields = argument_fields(call, index);
  fields.insert(fields.begin(), {{"direction", core::Word{"to-c"}}, {"reason", complaint.text}});
  const Failed failed =
      call.bridge->runtime.fail({complaint.kind, fmt::format("{} is {}.", argument_text(call, index), complaint.text),
                                 complaint.next_step, std::move(fields)});
  return with_prototype(call, failed, index, index + 1);
}

// Marks what is missing.
Failed count_failure(const NativeCall& call, size_t came) {
  const bool variadic = call.plan->variadic;
  const size_t wanted = call.plan->arguments.size();
  const Failed failed =
      call.bridge->runtime.fail({ErrorKind::kArity,
                                 fmt::format("`{}` takes {}{} argument{}, but {} came.", call.name,
                                             variadic ? "at least " : "", wanted, wanted == 1 ? "" : "s", came),
                                 "",
                                 {{"expected", uint64_t{wanted}}, {"got", uint64_t{came}}, {"function", call.name}}});
  return with_prototype(call, failed, came, wanted);
}

}  // namespace elle::lang

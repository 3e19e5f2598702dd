// A session put together from all layers, and what a host may do with it.
#include "lang/session.h"

#include <cassert>

#include "core/base/memory_reserve.h"

#include "lang/bridge/bridge.h"
#include "lang/bridge/library/cache.h"
#include "lang/builtins/builtins.h"
#include "lang/complete/complete.h"
#include "lang/display/display.h"
#include "lang/display/last_values.h"
#include "lang/image/image.h"
#include "lang/load/describe.h"
#include "lang/load/loader.h"
#include "lang/load/report.h"
#include "lang/load/transcript.h"
#include "lang/number/integers.h"
#include "lang/print/printer.h"
#include "lang/vm/vm.h"

namespace elle::lang {

namespace {

class LispSession : public Session {
 public:
  explicit LispSession(SessionOptions options)
      : interactive_(options.interactive), vm_(runtime_), bridge_(vm_), loader_(vm_) {
    runtime_.out = options.out;
    runtime_.error_out = options.error_out;
    runtime_.arguments = std::move(options.arguments);
    runtime_.current_module = loader_.user_module();
    define_all_builtins(runtime_);
    define_help_builtins(runtime_);
    define_guide_builtins(runtime_);
    define_completion_builtins(runtime_);
    define_apropos(runtime_);
    define_reload(runtime_);
    define_save_session(runtime_);
    runtime_.transcript = &transcript_;
    define_display_builtins(runtime_);
    bridge_.show_failures([this](Failure failure) { runtime_.error_out->write(report(failure)); });
  }
  // Threads of libraries may go on calling back while the rest is taken apart.
  ~LispSession() override { bridge_.close(); }

  Result<core::Done> start() {
    Result<core::Done> loaded = load_image(vm_, embedded_image());
    if (interactive_) last_values_.emplace(runtime_);
    bridge_.end_work();
    return loaded;
  }

  Outcome evaluate(std::string_view text, const std::string& name) override {
    const Bridge::Work work(bridge_);
    recent_.evaluated(text);
    ReadForms forms = read(text, name);
    if (forms.unfinished) return without_value(Outcome::Status::kUnfinished, problem_report(forms));
    if (!forms.problems.empty()) return without_value(Outcome::Status::kFailed, problem_report(forms));
    return run([&] {
      Result<Value> value = loader_.run_forms(loader_.user_module(), forms);
      if (value.ok()) transcript_.add(text, forms, value.value());
      return value;
    });
  }

  Outcome run_file(const std::string& path) override {
    const Bridge::Work work(bridge_);
    return run([&] { return loader_.run_file(path); });
  }

  Outcome check(std::string_view text, const std::string& name) override {
    const Bridge::Work work(bridge_);
    ReadForms forms = read(text, name);
    if (!forms.problems.empty()) return without_value(Outcome::Status::kFailed, problem_report(forms));
    Outcome outcome;
    vm_.clear_interrupt();
    for (Failure failure : loader_.check_forms(loader_.make_module(name), forms))
      outcome.report += failure_report(runtime_, failure);
    if (!outcome.report.empty()) outcome.status = Outcome::Status::kFailed;
    return outcome;
  }

  Completions complete(std::string_view text, size_t cursor) override {
    const Bridge::Work work(bridge_);
    return complete_text(runtime_, *loader_.user_module(), &recent_, text, cursor);
  }
  std::optional<Hint> hint(std::string_view text, size_t cursor) override {
    const Bridge::Work work(bridge_);
    return hint_at(runtime_, *loader_.user_module(), text, cursor);
  }
  std::optional<std::string> describe(std::string_view name) override {
    const Bridge::Work work(bridge_);
    return describe_name(vm_, *loader_.user_module(), name, Screen::of(*runtime_.out));
  }
  Outcome help(std::string_view topic) override {
    const Bridge::Work work(bridge_);
    const Cell* function = runtime_.prelude->find(runtime_.symbols.intern("help-text"));
    const Result<Value> text = vm_.call(function->value, {runtime_.string(topic)});
    if (!text.ok()) {
      const auto& error = *Runtime::thrown_value(text.error()).as<ErrorObject>();
      return without_value(Outcome::Status::kFailed, std::string(error.message.as<String>()->view()));
    }
    Outcome outcome;
    outcome.value = text.value().as<String>()->view();
    return outcome;
  }
  std::vector<std::string> nearest(std::string_view name) override {
    const Bridge::Work work(bridge_);
    return runtime_.nearest_names(*loader_.user_module(), name, 5);
  }

  void interrupt() override { vm_.interrupt(); }
  void interrupt_callbacks() override {
    const Bridge::Work work(bridge_);
    bridge_.interrupt_others();
  }
  const char* native_function() const override { return Bridge::native_function_here(); }
  void abandon_native(const void* context, bool by_force) override { Bridge::abandon_native_call(context, by_force); }
  bool tainted() const override { return bridge_.tainted(); }

  std::vector<std::string> notices() override {
    const Bridge::Work work(bridge_);
    std::vector<std::string> texts = runtime_.expansions.take_stale();
    for (auto changes : {runtime_.resolver->changes(), loader_.changes()})
      texts.insert(texts.end(), changes.begin(), changes.end());
    return texts;
  }

  std::string cache_path() override { return lang::cache_path(); }
  Outcome cache_list() override {
    const Bridge::Work work(bridge_);
    return from_text(lang::cache_list());
  }
  Outcome cache_clear() override {
    const Bridge::Work work(bridge_);
    return from_text(lang::cache_clear());
  }

 private:
  ReadForms read(std::string_view text, const std::string& name) {
    return read_forms(runtime_, runtime_.sources.add(name, std::string(text)));
  }

  std::string problem_report(const ReadForms& forms) {
    return failure_report(runtime_, problems_failure(runtime_, forms.problems).error);
  }

  template <class Body>
  Outcome run(Body body) {
    vm_.clear_interrupt();
    // What came while nothing ran has been reported, but `exit` is still to be done.
    std::optional<Failed> delivered = bridge_.take_delivered();
    if (delivered && exit_status(delivered->error)) return failed(delivered->error);
    Result<Value> result = vm_.with_memory(body);
    // What came too late for a safepoint, such as a wait in C that it ended, counts all the same.
    if (result.ok())
      if (auto heeded = vm_.heed_interrupt(); !heeded.ok()) result = heeded.failure();
    delivered = bridge_.take_delivered();
    if (delivered && result.ok()) result = *delivered;
    if (!result.ok()) return failed(result.error());
    if (last_values_) last_values_->add(result.value());
    Outcome outcome;
    if (!result.value().is_nil()) outcome.value = value_text(result.value());
    return outcome;
  }

  // For a person at a screen a display; else what can be read back.
  std::string value_text(Value value) {
    if (!last_values_ || runtime_.out->columns() == 0) return print_value(runtime_.views, value);
    ShowOptions options = options_for(*runtime_.out);
    options.way_to_all = "(show *1 :all #t)";
    std::string text = display_text(runtime_, value, options);
    text.pop_back();  // the last line's end
    return text;
  }

  Outcome failed(Failure failure) {
    std::optional<int> status = exit_status(failure);
    if (!status) {
      if (last_values_) last_values_->add_error(Runtime::thrown_value(failure));
      return without_value(Outcome::Status::kFailed, report(failure));
    }
    Outcome outcome = without_value(Outcome::Status::kExit, "");
    outcome.exit_status = *status;
    return outcome;
  }

  std::string report(Failure failure) {
    const Value thrown = Runtime::thrown_value(failure);
    if (thrown.is(Tag::kError)) runtime_.last_error = thrown;
    return failure_report(runtime_, failure);
  }

  static Outcome without_value(Outcome::Status status, std::string report) {
    Outcome outcome;
    outcome.status = status;
    outcome.report = std::move(report);
    return outcome;
  }

  // `(exit n)` travels as an error of kind :exit.
  std::optional<int> exit_status(Failure failure) const {
    if (failure.thrown->kind != Tag::kError) return std::nullopt;
    const auto* error = static_cast<ErrorObject*>(failure.thrown);
    if (!error->kind.is(Tag::kKeyword) || error->kind.as<Symbol>()->view() != "exit") return std::nullopt;
    return error->data.is(Tag::kInteger) ? static_cast<int>(error->data.integer) : 0;
  }

  Outcome from_text(core::Result<std::string> text) {
    if (!text.ok())
      return without_value(Outcome::Status::kFailed, failure_report(runtime_, runtime_.fail(*text.error()).error));
    Outcome outcome;
    outcome.value = text.take();
    return outcome;
  }

  RecentNames recent_;
  const bool interactive_;
  Runtime runtime_;
  VM vm_;
  Bridge bridge_;
  Loader loader_;
  Transcript transcript_{runtime_};
  std::optional<LastValues> last_values_;  // of an interactive session
};

}  // namespace

std::unique_ptr<Session> Session::create(SessionOptions options) {
  core::memory_reserve::keep();
  give_integers_the_reserve();
  auto session = std::make_unique<LispSession>(std::move(options));
  // The image is part of the program: a failure here is a broken build.
  [[maybe_unused]] auto started = session->start();
  assert(started.ok());
  return session;
}

void Session::end_without_memory() { core::end_without_memory(0); }

std::string_view version() { return ELLE_VERSION; }

}  // namespace elle::lang

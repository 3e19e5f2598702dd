// Delivery: where the failures of callbacks go that run on a library's own threads. One is raised on the session's
// thread when that comes back from C or gets to a safepoint, or reported at once when the session does nothing.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "lang/bridge/thread/lisp_thread.h"

namespace elle::lang {

struct BridgeContext;

class Delivery {
 public:
  explicit Delivery(BridgeContext& bridge) : bridge_(bridge) {}

  // How a failure is shown to a person. Set by the session.
  std::function<void(Failure)> show;
  // False while the session waits to be told something.
  bool session_works = true;

  // `callback` names the one that failed.
  void deliver(Failure failure, const std::string& callback);
  // What was delivered and not raised, cleared: nothing if there is none.
  std::optional<Failed> take();

 private:
  BridgeContext& bridge_;
};

}  // namespace elle::lang

// Watches what runs for faults, for a C++ scope: a fault in it is raised as an error that names it.
#pragma once

#include "core/call/guard.h"

namespace elle::lang {

class Watched {
 public:
  Watched(core::FaultGuard& guard, const core::NativeCallRecord& record) : guard_(guard), before_(guard.watched()) {
    guard.watch(&record);
  }
  ~Watched() { guard_.watch(before_); }
  Watched(const Watched&) = delete;
  Watched& operator=(const Watched&) = delete;

 private:
  core::FaultGuard& guard_;
  const core::NativeCallRecord* before_;
};

}  // namespace elle::lang

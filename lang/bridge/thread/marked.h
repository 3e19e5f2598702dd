// Marks what runs as one that may fault, for a C++ scope: a fault in it is raised as an error that names it.
#pragma once

#include "core/call/guard.h"

namespace elle::lang {

class Marked {
 public:
  Marked(core::FaultGuard& guard, const core::NativeCallRecord& record) : guard_(guard), before_(guard.marked()) {
    guard.mark(&record);
  }
  ~Marked() { guard_.mark(before_); }
  Marked(const Marked&) = delete;
  Marked& operator=(const Marked&) = delete;

 private:
  core::FaultGuard& guard_;
  const core::NativeCallRecord* before_;
};

}  // namespace elle::lang

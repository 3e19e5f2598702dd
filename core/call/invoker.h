// Invoker: the machinery that turns a plan's frame into a C call. It is replaceable; every invoker must agree with
// libffi's, which is the reference and the portable path.
//
// Each carries what it can and leaves the rest to another: the one of this processor puts what fits into registers and
// has libffi behind it; in a session, core/thunk/call_thunk.h stands before both, and has a C function compiled for
// what neither can pass. All of that is decided once, in prepare(): a call goes through one pointer, plan.invoke.
#pragma once

#include <memory>

#include "core/call/plan.h"

namespace elle::core {

class Invoker {
 public:
  virtual ~Invoker() = default;

  // Sets `plan.invoke` and `plan.prepared`. Called once for a plan, when all else in it is set. Fails for a signature
  // this invoker cannot carry, with the argument and the reason.
  virtual Result<Done> prepare(TypeTable& types, CallPlan& plan) = 0;
};

std::unique_ptr<Invoker> make_libffi_invoker();

// The fastest there is on this processor, with libffi behind it for what it does not do itself.
std::unique_ptr<Invoker> make_native_invoker();

// The native one, or the one that $ELLE_INVOKER names (`libffi`): for holding one against the other.
std::unique_ptr<Invoker> make_chosen_invoker();

}  // namespace elle::core

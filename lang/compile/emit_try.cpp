// try, catch and finally. A region of code has a handler; nothing is done on the way in. The cleanup is emitted twice:
// once for the normal way out, once for errors, which it passes on.
#include "lang/compile/emitter.h"

namespace elle::lang {

void Emitter::emit_try(const TryNode& node, Register to) {
  const auto mark = static_cast<Register>(next_);
  Jumps done;
  const uint32_t begin = here();
  emit(node.body, to);
  const uint32_t body_end = here();
  done.push_back(add_jump(Opcode::kJump));
  if (node.handler) {
    node.error->slot = allocate();
    chunk_->handlers.push_back({begin, body_end, here(), node.error->slot, false});
    box_parameter(node.error);
    emit(node.handler, to);
    done.push_back(add_jump(Opcode::kJump));
  }
  if (node.cleanup) {
    const uint32_t guarded_end = here();
    const Register error = allocate();
    chunk_->handlers.push_back({begin, guarded_end, here(), error, true});
    emit(node.cleanup, Target::nothing());
    add(encode(Opcode::kThrow, error));
  }
  land(done);
  if (node.cleanup) emit(node.cleanup, Target::nothing());
  release_to(mark);
}

}  // namespace elle::lang

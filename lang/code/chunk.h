// A chunk: the compiled code of one function (or one top-level form), and all that is needed to explain it.
#pragma once

#include <string>
#include <vector>

#include "lang/code/opcode.h"
#include "lang/value/objects.h"

namespace elle::lang {

// Where a closure's captured values come from when it is made.
struct Capture {
  bool from_register;  // else from the captures of the function that makes it
  uint16_t index;
};

// A `try` region: an error raised by an instruction in [begin, end) goes to `target` with the thrown value in `slot`.
// Inner regions come first. Interrupts and `exit` pass by those that are no `finally`.
struct Handler {
  uint32_t begin, end, target;
  uint16_t slot;
  bool cleanup;
};

// The place of the instructions from `begin` on, until the next entry.
struct SpanEntry {
  uint32_t begin;
  Span span;
};

// One parameter after the required ones that may be left out. The code that computes a missing one's default
// value starts the chunk: it sees kUnbound in the register.
struct KeyParameter {
  Symbol* keyword;
  uint16_t slot;
};

struct Chunk;

// Holds what a chunk leaves out until it is needed: the library's functions, of which a session calls few.
class ChunkStore {
 public:
  virtual ~ChunkStore() = default;
  // Fills in docstring, parameters, code, spans, captures, handlers and constants, and sets `store` to null. Cannot
  // collect.
  virtual void complete(Chunk& chunk) = 0;
};

struct Chunk : Object {
  // What every call reads comes first.
  uint16_t registers = 0;       // frame size
  uint32_t exact_count = kAny;  // of arguments, when there are only required parameters: the fast way to call
  std::vector<Instruction> code;
  std::vector<Value> constants;
  std::vector<Capture> captures;
  std::vector<Handler> handlers;
  std::vector<SpanEntry> spans;
  std::vector<KeyParameter> keys;
  Symbol* name = nullptr;  // null: anonymous
  Value docstring = nil();
  Value parameters = nil();  // the parameter list as written, for `doc` and error texts
  Span span;                 // of the whole function
  uint16_t required = 0;
  uint16_t optional = 0;
  bool has_rest = false;
  bool top_level = false;  // a form, not a function

  static constexpr uint32_t kAny = UINT32_MAX;
  // How many registers are filled when a call begins.
  uint32_t parameter_count() const {
    return static_cast<uint32_t>(required + optional + (has_rest ? 1 : 0) + keys.size());
  }

  enum : uint8_t { kLibrary = 1 };  // flags: part of the language, so that errors are shown where it was called

  // Not null while parts are left out; the code is then one kComplete.
  ChunkStore* store = nullptr;
  const void* stored = nullptr;  // the store's
  // To be called before any of those parts is read, except by who runs the chunk.
  void complete() {
    if (store) store->complete(*this);
  }
  Span span_at(uint32_t instruction) const;
};

}  // namespace elle::lang

// The heap objects behind values. Made only by lang::Heap; a plain struct each, so that this file is the memory map.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "lang/value/span.h"
#include "lang/value/value.h"

namespace elle::lang {

class Runtime;
class VM;
class Marker;
struct BuiltinEntry;

struct Object {
  Tag kind;
  bool marked;
  uint8_t size_class;  // the heap's
  uint8_t flags;       // the kind's
  uint32_t reserved;
};

// An integer outside int64_t and uint64_t: magnitude as 64-bit limbs, least significant first, no leading zero limb.
// Immutable. Arithmetic on it is in lang/number, the only folder that knows GMP.
struct BigInt : Object {
  int32_t sign;  // -1 or 1
  uint32_t limb_count;
  uint64_t limbs[];
};

// A name; keywords share the struct (text without the colon). Interned ones live as long as the session, those of
// `gensym` are collected.
struct Symbol : Object {
  uint32_t hash;
  uint32_t length;
  char text[];  // NUL-terminated
  std::string_view view() const { return {text, length}; }
};

// Immutable UTF-8 text, NUL-terminated so that C can read it in place. May contain NULs; `bytes` counts them.
struct String : Object {
  uint64_t bytes;
  uint64_t characters;  // code points; equal to `bytes` exactly when the text is ASCII
  char text[];
  std::string_view view() const { return {text, bytes}; }
};

// A list cell; the empty list is nil. `tail` is a list in turn, set before any script sees the cell and never again: so
// every list ends in nil, and walking along one ends. `span` is the source text of `head` when the reader made the
// cell.
struct Pair : Object {
  Value head;
  Value tail;
  Span span;
};

struct Vector : Object {
  Value* items;  // malloc
  uint32_t size;
  uint32_t capacity;
};

// An insertion-ordered hash table; see lang/data/map.h. `order` holds entries in the order of insertion with removed
// ones marked kUnbound; `slots` holds indices into it, a power of two of them.
struct Map : Object {
  struct Entry {
    Value key;
    Value value;
    uint64_t hash;
  };
  Entry* order;     // malloc
  uint32_t* slots;  // malloc
  uint32_t count;   // live entries
  uint32_t used;    // entries in `order`, removed ones included
  uint32_t capacity;
  uint32_t slot_count;
};

struct Bytes : Object {
  uint64_t size;
  uint8_t data[];
};

// A variable that is both captured and assigned; also carries a thrown value that is not an error object.
struct Box : Object {
  Value value;
};

struct Closure : Object {
  Chunk* chunk;
  uint32_t capture_count;
  Value captures[];
};

struct Builtin : Object {
  const BuiltinEntry* entry;
};

// A global variable. Compiled code holds the cell itself, so a redefinition is seen by all who use the name.
struct Cell : Object {
  enum : uint8_t {
    kMacro = 1,     // the value is a function from forms to a form
    kConstant = 2,  // belongs to the language: cannot be assigned, may be compiled in place
    kPrivate = 4,   // not reachable from other modules
    kHeader = 8,    // the value is what a loaded header says, until a script defines the name
  };
  Value value;      // kUnbound until defined
  Value docstring;  // of a value that is no function: string or nil
  Symbol* name;
  Module* module;
};

struct ErrorObject : Object {
  Value kind;       // keyword
  Value message;    // string
  Value next_step;  // string or nil
  Value data;       // what `(error … data)` was given, or the fields of an error of Elle's; or nil
  Value prototype;  // of the C function whose arguments it is about: string or nil
  Value trace;      // what led to it, a CallStack; nil until raised
  // The parameters concerned, in bytes of the prototype; equal when there are none.
  uint32_t highlight_begin, highlight_end;
  Span span;  // where
  enum : uint8_t {
    kReport = 1,  // the message is a whole report, with places
    kOfC = 2,     // it came of C, not of Lisp: see Runtime::fail
  };
};

// What the rest of the system hangs on a value: files, regular expressions, libraries, C types. `body` is never null.
class OpaqueBody {
 public:
  virtual ~OpaqueBody() = default;
  virtual std::string_view type_name() const = 0;
  // How it prints: `#<file "a.txt">`.
  virtual std::string describe() const = 0;
  virtual void trace(Marker&) const {}
};

struct Opaque : Object {
  std::unique_ptr<OpaqueBody> body;
};

// C memory that the collector owns, or a view into somebody's: a struct, a union, an array. The type of the content is
// in the value's word (CTypeId), so a cast costs no object.
struct Allocation : Object {
  std::byte* address;
  uint64_t size;  // bytes; what lies beyond is never read or written
  Value owner;    // kept alive by this view; nil when the memory is its own
  enum : uint8_t { kOwned = 1, kFreed = 2 };
};

}  // namespace elle::lang

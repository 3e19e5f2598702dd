// The image: the standard library as the build compiled it, one block of bytes inside the program.
//
// Numbers are little-endian and packed without gaps; a place in the image is never stored, so it can lie anywhere. An
// image is made and read by one and the same build of Elle: a reader accepts its own kVersion only, and what is inside
// (instructions, opcode numbers) needs no version of its own because kVersion is raised with it.
//
//   header   magic 8, version u32, size u32 (of the whole image), checksum u64 (of all after the header)
//   atoms    count u32, then each: begin u32 (in the texts), length u16, AtomKind u8, zero u8; then the texts, one text
//   sources  first u32 (offset that the first had in its source map), count u32, then each: name text, content text.
//            They follow each other there, so one difference moves every span to where they lie now.
//   forms    count u32, then each: FormKind u8, then what the kind says. Run in this order, each as soon as it is read:
//            what follows may name its values.
//
//   text     length u32, UTF-8
//   atom     index u32; a gensym keeps its identity this way
//   span     begin u32, end u32
//   chunk    head:  name u32 (atom + 1, or 0), span, required u16, optional u16, registers u16, ChunkFlag u8, count u32
//                   of keys, then each: keyword atom, slot u16
//            size u32 of the rest
//            rest:  docstring value, parameters value, then five arrays, each with its count u32 before it:
//                   code       u64 instruction
//                   spans      begin u32, span
//                   captures   from_register u16, index u16
//                   handlers   begin u32, end u32, target u32, slot u16, cleanup u16
//                   constants  value
//   value    ValueKind u8, then what the kind says
//
// A session uses few of the functions it has. So a function's rest is read when it is first called, and an atom becomes
// a symbol when it is first met.
#pragma once

#include <cstddef>
#include <cstdint>

namespace elle::lang::image {

inline constexpr char kMagic[8] = {'E', 'L', 'L', 'E', 'I', 'M', 'G', '\n'};
inline constexpr uint32_t kVersion = 4;
inline constexpr size_t kHeaderSize = 24;

enum class AtomKind : uint8_t { kSymbol, kKeyword, kGensym };

enum ChunkFlag : uint8_t { kHasRest = 1, kTopLevel = 2 };

enum class FormKind : uint8_t {
  kRun,          // chunk
  kDefine,       // atom, chunk: (define (name …) …)
  kDefineMacro,  // atom, chunk
};

enum class ValueKind : uint8_t {
  kImmediate,  // tag u8, payload u64: nil, booleans, small integers, doubles, characters
  kAtom,       // atom
  kString,     // text
  kBigInt,     // sign u8 (1 is negative), count u32, limbs u64
  kList,       // count u32, then each: span, head value; then the last tail value
  kVector,     // count u32, values
  kMap,        // count u32, then each: key value, value
  kBytes,      // count u32, bytes
  kChunk,      // chunk
  kCell,       // atom: the variable of this name in the prelude
  kDefined,    // atom: what that variable holds at this point: a function of the language, compiled in place
};

}  // namespace elle::lang::image

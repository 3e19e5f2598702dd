// lang/vm/disassemble: what the verifier lets through cannot read outside its frame, constants, captures or code.
#include <doctest/doctest.h>

#include "lang/vm/disassemble.h"

namespace elle::lang {

namespace {

// What is wrong with a function of two registers, one integer as its constant and one captured value.
std::string problem(std::vector<Instruction> code) {
  Runtime runtime;
  auto* chunk = runtime.heap.make<Chunk>(Tag::kChunk);
  chunk->registers = 2;
  chunk->constants = {integer(7)};
  chunk->captures = {{true, 0}};
  chunk->code = std::move(code);
  return verify(*chunk).value_or("sound");
}

constexpr auto kEnd = [] { return encode(Opcode::kReturn, 0); };

}  // namespace

TEST_CASE("Sound code is let through") {
  CHECK(problem({encode(Opcode::kMove, 0, 1), kEnd()}) == "sound");
  CHECK(problem({encode_wide(Opcode::kLoadConstant, 1, 0), kEnd()}) == "sound");
  CHECK(problem({encode_wide(Opcode::kGetCaptured, 1, 0), kEnd()}) == "sound");
}

TEST_CASE("Registers, constants and captures out of range are found") {
  CHECK(problem({encode(Opcode::kMove, 0, 2), kEnd()}) == "Instruction 0 has a register out of range.");
  CHECK(problem({encode(Opcode::kCall, 0, 2), kEnd()}) == "Instruction 0 has a register out of range.");
  CHECK(problem({encode(Opcode::kVector, 0, 1, 2), kEnd()}) == "Instruction 0 has a register out of range.");
  CHECK(problem({encode_wide(Opcode::kLoadConstant, 0, 1), kEnd()}) == "Instruction 0 has a constant out of range.");
  CHECK(problem({encode_wide(Opcode::kLoadConstant, 0, -1), kEnd()}) == "Instruction 0 has a constant out of range.");
  CHECK(problem({encode_wide(Opcode::kGetCaptured, 0, 1), kEnd()}) == "Instruction 0 has a capture out of range.");
}

TEST_CASE("A constant of the wrong kind is found") {
  CHECK(problem({encode_wide(Opcode::kGetGlobal, 0, 0), kEnd()}) ==
        "Instruction 0 has a constant that is no variable.");
  CHECK(problem({encode_wide(Opcode::kDefineMacro, 0, 0), kEnd()}) ==
        "Instruction 0 has a constant that is no variable.");
  CHECK(problem({encode_wide(Opcode::kClosure, 0, 0), kEnd()}) == "Instruction 0 has a constant that is no chunk.");
}

TEST_CASE("Jumps out of the code, and tests without a jump, are found") {
  CHECK(problem({encode_wide(Opcode::kJump, 0, 1), kEnd()}) == "Instruction 0 has a jump out of range.");
  CHECK(problem({encode_wide(Opcode::kJumpIf, 0, -2), kEnd()}) == "Instruction 0 has a jump out of range.");
  CHECK(problem({encode(Opcode::kTestLess, 0, 1, 1), kEnd()}) == "Instruction 0 has a test without a jump.");
}

TEST_CASE("Code that runs off its end, and no opcode at all, are found") {
  CHECK(problem({}) == "There is no code.");
  CHECK(problem({encode(Opcode::kLoadNil, 0)}) == "The code runs off its end.");
  CHECK(problem({Instruction{0xffff}, kEnd()}) == "Instruction 0 has an unknown opcode.");
}

TEST_CASE("A closure whose captures lie outside its maker is found") {
  Runtime runtime;
  auto* inner = runtime.heap.make<Chunk>(Tag::kChunk);
  inner->registers = 1;
  inner->code = {kEnd()};
  auto* outer = runtime.heap.make<Chunk>(Tag::kChunk);
  outer->registers = 1;
  outer->constants = {object_value(Tag::kChunk, inner)};
  outer->code = {encode_wide(Opcode::kClosure, 0, 0), kEnd()};
  CHECK(verify(*outer).value_or("sound") == "sound");
  inner->captures = {{true, 1}};
  CHECK(verify(*outer).value_or("sound") == "Instruction 0 has a closure that captures what is not there.");
  inner->captures = {{false, 0}};
  CHECK(verify(*outer).value_or("sound") == "Instruction 0 has a closure that captures what is not there.");
}

TEST_CASE("A handler outside the code is found, in inner functions too") {
  Runtime runtime;
  auto* inner = runtime.heap.make<Chunk>(Tag::kChunk);
  inner->registers = 1;
  inner->code = {kEnd()};
  inner->handlers = {{0, 1, 1, 0, false}};
  auto* outer = runtime.heap.make<Chunk>(Tag::kChunk);
  outer->registers = 1;
  outer->constants = {object_value(Tag::kChunk, inner)};
  outer->code = {encode_wide(Opcode::kClosure, 0, 0), kEnd()};
  CHECK(verify(*outer).value_or("sound") == "A handler is out of range.");
}

}  // namespace elle::lang

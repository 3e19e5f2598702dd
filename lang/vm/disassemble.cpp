// Both walk the list of opcodes by the shape of their operands. The check runs in tests and where assertions are on:
// chunks come from our own compiler and image, and the interpreter trusts them.
#include "lang/vm/disassemble.h"

#include "lang/print/printer.h"

namespace elle::lang {

namespace {

struct OpcodeInfo {
  const char* name;
  Shape shape;
};

constexpr OpcodeInfo kOpcodes[] = {
#define X(op, shape, meaning) {#op, shape},
    ELLE_OPCODES(X)
#undef X
};
constexpr size_t kOpcodeCount = sizeof(kOpcodes) / sizeof(kOpcodes[0]);

std::string constant_text(const Runtime& runtime, Value constant) {
  if (constant.is(Tag::kCell)) return std::string(constant.as<Cell>()->name->view());
  return print_short(runtime.views, constant);
}

std::string operands_text(const Runtime& runtime, const Chunk& chunk, uint32_t index) {
  const Instruction i = chunk.code[index];
  switch (kOpcodes[static_cast<size_t>(i.op())].shape) {
    case Shape::kNone:
      return "";
    case Shape::kA:
      return fmt::format("r{}", i.a());
    case Shape::kAB:
      return fmt::format("r{} r{}", i.a(), i.b());
    case Shape::kABC:
      return fmt::format("r{} r{} r{}", i.a(), i.b(), i.c());
    case Shape::kABI:
      return fmt::format("r{} r{} {}", i.a(), i.b(), i.signed_c());
    case Shape::kTest:
      return fmt::format("r{} r{} {}", i.a(), i.b(), chunk.code[index + 1].a() != 0);
    case Shape::kTestI:
      return fmt::format("r{} {} {}", i.a(), i.wide(), chunk.code[index + 1].a() != 0);
    case Shape::kAI:
      return fmt::format("r{} {}", i.a(), i.wide());
    case Shape::kAK:
      return fmt::format("r{} {}", i.a(), constant_text(runtime, chunk.constants[static_cast<size_t>(i.wide())]));
    case Shape::kAU:
      return fmt::format("r{} captured {}", i.a(), i.wide());
    case Shape::kJump:
      return fmt::format("-> {}", static_cast<int64_t>(index) + 1 + i.wide());
    case Shape::kAJump:
      return fmt::format("r{} -> {}", i.a(), static_cast<int64_t>(index) + 1 + i.wide());
    case Shape::kRangeK:
      return fmt::format("r{} {} with {}", i.a(), constant_text(runtime, chunk.constants[i.c()]), i.b());
    case Shape::kRange:
      return fmt::format("r{} with {}", i.a(), i.b());
    case Shape::kResult:
      return fmt::format("r{} from r{}, {} of them", i.a(), i.b(), i.c());
  }
  return "";
}

class Verifier {
 public:
  explicit Verifier(const Chunk& chunk) : chunk_(chunk) {}

  std::optional<std::string> run() {
    if (chunk_.code.empty()) return "There is no code.";
    for (at_ = 0; at_ < chunk_.code.size() && !problem_; at_++) check(chunk_.code[at_]);
    const Opcode last = chunk_.code.back().op();
    if (!problem_ && last != Opcode::kReturn && last != Opcode::kThrow && last != Opcode::kJump &&
        last != Opcode::kTailCall && last != Opcode::kComplete)
      problem_ = "The code runs off its end.";
    for (const Handler& handler : chunk_.handlers)
      if (handler.target >= chunk_.code.size() || handler.slot >= chunk_.registers)
        problem_ = problem_.value_or("A handler is out of range.");
    return problem_;
  }

 private:
  void fail(const char* what) {
    if (!problem_) problem_ = fmt::format("Instruction {} has {}.", at_, what);
  }
  void registers(uint32_t first, uint32_t count = 1) {
    if (first + count > chunk_.registers) fail("a register out of range");
  }
  void jump(int64_t distance) {
    const int64_t target = static_cast<int64_t>(at_) + 1 + distance;
    if (target < 0 || target >= static_cast<int64_t>(chunk_.code.size())) fail("a jump out of range");
  }
  void constant(int32_t index) {
    if (index < 0 || static_cast<size_t>(index) >= chunk_.constants.size()) fail("a constant out of range");
  }
  // What an instruction takes its constant for.
  void constant_kind(Instruction i) {
    const Value constant = chunk_.constants[static_cast<size_t>(i.wide())];
    if (i.op() == Opcode::kLoadConstant) return;
    if (i.op() != Opcode::kClosure) {
      if (!constant.is(Tag::kCell)) fail("a constant that is no variable");
    } else if (!constant.is(Tag::kChunk)) {
      fail("a constant that is no chunk");
    } else {
      for (const Capture& capture : constant.as<Chunk>()->captures)
        if (capture.index >= (capture.from_register ? chunk_.registers : chunk_.captures.size()))
          fail("a closure that captures what is not there");
    }
  }
  void test_has_jump() {
    if (at_ + 1 >= chunk_.code.size() || chunk_.code[at_ + 1].op() != Opcode::kJump) fail("a test without a jump");
  }

  void check(Instruction i) {
    if (static_cast<size_t>(i.op()) >= kOpcodeCount) return fail("an unknown opcode");
    switch (kOpcodes[static_cast<size_t>(i.op())].shape) {
      case Shape::kNone:
        break;
      case Shape::kA:
      case Shape::kAI:
        registers(i.a());
        break;
      case Shape::kAB:
      case Shape::kABI:
        registers(i.a()), registers(i.b());
        break;
      case Shape::kABC:
        registers(i.a()), registers(i.b()), registers(i.c());
        break;
      case Shape::kTest:
        registers(i.a()), registers(i.b()), test_has_jump();
        break;
      case Shape::kTestI:
        registers(i.a()), test_has_jump();
        break;
      case Shape::kAK:
        registers(i.a()), constant(i.wide());
        if (!problem_) constant_kind(i);
        break;
      case Shape::kAU:
        registers(i.a());
        if (i.wide() < 0 || static_cast<size_t>(i.wide()) >= chunk_.captures.size()) fail("a capture out of range");
        break;
      case Shape::kJump:
        jump(i.wide());
        break;
      case Shape::kAJump:
        registers(i.a()), jump(i.wide());
        break;
      case Shape::kRangeK:
        registers(i.a(), i.b() + 1u), constant(i.c());
        if (!problem_ && !chunk_.constants[i.c()].is(Tag::kCell)) fail("a constant that is no variable");
        break;
      case Shape::kRange:
        registers(i.a(), i.b() + 1u);
        break;
      case Shape::kResult:
        registers(i.a()), registers(i.b(), i.c());
        break;
    }
  }

  const Chunk& chunk_;
  size_t at_ = 0;
  std::optional<std::string> problem_;
};

}  // namespace

std::string disassemble(const Runtime& runtime, const Chunk& chunk) {
  std::string text = fmt::format("{}: {} registers\n", chunk.name ? chunk.name->view() : "(fn …)", chunk.registers);
  for (uint32_t i = 0; i < chunk.code.size(); i++) {
    // Names without the leading k.
    text += fmt::format("{:4} {:20} {}\n", i, kOpcodes[static_cast<size_t>(chunk.code[i].op())].name + 1,
                        operands_text(runtime, chunk, i));
  }
  for (Value constant : chunk.constants)
    if (constant.is(Tag::kChunk)) text += "\n" + disassemble(runtime, *constant.as<Chunk>());
  return text;
}

std::optional<std::string> verify(const Chunk& chunk) {
  if (auto problem = Verifier(chunk).run()) return problem;
  for (Value constant : chunk.constants)
    if (constant.is(Tag::kChunk))
      if (auto problem = verify(*constant.as<Chunk>())) return problem;
  return std::nullopt;
}

}  // namespace elle::lang

"""The program of a list of signatures: its header, its C, its Lisp, and the tape of its values.

`fN` notes its arguments and returns what the tape holds; `gN` calls back with what the tape holds and notes the answer.
Lisp is no callback of a variadic type; there `gN` serves compilers.c alone.
"""

from pathlib import Path

from aggregates import Record

HERE = Path(__file__).parent


class Program:
    def __init__(self, signatures):
        self.signatures = signatures
        self.tape = bytearray(b"\0")
        self.spans = []
        for signature in signatures:
            begin = len(self.tape)
            for type_, value in [*signature.parameters, (signature.result, signature.answer)]:
                self.tape += type_.encode(value)
            self.spans.append((begin, len(self.tape)))

    def write(self, folder):
        Path(folder, "cases.h").write_text(self.header())
        Path(folder, "cases.c").write_text(self.code())
        Path(folder, "cases.lisp").write_text(self.script())
        Path(folder, "tape").write_bytes(self.tape)

    def definitions(self):
        """Of the structs, unions and enums, each once and after what it needs."""
        return list(dict.fromkeys(name for s in self.signatures for type_ in s.types for name in type_.names))

    # --- The header. ---

    def header(self):
        lines = ["// Made by tests/agree.", f'#include "{HERE}/agree.h"']
        lines += [definition.text for definition in self.definitions()]
        for signature in self.signatures:
            lines += [f"{prototype(signature)};", f"{caller_prototype(signature)};"]
        return "\n".join(lines) + "\n"

    # --- The C side. ---

    def code(self):
        lines = [f'#include "{HERE}/agree.c"', '#include "cases.h"', "#include <stdarg.h>"]
        for record in self.top_level_records():
            lines += define(f"KEPT void note_{record.tag}(const {record.c}* p)", record.note("(*p)"))
            lines += define(f"KEPT void fetch_{record.tag}({record.c}* p)",
                            ["memset(p, 0xa5, sizeof *p);", *record.fetch("(*p)")])
        for signature in self.signatures:
            lines += callee(signature) + caller(signature)
        return "\n".join(lines) + "\n"

    def top_level_records(self):
        return list(dict.fromkeys(t for s in self.signatures for t in s.types if isinstance(t, Record)))

    # --- The Lisp side. ---

    def script(self):
        lines = [f'(import "{HERE}/agree.lisp" :as agree)', '(load-header-with-lib "./cases.h" "./cases.so")',
                 '(unless (= (agree-load "tape") 1) (error "no tape"))']
        for signature, (begin, end) in zip(self.signatures, self.spans):
            span = f"{signature.number} {begin} {end}"
            lines.append(f"(agree/check-call {span} (fn [] {call(signature)}) {signature.result.lisp(signature.answer)})")
            if not signature.variadic:
                lines.append(f"(agree/check-callback {span} (fn [] (g{signature.number} {lisp_callback(signature)})))")
        return "\n".join(lines) + '\n(agree/free-texts)\n(print "done")\n'


def define(head, body):
    return [f"{head} {{", *(f"  {line}" for line in body), "}"]


def parameter_list(signature, named=True):
    fixed = signature.parameters[:signature.fixed]
    texts = [type_.declare(f"a{i}" if named else "") for i, (type_, _) in enumerate(fixed)]
    return ", ".join(texts + ["..."] * signature.variadic) or "void"


def prototype(signature):
    return f"{signature.result.declare(f'f{signature.number}({parameter_list(signature)})')}"


def caller_prototype(signature):
    callback = signature.result.declare(f"(*callback)({parameter_list(signature, named=False)})")
    return f"void g{signature.number}({callback})"


def note(type_, name):
    return [f"note_{type_.tag}(&{name});"] if isinstance(type_, Record) else type_.note(name)


def fetch(type_, name):
    return [f"fetch_{type_.tag}(&{name});"] if isinstance(type_, Record) else type_.fetch(name)


def callee(signature):
    body = []
    if signature.variadic:
        body.append(f"va_list rest; va_start(rest, a{signature.fixed - 1});")
    for i, (type_, _) in enumerate(signature.parameters):
        if i >= signature.fixed:
            body.append(f"{type_.declare(f'a{i}')} = va_arg(rest, {type_.declare('')});")
        body += [f"item = {i};", *note(type_, f"a{i}")]
    if signature.variadic:
        body.append("va_end(rest);")
    if signature.result.takes_value():
        body += [f"{signature.result.declare('r')};", *fetch(signature.result, "r"), "return r;"]
    return define(prototype(signature), body)


def caller(signature):
    body = []
    for i, (type_, _) in enumerate(signature.parameters):
        body += [f"{type_.declare(f'a{i}')};", *fetch(type_, f"a{i}")]
    arguments = ", ".join(f"a{i}" for i in range(len(signature.parameters)))
    if signature.result.takes_value():
        body += [f"{signature.result.declare('r')} = callback({arguments});", "item = -1;",
                 *note(signature.result, "r")]
    else:
        body.append(f"callback({arguments});")
    return define(caller_prototype(signature), body)


def call(signature):
    arguments = []
    for i, (type_, value) in enumerate(signature.parameters):
        text = type_.lisp(value)
        arguments.append(f'(as-c "{type_.declare("")}" {text})' if i >= signature.fixed else text)
    return f"({' '.join([f'f{signature.number}', *arguments])})"


def lisp_callback(signature):
    names = " ".join(f"a{i}" for i in range(len(signature.parameters)))
    checks = [f"(agree/arrived {signature.number} {i} a{i} {type_.lisp(value)})"
              for i, (type_, value) in enumerate(signature.parameters)]
    answer = f"(agree/kept {signature.result.lisp(signature.answer)})"
    return f"(fn [{names}] {' '.join([*checks, answer])})"

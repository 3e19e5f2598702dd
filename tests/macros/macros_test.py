"""Every object-like macro that Elle has a value for is what the C compilers make of it: macros_test.py DUMP FOLDER.

Elle's values come from `dump_macros`; a C program prints the same macros through _Generic and printf. gcc and clang
compile it, and type, width and value must be the same, floating numbers to the last bit. What Elle has no value for
must not be an integer constant expression to the compiler either.
"""

import re
import subprocess
import sys
from pathlib import Path

# A header as a script names it, and the library whose package says where it is.
HEADERS = [
    ("errno.h", ""), ("limits.h", ""), ("fcntl.h", ""), ("sys/socket.h", ""), ("stdio.h", ""), ("math.h", ""),
    ("float.h", ""), ("stdint.h", ""), ("signal.h", ""), ("sys/mman.h", ""), ("netinet/in.h", ""),
    ("sqlite3.h", "libsqlite3.so.0"), ("zlib.h", "libz.so.1"), ("llvm-c/Core.h", "libLLVM-19.so"),
    ("glib.h", "libglib-2.0.so.0"), ("gtk/gtk.h", "libgtk-4.so.1"), ("SDL.h", "libSDL2-2.0.so.0"),
    ("cairo.h", "libcairo.so.2"), ("png.h", "libpng16.so.16"), ("curl/curl.h", "libcurl.so.4"),
    ("libxml/parser.h", "libxml2.so.2"), ("git2.h", "libgit2.so.1.5"),
]  # fmt: skip
# Of others, where they are installed.
WELCOME = [("X11/Xlib.h", "libX11.so.6"), ("GL/gl.h", "libGL.so.1")]

# Elle reads headers as clang does. A few are written differently for gcc, which then has another macro of that name.
OURS, OTHER = "clang-19", "gcc"

PROLOGUE = r"""
#include <stdio.h>
#include <string.h>
#define TYPE(e) _Generic((e), _Bool: "bool", char: "char", signed char: "signed char", unsigned char: "unsigned char", \
  short: "short", unsigned short: "unsigned short", int: "int", unsigned: "unsigned int", long: "long", \
  unsigned long: "unsigned long", long long: "long long", unsigned long long: "unsigned long long", \
  float: "float", double: "double", long double: "long double", __int128: "__int128", \
  unsigned __int128: "unsigned __int128", default: "other")
#define INTEGER(name, e) (((__typeof__(e))-1 < 0) ? printf("%s\t%s\t%lld\n", name, TYPE(e), (long long)(e)) \
                                                 : printf("%s\t%s\t%llu\n", name, TYPE(e), (unsigned long long)(e)))
#define FLOATING(name, e, ours) printf("%s\t%s\t%s\n", name, TYPE(e), \
  (long double)(e) == (long double)(ours) || ((e) != (e) && (ours) != (ours)) ? #ours : "another value")
#define POINTER(name, e) printf("%s\tpointer\t%llu\n", name, (unsigned long long)(e))
#define LITERAL(name, e) print_bytes(name, (const char *)(e), sizeof(e) - sizeof((e)[0]))
#define TEXT(name, e) print_bytes(name, (const char *)(e), strlen((const char *)(e)))
static void print_bytes(const char *name, const char *bytes, unsigned long count) {
  printf("%s\tstring\t", name);
  for (unsigned long i = 0; i < count; i++) printf("%02x", (unsigned char)bytes[i]);
  printf("\n");
}
"""


class Macro:
    def __init__(self, kind, name, of_type, value):
        self.kind, self.name, self.type, self.value = kind, name, of_type, value

    def statement(self):
        if self.kind == "integer":
            return f'INTEGER("{self.name}", {self.name});'
        if self.kind == "floating":
            return f'FLOATING("{self.name}", {self.name}, {self.hex_float()});'
        if self.kind == "pointer":
            return f'POINTER("{self.name}", {self.name});'
        return f'{"TEXT" if "*" in self.type else "LITERAL"}("{self.name}", {self.name});'

    def hex_float(self):
        return {"inf": "(__builtin_inf())", "nan": "(__builtin_nan(\"\"))"}.get(self.value, self.value + "L")

    def expected(self):
        if self.kind == "floating":
            return self.type, self.hex_float()
        return {"pointer": "pointer", "string": "string"}.get(self.kind, self.type), self.value


class Header:
    """What Elle says of one header."""

    def __init__(self, dump, name, library):
        run = subprocess.run([dump, name, library], capture_output=True, text=True)
        self.problem = run.stderr.strip()
        self.includes, self.flags, self.macros, self.others = [], [], [], []
        for line in run.stdout.splitlines():
            kind, *fields = line.split("\t")
            if kind == "include":
                self.includes.append(fields[0])
            elif kind == "flag":
                self.flags.append(fields[0])
            elif kind == "other":
                self.others.append((fields[0], fields[1], bytes.fromhex(fields[2]).decode(errors="replace")))
            elif kind != "called":
                self.macros.append(Macro(kind, *fields))

    def source(self, body):
        return "".join(f"#include <{name}>\n" for name in self.includes) + PROLOGUE + body


def compile_c(compiler, header, source, program):
    """The compiler's complaints by line number; the program is there when there are none."""
    program.with_suffix(".c").write_text(source)
    # An error stands where a macro is used, not where it was defined.
    options = ["-fmax-errors=0", "-ftrack-macro-expansion=0"] if compiler == "gcc" else ["-ferror-limit=0"]
    run = subprocess.run(
        [compiler, "-std=gnu17", "-w", "-O0", *options, *header.flags, "-o", program, program.with_suffix(".c"), "-lm"],
        capture_output=True, text=True)  # fmt: skip
    found = re.findall(rf"^{re.escape(str(program.with_suffix('.c')))}:(\d+):\d+: (?:fatal )?error: (.*)", run.stderr, re.M)
    if run.returncode and not found:
        raise SystemExit(f"{compiler} fails on {program}.c:\n{run.stderr[:2000]}")
    return {int(line): text for line, text in found}


def expansions(compiler, header, program):
    """The text of each macro as this compiler's own headers and definitions make it."""
    source = program.with_suffix(".i.c")
    names = [macro.name for macro in header.macros]
    source.write_text(header.source("") + "".join(f'"expansion of" "{name}" {name} "end"\n' for name in names))
    run = subprocess.run([compiler, "-std=gnu17", "-E", "-P", *header.flags, source], capture_output=True, text=True, check=True)
    pieces = re.findall(r'"expansion of" "(\w+)"(.*?)"end"', run.stdout, re.S)
    return {name: re.sub(r"\s", "", text) for name, text in pieces}


def values_by(compiler, header, program):
    """(what the compiled program prints, what does not compile) by macro."""
    refused = {}
    while True:
        lines = [macro for macro in header.macros if macro.name not in refused]
        head = header.source("int main(void) {\n")
        first = head.count("\n") + 1
        errors = compile_c(compiler, header, head + "\n".join(macro.statement() for macro in lines) + "\n}\n", program)
        if not errors:
            break
        for line, text in errors.items():
            if not first <= line < first + len(lines):
                raise SystemExit(f"{program}.c:{line}: {text}")
            refused[lines[line - first].name] = text
    output = subprocess.run([program], capture_output=True, text=True, errors="replace", check=True).stdout
    return {line.split("\t")[0]: tuple(line.split("\t")[1:]) for line in output.splitlines()}, refused


def disagreements(compiler, header, program):
    """The text of each disagreement by the macro's name."""
    values, refused = values_by(compiler, header, program)
    found = {}
    for macro in header.macros:
        if macro.name in refused:
            found[macro.name] = f"{macro.expected()}, but {compiler} refuses it: {refused[macro.name]}"
        elif values[macro.name] != macro.expected():
            found[macro.name] = f"{macro.expected()}, but {values[macro.name]} by {compiler}"
    return found


def unfolded(header, program):
    """Macros without a value here that the compiler takes for integer constants: there should be none."""
    # __LINE__ and its like are another number at each mention.
    candidates = [name for name, kind, body in header.others
                  if kind in ("expression", "not-expression") and not body.startswith("__")]  # fmt: skip
    head = header.source("")
    first = head.count("\n") + 1
    body = "".join(f"enum {{ constant_{i} = ({name}) }};\n" for i, name in enumerate(candidates))
    errors = compile_c(OURS, header, head + body + "int main(void) { return 0; }\n", program)
    return [name for i, name in enumerate(candidates) if first + i not in errors]


def compare(header, program):
    """What is wrong, and the names of macros that gcc's own headers or predefinitions make something else."""
    ours, other = disagreements(OURS, header, program), disagreements(OTHER, header, program)
    here, there = expansions(OURS, header, program), expansions(OTHER, header, program)
    differ = [name for name in other if here.get(name) != there.get(name)]
    complaints = [f"{name}: {text}" for name, text in [*ours.items(), *other.items()] if name in ours or name not in differ]
    complaints += [f"{name}: an integer constant without a value here" for name in unfolded(header, program)]
    return complaints, differ


def main(dump, folder):
    work = Path(folder)
    work.mkdir(parents=True, exist_ok=True)
    total = failures = 0
    for name, library in HEADERS + WELCOME:
        header = Header(dump, name, library)
        if header.problem:
            print(f"{name}: {header.problem.splitlines()[0]}")
            failures += (name, library) in HEADERS
            continue
        program = work / re.sub(r"\W", "_", name)
        complaints, others = compare(header, program)
        print(f"{name}: {len(header.macros)} values, {len(others)} of them other macros to {OTHER}: {' '.join(others)}")
        for text in complaints:
            print(f"  {text}")
        total += len(header.macros)
        failures += len(complaints)
    print(f"{total} values of {len(HEADERS)} headers and more, {failures} disagreements")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

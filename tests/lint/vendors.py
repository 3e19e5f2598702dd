"""Each vendor library is included in one folder, its home, and no header takes its types out of there.

A new library is given its home here, and loses it with its last include: the lists below hold what is used and nothing
else, so that they can be read as an inventory. Headers of our own must be there, also where no build compiles the file.
"""

import re
from pathlib import Path

from sources import CODE, files, includes, run

HOMES = {
    "xxhash.h": "core/base/",
    "ffi.h": "core/call/",
    "clang-c/": "core/headers/",
    "dwarf.h": "core/debug_info/",
    "elfutils/": "core/debug_info/",
    "expat.h": "core/documentation/",
    "tree_sitter/": "lang/read/",
    "gmp.h": "lang/number/",
    "pcre2.h": "lang/text/",
    "utf8proc.h": "lang/text/",
    "rapidjson/": "lang/json/",
}

# No library to keep at a distance: C++, fmt, and what the system itself offers.
FREE = re.compile(r"[a-z_0-9]+|fmt/\w+\.h|(sys|linux)/\w+\.h")
SYSTEM = {"cxxabi.h", "dirent.h", "dlfcn.h", "elf.h", "fcntl.h", "link.h", "malloc.h", "poll.h", "pthread.h", "setjmp.h", "signal.h",
          "spawn.h", "termios.h", "ucontext.h", "unistd.h"}

OWN = ("core", "lang", "shell")


def belongs_to(name, header):
    """Whether the include `name` is of an entry of HOMES: a header, or a folder of them."""
    return name == header or header.endswith("/") and name.startswith(header)


def home_of(name):
    return next((home for header, home in HOMES.items() if belongs_to(name, header)), None)


def vendor_headers(root, paths):
    """Project headers that include a vendor's, themselves or through others: header -> home."""
    homes = {}
    grown = True
    while grown:
        grown = False
        for path in paths:
            for _, name, _ in includes(root, path) if path not in homes and path.endswith(".h") else ():
                home = home_of(name) or homes.get(name)
                if home:
                    homes[path] = home
                    grown = True
                    break
    return homes


def missing(root):
    """Includes of headers of our own that are not in the tree."""
    for path in files(root, OWN + ("stdlib", "tests"), CODE):
        for line, name, quoted in includes(root, path):
            if quoted and name.split("/")[0] in OWN and not Path(root, name).is_file():
                yield f'{path}:{line}: there is no "{name}"'


def unused(names):
    """Entries of the lists above that no include stands for."""
    for header in [*HOMES, *sorted(SYSTEM)]:
        if not any(belongs_to(name, header) for name in names):
            yield f"tests/lint/vendors.py: nothing includes <{header}> any more; take it out of the list"


def lint(root):
    paths = files(root, OWN, CODE)
    carried = vendor_headers(root, paths)
    names = set()
    for path in paths:
        for line, name, quoted in includes(root, path):
            names.add(name)
            home = home_of(name)
            if home and not path.startswith(home):
                yield f"{path}:{line}: <{name}> may be included in {home} only"
            elif not home and not quoted and name not in SYSTEM and not FREE.fullmatch(name):
                yield f"{path}:{line}: <{name}> has no home yet; give its library one in tests/lint/vendors.py"
            elif name in carried and not path.startswith(carried[name]):
                yield f'{path}:{line}: "{name}" shows vendor types, so only {carried[name]} may include it'
    yield from missing(root)
    yield from unused(names)


if __name__ == "__main__":
    run(lint)

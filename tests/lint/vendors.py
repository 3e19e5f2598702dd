"""Each vendor library is included in one folder, its home, and no header takes its types out of there.

A new library is given its home here.
"""

import re

from sources import CODE, files, includes, run

HOMES = {
    "ffi.h": "core/call/",
    "asmjit/": "core/call/",
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
FREE = re.compile(
    r"[a-z_0-9]+|fmt/\w+\.h|(sys|linux|asm)/[\w/]+\.h|"
    r"(assert|ctype|cxxabi|dirent|dlfcn|elf|errno|execinfo|fcntl|fenv|float|ftw|glob|inttypes|limits|link|locale|malloc|math|"
    r"poll|pthread|pwd|sched|semaphore|setjmp|signal|spawn|stdalign|stdarg|stdatomic|stdbool|stddef|stdint|stdio|"
    r"stdlib|string|strings|termios|time|ucontext|unistd|unwind|wchar)\.h"
)


def home_of(name):
    return next((home for header, home in HOMES.items() if name == header or
                 header.endswith("/") and name.startswith(header)), None)


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


def lint(root):
    paths = files(root, ("core", "lang", "shell"), CODE)
    carried = vendor_headers(root, paths)
    for path in paths:
        for line, name, quoted in includes(root, path):
            home = home_of(name)
            if home and not path.startswith(home):
                yield f"{path}:{line}: <{name}> may be included in {home} only"
            elif not home and not quoted and not FREE.fullmatch(name):
                yield f"{path}:{line}: <{name}> has no home yet; give its library one in tests/lint/vendors.py"
            elif name in carried and not path.startswith(carried[name]):
                yield f'{path}:{line}: "{name}" shows vendor types, so only {carried[name]} may include it'


if __name__ == "__main__":
    run(lint)

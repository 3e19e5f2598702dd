"""clang-tidy on the C++ files that a change touches: `tidy_changed.py ROOT BUILD`, for `./dev tidy --changed`.

A change is what differs from where the branch left main, with what is not committed yet. On main itself, where nothing
differs, it is the commits of the last day before the newest. Nothing is compiled: BUILD is a configured tree of clang,
whose compile_commands.json says how each file is read.
"""

import json
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

# So that a change of the whole tree still takes minutes: one file takes some four seconds of a core.
MOST_FILES = 80
DAY = 24 * 60 * 60
FOLDERS = ("core", "lang", "shell", "stdlib", "tests")
EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"  # git's own name for it


def git(root, *arguments):
    """What git prints; None when it fails."""
    done = subprocess.run(["git", "-C", root, *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else None


def base_of_change(root):
    """The commit (or tree) that the change is measured against; None where there is no history to ask."""
    head = git(root, "rev-parse", "HEAD")
    if head is None:
        return None
    for main in ("origin/main", "main"):
        base = git(root, "merge-base", main, "HEAD")
        if base and base != head:
            return base
    newest = int(git(root, "show", "-s", "--format=%ct", "HEAD"))
    return git(root, "rev-list", "-1", f"--before={newest - DAY}", "HEAD") or EMPTY_TREE


def changed_lines(root, base):
    """{path: lines that came or went} of the C++ files there are."""
    counts = {}
    for line in (git(root, "diff", "--numstat", "--no-renames", base, "--", *FOLDERS) or "").splitlines():
        added, removed, path = line.split("\t")
        if added != "-":
            counts[path] = int(added) + int(removed)
    for path in (git(root, "ls-files", "--others", "--exclude-standard", "--", *FOLDERS) or "").splitlines():
        counts[path] = 1
    return {path: count for path, count in counts.items() if path.endswith((".cpp", ".h")) and Path(root, path).is_file()}


def reader_of(root, header, compiled):
    """The compiled file through which a header is checked: its own, else the first beside it that includes it."""
    own = header[:-2] + ".cpp"
    if own in compiled:
        return own
    include = re.compile(rf'^\s*#\s*include\s+"{re.escape(header)}"', re.MULTILINE)
    folder = os.path.dirname(header)
    near = sorted(compiled, key=lambda path: (os.path.dirname(path) != folder, path))
    return next((path for path in near if include.search(Path(root, path).read_text(encoding="utf-8"))), None)


def chosen(counts, compiled, root, most=MOST_FILES):
    """(files to check, how many were left out): those with the most changed lines, headers counted where they are read."""
    weights = {}
    for path, count in counts.items():
        checked = path if path in compiled else reader_of(root, path, compiled) if path.endswith(".h") else None
        if checked:
            weights[checked] = weights.get(checked, 0) + count
    order = sorted(weights, key=lambda path: (-weights[path], path))
    return order[:most], len(order[most:])


def compiled_files(root, build):
    commands = json.loads(Path(build, "compile_commands.json").read_text(encoding="utf-8"))
    paths = (os.path.relpath(command["file"], root) for command in commands)
    return {path for path in paths if path.endswith(".cpp") and not path.startswith("..")}


def complaints(root, build, path):
    """What clang-tidy says of one file; "" when it says nothing."""
    done = subprocess.run(["clang-tidy-19", "--quiet", "-p", build, path], cwd=root, capture_output=True, text=True,
                          check=False)
    return "" if done.returncode == 0 else done.stdout or done.stderr


def main(root, build):
    base = base_of_change(root)
    if base is None:
        print("tidy: no git history here, so nothing is known to have changed")
        return 0
    files, left_out = chosen(changed_lines(root, base), compiled_files(root, build), root)
    more = f"; {left_out} with fewer changed lines were left out" if left_out else ""
    print(f"tidy: {len(files)} files that differ from {base[:12]}{more}", flush=True)
    failed = 0
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for path, said in zip(files, pool.map(lambda path: complaints(root, build, path), files)):
            if said:
                failed += 1
                print(f"{path}:\n{said}", flush=True)
    print(f"tidy: {failed} of them have complaints" if failed else "tidy: nothing to complain about")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])))

"""The four steps of a native call are tagged in the source, each once, where ARCHITECTURE.md says they are."""

import re

from sources import CODE, files, lines, run

STEPS = {1: "lang/vm/", 2: "lang/bridge/", 3: "core/call/", 4: "core/call/"}
TAG = re.compile(r"CALL PATH (\d)/4\b")


def lint(root):
    places = {step: [] for step in STEPS}
    for path in files(root, ("core", "lang", "shell"), CODE):
        for line, text in lines(root, path):
            for tag in TAG.findall(text):
                places.setdefault(int(tag), []).append(f"{path}:{line}")
    for step, found in sorted(places.items()):
        if step not in STEPS or len(found) != 1:
            yield f"CALL PATH {step}/4 should stand once in {STEPS.get(step, 'no file')}, not at {found}"
        elif not found[0].startswith(STEPS[step]):
            yield f"{found[0]}: CALL PATH {step}/4 belongs in {STEPS[step]}"


if __name__ == "__main__":
    run(lint)

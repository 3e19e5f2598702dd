"""No include points up: shell -> lang -> core, and inside lang only lang/bridge sees all of core."""

from sources import CODE, files, includes, run

LAYERS = ("core", "lang", "shell")
# All that the shell sees of lang: a session, facts about a text being typed, and colours.
FOR_THE_SHELL = ("lang/session.h", "lang/editing.h", "lang/text/paint.h")


def may_include(path, name):
    """Whether the file `path` may include the project header `name`."""
    layer, target = path.split("/")[0], name.split("/")[0]
    if layer == target:
        return True
    if layer == "shell":
        return name in FOR_THE_SHELL
    if layer == "lang" and target == "core":
        # The words both sides speak (errors, type ids) are free to all of lang; calls, memory and libraries are not.
        return path.startswith("lang/bridge/") or name.startswith("core/base/") or name == "core/types/type_id.h"
    return False


def lint(root):
    for path in files(root, LAYERS, CODE):
        for line, name, quoted in includes(root, path):
            if not quoted:
                continue
            if name.split("/")[0] not in LAYERS:
                yield f'{path}:{line}: include "{name}" by its path from the root of the tree'
            elif not may_include(path, name):
                yield f'{path}:{line}: must not include "{name}"'


if __name__ == "__main__":
    run(lint)

"""No include points up: shell -> lang -> core, and inside each of them its folders are layers in one written order.

A file may include what stands in its own folder and in folders before it. A folder inside a folder of the list belongs
to it, unless it has a list of its own here.
"""

from sources import CODE, files, includes, run

LAYERS = ("core", "lang", "shell")

# Lowest first. The name of the layer itself stands for the files that lie in no folder of it.
ORDER = {
    "core": ("base", "types", "memory", "call", "library", "documentation", "declarations", "macros", "thunk", "verify",
             "debug_info", "headers"),
    "lang": ("value", "code", "heap", "text", "number", "data", "print", "runtime", "arithmetic", "json", "read", "edit",
             "vm", "compile", "builtins", "display", "load", "image", "bridge", "complete", "lang"),
    "lang/bridge": ("thread", "library", "types", "families", "convert", "memory", "call", "names", "ask", "display",
                    "documentation", "builtins", "bridge"),
    "shell": ("edit", "shell"),
}

# All that the shell sees of lang: a session, facts about a text being typed, and colours.
FOR_THE_SHELL = ("lang/session.h", "lang/edit/editing.h", "lang/text/paint.h")


def room_of(path, layer):
    """The folder of `layer` that a file stands in; the layer's own name for one that stands in none."""
    inside = path[len(layer) + 1:]
    return inside.split("/")[0] if "/" in inside else layer.split("/")[-1]


def points_down(path, name):
    """Whether `name` stands in the room of `path` or in one before it, in every list that has both."""
    for layer, order in ORDER.items():
        if not (path.startswith(layer + "/") and name.startswith(layer + "/")):
            continue
        rooms = [room_of(path, layer), room_of(name, layer)]
        if any(room not in order for room in rooms) or order.index(rooms[1]) > order.index(rooms[0]):
            return False
    return True


def may_include(path, name):
    """Whether the file `path` may include the project header `name`."""
    layer, target = path.split("/")[0], name.split("/")[0]
    if layer == target:
        return points_down(path, name)
    if layer == "shell":
        return name in FOR_THE_SHELL
    if layer == "lang" and target == "core":
        # The words both sides speak are free to all of lang; types, calls, memory and libraries are not.
        return path.startswith("lang/bridge/") or name.startswith("core/base/")
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

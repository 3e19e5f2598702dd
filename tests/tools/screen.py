"""A screen of a test's own: an X server without a window manager or a display, whose pixels lie in a file.

The file is in the format of xwd, and always current: Xvfb maps it. Scripts find its path in ELLE_SCREEN.
"""

import contextlib
import os
import subprocess


def surroundings(display, folder):
    """The environment of programs on that screen: drawn by the processor, and nothing of the user's desktop."""
    return {
        "DISPLAY": f":{display}",
        "ELLE_SCREEN": str(folder / "Xvfb_screen0"),
        "XDG_RUNTIME_DIR": str(folder),
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "GDK_BACKEND": "x11",
        "GSK_RENDERER": "cairo",
        "GTK_A11Y": "none",
        "GTK_THEME": "Adwaita",
        "GIO_USE_VFS": "local",
        "GSETTINGS_BACKEND": "memory",
        "SDL_AUDIODRIVER": "dummy",
    }


@contextlib.contextmanager
def screen(size, folder):
    """Yields the environment for a screen of `size`, "640x480"; it is gone afterwards."""
    folder.mkdir(mode=0o700)
    told, telling = os.pipe()
    command = ["Xvfb", "-displayfd", str(telling), "-screen", "0", f"{size}x24", "-fbdir", str(folder),
               "-nolisten", "tcp", "-noreset"]
    with open(folder / "xvfb.log", "wb") as log:
        server = subprocess.Popen(command, stdout=log, stderr=log, pass_fds=[telling])
    os.close(telling)
    try:
        with os.fdopen(told) as answer:
            display = answer.readline().strip()
        if not display:
            raise RuntimeError(f"Xvfb did not start: {(folder / 'xvfb.log').read_text()}")
        yield surroundings(display, folder)
    finally:
        server.terminate()
        server.wait()

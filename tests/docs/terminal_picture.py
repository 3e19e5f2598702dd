"""A terminal's screen as an SVG picture, from the rows with their colours (ECMA-48 SGR sequences, as tmux writes them)."""

import re
import unicodedata
from html import escape

SGR = re.compile(r"\x1b\[([\d;]*)m")
CELL_WIDTH, CELL_HEIGHT, MARGIN = 8.4, 18, 12
BACKGROUND, FOREGROUND = "#1d2021", "#d5c4a1"
COLOURS = ("#3c3836", "#fb4934", "#b8bb26", "#fabd2f", "#83a598", "#d3869b", "#8ec07c", "#ebdbb2")


class Style:
    """What the SGR sequences so far ask for."""

    def __init__(self):
        self.reset()

    def reset(self):
        self.colour, self.bold, self.dim, self.underlined, self.reversed = None, False, False, False, False

    def take(self, parameters):
        for code in map(int, parameters.split(";") if parameters else ["0"]):
            if code == 0:
                self.reset()
            elif code == 1:
                self.bold = True
            elif code == 2:
                self.dim = True
            elif code == 4:
                self.underlined = True
            elif code == 7:
                self.reversed = True
            elif code == 22:
                self.bold = self.dim = False
            elif code == 24:
                self.underlined = False
            elif code == 27:
                self.reversed = False
            elif 30 <= code <= 37 or 90 <= code <= 97:
                self.colour = COLOURS[code % 10]
            elif code == 39:
                self.colour = None

    def attributes(self):
        text = f' fill="{BACKGROUND if self.reversed else self.colour or FOREGROUND}"'
        text += ' font-weight="bold"' if self.bold else ""
        text += ' opacity="0.6"' if self.dim else ""
        return text + (' text-decoration="underline"' if self.underlined else "")


def cells(text):
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def row_elements(row, y, style):
    column, end = 0, 0
    for found in [*SGR.finditer(row), None]:
        text = row[end:found.start() if found else len(row)]
        width, x = cells(text) * CELL_WIDTH, MARGIN + column * CELL_WIDTH
        if style.reversed and text:
            yield (f'<rect x="{x:.1f}" y="{y - CELL_HEIGHT * 0.75:.1f}" width="{width:.1f}" height="{CELL_HEIGHT}" '
                   f'fill="{style.colour or FOREGROUND}"/>')
        if text.strip():
            yield (f'<text x="{x:.1f}" y="{y:.1f}" textLength="{width:.1f}" xml:space="preserve"'
                   f'{style.attributes()}>{escape(text)}</text>')
        column += cells(text)
        if found:
            style.take(found[1])
            end = found.end()


def picture(rows, columns):
    """The SVG text of a screen of `columns` columns."""
    width, height = columns * CELL_WIDTH + 2 * MARGIN, len(rows) * CELL_HEIGHT + 2 * MARGIN
    style, elements = Style(), []
    for number, row in enumerate(rows):
        elements += row_elements(row, MARGIN + (number + 0.75) * CELL_HEIGHT, style)
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" '
        f'height="{height:.0f}" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" font-size="14">',
        f'<rect width="100%" height="100%" rx="6" fill="{BACKGROUND}"/>', *elements, "</svg>\n"])

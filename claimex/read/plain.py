"""A piece of HTML as feeds hold it in; its words as plain text, with line breaks where blocks end, out.

It takes time in proportion to the length, whatever the piece holds: each search begins where the one before it ended.
"""

from __future__ import annotations

import html
import re

__all__ = ["plain_text"]

TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})(?![a-zA-Z0-9])[^<>]*>")  # stops at the next "<", so it is linear
BLOCKS = frozenset(
    {"p", "div", "li", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "tr", "table", "figure", "section", "hr"}
)
SILENT = frozenset({"script", "style", "figcaption", "iframe", "noscript"})
SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
EMPTY_LINES = re.compile(r" ?\n(?: ?\n)+ ?")


def plain_text(piece: str) -> str:
    """The words of a piece of HTML; what has no tags keeps its lines."""
    piece = without_comments(piece)
    if TAG.search(piece) is None:
        return html.unescape(piece).strip()
    found, place, silent = [], 0, None
    for match in TAG.finditer(piece):
        if silent is None:
            found.append(words(piece[place : match.start()]))
        place = match.end()
        closing, name = match[1] == "/", match[2].lower()
        if name in SILENT:
            silent = name if silent is None and not closing else (None if silent == name and closing else silent)
        elif silent is None:
            found.append("\n\n" if name in BLOCKS else "\n" if name == "br" else "")
    if silent is None:
        found.append(words(piece[place:]))
    lines = EMPTY_LINES.sub("\n\n", "".join(found)).split("\n")
    return "\n".join(line.strip(" ") for line in lines).strip()


def words(piece: str) -> str:
    """What stands between two tags, with single spaces."""
    return SPACES.sub(" ", html.unescape(piece))


def without_comments(piece: str) -> str:
    """The piece without `<!-- ... -->`; one that does not end takes all that follows."""
    found, place = [], 0
    while (start := piece.find("<!--", place)) >= 0:
        found.append(piece[place:start])
        end = piece.find("-->", start + 4)
        if end < 0:
            return "".join(found)
        place = end + 3
    return "".join([*found, piece[place:]])

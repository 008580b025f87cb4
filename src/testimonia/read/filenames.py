"""Names of image files that a converter left in front of a name: "Logo of the Dawn.svg Dawn Front".

The end of such a name is plain, its extension; where it begins is not, for file names hold blanks.
It begins after the last comma, bracket or line break before it. Within that stretch a name that the
article shows whole elsewhere wins, then a word that opens file names ("Flag of", "Logo of").
"""

import re

__all__ = ["file_names", "joined_names", "known_files"]

_EXTENSION = re.compile(r"\.(?:svg|png|jpe?g|gif|tiff?|webp|bmp)(?![a-z])[?>)\]]*", re.IGNORECASE)
_OPENING = re.compile(r"[,;:()\[\]\n*|>]\s*|[.!?]\s+|(?<![^\W\d_])\d+px\s*")
_HEAD = re.compile(
    r"\b(?:flag|emblem|logo|seal|symbol|badge|insignia|coat of arms|banner|ensign)\s(?:of|badge)\b",
    re.IGNORECASE,
)
_NAMESPACE = re.compile(r"(\[\[:?\s*)?(?:file|image)\s*:\s*$|(\]\()$", re.IGNORECASE)
_JOINED = re.compile(r"(?<![^\s\[])(?!https?:)[^\s_|\[\].][^\s|.]{2,160}\|?(?=[\s|]|$)")
_REACH = 120
"""Characters that a file name may have."""


def known_files(text: str) -> frozenset[str]:
    """Give the file names of a text that begin at a clear boundary and so are whole."""
    names = set()
    for match in _EXTENSION.finditer(text):
        start = _boundary(text, max(0, match.start() - _REACH), match.start())
        if start is not None:
            names.add(text[start : match.end()])
    return frozenset(names)


def file_names(text: str, start: int, end: int, known: frozenset[str]) -> list[tuple[int, int]]:
    """Give where file names stand in `text[start:end]`."""
    found: list[tuple[int, int]] = []
    for match in _EXTENSION.finditer(text, start, end):
        after = found[-1][1] if found else start
        begin = _opening(text, after, match.start())
        space = _NAMESPACE.search(text, max(after, begin - 12), begin)
        if space is None:
            found.append((_shortest(text, begin, match.end(), known), match.end()))
        elif space.lastindex is None:  # in [[File:…]] and ![…](…) the name belongs to the link
            found.append((space.start(), match.end() + text.startswith("|", match.end())))
    return found


def joined_names(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give where words joined by two underscores or more stand: file names cut before their extension."""
    if text.count("_", start, end) < 2:
        return []
    words = _JOINED.finditer(text, start, end)
    return [match.span() for match in words if match.group().strip("_|").count("_") > 1]


def _opening(text: str, start: int, end: int) -> int:
    """Give where the stretch before an extension begins: after a boundary, else its last word."""
    begin = _boundary(text, max(start, end - _REACH), end)
    if begin is None:
        near = end - start < _REACH
        begin = start if near else 1 + max(text.rfind(blank, start, end) for blank in " \t\n")
    while begin < end and text[begin] in " \t-":
        begin += 1
    return max(begin, start)


def _boundary(text: str, start: int, end: int) -> int | None:
    """Give the end of the last sign in a stretch that no file name holds."""
    begin = None
    for match in _OPENING.finditer(text, start, end):
        begin = match.end()
    return begin


def _shortest(text: str, start: int, end: int, known: frozenset[str]) -> int:
    """Give where the file name that ends at `end` begins, at `start` or later."""
    stretch = text[start:end]
    for at in (match.end() for match in re.finditer(r"\s", stretch)):
        if stretch[at:] in known:
            return start + at
    heads = [match.start() for match in _HEAD.finditer(stretch)]
    return start + heads[-1] if heads else start

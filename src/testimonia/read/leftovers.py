"""Ends of image captions that a converter left in running text, up to their "]]".

What stands before a "]]" that nothing opened is the rest of a caption, back to the sentence end,
the "]]" or the start of the paragraph before it: "the walls in 1815]] The SIEGE was …".
"""

import re

__all__ = ["caption_leftovers"]

_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*(?:\[\d{1,4}\])*\s+")


def caption_leftovers(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Give the stretches of `text[start:end]` that are ends of captions."""
    found: list[tuple[int, int]] = []
    after = start
    close = text.find("]]", start, end)
    while close >= 0:
        opened = text.rfind("[[", after, close)
        if opened < 0:
            begin = after
            for match in _SENTENCE_END.finditer(text, after, close):
                begin = match.end()
            found.append((begin, close + 2))
        after = close + 2
        close = text.find("]]", after, end)
    return found

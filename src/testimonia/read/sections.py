"""The sections of an article while it is read, and which of them are back matter.

Back matter ("References", "See also", …) tells nothing of the event: its sections stay in the
article, so that every heading is known, but no passages are made of them. A list of books with
"30,000 killed" in a title can then never yield a claim.
"""

from functools import cache

from testimonia.model import Passage, Section, Span
from testimonia.read.tables import table

__all__ = ["Outline", "is_back_matter"]


@cache
def _titles(where: str) -> frozenset[str]:
    return frozenset(row["title"] for row in table("backmatter") if row["where"] == where)


def is_back_matter(title: str) -> bool:
    """Tell whether a section of this title never tells of the event, wherever it stands."""
    return _folded(title) in _titles("anywhere")


def _folded(title: str) -> str:
    return " ".join(title.casefold().replace("_", " ").split()).rstrip(":")


class Outline:
    """The headings met so far, in reading order."""

    def __init__(self) -> None:
        self._heads: list[tuple[str, int, int, tuple[str, ...]]] = [("", 0, 0, ())]
        self._around: list[tuple[int, str]] = []
        self.hidden = False
        """Whether the section that is open now is back matter for certain."""

    def open(self, title: str, level: int, start: int) -> int:
        """Begin a section at `start`, the offset of its heading line; gives its index."""
        while self._around and self._around[-1][0] >= level:
            self._around.pop()
        self._around.append((level, title))
        path = tuple(name for _, name in self._around)
        self._heads.append((title, level, start, path))
        self.hidden = any(is_back_matter(name) for name in path)
        return self.current

    @property
    def current(self) -> int:
        """The index of the section that is open now."""
        return len(self._heads) - 1

    def sections(self, end: int) -> tuple[Section, ...]:
        """Give all sections; each reaches to the next heading of its own level or above."""
        ends: list[int] = []
        later: list[tuple[int, int]] = []
        for _, level, start, _ in reversed(self._heads):
            while later and later[-1][0] > level:
                later.pop()
            ends.append(later[-1][1] if later else end)
            later.append((level, start))
        spans = [Span(head[2], stop) for head, stop in zip(self._heads, reversed(ends), strict=True)]
        if len(spans) > 1:
            spans[0] = Span(0, self._heads[1][2])
        return tuple(
            Section(title, level, span, path)
            for (title, level, _, path), span in zip(self._heads, spans, strict=True)
        )

    def telling(self, passages: list[Passage]) -> tuple[Passage, ...]:
        """Leave out the passages that stand in back matter."""
        back = self._back()
        return tuple(passage for passage in passages if passage.section not in back)

    def _back(self) -> set[int]:
        """Give the indexes of the sections that are back matter."""
        back: set[int] = set()
        trailing = True
        for index in range(len(self._heads) - 1, 0, -1):
            path = self._heads[index][3]
            sure = any(is_back_matter(name) for name in path)
            maybe = any(_folded(name) in _titles("trailing") for name in path)
            if sure or (trailing and maybe):
                back.add(index)
            else:
                trailing = False
        return back

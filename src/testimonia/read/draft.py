"""An article while it is read: what the readers of all three forms fill in."""

import re
from dataclasses import replace
from pathlib import PurePath

from testimonia.model import Article, Cell, Form, Parameter, Passage, Zone
from testimonia.read.sections import Outline

__all__ = ["Draft", "title_of_name"]

_EXTENSION = re.compile(r"\.(?:txt|md|markdown|wiki|wikitext|mediawiki|text)$", re.IGNORECASE)


class Draft:
    """The parts of one article in reading order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.title = ""
        self.outline = Outline()
        self.passages: list[Passage] = []
        self.parameters: list[Parameter] = []
        self.infobox: str | None = None
        self.campaigns: tuple[str, ...] = ()
        self.neighbours: tuple[str, ...] = ()

    @property
    def zone(self) -> Zone:
        """The zone of running text at this point."""
        return "prose" if self.outline.current else "lead"

    def add(self, passage: Passage | None, cell: Cell | None = None) -> None:
        """Add a passage, unless it shows no letter or digit at all; `cell` is its place in a table."""
        if passage is not None and any(map(str.isalnum, passage.shown[:200])):
            self.passages.append(passage if cell is None else replace(passage, cell=cell))

    def parameter(self, key: str) -> str:
        """Give the shown value of a parameter, "" if the infobox has none."""
        return next((found.passage.shown for found in self.parameters if found.key == key), "")

    def article(self, form: Form, source: str) -> Article:
        """Give the article; without a title line the infobox or the file name tells its title."""
        title = self.title or self.parameter("conflict").split("\n")[0] or title_of_name(source)
        return Article(
            text=self.text,
            title=title.strip() or "Untitled",
            form=form,
            sections=self.outline.sections(len(self.text)),
            passages=self.outline.telling(sorted(self.passages, key=lambda passage: passage.starts[0])),
            parameters=tuple(self.parameters),
            source=source,
            infobox=self.infobox,
            campaigns=self.campaigns,
            neighbours=self.neighbours,
        )


def title_of_name(source: str) -> str:
    """Give the title that a file name spells: "Battle_of_Ghent_(1815).md" is "Battle of Ghent (1815)"."""
    name = (
        PurePath(source.replace("\\", "/")).name
        if "://" not in source
        else source.rstrip("/").rsplit("/", 1)[-1]
    )
    return _EXTENSION.sub("", name).replace("_", " ").strip() if name != "-" else ""

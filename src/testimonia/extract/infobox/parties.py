"""Whose figure it is: names of parties in the words around a figure, matched against the sides.

A name counts as a party where the infobox lists it among belligerents, units or allies, where it
is the name or adjective of a country, or where it heads people ("Hezbollah fighters").
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from testimonia.extract.drafts import Entry, Named
from testimonia.extract.infobox.nouns import nouns_in
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows, word_set
from testimonia.model import Passage

__all__ = ["Parties", "capital_runs"]

_IGNORED = word_set("layout", "common")
_GENERIC = word_set("layout", "generic")
_ARTICLE = re.compile(r"^(?:al|el|ash|ar|as|an)-[A-Z]")


def _folded(words: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.findall(r"[a-z0-9]+", plain.replace("'", ""))


@cache
def _countries() -> dict[str, str]:
    """Name, alias or demonym, folded, to the name of the country or people."""
    table: dict[str, str] = {}
    for row in rows("countries"):
        for form in (row["name"], *row["aliases"].split("|")):
            table.setdefault(" ".join(_folded(form)), row["name"])
    for row in rows("demonyms"):
        if row["role"] != "combining":
            table.setdefault(" ".join(_folded(row["form"])), row["place"])
    return table


@dataclass(frozen=True, slots=True)
class Parties:
    """The names of the infobox's sides, for recognising them elsewhere in it."""

    entries: tuple[Entry, ...]
    stems: dict[str, set[int]] = field(default_factory=dict)
    """First letters of each word of a name, to the sides it stands on."""

    @classmethod
    def of(cls, entries: Sequence[Entry]) -> "Parties":
        """Index the entries that are not persons."""
        kept = tuple(entry for entry in entries if entry.role != "commander")
        stems: dict[str, set[int]] = {}
        for entry in kept:
            for name in (entry.name.words, entry.alias or "", entry.name.flag or ""):
                for stem in _stems(name):
                    stems.setdefault(stem, set()).add(entry.side)
        return cls(kept, stems)

    def belligerents(self, side: int) -> list[Entry]:
        """Give the belligerents of one side, in order."""
        return [entry for entry in self.entries if entry.side == side and entry.role == "belligerent"]

    def sides(self) -> set[int]:
        """Give the numbers of the sides that have belligerents."""
        return {entry.side for entry in self.entries if entry.role == "belligerent"}

    def knows(self, words: str) -> bool:
        """Tell whether words name a party of the infobox or a country."""
        folded = " ".join(_folded(words))
        return bool(folded) and (folded in _countries() or bool(self.sides_of(words)))

    def sides_of(self, words: str) -> set[int]:
        """Give the sides on which a name of these words stands."""
        stems = _stems(words) | _stems(_countries().get(" ".join(_folded(words)), ""))
        found = [self.stems[stem] for stem in stems if stem in self.stems]
        return set().union(*found) if found else set()


def _stems(words: str) -> set[str]:
    return {word[:5] for word in _folded(words) if word not in _IGNORED and len(word) > 1}


def capital_runs(passage: Passage, tokens: Sequence[Token]) -> list[Named]:
    """Give the capitalised names among the words before a noun: "IF and FSA fighters" has two."""
    runs: list[list[Token]] = [[]]
    for token in tokens:
        if token.capital or (runs[-1] and token.low in {"of", "al", "the"}) or _ARTICLE.match(token.text):
            runs[-1].append(token)
        else:
            runs.append([])
    found = []
    for run in runs:
        while run and not run[-1].capital and not _ARTICLE.match(run[-1].text):
            run.pop()
        if run and not _is_common(run):
            name = passage.shown[run[0].start : run[-1].end]
            found.append(Named(name, passage.source(run[0].start, run[-1].end)))
    return found


def _is_common(run: Sequence[Token]) -> bool:
    """Tell whether capitalised words are only nouns of force: "Infantry battalions"."""
    nouns = [
        (first, last) for first, last, noun in nouns_in(run) if noun.sort != "blocked" and not noun.proper
    ]
    return sum(last - first for first, last in nouns) == len(run) and all(
        token.text[1:].islower() for token in run
    )


def described(passage: Passage, tokens: Sequence[Token]) -> Named | None:
    """Give a group that is described, not named: "rebels", "mercenaries"."""
    nouns = [
        (first, last, noun) for first, last, noun in nouns_in(tokens) if noun.sort in {"people", "civilians"}
    ]
    if not nouns or nouns[-1][2].singular in _GENERIC or nouns[-1][2].kind in {"arm", "sailor"}:
        return None
    first, last, _ = nouns[-1]
    start, end = tokens[first].start, tokens[last - 1].end
    return Named(passage.shown[start:end], passage.source(start, end))

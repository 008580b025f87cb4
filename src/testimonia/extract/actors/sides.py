"""On which side words put somebody: through names, demonyms, flags, and what the camps are made of.

    example          Russia | Ukraine: "Russian soldiers" → 1 · "the Ukrainian garrison" → 2
    example          Syria, Syrian Armed Forces | Free Syrian Army: "the rebels" → 2 · "government forces" → 1
    counter-example  "fighters", "men" where both sides have them → no side
"""

from collections.abc import Iterable
from functools import cache

from testimonia.extract.actors.kinds import kind_of
from testimonia.extract.actors.naming import country_of, norm, place_forms, stems
from testimonia.extract.drafts import Entry
from testimonia.lexicon import rows

__all__ = ["Sides"]

_STATE_WORDS = frozenset(
    "soldier soldiers troop troops army government regime loyalist loyalists police policeman policemen officer officers "
    "servicemen conscript conscripts garrison pro-government progovernment military commandos gendarmes".split()
)  # fmt: skip
_STATE_PHRASES = ("security forces", "armed forces", "government forces", "regime forces", "security force", "air force", "pro government")
_REBEL_WORDS = frozenset(
    "rebel rebels militant militants insurgent insurgents jihadist jihadists jihadi jihadis islamist islamists terrorist terrorists "
    "gunman gunmen guerrilla guerrillas guerilla guerillas opposition extremist extremists bandit bandits raider raiders separatist "
    "separatists revolutionaries mujahideen partisan partisans".split()
)  # fmt: skip


class Sides:
    """The camps of the main event and the words that belong to each."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Learn the camps from the belligerents, commanders and units of an infobox or lead."""
        self._words: dict[str, set[int]] = {}
        self._weak: dict[str, set[int]] = {}
        self._states: set[int] = set()
        self._rebels: set[int] = set()
        self.numbers: tuple[int, ...] = ()
        numbers: set[int] = set()
        for entry in entries:
            numbers.add(entry.side)
            self._learn(entry)
        self.numbers = tuple(sorted(numbers))

    def _learn(self, entry: Entry) -> None:
        name = entry.name.words
        for form in filter(None, (norm(name), norm(entry.alias or ""))):
            self._words.setdefault(form, set()).add(entry.side)
        if entry.role == "commander":
            last = norm(name).split()[-1:]
            for word in last:
                self._weak.setdefault(word, set()).add(entry.side)
            return
        kind = kind_of(name, entry.role)
        if entry.role == "belligerent":
            (self._states if kind in {"state", "state force"} else self._rebels).add(entry.side)
        if kind == "state" or country_of(name):
            for form in place_forms(name):
                self._words.setdefault(form, set()).add(entry.side)
        if entry.name.flag and country_of(entry.name.flag):
            for form in place_forms(entry.name.flag):
                self._weak.setdefault(form, set()).add(entry.side)
        for word in stems(name):
            for form in place_forms(word) or {word}:
                self._weak.setdefault(form, set()).add(entry.side)

    def add(self, name: str, side: int) -> None:
        """Learn one more name of somebody on a side."""
        if norm(name):
            self._words.setdefault(norm(name), set()).add(side)

    def of(self, words: str) -> int | None:
        """Give the side that the words put somebody on; None where the text does not say."""
        low = norm(words)
        if low in self._words:
            return _only(self._words[low])
        found = self._named(low, self._words)
        if found:
            return _only(found)
        generic = self._generic(low)
        weak = self._named(low, self._weak)
        if weak and len(weak) == 1:
            if generic is not None and self._is_national(low) and generic not in weak:
                return generic
            return _only(weak)
        return generic

    def _named(self, low: str, table: dict[str, set[int]]) -> set[int]:
        parts = low.split()
        found: set[int] = set()
        at = 0
        while at < len(parts):
            for end in range(min(len(parts), at + 9), at, -1):
                sides = table.get(" ".join(parts[at:end]))
                if sides:
                    found |= sides
                    at = end - 1
                    break
            at += 1
        return found

    def _is_national(self, low: str) -> bool:
        """Tell whether both camps share the nation named ("Syrian rebels" of a civil war)."""
        return any(len(sides) > 1 for word in low.split() if (sides := self._weak.get(word) or self._words.get(word)))

    def _generic(self, low: str) -> int | None:
        """Give the side by what the camps are: one of states, one of rebels."""
        rebels = self._rebels - self._states
        states = self._states
        words = set(low.split())
        rebel = bool(words & _REBEL_WORDS) and not any(word.startswith(("anti", "counter")) for word in words)
        state = bool(words & _STATE_WORDS) or any(phrase in low for phrase in _STATE_PHRASES)
        if rebel and len(rebels) == 1:
            return next(iter(rebels))
        if state and not rebel and len(states) == 1 and rebels:
            return next(iter(states))
        return None


def _only(sides: set[int]) -> int | None:
    return next(iter(sides)) if len(sides) == 1 else None


@cache
def people_category(word: str) -> str:
    """Give the category of a noun for people, "unknown" for other words."""
    table = _categories()
    return table.get(word, "unknown")


@cache
def _categories() -> dict[str, str]:
    return {norm(row["form"]): row["category"] for row in rows("people")}

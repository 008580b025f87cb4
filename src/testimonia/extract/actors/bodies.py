"""Which names are bodies: forces, groups, organisations, by the noun that heads the name.

example          the 5th Mechanized Division · the Institute for the Study of War · Liwa al-Roe
counter-example  Army (no telling word) · Northern Front of the river · Kayes Province
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from testimonia.extract.actors.kinds import (
    head_before_own_name,
    is_body_noun,
    is_foreign_head,
    is_outlet,
    is_people_noun,
)
from testimonia.extract.actors.names import Name, Use, longer_readings
from testimonia.extract.actors.naming import country_of, is_demonym, norm, place_forms, stems
from testimonia.extract.actors.titles import title_end
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import rows, word_set
from testimonia.model import Span

__all__ = ["Reading", "find_bodies", "long_names", "small_heads"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A name read to one of its possible ends."""

    words: str
    low: str
    sentence: Sentence
    first: int
    last: int

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.sentence.source(self.first, self.last)


def long_names(names: Mapping[str, Name]) -> dict[str, Reading]:
    """Give every name of two words and more, and every longer reading of it, once."""
    found: dict[str, Reading] = {}
    for name in names.values():
        for use in name.uses:
            ends = longer_readings(use)
            if name.low not in found and (use.last - use.first > 1 or " " in name.words):
                found[name.low] = _reading(use, use.last)
            for reading in [_reading(use, end) for end in ends]:
                found.setdefault(reading.low, reading)
    return found


def _reading(use: Use, end: int, first: int | None = None) -> Reading:
    first = use.first if first is None else first
    words = " ".join(use.sentence.words(first, end).split())
    return Reading(words, norm(words), use.sentence, first, end)


def small_heads(names: Mapping[str, Name]) -> Iterator[Reading]:
    """Give the forces of a people whose head is written small: "the Malian army", "the Malian air force"."""
    for name in names.values():
        if len(place_forms(name.words)) > 1:
            for use in name.uses:
                tokens = use.sentence.tokens
                for size in (2, 1):
                    end = use.last + size
                    if (
                        end <= len(tokens)
                        and " ".join(token.low for token in tokens[use.last : end]) in _FORCES
                    ):
                        yield _reading(use, end)


_FORCES = frozenset(
    {
        "army",
        "navy",
        "air force",
        "armed forces",
        "national guard",
        "marine corps",
        "defence forces",
        "defense forces",
    }
)


def find_bodies(names: Mapping[str, Name], known: Collection[str]) -> Iterator[Reading]:
    """Give the names of bodies, each read to its end; `known` are full names, comparable, that go before."""
    given: set[str] = set()
    for name in names.values():
        low = name.low.split()
        lone = len(low) == 1 and is_foreign_head(low[0])
        if not (lone or _headed(low)) or is_outlet(name.words) or _is_theatre(name, low):
            continue
        for use in name.uses:
            reading = _numbered(use, low) or (_whole(use, low, known) if len(low) > 1 or not lone else None)
            if reading is not None and reading.low not in given:
                given.add(reading.low)
                yield reading


def _numbered(use: Use, low: list[str]) -> Reading | None:
    """Read a body with the number behind its head: "Kampfgeschwader 7", "Task Force 31"; None for others."""
    tokens, last = use.sentence.tokens, use.last
    headed = is_foreign_head(low[-1]) or (low[-2:-1] == ["task"] and is_body_noun(low[-1]))
    if not headed or last >= len(tokens) or tokens[last].kind != "number":
        return None
    behind = tokens[last + 1].low if last + 1 < len(tokens) else ""
    told = tokens[last].text.isdigit() and int(tokens[last].text) < _HIGHEST and not is_people_noun(behind)
    return _reading(use, last + 1) if told else None


_HIGHEST = 1500
"""Above the numbers of units: then it is a year."""


def _is_theatre(name: Name, low: list[str]) -> bool:
    """Tell where one fights from who does: "on the Eastern Front"."""
    on = sum(
        use.before == "the" and use.sentence.tokens[max(0, use.title - 2)].low == "on" for use in name.uses
    )
    return low[-1] == "front" and len(low) == 2 and on * 3 >= len(name.uses)


def _headed(low: list[str]) -> bool:
    if is_foreign_head(low[0]) and len(low) > 1:
        return True
    if head_before_own_name(low) is not None:
        return True
    headed = low[-1] not in _NOT_HEADS or low[-2:] == ["general", "staff"]
    return is_body_noun(low[-1]) and headed and low[-1] not in place_kinds()


_NOT_HEADS = word_set("naming", "not_heads")
"""Nouns of bodies that as often head something else, and plurals that head lists ("3rd and 4th Armies")."""


def _whole(use: Use, low: list[str], known: Collection[str]) -> Reading | None:
    """Read a body to its end; None where nothing in the name tells it from others of its kind."""
    ends = longer_readings(use)
    for end in reversed(ends):
        if norm(use.sentence.words(use.first, end)) in known:
            return _reading(use, end)
    last = _last_of(use, ends) if not any(word[0].isdigit() for word in low) else use.last
    reading = _reading(use, _before_person(use, last), _first_of(use))
    if country_of(reading.words) or low[0] in {"officer", "officers", "commander"}:
        return None
    told = (
        _telling(low[:-1])
        or is_foreign_head(low[0])
        or (last > use.last and len(low) == 1 and _may_be_of(low[0]) and stems(reading.words))
        or (last > use.last and low == ["general", "staff"] and stems(reading.words))
    )
    return reading if told else None


def _may_be_of(head: str) -> bool:
    """Tell heads that "of" names ("Ministry of Defence") from those it places ("Company of the Roes")."""
    return head not in {
        "company",
        "battalion",
        "regiment",
        "brigade",
        "division",
        "headquarters",
        "squadron",
        "platoon",
        "wing",
        "army",
        "commander",
        "state",
        "group",
        "government",
        "republic",
    }


_PAIRED = word_set("naming", "paired")


def _first_of(use: Use) -> int:
    """Take in the first half of "the Roe and Dow Regiment", "2nd Roe and Dow Rifles", which is one body."""
    tokens = use.sentence.tokens
    at = use.title - 2
    paired = use.last - use.first == 2 and tokens[use.last - 1].low in _PAIRED
    if (
        at > 0
        and paired
        and tokens[at + 1].low == "and"
        and (tokens[at - 1].low == "the" or tokens[at - 1].kind == "ordinal")
        and tokens[at].capital
    ):
        return at if len(place_forms(tokens[at].text)) < 2 else use.first
    return use.first


def _before_person(use: Use, last: int) -> int:
    """Stop before a person who follows without a sign: "Party of the Roe Federation | Ann Dow"."""
    tokens = use.sentence.tokens
    for at in range(use.last + 1, last - 1):
        if (
            country_of(use.sentence.words(at, last - 2)) is not None
            and tokens[last - 2].capital
            and tokens[last - 1].capital
        ):
            return last - 2
    return last


def _last_of(use: Use, ends: list[int]) -> int:
    """Go on behind "of" and "for", not behind "and", "in" or before a person."""
    tokens, last = use.sentence.tokens, use.last
    for end in ends:
        behind = last + 1 + (tokens[last + 1].low == "the")
        if (
            tokens[last].low not in {"of", "for"}
            or title_end(tokens, behind) > behind
            or is_demonym(tokens[end - 1].text)
        ):
            break
        last = end
    return last


def _telling(words: list[str]) -> bool:
    return any(word[0].isdigit() or (word not in _COMMON and not is_body_noun(word)) for word in words)


_COMMON = word_set("naming", "common")


@cache
def place_kinds() -> frozenset[str]:
    """Give the nouns that tell what kind of place a name is."""
    return frozenset(row["form"].lower() for row in rows("placekinds")) - {
        "republic",
        "state",
        "kingdom",
        "emirate",
        "command",
        "division",
        "mission",
        "station",
    }

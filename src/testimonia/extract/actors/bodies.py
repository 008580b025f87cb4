"""Which names are bodies: forces, groups, organisations, by the noun that heads the name.

    example          the 5th Mechanized Division · the Institute for the Study of War · Liwa al-Roe
    counter-example  Army (no telling word) · Northern Front of the river · Kayes Province
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from testimonia.extract.actors.kinds import body_kind, is_body_noun, is_foreign_head, is_outlet
from testimonia.extract.actors.names import Name, Use, longer_readings
from testimonia.extract.actors.naming import country_of, norm, stems
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import rows
from testimonia.model import Span

__all__ = ["Reading", "find_bodies", "long_names"]

_ORDINALS = frozenset("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """A name read to one of its possible ends."""

    words: str
    low: str
    span: Span
    sentence: Sentence
    first: int
    last: int


def long_names(names: Mapping[str, Name]) -> dict[str, Reading]:
    """Give every name of two words and more, and every longer reading of it, once."""
    found: dict[str, Reading] = {}
    for name in names.values():
        for use in name.uses:
            for end in (use.last, *longer_readings(use)):
                if end - use.first < 2 and not (end > use.first and name.words.count(" ")):
                    continue
                reading = _reading(use, end)
                found.setdefault(reading.low, reading)
    return found


def _reading(use: Use, end: int) -> Reading:
    words = " ".join(use.sentence.words(use.first, end).split())
    return Reading(words, norm(words), use.sentence.source(use.first, end), use.sentence, use.first, end)


def find_bodies(names: Mapping[str, Name]) -> Iterator[Reading]:
    """Give the names of bodies, each read to its end: behind "of" where that is what tells."""
    given: set[str] = set()
    for name in names.values():
        low = name.low.split()
        if not _headed(low) or is_outlet(name.words):
            continue
        for use in name.uses:
            reading = _whole(use, low)
            if reading is not None and reading.low not in given:
                given.add(reading.low)
                yield reading


def _headed(low: list[str]) -> bool:
    return bool(low) and (is_body_noun(low[-1]) or is_foreign_head(low[0])) and low[-1] not in {"post", "press", "radio", "crown"}


def _whole(use: Use, low: list[str]) -> Reading | None:
    """Read a body to its end; None where nothing in the name tells it from others of its kind."""
    tokens = use.sentence.tokens
    if len(low) > 1 and (_telling(low[:-1]) or is_foreign_head(low[0])) and country_of(" ".join(low)) is None:
        if use.last < len(tokens) and tokens[use.last].low == "of" and is_body_noun(low[-1]) and _is_proper(low, use):
            ends = longer_readings(use)
            return _reading(use, ends[0]) if ends else _reading(use, use.last)
        return _reading(use, use.last)
    ends = longer_readings(use)
    if not ends or tokens[use.last].low not in {"of", "for"}:
        return None
    reading = _reading(use, ends[0])
    return reading if stems(reading.words) and body_kind(reading.words) is not None and country_of(reading.words) is None else None


def _is_proper(low: list[str], use: Use) -> bool:
    """Tell "Security Service of Roe", one name, from "3rd Battalion of the 4th Regiment", two."""
    tokens = use.sentence.tokens
    behind = tokens[use.last + 1] if use.last + 1 < len(tokens) else None
    return not any(word[0].isdigit() for word in low) and behind is not None and behind.capital


def _telling(words: list[str]) -> bool:
    return any(word not in _COMMON or word[0].isdigit() for word in words)


_COMMON = frozenset("the a an main general its his their this that one two three another other some many all".split())


def unit_words() -> frozenset[str]:
    """Give the nouns of military units, which a number may name: "46th Regiment"."""
    return frozenset(row["form"] for row in rows("bodies") if row["kind"] == "state force")

"""The parties that a phrase of the lead names, with those who led them.

example          the combined forces of Ann Roe and Dow under General Orr → Ann Roe, Dow; Orr leads
example          an army of Roe and Dow soldiers → Roe, Dow soldiers
counter-example  a bus · the city of Roe (no people, no body)
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from testimonia.extract.actors.acronyms import is_acronym, known_names
from testimonia.extract.actors.kinds import is_body_noun, named_kind
from testimonia.extract.actors.names import Use, longer_readings, read_names
from testimonia.extract.actors.naming import country_of, is_demonym, norm, place_forms
from testimonia.extract.actors.persons import can_be_person
from testimonia.extract.drafts import Named
from testimonia.extract.lead.reach import items_of, leads
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import rows, word_set

__all__ = ["Camp", "is_war_front", "read_camp", "telling_words"]

_QUARTERS = frozenset({"Eastern", "Western", "Northern", "Southern", "Home", "Italian"})
_THEIRS = word_set("naming", "risings") | {"attack", "attacks", "campaign", "expedition", "offensive"}
"""Nouns whose "of" names who does it; a siege or capture is "of" a place."""
_RULERS = word_set("naming", "rulers")
_FORCES = frozenset(
    {"contingent", "defences", "defenders", "defenses", "force", "forces", "garrison", "troops"}
)


@dataclass(frozen=True, slots=True)
class Camp:
    """The parties and commanders of one side."""

    names: tuple[Named, ...]
    commanders: tuple[Named, ...] = ()
    firm: bool = False
    """True if every party is a people, a body, a state or armed people beyond doubt."""


def read_camp(sentence: Sentence, first: int, last: int) -> Camp:
    """Read the tokens `first` to `last` as one side."""
    uses = sorted(
        (use for name in read_names([sentence]).values() for use in name.uses), key=lambda use: use.first
    )
    names: list[Named] = []
    commanders: list[Named] = []
    firm = True
    for start, stop in items_of(sentence, first, last):
        lead = next((at for at in range(start, stop) if leads(sentence, at)), stop)
        named = _party(sentence, uses, start, lead)
        if named is not None:
            names.append(named[0])
            firm = firm and named[1]
            names.extend(_ruled(sentence, uses, named[0].span.end, lead))
        commanders.extend(_persons(sentence, uses, lead, stop))
    return Camp(tuple(names), tuple(commanders), bool(names) and firm)


def _ruled(sentence: Sentence, uses: list[Use], after: int, last: int) -> Iterator[Named]:
    """Read "the Roe armies of King Orr of Elmland": the land of the ruler whose armies they are."""
    tokens = sentence.tokens
    for use in uses:
        if sentence.start_of(use.first) < after or use.last > last or use.first < 3:
            continue
        ruler = tokens[use.first - 1].low == "of" and tokens[use.first - 2].capital
        if ruler and country_of(sentence.words(use.first, use.last)) is not None:
            yield Named(sentence.words(use.first, use.last), sentence.source(use.first, use.last))


def is_war_front(words: str) -> bool:
    """Tell the front of a war from a body that is called so: "Eastern Front"."""
    return words.endswith(" Front") and words.split()[-2] in _QUARTERS


def telling_words(words: str) -> Iterator[str]:
    """Give the capitalised words of a name, lower case and without a plural's "s"."""
    return (word.lower().rstrip("s") for word in words.split() if word[0].isupper())


def _persons(sentence: Sentence, uses: list[Use], first: int, last: int) -> Iterator[Named]:
    """Give the leaders in a stretch; "Ann of Roe" is one, and so is "Earl of Essex"."""
    inside = [use for use in uses if first < use.first and use.last <= last]
    places = {use.first: use.last for use in inside}
    done = first
    for use in inside:
        if use.first < done or not _is_leader(sentence.words(use.first, use.last)):
            continue
        begin, done = use.first, use.last
        if _titled(sentence, begin):
            begin -= 2
        elif use.after == "of":
            done = places.get(use.last + 1, use.last)
        yield Named(sentence.words(begin, done), sentence.source(begin, done))


def _titled(sentence: Sentence, at: int) -> bool:
    """Tell "Earl of Essex", whom the title names, from a bare name."""
    tokens = sentence.tokens
    return at > 1 and tokens[at - 1].low == "of" and tokens[at - 2].low in _RULERS


def _is_leader(words: str) -> bool:
    return can_be_person(words) and not any(is_demonym(part) for part in words.split())


def _party(sentence: Sentence, uses: list[Use], first: int, last: int) -> tuple[Named, bool] | None:
    """Give the name of one item, and whether it is surely a party."""
    tokens = sentence.tokens
    inside = [use for use in uses if first <= use.title and use.first < last and use.first >= first]
    if not inside:
        while first < last and (
            tokens[first].low
            in {"the", "a", "an", "group", "of", "three", "two", "four", "five", "some", "several", "his"}
            or tokens[first].kind == "number"
        ):
            first += 1
        if (
            first < last
            and last - first <= 4
            and tokens[last - 1].low in _people()
            and tokens[first].low not in {"its", "their", "her"}
        ):
            return Named(sentence.words(first, last), sentence.source(first, last)), True
        return None
    use = next((use for use in inside if not _adjective(use, last)), None)
    if use is None:
        return None
    end = use.last
    for longer in longer_readings(use):
        if longer <= last and tokens[end].low == "of" and is_body_noun(tokens[end - 1].low):
            end = longer
    end = max(
        (k for k in range(end, last + 1) if norm(sentence.words(use.first, k)) in known_names()), default=end
    )
    while (
        end < last
        and tokens[end].kind == "word"
        and not tokens[end].capital
        and (tokens[end].low in _people() or _heads(tokens[end].low))
    ):
        end += 1
    words = sentence.words(use.first, end)
    name = Named(words, sentence.source(use.first, end))
    bare = sentence.words(use.first, use.last)
    known = (
        country_of(bare) is not None
        or _of_state(bare)
        or (named_kind(words) is not None and not is_war_front(words))
        or end > use.last
        or is_acronym(bare.split()[-1])
    )
    return name, known or (can_be_person(bare) and _is_placed_as_leader(sentence, use))


def _is_placed_as_leader(sentence: Sentence, use: Use) -> bool:
    """Tell "between Ann Roe and", "the army of Ann Roe" from "the town of Orm"."""
    tokens, at = sentence.tokens, use.title - 1
    if at < 0 or tokens[at].low not in {"between", "and", "of", "by"}:
        return False
    head = tokens[at - 1].low if at else ""
    return tokens[at].low != "of" or _heads(head) or head in _people() or head in _THEIRS


def _of_state(words: str) -> bool:
    """Tell names that begin with a state or people: "Roeland", "United States Marine" (of its corps)."""
    parts = words.split()
    return any(len(place_forms(" ".join(parts[:end]))) > 1 for end in range(1, min(len(parts), 3) + 1))


def _adjective(use: Use, last: int) -> bool:
    """Tell "Dow" in "Dow bishop Ann Roe", which only describes, from "Dow soldiers"."""
    sentence, tokens = use.sentence, use.sentence.tokens
    words = sentence.words(use.first, use.last)
    if not is_demonym(words) or use.last >= last:
        return False
    return (
        tokens[use.last].low not in _people()
        and not _heads(tokens[use.last].low)
        and tokens[use.last].low != "and"
    )


def _heads(low: str) -> bool:
    return is_body_noun(low) or low in _FORCES


@cache
def _people() -> frozenset[str]:
    table = {row["form"] for row in rows("people") if " " not in row["form"]}
    return frozenset(table | {"forces", "troops", "allies"}) - {"hostage", "military", "people"}

"""Whether the words in a bracket and those before it are two names of one actor.

example          Liwa al-Roe (Roe Brigade) · Oberkommando Roe (German high command) · 7th Roe Brigade (Dow)
example          Relief Task Force, Horn of Roe (RTFHR): where the name begins that has these letters
counter-example  Roe (Kayes Province) · the 3rd Army (Kayes)
"""

import re
from collections.abc import Mapping, Sequence

from testimonia.extract.actors.acronyms import abbreviates, acronym_name, matches
from testimonia.extract.actors.kinds import head_of, is_body_noun, is_foreign_head, named_kind
from testimonia.extract.actors.names import Name
from testimonia.extract.actors.naming import country_of, norm, place_forms
from testimonia.extract.actors.persons import can_be_person, has_given_name, likely_place, shows_person
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set

__all__ = [
    "BODIES",
    "are_one_body",
    "are_one_unit",
    "bears_name",
    "is_high_command",
    "name_before",
    "nicknames",
    "numbers_in",
    "translates",
]

_SMALL = word_set("naming", "inside_full_names")
_HEADQUARTERS = frozenset({"hq", "headquarters"})


def is_high_command(sentence: Sentence, first: int, last: int) -> bool:
    """Tell what a foreign name is in plain words: "(German high command)", "(Italian navy)"."""
    tokens = sentence.tokens[first:last]
    if not 1 < len(tokens) < _LONGEST_PLAIN or not is_body_noun(tokens[-1].low) or tokens[-1].capital:
        return False
    return len(place_forms(tokens[0].text)) > 1 and all(
        token.kind == "word" and not token.capital for token in tokens[1:]
    )


_LONGEST_PLAIN = 6
"""Words and one of "German armed forces high command"."""


def are_one_body(name: str, inner: str) -> bool:
    """Tell whether one of two names is a body's, and the other no person's or medium's."""
    kinds = {named_kind(name), named_kind(inner)}
    if numbers_in(name) != numbers_in(inner) or not (" " in name or " " in inner):
        return False
    return (
        bool(kinds & BODIES)
        and kinds <= BODIES | {None}
        and not (has_given_name(name) or has_given_name(inner))
    )


def are_one_unit(name: str, inner: str) -> bool:
    """Tell one unit in two languages by its number and head: "Roe-Regiment 6 (6th Dale Regiment)"."""
    numbers = numbers_in(name)
    if len(numbers) != 1 or numbers != numbers_in(inner):
        return False
    heads = [{word for word in norm(words).split() if is_body_noun(word)} for words in (name, inner)]
    foreign = is_foreign_head(norm(name).split()[0]) or is_foreign_head(norm(inner).split()[0])
    return bool(heads[0] & heads[1]) or (foreign and bool(heads[0] | heads[1]))


def numbers_in(name: str) -> list[str]:
    """Give the numbers in a name."""
    return re.findall(r"\d+", name)


BODIES = frozenset({"state force", "armed group", "organisation", "coalition"})


def translates(name: str, inner: str) -> bool:
    """Tell whether a bracket can translate a name: "Liwa al-Roe (Roe Brigade)", "Roe Army (Jaysh al-Roe)"."""
    low, within = name.lower().split(), inner.lower().split()
    if is_body_noun(low[-1]) and not name[0].isdigit() and is_foreign_head(within[0]):
        return True
    foreign = is_foreign_head(low[0]) or (
        len(low) > 1 and re.match(r"(?:al|as|ash|an|ad|ar|at)-", low[1]) is not None
    )
    told = foreign and not is_body_noun(low[-1]) and is_body_noun(head_of(inner))
    shared = _beginnings(low) & _beginnings(within)
    apart = not any(c.isdigit() for c in name + inner) and country_of(name) is None
    return told or (is_body_noun(low[-1]) and not is_body_noun(within[-1]) and apart and len(shared) > 1)


def bears_name(name: str, inner: str, names: Mapping[str, Name]) -> bool:
    """Tell a unit's own name from another unit, by the same head here or where it stands with one later.

    example          7th Roe Brigade (Al-Dow brigade) · Special Roe Forces (Dow), where "Dow Forces" fight
    """
    head = name.split(" of ", 1)[0].lower().split()[-1]
    if not is_body_noun(head) or numbers_in(inner):
        return False
    low = norm(inner)
    return (" " in low and low.split()[-1] == head) or (not numbers_in(name) and f"{low} {head}" in names)


def nicknames(name: str, inner: str, names: Mapping[str, Name]) -> bool:
    """Tell a person's other name: "Tom Roe (Abu Dow)", "Tom Roe (Red)" where Red does something too."""
    if " " not in name or not (can_be_person(name) and can_be_person(inner)):
        return False
    alone = names.get(norm(inner)) if " " not in inner else None
    acts = alone is not None and any(shows_person(use) for use in alone.uses) and not likely_place(alone)
    return acts or norm(inner).startswith("abu ")


def _beginnings(words: Sequence[str]) -> set[str]:
    """Give how the longer words begin: one in two languages begins alike, "office" and "office"."""
    return {word.removeprefix("d'")[:4] for word in words if len(word) > 4}


def name_before(sentence: Sentence, bracket: int, short: str) -> int | None:
    """Give the first token of the name that a bracket behind it abbreviates."""
    tokens = sentence.tokens
    first = _run_start(tokens, bracket)
    starts = [
        start
        for start in range(first, bracket)
        if tokens[start].capital or tokens[start].low.startswith("al-")
    ]
    while starts and tokens[starts[0]].low in _SMALL:
        starts.pop(0)
    further = _over_comma(sentence, first, bracket, short) if starts else None
    if further is not None:
        return further
    for fits in (matches, abbreviates):
        for start in starts if fits is matches or len(starts) == 1 else starts[:-1]:
            if fits(short, sentence.words(start, bracket)):
                return start - (tokens[start - 1].low in _HEADQUARTERS)
    return _by_common_name(sentence, starts, bracket, short) if starts else None


def _run_start(tokens: Sequence[Token], bracket: int) -> int:
    """Give where the capitalised words before a bracket begin, small words of names among them."""
    first = bracket
    while (
        first > 0
        and bracket - first < 14
        and (
            tokens[first - 1].capital
            or tokens[first - 1].low in _SMALL
            or tokens[first - 1].text in {"’", "'s", "’s"}
            or "-" in tokens[first - 1].text
        )
    ):
        first -= 1
    return first


def _by_common_name(sentence: Sentence, starts: list[int], bracket: int, short: str) -> int | None:
    """Give where the name begins by what the letters widely stand for, else a body's by its head."""
    tokens = sentence.tokens
    run = bracket - 1
    while run > starts[0] and tokens[run - 1].capital:
        run -= 1
    if (full := acronym_name(short)) is not None:
        whole = [start for start in starts if norm(sentence.words(start, bracket)) == norm(full)]
        if whole:
            return whole[0]  # "the Women's Relief Units (WRU)", also by letters of another language
        owned = [start for start in starts if tokens[start - 1].text in {"'s", "’s"} and bracket - start >= 2]
        start = (owned or starts)[-1 if owned else 0]  # "Roe's Federal Security Service (FSS)"
        return start if bracket - start >= 2 else None
    return run if bracket - run >= 2 and is_body_noun(tokens[bracket - 1].low) else None


def _over_comma(sentence: Sentence, first: int, bracket: int, short: str) -> int | None:
    """Give where a name with a comma begins whose letters are all there: "Task Force, Horn of Roe (TFHR)"."""
    tokens = sentence.tokens
    if first < 2 or tokens[first - 1].text != "," or not tokens[first - 2].capital:
        return None
    start = first - 1
    while start > 0 and (tokens[start - 1].capital or tokens[start - 1].low in _SMALL):
        start -= 1
        if tokens[start].capital and matches(short, sentence.words(start, bracket)):
            return start
    return None

"""The chain of places that the lead gives, most specific first.

example          near the town of Roe in the Dow Province, Orrland → Roe, Dow Province, Orrland
counter-example  in March · in Operation Roe · at the German consulate · in Roe's army
"""

from collections.abc import Sequence

from testimonia.extract.actors.bodies import place_kinds
from testimonia.extract.actors.kinds import body_kind, is_body_noun
from testimonia.extract.actors.names import Use, longer_readings, read_names
from testimonia.extract.actors.naming import country_of, is_demonym, norm
from testimonia.extract.drafts import Named
from testimonia.extract.lead.kind import event_words
from testimonia.extract.lead.larger import is_larger
from testimonia.extract.lead.titular import titular_place
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import forms, word_set

__all__ = ["place_chain"]

_AT = word_set("naming", "lead_prepositions")
_SIDES = word_set("naming", "quarters")
_DISTANCE = word_set("naming", "distances")


def place_chain(title: str, lead: Sequence[Sentence], sentences: Sequence[Sentence]) -> tuple[Named, ...]:
    """Give the places of the sentence that names the title's place, else of the first that has any."""
    own = titular_place(title, sentences)
    low = norm(own.words) if own is not None else ""
    chains = [chain for sentence in lead if (chain := _chain(sentence))]
    chain = next(
        (chain for chain in chains if low and any(norm(name.words).startswith(low) for name in chain)),
        chains[0] if chains else [],
    )
    if chain and not any(country_of(name.words) for name in chain):
        chain = [
            *chain,
            *[name for other in map(_chain, lead[:2]) for name in other if country_of(name.words)][:1],
        ]
    first = [name for name in chain if low and norm(name.words).startswith(low)][:1] or (
        [own] if own is not None else []
    )
    return tuple({norm(name.words): name for name in (*first, *chain)}.values())


def _chain(sentence: Sentence) -> list[Named]:
    """Give the places of a sentence: the first phrase of place and those that hang on it."""
    uses = sorted(
        (use for name in read_names([sentence]).values() for use in name.uses), key=lambda use: use.first
    )
    inside = _bracketed(sentence)
    found: list[Named] = []
    end = -1
    for use in uses:
        if use.first < end or use.first in inside or not _is_place(use):
            continue
        last = next((longer for longer in longer_readings(use) if _is_whole(use, longer)), use.last)
        hangs = (
            bool(found)
            and use.title - end < 12
            and _between(sentence, end, use.title, inside)
            and _closes(use, last)
        )
        if hangs or (not found and _led_to(sentence, use)):
            first, end = use.title if _is_saint(use) else use.first, last
            found.append(Named(sentence.words(first, end), sentence.source(first, end)))
    return found


def _is_saint(use: Use) -> bool:
    """Tell "St. Roe County", whose title belongs to the place, from "King Roe"."""
    return use.title < use.first and use.sentence.tokens[use.title].low.rstrip(".") in _SAINTS


_SAINTS = frozenset({"st", "saint", "port", "sidi", "ras"})


def _is_whole(use: Use, end: int) -> bool:
    """Tell names of places with "of" and "and": "Bosnia and Herzegovina", ", Jammu and Kashmir was"."""
    sentence = use.sentence
    if country_of(sentence.words(use.first, end)) is not None:
        return True
    after = sentence.tokens[end].low if end < len(sentence.tokens) else "."
    return use.before == "," and sentence.tokens[use.last].low == "and" and after in {"was", "is", ",", "."}


def _bracketed(sentence: Sentence) -> frozenset[int]:
    """Give the tokens inside brackets, the brackets too."""
    depth, found = 0, set()
    for at, token in enumerate(sentence.tokens):
        depth += token.text == "("
        if depth:
            found.add(at)
        depth -= token.text == ")" and depth > 0
    return frozenset(found)


def _closes(use: Use, last: int) -> bool:
    """Tell ", Orrland, killing" and ", Orrland." from ", Ann Roe, a militant," behind a place."""
    tokens = use.sentence.tokens
    if use.sentence.tokens[use.first - 1].text != ",":
        return True
    after = tokens[last].low if last < len(tokens) else "."
    if after == "," and last + 1 < len(tokens) and tokens[last + 1].low in {"a", "an"}:
        return False
    return (
        after in {",", ".", ";", ")", "("}
        or after in _AT
        or after in {"during", "between", "from", "by", "when", "as", "was"}
    )


def _led_to(sentence: Sentence, use: Use) -> bool:
    """Tell whether a preposition of place leads to the name: "near the town of X", "north of X"."""
    tokens, at = sentence.tokens, use.title - 1
    steps = 0
    while at >= 0 and steps < 9:
        low = tokens[at].low
        if low in _AT:
            return True
        if low == "of" and at and (tokens[at - 1].low in place_kinds() | _SIDES):
            at -= 1
        elif not (
            low in {"the", "a", "an", "modern-day", "present-day", "modern", "today's"}
            or low in place_kinds()
            or low in _SIDES
            or (
                steps < 5
                and tokens[at].kind == "word"
                and low not in forms("function_words")
                and not low.endswith("ed")
            )
        ):
            return False
        at, steps = at - 1, steps + 1
    return False


def _between(sentence: Sentence, end: int, first: int, inside: frozenset[int]) -> bool:
    """Tell whether only words of place stand between two names: ", in the Roman province of"."""
    tokens = sentence.tokens
    at = [position for position in range(end, first) if position not in inside]
    far = any(tokens[position].low in _SIDES for position in at)
    return all(
        _of_place(tokens[position].low)
        or (far and tokens[position].low in _DISTANCE)
        or (tokens[position + 1].low == "of" and tokens[position - 1].low == "the")
        for position in at
    )


def _of_place(low: str) -> bool:
    return (
        low in _AT
        or low in _SIDES
        or low in _BESIDE
        or low in place_kinds()
        or low.endswith("ern")
        or is_demonym(low)
    )


_BESIDE = frozenset(
    {
        ",",
        "of",
        "the",
        "a",
        "an",
        "'s",
        "’s",
        "modern-day",
        "present-day",
        "modern",
        "then",
        "part",
        "central",
        "environs",
        "vicinity",
    }
)


def _is_place(use: Use) -> bool:
    sentence, tokens = use.sentence, use.sentence.tokens
    words = sentence.words(use.first, use.last)
    parts = norm(words).split()
    if (
        not parts
        or parts[0] in forms("months")
        or is_larger(words)
        or any(part in event_words() for part in parts)
        or (use.title < use.first and not _is_saint(use))
        or words.isupper()
    ):
        return False
    behind = tokens[use.last] if use.last < len(tokens) else None
    before = tokens[use.first - 2] if use.first > 1 else None
    if before is not None and before.capital and before.low in event_words():
        return False  # "War on Roe"
    if (
        use.before == "the"
        and behind is not None
        and behind.kind == "word"
        and behind.low not in forms("function_words")
        and behind.low not in place_kinds()
    ):
        return False
    if len(parts) > 1 and is_demonym(parts[0]) and parts[-1] not in place_kinds():
        return country_of(words) is not None
    adjective = is_demonym(words) and behind is not None and behind.kind == "word" and not behind.capital
    if adjective and behind is not None and (behind.low not in forms("function_words")):
        return False
    return not (
        is_body_noun(parts[-1])
        and parts[-1] not in place_kinds()
        and country_of(words) is None
        and body_kind(words) is not None
    )

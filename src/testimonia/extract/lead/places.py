"""The chain of places that the lead gives, most specific first.

    example          near the town of Roe in the Dow Province, Orrland → Roe, Dow Province, Orrland
    counter-example  in March · in Operation Roe · at the German consulate · in Roe's army
"""

import re
from collections.abc import Sequence
from functools import cache

from testimonia.extract.actors.bodies import place_kinds
from testimonia.extract.actors.kinds import body_kind, is_body_noun
from testimonia.extract.actors.names import Use, read_names
from testimonia.extract.actors.naming import country_of, norm, place_forms
from testimonia.extract.drafts import Named
from testimonia.extract.lead.kind import event_words
from testimonia.extract.lead.larger import is_larger
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import rows

__all__ = ["place_chain"]

_AT = frozenset("in at near on outside around off inside over into".split())
_SIDES = frozenset("north south east west northeast northwest southeast southwest north-east north-west south-east south-west outskirts".split())
_TITLE = re.compile(r"\b(?:battle|siege|capture|fall|massacre|action|liberation|attack|attacks|bombing|storming|raid|clashes|defence|defense)\s"
                    r"(?:of|at|on|in|off)\s(?:the\s)?(.+?)(?:\s\(.*|:.*)?$", re.IGNORECASE)  # fmt: skip


def place_chain(title: str, lead: Sequence[Sentence], sentences: Sequence[Sentence]) -> tuple[Named, ...]:
    """Give the places of the first sentence that has any; the place of the title comes first."""
    match = _TITLE.search(title)
    own = norm(match.group(1)) if match else ""
    chain: list[Named] = []
    for sentence in lead:
        chain = _chain(sentence)
        if chain:
            break
    first = [name for name in chain if norm(name.words) == own]
    if own and not first and (named := _named_first(own, sentences)) is not None:
        first = [named]
    return tuple({norm(name.words): name for name in (*first, *chain)}.values())


def _named_first(own: str, sentences: Sequence[Sentence]) -> Named | None:
    """Give the first use of the title's place as a place: "at Roe"."""
    for sentence in sentences[:60]:
        for at, token in enumerate(sentence.tokens[:-1]):
            if token.low in _AT | {"of", "to", "from", "city", "town", "village"}:
                for end in range(at + 2, min(at + 5, len(sentence.tokens) + 1)):
                    words = sentence.words(at + 1, end)
                    if norm(words) == own and words[:1].isupper() and not words.isupper():
                        return Named(words, sentence.source(at + 1, end))
    return None


def _chain(sentence: Sentence) -> list[Named]:
    """Give the places of a sentence: the first phrase of place and those that hang on it."""
    uses = sorted((use for name in read_names([sentence]).values() for use in name.uses), key=lambda use: use.first)
    found: list[Named] = []
    end = -1
    for use in uses:
        hangs = bool(found) and use.title - end < 9 and _between(sentence, end, use.title)
        if (hangs or (not found and _led_to(sentence, use))) and _is_place(use):
            found.append(Named(sentence.words(use.first, use.last), sentence.source(use.first, use.last)))
            end = use.last
    return found


def _led_to(sentence: Sentence, use: Use) -> bool:
    """Tell whether a preposition of place leads to the name: "near the town of X", "north of X"."""
    tokens, at = sentence.tokens, use.title - 1
    steps = 0
    while at >= 0 and steps < 7:
        low = tokens[at].low
        if low in _AT:
            return True
        if low == "of" and at and (tokens[at - 1].low in place_kinds() | _SIDES):
            at -= 1
        elif not (low in {"the", "a", "an", "modern-day", "present-day", "modern", "today's"} or low in place_kinds() or low in _SIDES
                  or (steps < 3 and tokens[at].kind == "word" and low not in _function_words() and not low.endswith("ed"))):  # fmt: skip
            return False
        at, steps = at - 1, steps + 1
    return False


def _between(sentence: Sentence, end: int, first: int) -> bool:
    """Tell whether only words of place stand between two names: ", in the Roman province of"."""
    allowed = _AT | _SIDES | {",", "of", "the", "a", "'s", "’s", "modern-day", "present-day", "modern", "then", "(", ")", "part", "central"}
    words = sentence.tokens[end:first]
    return all(token.low in allowed or token.low in place_kinds() or len(place_forms(token.text)) > 1 or token.low.endswith("ern")
               or token.low in {"environs", "vicinity"} for token in words)  # fmt: skip


def _is_place(use: Use) -> bool:
    sentence, tokens = use.sentence, use.sentence.tokens
    words = sentence.words(use.first, use.last)
    parts = norm(words).split()
    if not parts or is_larger(words) or any(part in event_words() for part in parts) or use.title < use.first or words.isupper():
        return False
    behind = tokens[use.last] if use.last < len(tokens) else None
    adjective = len(place_forms(words)) > 1 and country_of(words) is None and behind is not None and behind.kind == "word" and not behind.capital
    if adjective and behind is not None and (behind.low not in _function_words()):
        return False
    return not (is_body_noun(parts[-1]) and parts[-1] not in place_kinds() and country_of(words) is None and body_kind(words) is not None)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(row["form"] for row in rows("function_words"))

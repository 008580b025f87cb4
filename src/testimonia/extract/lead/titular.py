"""The place that an article's title names: "Battle of Orm", "1990 Orm bus attack"."""

import re
from collections.abc import Sequence

from testimonia.extract.actors.kinds import body_kind
from testimonia.extract.actors.naming import is_demonym, norm
from testimonia.extract.drafts import Named
from testimonia.extract.lead.kind import event_words
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["titular_place"]

_AT = word_set("naming", "lead_prepositions")
# How many sentences are searched for the title's place.
_FAR = 60
_TITLE = re.compile(
    r"\b(?:battle|siege|capture|fall|massacre|actions?|liberation|attacks?|bombing|storming|raid|"
    r"clashes|defen[cs]e)\s"
    r"(?:of|at|on|in|off)\s(?:the\s)?(.+?)(?:\s\(.*|:.*)?$",
    re.IGNORECASE,
)
# Events that strike a place: what is named before them is one ("Orm bus attack"); "Orm's mutiny" is a man's.
_STRUCK = re.compile(
    r"((?:[^\W\d_][\w'’-]*[^\W\d_])(?:\s(?:of\s)?[A-ZÀ-Þ][\w'’-]+)*)(?:\s[a-z-]+){0,2}\s"
    r"(?:airstrikes?|ambush|attacks?|bombings?|crash|explosions?|fires?|raids?|shootings?)$"
)


def titular_place(title: str, sentences: Sequence[Sentence]) -> Named | None:
    """Give the place in the title that the text uses as one: "Battle of Roe", "2016 Roe bombing"."""
    match = _TITLE.search(title)
    if match:
        return _named_first(norm(match.group(1)), sentences) or _named_so(match.group(1), sentences)
    parts = re.sub(r"^(?:[A-Z][a-z]+ )?\d{4}(?:[–-]\d+)?\s|\s\(.*", "", title).split()
    for size in range(min(3, len(parts) - 1), 0, -1):
        low = norm(" ".join(parts[:size]))
        if (
            not is_demonym(low)
            and low not in event_words()
            and low.split()[0] not in event_words()
            and (found := _named_first(low, sentences, _AT)) is not None
        ):
            return found
    struck = _STRUCK.match(" ".join(parts))
    bare = struck is not None and not is_demonym(struck.group(1)) and body_kind(struck.group(1)) is None
    return _named_so(struck.group(1), sentences) if struck and bare else None


def _named_so(own: str, sentences: Sequence[Sentence]) -> Named | None:
    """Give the first use of the title's place as a name, also a shouted one, if it is never a common noun."""
    size = len(own.split())
    common = any(token.text == own.lower() for sentence in sentences for token in sentence.tokens)
    if common or own.isupper() or not own[0].isupper():
        return None
    uses = [
        (sentence.words(at, at + size).isupper(), Named(own, sentence.source(at, at + size)))
        for sentence in sentences[:_FAR]
        for at, token in enumerate(sentence.tokens[: 1 - size or None])
        if token.capital and norm(sentence.words(at, at + size)) == norm(own)
    ]
    return min(uses, key=lambda use: use[0])[1] if uses else None


def _named_first(
    own: str, sentences: Sequence[Sentence], before: frozenset[str] | None = None
) -> Named | None:
    """Give the first use of the title's place as a place: "at Roe"."""
    for sentence in sentences[:_FAR]:
        for at, token in enumerate(sentence.tokens[:-1]):
            if token.low in (before or _AT | {"of", "to", "from", "city", "town", "village"}):
                for end in range(at + 2, min(at + 5, len(sentence.tokens) + 1)):
                    words = sentence.words(at + 1, end)
                    if norm(words) == own and words[:1].isupper() and not words.isupper():
                        return Named(words, sentence.source(at + 1, end))
    return None

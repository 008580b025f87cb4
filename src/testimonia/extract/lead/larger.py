"""The larger events that the lead names: wars, campaigns, offensives around the one told.

example          during the Second Roe Civil War · a battle of the Dow Campaign · part of the Roe War
counter-example  after the First World War · the title itself
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.actors.names import Use, longer_readings, read_names
from testimonia.extract.actors.naming import norm
from testimonia.extract.drafts import Named
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set

__all__ = ["is_larger", "larger_events"]

_LARGER = word_set("naming", "larger_events")
_AROUND = frozenset({"during", "of", "in", "within", "throughout", "amid"})


def is_larger(words: str) -> bool:
    """Tell whether a name holds the noun of a war or campaign."""
    return not _LARGER.isdisjoint(norm(words).split())


def larger_events(title: str, lead: Sequence[Sentence]) -> tuple[Named, ...]:
    """Give the larger events in text order, without the article's own."""
    found: dict[str, Named] = {}
    for sentence in lead:
        for name in _of(sentence):
            low = norm(name.words)
            inside = low in norm(title) or norm(title) in low
            if not inside and not any(low in other or other in low for other in found):
                found.setdefault(low, name)
    return tuple(found.values())


def _of(sentence: Sentence) -> Iterator[Named]:
    """Give the names of wars behind "during", "of", "in", "part of", or before the noun of the event."""
    tokens = sentence.tokens
    uses = sorted(
        (use for name in read_names([sentence]).values() for use in name.uses), key=lambda use: use.first
    )
    for use in uses:
        first = use.first - (
            use.first > 0 and tokens[use.first - 1].kind == "number" and len(tokens[use.first - 1].text) == 4
        )
        at = first - 1
        while at > 0 and tokens[at].low in {"the", "a", "an", "ongoing", "larger", "wider", "early", "late"}:
            at -= 1
        behind = tokens[use.last].low if use.last < len(tokens) else ""
        if not is_larger(sentence.words(use.first, use.last)) or not (
            tokens[at].low in _AROUND or behind in {"battle", "engagement", "battles"}
        ):
            continue
        last = _over_years(tokens, _end(use))
        if tokens[use.last - 2].low == "civil":
            first = use.first  # "the 1918 Roe Civil War" is known without its year
        words = sentence.words(first, last)
        if not words.isupper():
            yield Named(words, sentence.source(first, last))


def _over_years(tokens: Sequence[Token], last: int) -> int:
    """Go on over the years that a war is named for: "War of 1213–1214"."""
    at = last + 1
    if (
        last < len(tokens)
        and tokens[last].low == "of"
        and at < len(tokens)
        and tokens[at].text[:4].isdecimal()
    ):
        dashed = at + 2 < len(tokens) and tokens[at + 1].text in _DASHES and tokens[at + 2].text.isdecimal()
        if dashed:
            return at + 3
        return at + 1 if any(dash in tokens[at].text for dash in _DASHES) else last
    return last


_DASHES = ("–", "-", "—")


def _end(use: Use) -> int:
    """Go on over "War of Independence", not over "Campaign of the Roe War": those are two events."""
    tokens, last = use.sentence.tokens, use.last
    for end in longer_readings(use):
        if tokens[last].low != "of" or is_larger(use.sentence.words(last + 1, end)):
            break
        last = end
    return last

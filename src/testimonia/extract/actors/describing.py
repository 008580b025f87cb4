"""What appositions say an actor is: its kind, and the words that describe it.

example          the local Dow militant groups X and Y   → X and Y: armed groups; "Dow" describes both
example          X, a coalition of five Dow groups        → X: a coalition too
counter-example  X, a coalition partner said · X groups with Y
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from testimonia.extract.actors.kinds import body_kind
from testimonia.extract.actors.names import Name, Use
from testimonia.extract.actors.naming import norm, place_forms
from testimonia.extract.actors.registry import Registry
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set
from testimonia.model import ActorKind

__all__ = ["describe"]

_GROUPS = word_set("naming", "group_nouns")
_KINDS: dict[str, ActorKind] = {
    "coalition": "coalition",
    "alliance": "coalition",
    "umbrella": "coalition",
    "militia": "armed group",
    "militias": "armed group",
    "insurgents": "armed group",
    "rebels": "armed group",
}


def describe(
    sentences: Sequence[Sentence], names: Mapping[str, Name], registry: Registry
) -> dict[str, tuple[str, ...]]:
    """Give the actors what the text says that they are; answer with the describing words of each, by key."""
    starts = {(use.sentence.order, use.title): use for name in names.values() for use in name.uses}
    ends = {(use.sentence.order, use.last): use for name in names.values() for use in name.uses}
    found: dict[str, tuple[str, ...]] = {}
    for sentence in sentences:
        if _GROUPS.isdisjoint(sentence.lows):
            continue
        for at, token in enumerate(sentence.tokens):
            if token.low in _GROUPS:
                for key, word in _before_names(sentence, at, starts, registry):
                    found[key] = (*found.get(key, ()), word)
                _behind_name(sentence, at, ends, registry)
    return found


Uses = Mapping[tuple[int, int], Use]


def _before_names(sentence: Sentence, at: int, starts: Uses, registry: Registry) -> Iterator[tuple[str, str]]:
    """Read "the local Dow militant groups X and Y": the peoples named describe every name behind."""
    tokens, first = sentence.tokens, at
    while (
        first > 0
        and at - first < 4
        and tokens[first - 1].kind == "word"
        and tokens[first - 1].low not in {"the", "a", "an", "of", "by", "and"}
    ):
        first -= 1
    words = [token.low for token in tokens[first:at] if token.capital and len(place_forms(token.text)) > 1]
    for key in _listed(sentence, at + 1, starts, registry) if words else ():
        side = registry.get(key).side
        for word in words:
            if side is not None:
                registry.sides.describe(word, side)
            yield key, word


def _listed(sentence: Sentence, at: int, starts: Uses, registry: Registry) -> Iterator[str]:
    """Give the actors of a list that begins at a token: "X", "X and Y", "X, Y and Z"."""
    tokens = sentence.tokens
    while (use := starts.get((sentence.order, at))) is not None:
        end = use.last
        key = registry.known(sentence.words(use.first, end))
        for further in range(end + 1, min(end + 8, len(tokens) + 1)):
            if (longer := registry.known(sentence.words(use.first, further))) is not None:
                key, end = longer, further
        if key is not None:
            yield key
        if end < len(tokens) and tokens[end].low in {"and", ","}:
            at = end + 1
            at += at < len(tokens) and tokens[at].low in {"and", "the"}
        else:
            return


def _behind_name(sentence: Sentence, at: int, ends: Uses, registry: Registry) -> None:
    """Read "X, a coalition of five groups": a further kind of X."""
    tokens, first = sentence.tokens, at
    kind = _KINDS.get(tokens[at].low)
    while first > 0 and at - first < 5 and tokens[first - 1].low not in {"a", "an", "the", ","}:
        first -= 1
    if (
        kind is None
        or first < 2
        or tokens[first - 1].low not in {"a", "an", "the"}
        or tokens[first - 2].text != ","
    ):
        return
    if (
        at + 1 < len(tokens)
        and tokens[at + 1].kind == "word"
        and tokens[at + 1].low not in {"of", "that", "which", "formed", "led", "made", "composed"}
    ):
        return
    use = ends.get((sentence.order, first - 2))
    key = registry.known(sentence.words(use.first, use.last)) if use is not None else None
    if key is None:
        return
    actor = registry.get(key)
    if actor.kind == "organisation" or (kind == "coalition" and actor.kind == "armed group"):
        also = tuple(dict.fromkeys((*actor.also, *(() if actor.kind == "organisation" else (actor.kind,)))))
        registry.update(replace(actor, kind=kind, also=also))
    elif actor.kind not in {kind, "person", "state", "state force"} and body_kind(norm(actor.label)) is None:
        registry.update(replace(actor, also=tuple(dict.fromkeys((*actor.also, kind)))))

"""Heavy loss without a number or a noun of loss: "suffered heavily", "paid dearly", "at great cost".

example          the brigade suffered severely · the hill was taken at a terrible cost · cost the Dows dear
example          paid a heavy price for the ridge · the assault proved costly to both sides
counter-example  the town suffered badly · paid a high price for the horse · a costly programme
"""

from collections.abc import Iterator

from testimonia.extract.figures import vague_adjective
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import doer_behind, subjects_of
from testimonia.lexicon import word_set
from testimonia.model import Quantity

__all__ = ["find_dear"]

_ADVERBS = word_set("grammar", "dearly")
_HEAVILY = frozenset({"heavily", "severely", "badly", "terribly"})
_AT_GAMES = frozenset({"badly", "terribly"})
"""How one loses a match, not men."""
_SUFFERED = frozenset({"suffered", "suffering", "suffer"})
_LOST = frozenset({"lost", "losing"})
_COST = frozenset({"cost", "costing"})
_PAID = frozenset({"paid", "paying"})
_PRICES = frozenset({"cost", "price", "expense", "toll"})
_DEAR = frozenset({"dear", "dearly", "heavily"})
_PROVED = frozenset({"proved", "proving", "became", "prove"})
_TO = frozenset({"to", "for"})
_SIDES = frozenset({"side", "sides"})
_HARD = frozenset({"awful", "bitter"})
"""Adjectives of a price that are no vague figures elsewhere."""


def find_dear(scene: Scene) -> Iterator[Found]:
    """Find the heavy losses that a scene tells by what was paid, or by how one suffered."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        if chunk.kind == "vp" and not (chunk.negated or chunk.modal or chunk.infinitive):
            yield from _by_verb(scene, at, chunk)
        elif chunk.low in _PRICES and row.near(at - 1).low == "at" and row.near(at + 1).low != "of":
            yield from _at_cost(scene, at)
        elif chunk.low == "costly" and row.near(at + 1).low in _TO:
            yield from _costly(scene, at)


def _by_verb(scene: Scene, at: int, verb: Chunk) -> Iterator[Found]:
    """Read "suffered heavily", "lost heavily", "paid dearly", "paid a heavy price", "cost them dear"."""
    row, then = scene.chunks, scene.chunks.near(at + 1)
    if verb.low in _SUFFERED | _LOST and then.low in _ADVERBS and not verb.passive:
        if verb.low in _SUFFERED or then.low not in _AT_GAMES:
            yield from _told(scene, at, then.low, at + 1, known=then.low in _HEAVILY)
    elif verb.low in _PAID and not verb.passive:
        hard = then.low if then.low in _DEAR else _how_hard(scene, then) if then.low in _PRICES else None
        if hard is not None:
            yield from _told(scene, at, hard, at + 1, known=False)
    elif verb.low in _COST and row.near(at + 2).low in _DEAR and _can_lose(then):
        yield _loss(scene, row[at + 2].low, verb.first, row[at + 2].last, at + 2, (then,))


def _told(scene: Scene, at: int, wording: str, end: int, *, known: bool) -> Iterator[Found]:
    """Give the loss of the subjects of a verb; a place suffers otherwise than by its dead."""
    row = scene.chunks
    party = tuple(row[p] for p in subjects_of(row, at))
    if known or (party and all(_can_lose(one) for one in party)):
        yield _loss(scene, wording, row[at].first, row[end].last, at, party)


def _at_cost(scene: Scene, at: int) -> Iterator[Found]:
    """Read "took the hill at a heavy cost", "was taken at great cost by the Dows"."""
    row, hard = scene.chunks, _how_hard(scene, scene.chunks[at])
    verb = next((step for step in range(at - 1, -1, -1) if row[step].kind == "vp"), -1)
    if hard is None or verb < 0:
        return
    doer = doer_behind(row, verb) if row[verb].passive else next(iter(subjects_of(row, verb)), None)
    party = (row[doer],) if doer is not None and _can_lose(row[doer]) else ()
    yield _loss(scene, hard, row[at - 1].first, row[at].last, at, party)


def _costly(scene: Scene, at: int) -> Iterator[Found]:
    """Read "the assault proved costly to both sides"."""
    row, verb = scene.chunks, scene.chunks.near(at - 1 - (scene.chunks.near(at - 1).kind == "adv"))
    payer = row.near(at + 2)
    if (verb.copula or verb.low in _PROVED) and not verb.negated and not verb.modal and _can_lose(payer):
        yield _loss(scene, "costly", row[at].first, payer.last, at, (payer,))


def _how_hard(scene: Scene, price: Chunk) -> str | None:
    """Give the adjective of a price: "heavy" of "a heavy price"."""
    tokens = scene.sentence.tokens
    for step in range(max(price.body, price.first), price.head):
        figure = vague_adjective(tokens, step)
        if figure is not None or tokens[step].low in _HARD:
            return tokens[step].low if figure is None else figure.quantity.wording
    return None


def _can_lose(chunk: Chunk) -> bool:
    """Tell people, forces and sides from towns and things."""
    if chunk.kind == "pron":
        return chunk.low in {"they", "them"}
    if chunk.noun is not None and chunk.noun.category == "civilians":
        return False
    force = chunk.of_kind("people", "unit") or chunk.plural_name or chunk.low in _SIDES
    return force or (chunk.name and chunk.det == "the")


def _loss(scene: Scene, wording: str, first: int, last: int, at: int, party: tuple[Chunk, ...]) -> Found:
    quantity = Quantity("vague", None, None, scene.sentence.words(first, last), wording)
    return Found("losses", quantity, first, last, at, "prose.loss.dear", party=party)

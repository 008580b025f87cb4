"""Counts whose verb is left out, because another count before has it.

example          three guards were killed, compared to 20 raiders     → 20 raiders were killed
example          104 died, compared with 61 the year before           → 61 died
example          the guards lost 90 men and the Dow Brigade 200
example          Dow losses were 90, those of the Roes 200 · the Dows suffered 90 dead; the Roes, 200
example          thirty fell on the first day and twelve on the second · lost five tanks to mines, two to guns
example          six were killed (plus two of the raiders)                   → two were killed
example          with 80 soldiers dead, 12 guards killed, and 300 villagers.
counter-example  12 guards were killed and 300 villagers fled
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.scene import Found, Scene, quantity_of
from testimonia.lexicon import forms, word_set

__all__ = ["find_added", "find_left_out", "parallel"]

_NEAR = 3
"""Tokens that may stand between a count and the bracket that adds to it."""

_ALIVE = frozenset({"survivors", "escapees", "evacuees", "witnesses", "eyewitnesses", "rescuers"})
"""Those who stand beside the dead as what became of the rest: "12 guards killed and 30 survivors"."""
_COMPARED = frozenset({"compared", "opposed"})
_ENDS = frozenset({".", ";", ""})
_BORNE = frozenset(
    {
        *("prose.verb.active", "prose.verb.left_out", "prose.verb.reduced", "prose.noun.persons"),
        *(
            "prose.noun.stated",
            "prose.noun.price",
            "prose.loss.counted",
            "prose.loss.toll",
            "prose.loss.list",
        ),
    }
)
_GAPS = frozenset({"and", "but", ";", "while", "whereas"})
_STEPS = frozenset({"at", "by", "during", "from", "in", "near", "on", "to"})
"""What two counts that share a verb may hang on: "at Roe, and twelve at Dow"."""
_APART = frozenset({"vp", "sub", "but"})
_STEPPING = frozenset(
    {"prose.verb.active", "prose.verb.passive", "prose.verb.reduced", "prose.verb.subject", "prose.loss.toll"}
)
_STANDS_FOR = frozenset({"those", "that"})
_PUTTING = word_set("grammar", "putting")
_PORTIONS = frozenset({"most", "some", "half", "all", "several", "many"})
"""Words that tell of a part of what was just counted: "lost a dozen of its Roes and Dows, most in May"."""
_ON = frozenset({"for", "among"})
_AT = frozenset({"to", "at"})
_VERBS = frozenset({"prose.verb.passive", "prose.verb.subject", "prose.verb.reduced"})


def find_left_out(scene: Scene, told: Sequence[Found]) -> Iterator[Found]:
    """Find the counts that share the verb of one of those already `told`."""
    row = scene.chunks
    for at, chunk in enumerate(row):
        if chunk.kind != "np" or chunk.figure is None or chunk.harm is not None:
            continue
        before = [one for one in told if one.last <= chunk.first and one.figure is not None]
        model = max(before, key=lambda one: one.last, default=None)
        if model is None:
            continue
        if _in_step(scene, at, model):
            yield from _like(scene, at, model, model.party, again=True)
        elif _is_compared(scene, at) or (model.rule in _VERBS and _is_last(scene, at)):
            yield from _like(scene, at, model, _those_compared(row, at))
        elif model.rule in _BORNE and model.party and (who := parallel(scene, at)) is not None:
            if row.near(at + 2).elided and row.near(at + 1).kind == "conj":
                yield from _both(scene, at, before, (who,))
            else:
                yield from _like(scene, at, model, (who,))


def _in_step(scene: Scene, at: int, model: Found) -> bool:
    """Read "(fell) on the first day and twelve on the second", "(lost five tanks) to mines, two to guns".

    A bare number is told of like the count before it if the same kind of phrase hangs on both.
    """
    row, bare = scene.chunks, scene.chunks[at]
    first = next((step for step, chunk in enumerate(row) if chunk.first >= model.last), at)
    joined = row.comma(at - 1) or row.near(at - 1).kind == "conj"
    if bare.elided and row.comma(at - 1) and first == at - 1 and model.counted is not None:
        lost = model.measure in {"losses", "materiel_lost"} and bare.figure is not model.figure
        return lost and row.near(at + 1).kind == "to" and not bare.many  # "six were lost, two to flak"
    alone = bare.elided and first < at - 1 and not any(chunk.kind in _APART for chunk in row[first:at])
    if not (joined and alone and model.rule in _STEPPING) or model.quantity.kind == "vague":
        return False
    dated = _is_dated(row, first) and _is_dated(row, at + 1)
    link = model.rule != "prose.loss.toll"  # "given as 600 in some sources and 700 in others"
    link = link and row[first].kind in {"prep", "to"} and row[first].low in _STEPS
    end = at + 3 if row.near(at + 1).kind in {"prep", "to"} else at + 2
    ends = row.near(end).kind in {"sign", "conj", "", "prep", "date"}
    return ends and (dated or (link and row.near(at + 1).low == row[first].low))


def _is_dated(row: Row, at: int) -> bool:
    return row.near(at + (row.near(at).kind == "prep")).kind == "date"


def find_added(scene: Scene, around: Sequence[Found]) -> Iterator[Found]:
    """Read a bracket that adds to the count before it: "six were killed (as well as two of the raiders)"."""
    row = scene.chunks
    before = [one for one in around if one.figure is not None and one.last <= row[0].first]
    model = max(before, key=lambda one: one.last, default=None)
    adds = row[0].low == "plus" or (row[0].kind == "conj" and row[0].last - row[0].first > 1)
    bare = row.near(1).figure is not None and row[1].harm is None and not row.near(2).triggers
    if model is not None and adds and bare and row[0].first - model.last < _NEAR:
        whose = row.near(3) if row[1].elided and row.near(2).low == "of" else None
        yield from _like(scene, 1, model, (whose,) if whose is not None and whose.kind == "np" else ())


def _is_compared(scene: Scene, at: int) -> bool:
    """Read "compared to 61", "as opposed to 20 raiders", and "61 in 1986 and 57 in 1985" behind it."""
    row = scene.chunks
    led = row.near(at - 1).kind in {"to", "prep"} and row.near(at - 2).low in _COMPARED
    if led or row.near(at - 1).kind != "conj" or not row[at].elided:
        return led
    first = at - 2
    while row.near(first).kind in {"date", "prep"}:
        first -= 1
    return row.near(first).elided and _is_compared(scene, first)


def _is_last(scene: Scene, at: int) -> bool:
    """Read "guards killed, and 300 villagers." where nothing else is told of the last."""
    row, chunk = scene.chunks, scene.chunks[at]
    people = (chunk.of_kind("people") or chunk.plural_name) and chunk.low not in _ALIVE
    before = at - 2 - row.comma(at - 2)
    ends = row.near(at + 1).low in _ENDS
    return people and row.near(at - 1).kind == "conj" and bool(row.near(before).triggers) and ends


def parallel(scene: Scene, at: int) -> Chunk | None:
    """Read "the guards lost 90 men and the Dow Brigade 200": somebody else, and how many."""
    row = scene.chunks
    step = at - 1 - (row.comma(at - 1) or row.near(at - 1).low in _AT)
    other = row.near(step)
    who = other.kind == "np" and other.figure is None and (other.name or other.of_kind("unit", "people"))
    before = step - (3 if row.near(step - 1).low == "of" and row.near(step - 2).det in _STANDS_FOR else 1)
    apart = (row.near(before).low in _GAPS or row.comma(before)) and not _tells(row, other, before)
    figure = row[at].figure
    ends = row.near(at + 1).kind in {"sign", "prep", "conj", "", "sub"}
    ends = ends and figure is not None and figure.quantity.verbatim.lower() not in _PORTIONS
    return other if who and not other.owner and apart and ends else None


def _tells(row: Row, other: Chunk, before: int) -> bool:
    """Read "Livy says they lost 900 men, Appian 700": another author, not another party."""
    author = other.name and not other.det and other.low not in forms("demonyms")
    verbs = [chunk for chunk in row[:before] if chunk.kind == "vp"]
    return author and any(verb.reports or verb.low in _PUTTING for verb in verbs)


def _those_compared(row: Row, at: int) -> tuple[Chunk, ...]:
    """Read "compared to 61 for the Dows", "as opposed to 90 among the guards"."""
    who = row.near(at + 2)
    return (who,) if row.near(at + 1).low in _ON and (who.name or who.of_kind("unit", "people")) else ()


def _both(scene: Scene, at: int, told: Sequence[Found], party: tuple[Chunk, ...]) -> Iterator[Found]:
    """Read "the Dows had 12 killed and 40 wounded, the Roes 3 and 10": two counts, in the same order."""
    pair = sorted(told, key=lambda one: one.last)[-2:]
    if len({one.measure for one in pair}) == len(pair) > 1 and pair[0].party[:1] == pair[1].party[:1]:
        first, second = pair
        yield from _like(scene, at, first, party)
        yield from _like(scene, at + 2, second, party)


def _like(
    scene: Scene, at: int, model: Found, party: tuple[Chunk, ...] = (), *, again: bool = False
) -> Iterator[Found]:
    counted = scene.chunks[at]
    quantity = quantity_of(scene, counted)
    lost = model.measure == "materiel_lost"
    machines = counted.of_kind("materiel") or (lost and counted.elided and (again or bool(party)))
    people = counted.elided or counted.of_kind("people") or counted.plural_name or not party
    if quantity is not None and machines == lost and (people or lost):
        yield Found(
            model.measure,
            quantity,
            counted.first,
            counted.last,
            at,
            "prose.verb.left_out",
            counted=counted,
            figure=counted.figure,
            party=party,
            item=(model.item if counted.elided else scene.item(counted)) if machines else None,
        )

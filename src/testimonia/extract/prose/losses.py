"""Harm told by a noun of loss: "suffered 300 casualties", "a death toll of 40", "heavy losses".

example          the column suffered heavy losses · its losses were put at 30 · the death toll rose to 21
example          put the death tolls at 18 soldiers and over 30 raiders · Roman casualties were heavy
counter-example  neither side disclosed its casualties
"""

from collections.abc import Iterator
from dataclasses import replace

from testimonia.extract.figures import Figure, vague_adjective
from testimonia.extract.prose.bearers import BEAR, bearer
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import behind, list_on, verb_before
from testimonia.extract.prose.lexemes import Trigger, noun_of
from testimonia.extract.prose.scene import Found, Scene, senses_before, some
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import word_set
from testimonia.model import Measure, Quantity

__all__ = ["find_losses"]

_CAUSE = word_set("grammar", "cause")
_LINKS = word_set("grammar", "links") | {"in", "for", "among", "between"}
_RISES = word_set("grammar", "rises")
_TOLD = word_set("grammar", "told")
_MENTIONS = word_set("grammar", "mentions")
_WITHIN = word_set("grammar", "bearing_on") | {"of"}
_REPORTS = word_set("grammar", "reports")
_KNOWN = frozenset({"known", "recorded", "given", "disclosed", "stated", "specified"})
_HEAVILY = frozenset({"heavily", "severely", "badly", "terribly"})
_COUNTS = frozenset({"number", "total", "tally"})
_LOSSES = frozenset({"loss", "losses"})
_WOUNDS = frozenset({"wounds", "injuries", "wound", "injury"})
"""What one person may have several of: "survived with minor wounds"."""
_MANY = 10
"""So many injuries are those of several people."""
_SCALES = ("dozens", "scores", "hundreds", "thousands")
_MEN = frozenset({"men", "manpower", "personnel", "soldiers", "troops"})
_MASS = word_set("grammar", "mass")
_COMPARED = frozenset({"lower", "higher", "fewer", "greater", "lighter", "heavier", "similar"})
_LONGEST_QUOTE = 16


def find_losses(scene: Scene) -> Iterator[Found]:
    """Find all harm that nouns of loss in a scene tell."""
    for at, chunk in enumerate(scene.chunks):
        if chunk.harm is not None and chunk.harm.role == "noun_event" and _happened(scene, at):
            silence = _unreported(scene, at)
            if silence is not None:
                first = scene.chunks[at - 2].first
                yield _vague(scene, at, chunk.harm.measure, silence, "silence", first)
            else:
                yield from _losses(scene, at, chunk, chunk.harm)
        elif chunk.kind == "np" and chunk.low in _COUNTS and chunk.figure is None:
            yield from _number_of(scene, at)
        elif chunk.kind == "vp" and chunk.low in {"suffered", "suffering"}:
            yield from _heavily(scene, at)


def _happened(scene: Scene, at: int) -> bool:
    """Tell a loss that happened from one that was spared, or only thought of; a share counts nobody."""
    loss = scene.chunks[at]
    words = scene.sentence.tokens[loss.first : loss.last] if loss.figure is None else ()
    if any(token.low in _SHARES for token in words):
        return False  # "had 12 percent casualties": how many that were, nobody says
    saved = any(chunk.low in _SAVED for chunk in scene.chunks[max(0, at - 1) : at + 2])
    return not (saved or _is_feared(scene.chunks, at) or _only_thought(scene, at))


def _is_feared(row: Row, at: int) -> bool:
    """Tell "for fear of heavy losses", "to avoid casualties" from losses suffered."""
    while row.near(at - 1).kind == "conj" and row.near(at - 2).kind == "np":
        at -= 2  # "to avoid losses and destruction"
    before = at - 1 - (row.near(at - 1).kind == "prep")
    thought = row.near(before)
    return (thought.kind == "vp" and thought.low in _SHUNNED and not thought.passive) or (
        before < at - 1 and thought.kind == "np" and thought.low in _FEARS
    )


def _only_thought(scene: Scene, at: int) -> bool:
    """Tell "would have resulted in many casualties", "may lead to losses", which did not happen."""
    verb = scene.chunks.near(verb_before(scene.chunks, at))
    words = {token.low for token in scene.sentence.tokens[verb.first : verb.last]} if verb.modal else set()
    return bool(words) and ("have" in words) != ("may" in words or "might" in words)


_INFLICTING = frozenset({"inflict", "inflicts", "inflicted", "inflicting", "caused", "causing"})
_SHUNNED = word_set("grammar", "shunned")
_FEARS = word_set("grammar", "fears")
_SHARES = frozenset({"percent", "per", "%"})
_SAVED = frozenset({"saved", "saving", "spared", "save"})


def _losses(scene: Scene, at: int, chunk: Chunk, harm: Trigger) -> Iterator[Found]:
    """Read one noun of loss: its own figure, the one it is equated with, or a bare loss that is borne."""
    row = scene.chunks
    split = list(_in_men_and_machines(scene, at, chunk)) if harm.measure == "losses" else []
    if split:
        yield from split
        colon = next((step for step in range(at + 1, min(at + 5, len(row))) if row[step].low == ":"), None)
        if colon is not None and row.near(colon + 1).figure is not None:
            yield from _equated(scene, at, harm, colon + 1)
        return
    said = _predicate(scene, at)
    target = _number_behind(row, at)
    if chunk.figure is not None and not (harm.measure == "wounded" and _of_one(row, at)):
        figure = _silent(row, at, chunk.figure)
        yield _loss(scene, at, harm, figure, "counted", figure.first, chunk.last)
    elif (without := _without(row, at)) is not None:
        none = Quantity("none", 0, 0, f"without {scene.words(chunk)}")
        yield _vague(scene, at, harm.measure, none, "without", row[without].first)
    elif (untold := _untold(scene, at)) is not None:
        yield _vague(scene, at, harm.measure, untold, "predicate", chunk.first)
    elif said is not None:
        yield _loss(scene, at, harm, said, "predicate", chunk.first, said.last)
    elif target is not None and not (row.near(target + 1).triggers and row[target + 1].bare):
        yield from _equated(scene, at, harm, target)
    elif _is_spared(row, at):
        none = Quantity("none", 0, 0, scene.words(chunk))
        yield _vague(scene, at, harm.measure, none, "without", row[at - 1].first)
    elif _is_borne(row, at):
        yield _vague(scene, at, harm.measure, some(scene.words(chunk)), "bare", chunk.first)


def _of_one(row: Row, at: int) -> bool:
    """Tell the wounds of one person, "survived with three wounds", from "caused 21 injuries"."""
    figure, before = row[at].figure, row.near(at - 1)
    words = figure.quantity.verbatim.lower() if figure is not None else ""
    many = any(scale in words for scale in _SCALES)
    many = many or (figure is not None and (figure.quantity.low or 0) >= _MANY)
    listed = before.kind == "conj" and row.near(at - 2).harm is not None
    return row[at].low in _WOUNDS and not (many or listed or before.low in _CAUSE)


def _in_men_and_machines(scene: Scene, at: int, chunk: Chunk) -> Iterator[Found]:
    """Read "heavy losses in men and tanks", "equipment losses": what is lost stands beside the loss."""
    row, told = scene.chunks, {}
    if row.near(at + 1).low in {"in", "of"} and chunk.low in _LOSSES:
        for listed in list_on(row, at + 2) if row.near(at + 2).kind == "np" else ():
            if row[listed].figure is None:
                told[_measure_of(row[listed])] = row[listed].last
    elif chunk.low in _LOSSES and chunk.harm is not None and chunk.last - 2 >= chunk.body:
        before = noun_of(scene.sentence.tokens, chunk.last - 2)
        if before is not None and before[1].kind == "materiel":
            told["materiel_lost"] = chunk.last
    bears = chunk.figure is not None or _is_borne(row, at) or row.near(at - 1).kind != "vp"
    for measure, last in told.items() if bears else ():
        if measure is not None:
            quantity = chunk.figure.quantity if chunk.figure else some(scene.words(chunk))
            first = chunk.figure.first if chunk.figure else chunk.first
            party = bearer(scene, at)
            yield Found(
                measure,
                quantity,
                first,
                last,
                at,
                "prose.loss.kinds",
                party=party,
                agent=None if party else _inflictor(row, at),
                figure=chunk.figure,
                item=chunk.low if measure == "materiel_lost" else None,
            )


def _measure_of(chunk: Chunk) -> Measure | None:
    """Give the measure of what a loss is told in: men, or machines; None for anything else."""
    if chunk.low in _MEN:
        return "losses"
    return "materiel_lost" if chunk.of_kind("materiel") or chunk.low in _MASS else None


def _unreported(scene: Scene, at: int) -> Quantity | None:
    """Read "no reports of casualties", "made no mention of deaths" as silence."""
    row, told = scene.chunks, scene.chunks.near(at - 2)
    none = told.det == "no" or (told.figure is not None and told.figure.quantity.kind == "none")
    if row.near(at - 1).low != "of" or not none or told.low not in _REPORTS:
        return None
    words = scene.sentence.words(told.first, row[at].last)
    return Quantity("not_reported", None, None, words, "not reported")


def _without(row: Row, at: int) -> int | None:
    """Read "without losses", "without causing any casualties"; give the position of "without"."""
    before = at - 1 - row.near(at - 1).gerund
    return before if row.near(before).low == "without" else None


def _silent(row: Row, at: int, figure: Figure) -> Figure:
    """Read "no casualties were reported", "mentions no deaths" as silence, which is not zero."""
    before, after = row.near(at - 1), row.near(at + 1)
    silent = (after.passive and after.low in _TOLD) or (before.kind == "vp" and before.low in _MENTIONS)
    if figure.quantity.kind != "none" or not silent:
        return figure
    return replace(
        figure, quantity=Quantity("not_reported", None, None, figure.quantity.verbatim, "not reported")
    )


def _loss(scene: Scene, at: int, harm: Trigger, figure: Figure, rule: str, first: int, last: int) -> Found:
    party = bearer(scene, at)
    return Found(
        harm.measure,
        figure.quantity,
        first,
        last,
        at,
        f"prose.loss.{rule}",
        party=party,
        agent=None if party else _inflictor(scene.chunks, at),
        figure=figure,
    )


def _inflictor(row: Row, at: int) -> Chunk | None:
    """Read "the garrison attacked, inflicting heavy casualties": whoever deals them does not bear them."""
    if row.near(at - 1).low not in _INFLICTING or row[at - 1].passive:
        return None
    subjects = subjects_of(row, at - 1)
    return row[subjects[0]] if subjects else None


def _vague(scene: Scene, at: int, measure: Measure, quantity: Quantity, rule: str, first: int) -> Found:
    last = scene.chunks[at].last
    return Found(measure, quantity, first, last, at, f"prose.loss.{rule}", party=bearer(scene, at))


def _predicate(scene: Scene, at: int) -> Figure | None:
    """Read "casualties were also heavy": the vague adjective behind the copula."""
    row = scene.chunks
    verb = at + 1 if row.near(at + 1).kind == "vp" else _behind_sides(row, at)
    link, told = row.near(verb), row.near(verb + 1 + (row.near(verb + 1).kind == "adv"))
    if not link.copula or told.kind != "np" or told.low in _COMPARED | {"most"}:
        return None
    found = (vague_adjective(scene.sentence.tokens, start) for start in range(told.first, told.last))
    return next((figure for figure in found if figure is not None and figure.last == told.last), None)


def _untold(scene: Scene, at: int) -> Quantity | None:
    """Read "the casualties are not known"."""
    verb = _behind_sides(scene.chunks, at)
    told, words = scene.chunks.near(verb), scene.words(scene.chunks[at])
    ends = scene.chunks.near(verb + 1).kind in {"sign", "conj", "but", ""}
    unknown = told.passive and told.negated and told.low in _KNOWN and ends
    return Quantity("unknown", None, None, words, f"not {told.low}") if unknown else None


def _behind_sides(row: Row, at: int) -> int:
    """Give the position behind "losses on both sides", "casualties among the defenders"."""
    plain = row.near(at + 1).low in _WITHIN and row.near(at + 2).kind == "np" and row[at + 2].figure is None
    return at + 3 if plain else at + 1


def _equated(scene: Scene, at: int, harm: Trigger, target: int) -> Iterator[Found]:
    """Read "the toll rose to 21", "put the tolls at 18 soldiers and over 30 raiders"."""
    row, amount = scene.chunks, scene.chunks[target]
    if amount.elided and amount.figure is not None:
        first = row[at].first if amount.last - row[at].first <= _LONGEST_QUOTE else amount.first
        yield _loss(scene, at, harm, amount.figure, "toll", first, amount.last)
        return
    while amount.figure is not None and amount.harm is None and _can_be_lost(row, target):
        figure, machines = amount.figure, amount.of_kind("materiel") or _are_pieces(row, target)
        yield Found(
            "materiel_lost" if machines else harm.measure,
            figure.quantity,
            figure.first,
            amount.last,
            target,
            "prose.loss.list",
            counted=amount,
            party=bearer(scene, at) if machines or amount.low in _MEN else (),
            figure=figure,
            item=scene.item(amount) if machines else None,
        )
        target = behind(row, target)
        target += row.comma(target)
        target += row.near(target).kind == "conj"
        amount = row.near(target)


def _can_be_lost(row: Row, target: int) -> bool:
    """Tell men, machines and "42 pieces of artillery" from whatever else is counted."""
    amount = row[target]
    return amount.of_kind("people", "materiel") or amount.name or _are_pieces(row, target)


def _are_pieces(row: Row, target: int) -> bool:
    return row.near(target + 1).low == "of" and row.near(target + 2).low in _MASS


def _number_behind(row: Row, at: int) -> int | None:
    """Give the position of the figure that a noun of loss is equated with."""
    first = _over_source(row, at + 1)
    reach = 5 if row[at].low.endswith("toll") else 3  # "the toll of the fighting in the town had reached 34"
    for step in range(first, min(first + 6, len(row))):
        chunk = row[step]
        if chunk.kind == "np" and chunk.figure is not None:
            return step
        linked = chunk.kind == "adv" or chunk.low in {"as", ":"} or _dated(row, step)
        linked = linked or (chunk.kind in {"prep", "to"} and chunk.low in _LINKS)
        rises = chunk.kind == "vp" and (chunk.low in _RISES or chunk.copula)
        inside = chunk.kind == "np" and row[step - 1].kind == "prep" and step < first + reach
        linked = linked or (chunk.low == "during" and step == first)
        if not (linked or rises or inside):
            return None
    return None


def _over_source(row: Row, at: int) -> int:
    """Give the position behind ", according to activists," that begins at `at`; `at` for none."""
    if not (row.comma(at) and row.near(at + 1).low == "according"):
        return at
    closed = next((step for step in range(at + 2, min(at + 6, len(row))) if row.comma(step)), None)
    return at if closed is None else closed + 1


def _dated(row: Row, at: int) -> bool:
    """Tell the date of "losses on 5 May amounted to 640 men", "losses in July total 30" from one apart."""
    if row[at].kind == "prep":
        return row.near(at + 1).kind == "date" and _dated(row, at + 1)
    then = row.near(at + 1)
    words = then.figure.quantity.verbatim.lower().split() if then.figure is not None else []
    return row[at].kind == "date" and (then.kind == "vp" or words[:1] == ["total"])


def _is_borne(row: Row, at: int) -> bool:
    """Tell "suffered casualties" (some) from mere mention of casualties."""
    verb = row.near(at - 1)
    return verb.low in BEAR | _CAUSE and row[at].low.endswith("s") and not verb.negated and not verb.modal


def _is_spared(row: Row, at: int) -> bool:
    """Tell "did not suffer any casualties" from "it is not known if it suffered any casualties"."""
    verb = row.near(at - 1)
    return verb.negated and verb.low in BEAR | _CAUSE and row[at].det == "any" and not verb.modal


def _heavily(scene: Scene, at: int) -> Iterator[Found]:
    """Read "the assault force suffered heavily"."""
    row, adverb = scene.chunks, scene.chunks.near(at + 1)
    if adverb.low in _HEAVILY:
        quantity = Quantity("vague", None, None, adverb.low, adverb.low)
        party = tuple(row[p] for p in subjects_of(row, at))
        yield Found("losses", quantity, row[at].first, adverb.last, at, "prose.loss.heavily", party=party)


def _can_be_counted(chunk: Chunk) -> bool:
    """Tell the rebels of "the number of rebels killed" from the battle of "the number killed in it"."""
    return chunk.of_kind("people", "unit") or chunk.plural_name


def _attributed(scene: Scene, chunk: Chunk) -> Measure | None:
    """Give the measure of a participle before people: "the number of executed soldiers"."""
    if not (chunk.of_kind("people") or chunk.plural_name) or chunk.figure is not None:
        return None
    senses = senses_before(scene, chunk)
    return next(
        (sense.measure for sense in senses if sense.role == "participle" and not sense.materiel), None
    )


def _number_of(scene: Scene, at: int) -> Iterator[Found]:
    """Read "the number of people injured had risen to 13", "the number of dead reached 40"."""
    row = scene.chunks
    measure: Measure | None = None
    told, counted = -1, -1
    for step, chunk in enumerate(row[at + 1 : at + 8], at + 1):
        if chunk.harm is not None:
            measure, told = chunk.harm.measure, step
        elif (attributed := _attributed(scene, chunk)) is not None:
            measure, counted = attributed, step
        elif chunk.triggers and chunk.bare and not chunk.triggers[0].weak:
            measure = chunk.triggers[0].measure
            counted = step - 1 if _can_be_counted(row[step - 1]) else -1
        elif chunk.elided and chunk.figure is not None and measure is not None:
            yield Found(
                measure,
                chunk.figure.quantity,
                row[at].first,
                chunk.last,
                at,
                "prose.loss.number",
                party=bearer(scene, told) if told >= 0 else tuple(row[counted : counted + 1]),
                figure=chunk.figure,
            )
            return

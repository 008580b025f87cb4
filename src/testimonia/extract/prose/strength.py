"""Strength: how many people or machines took part.

    example          a force of 12,000 · numbered about 4,000 men · sixty raiders on motorcycles
    example          a 2,000-strong column · the fleet numbered 300
    counter-example  nine soldiers who were spared · 300 rebels fled · two army bases · many of his ships

A counted force that no other frame has taken is strength, unless its verb says that it fled,
survived, was freed or evacuated. Runs after the frames of harm.
"""

from collections.abc import Collection, Iterator
from functools import cache

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import behind, verb_before
from testimonia.extract.prose.fitting import machines_before
from testimonia.extract.prose.lexemes import Noun, peoples
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.extract.uncounted import is_armament
from testimonia.lexicon import rows, word_set
from testimonia.model import Quantity

__all__ = ["find_strength", "got_away"]

_NOT_FIELDED = word_set("grammar", "not_fielded")
_MENDED = word_set("grammar", "mended")
_NUMBERED = word_set("grammar", "numbered")
_FLEETS = word_set("grammar", "fleets")
_MASS = word_set("grammar", "mass")
_PARTS = word_set("grammar", "parts")
_MANNED = frozenset({"strong", "man"})
_FEW = 10
_TITLED = word_set("grammar", "titled")
_STRIKES = word_set("grammar", "strikes")
_ATTACKING = word_set("grammar", "attacking")
_DEFENDED = frozenset(
    {
        "defended",
        "defending",
        "garrisoned",
        "held",
        "manned",
        "occupied",
        "fought",
        "faced",
        "opposed",
        "besieged",
    }
)
_MUSTERED = frozenset(
    {"mustered", "mustering", "muster", "fielded", "fielding", "marshalled", "mobilised", "mobilized"}
)
_LEFT_WITH = frozenset({"had", "has"})
_MEN = frozenset({"men", "soldiers", "officers", "troops", "ranks"})
_RAISED = frozenset(
    {"brought", "bringing", "raised", "raising", "increased", "increasing", "reduced", "reducing"}
)
_CARRIERS = word_set("grammar", "carriers")
_THE = frozenset({"the", "this", "that", "these", "those"})
_COUNTS = frozenset({"exact", "approximate", "range", "lower_bound", "upper_bound"})
_BE = frozenset({"was", "were", "is", "are"})
_OWN = frozenset({"its", "their", "his"})
_GREAT = frozenset(
    {"numerous", "large numbers of", "a large number of", "vast numbers of", "great numbers of"}
)
_FEW_WORDS = frozenset({"few", "a few", "some", "many"})
_FLOATING = frozenset({"ship", "ships", "boat", "boats", "vessel", "vessels"})
"""Machines that are told of in passing more often than fielded: "some ships were seen"."""
_EACH = frozenset({"a", "an", "each", "every", "apiece"})
_PERIODS = frozenset({"day", "night", "week", "month", "year", "hour"})
_HOLD = frozenset({"hold", "carry", "house", "accommodate", "shelter", "lodge", "transport", "seat"})
_BREAK = frozenset({"break", "broke", "broken", "breaking"})
_SCALES = ("dozen", "score", "hundred", "thousand")


def find_strength(scene: Scene) -> Iterator[Found]:
    """Find the strengths among the figures that nothing else has taken."""
    harmed = frozenset(scene.used)
    for at, chunk in enumerate(scene.chunks):
        figure = chunk.figure
        if figure is not None and figure.first not in scene.used and _is_count(figure, chunk):
            counted = _fielded(scene, at, chunk)
            if counted is not None:
                yield _strength(scene, at, figure, counted)
        elif figure is None and chunk.det in {"a", "an"} and _beside_counted(scene, at, harmed):
            yield _single(scene, at)


def _beside_counted(scene: Scene, at: int, harmed: Collection[int]) -> bool:
    """Tell the howitzer of "two tanks, a howitzer and nine guns" from one that is told of in passing.

    `harmed` are the figures that tell of harm, so that what stands beside them is no strength.
    """
    noun = scene.chunks[at].noun
    if noun is None or noun.kind != "materiel" or noun.plural or noun.singular in _CARRIERS:
        return False
    counts = [other.figure.first for other in _beside(scene.chunks, at) if other.figure is not None]
    return bool(counts) and not any(count in harmed for count in counts) and not _is_denied(scene, at)


def _single(scene: Scene, at: int) -> Found:
    chunk = scene.chunks[at]
    words = scene.words(chunk)
    one = Quantity("exact", 1, 1, words)
    rule = "prose.strength.materiel"
    return Found("materiel_strength", one, chunk.first, chunk.last, at, rule, counted=chunk, item=words)


def _is_count(figure: Figure, chunk: Chunk) -> bool:
    """Tell counts, rough counts in a scale word ("dozens") and great numbers from mere "many" and "some".

    Machines are told of with small words, too: "a few tanks", "some guns"; but not a part of those known.
    """
    quantity, words = figure.quantity, figure.quantity.verbatim.lower()
    if quantity.kind != "vague":
        return quantity.kind in _COUNTS
    rough = any(scale in words for scale in _SCALES) or words in _GREAT
    machines = chunk.of_kind("materiel") and chunk.noun is not None and chunk.noun.singular not in _CARRIERS
    return rough or (machines and words in _FEW_WORDS and chunk.low not in _FLOATING)


def _fielded(scene: Scene, at: int, chunk: Chunk) -> Chunk | None:
    """Give the noun phrase whose strength a figure is; None if it is none."""
    row, noun = scene.chunks, chunk.noun
    if chunk.elided:
        return _unit_before(row, at) or _from_one_to(scene, at) or _of_arms(row, at) or _mustered(row, at)
    if chunk.low == "strong" and chunk.last - chunk.body == 1:
        return chunk  # "the brigade (about 4,000 strong)"
    whole = row.near(at + 2)
    if chunk.low in _PARTS and row.near(at + 1).low == "of" and _is_machinery(whole):
        return whole  # "14 pieces of artillery"
    if noun is None:
        people = (chunk.plural_name and chunk.low.isalpha()) or chunk.low in peoples()
        fight = _unit_before(row, at) is not None or any(
            told(row, at) for told in (_makes_up, _fights, _serves)
        )
        return chunk if people and fight else None
    told = not (
        (_is_small(chunk) and scene.sentence.zone == "caption")  # "Two gunners at Roe, 1943"
        or _is_title(scene, chunk)
        or _is_known(chunk)
        or _civil(scene, chunk)
        or _of_families(scene, at)
    )
    return chunk if told and _can_fight(scene, at, chunk, noun) else None


def _can_fight(scene: Scene, at: int, chunk: Chunk, noun: Noun) -> bool:
    """Tell soldiers, guns and a "300-strong column" from civilians, the dead and those who fled."""
    words = scene.words(chunk).replace("-", " ").split()
    if chunk.harm is not None or got_away(scene.chunks, at) or _is_denied(scene, at):
        return False
    if _is_rate(scene, chunk) or is_armament(scene.sentence.tokens, chunk.body, chunk.last):
        return False
    guards = chunk.low == "members" and not _forces().isdisjoint((*words, *_body(scene, at)))
    if noun.category != "combatants" and "armed" not in words and not guards:
        return False
    if noun.kind == "unit":
        return not _MANNED.isdisjoint(words)
    return noun.plural or (noun.kind == "materiel" and _several_machines(scene, at))


def _several_machines(scene: Scene, at: int) -> bool:
    """Tell "75 Panzer IV" and the tug of "two cruisers, one tug and ten destroyers" from a mere "one tug"."""
    row, figure = scene.chunks, scene.chunks[at].figure
    if figure is not None and figure.quantity.low != 1:
        typed = any(token.capital for token in scene.sentence.tokens[row[at].body : row[at].last])
        alone = len(row) == 1  # an item of a list by itself may be lost as well as fielded
        goes_on = row.near(at + 1).kind == "conj" and row.near(at + 2).figure is None
        return typed and not (alone or goes_on)  # not "40 Roe and Dow sorties"
    return bool(_beside(row, at)) or row.near(at - 1).low in _LEFT_WITH


def _beside(row: Row, at: int) -> list[Chunk]:
    """Give the counted machines before and behind a machine in a list."""
    before, after = at - 1, at + 1
    before -= row.near(before).kind == "conj"
    before -= row.comma(before)
    after += row.comma(after)
    after += row.near(after).kind == "conj"
    beside = [row.near(step) for step, gap in ((before, at - 1), (after, at + 1)) if step != gap]
    return [other for other in beside if other.figure is not None and other.of_kind("materiel")]


def _is_denied(scene: Scene, at: int) -> bool:
    """Tell "never fell to ten planes", "was short 300 men" from what was there."""
    row, before = scene.chunks, verb_before(scene.chunks, at)
    verb = row.near(before)
    if verb.modal and verb.low in _HOLD and scene.sentence.tokens[verb.first].low in {"could", "can"}:
        return True  # "could hold 10,000 men"
    link = before - 1 - (row.near(before - 1).kind == "adv")  # "was only short 300 men"
    return row.near(before).negated or (row.near(before).low == "short" and row.near(link).copula)


def _is_rate(scene: Scene, chunk: Chunk) -> bool:
    """Tell "300 planes a week", "200 men per company" from a force."""
    behind = [token.low for token in scene.sentence.tokens[chunk.last : chunk.last + 2]]
    return behind[:1] == ["per"] or (behind[:1] != [] and behind[0] in _EACH and behind[-1] in _PERIODS)


def _body(scene: Scene, at: int) -> list[str]:
    """Give the words of the body in "1,200 members of the Coastal Command"."""
    body = scene.chunks.near(at + 2)
    named = scene.chunks.near(at + 1).low == "of" and body.kind == "np" and body.figure is None
    return scene.words(body).split() if named else []


@cache
def _forces() -> frozenset[str]:
    """Give the nouns of units, as in "700 Roe Guard members"."""
    return frozenset(row["form"].capitalize() for row in rows("units") if " " not in row["form"])


def _is_known(chunk: Chunk) -> bool:
    """Tell "the two men", who are known already, from "the 60 raiders"."""
    return _is_small(chunk) and (chunk.told_apart or (chunk.det in _THE and chunk.of_kind("people")))


def _is_small(chunk: Chunk) -> bool:
    return chunk.figure is not None and (chunk.figure.quantity.high or _FEW + 1) <= _FEW


def _is_title(scene: Scene, chunk: Chunk) -> bool:
    """Tell the name of a unit from a count: "46 Roe Rifles" is one."""
    tokens = scene.sentence.tokens
    named = chunk.low in _TITLED and all(token.capital for token in tokens[chunk.body : chunk.last])
    return named and chunk.figure is not None and not chunk.figure.quantity.verbatim.isalpha()


def _civil(scene: Scene, chunk: Chunk) -> bool:
    """Tell buses with civilians from the vehicles of a force."""
    carrier = chunk.noun is not None and chunk.noun.singular in _CARRIERS
    return carrier and any(token.low.startswith("civilian") for token in scene.sentence.tokens)


def _of_families(scene: Scene, at: int) -> bool:
    """Read "over 3,000 men, women and children": these men are no soldiers."""
    near = scene.sentence.tokens[scene.chunks[at].last : scene.chunks[at].last + 5]
    return scene.chunks[at].low == "men" and {"women", "children"} <= {token.low for token in near}


def _unit_before(row: Row, at: int) -> Chunk | None:
    """Read "a force of 12,000", "the garrison numbered 300"."""
    link, head = row.near(at - 1), row.near(at - 2)
    raised = row.near(at - 3 - row.near(at - 3).owner)
    if link.kind == "to" and _is_strength(head) and raised.low in _RAISED:
        return head  # "brought the garrison's total strength to 8,320"
    if link.kind == "vp" and (link.low in _NUMBERED or link.low in _BE):
        subjects = [row[place] for place in subjects_of(row, at - 1)[:1]]
        if link.gerund and row.comma(at - 2):
            subjects = [row.near(at - 3)]  # "the rebels, numbering about 5,000"
        known = [one for one in subjects if _is_strength(one) or not (link.low in _BE or one.figure)]
        return next((one for one in known if _is_strength(one) or one.of_kind("unit", "people")), None)
    civil = head.noun is not None and head.noun.category == "civilians"  # "a population of 9,000"
    forces = (head.of_kind("unit", "people") and not civil) or _is_strength(head)
    return head if link.low == "of" and forces else None


def _makes_up(row: Row, at: int) -> bool:
    """Read "consisting of 300 Swiss and 200 Wolds": a people in what a force is made of."""
    link = at - 1
    while row.near(link).figure is not None or row.near(link).kind == "conj" or row.comma(link):
        link -= 1
    return row.near(link).low == "of" and row.near(link - 1).low in {"consisting", "consisted", "composed"}


def _fights(row: Row, at: int) -> bool:
    """Read "attacked by 1,500 Wolds", "20,000 Roes defended the island", not "20,000 Roes lived there"."""
    figure, verb, after = row[at].figure, row.near(at - 2), row.near(behind(row, at))
    attacked = row.near(at - 1).low in {"by", "with"} and (verb.low in _STRIKES or verb.low in _DEFENDED)
    fighting = after.kind == "vp" and not after.passive and after.low in _STRIKES | _DEFENDED | _ATTACKING
    enough = figure is not None and (figure.quantity.low or figure.quantity.high or 0) > _FEW
    return enough and (attacked or fighting)


def _serves(row: Row, at: int) -> bool:
    """Read "50 soldiers and 1,500 Wolds", "300 Roes of the Dow Brigade": a people that serves."""
    body = row.near(at + 2)
    if row.near(at + 1).low in {"of", "from"} and body.of_kind("unit") and body.figure is None:
        return True
    before = at - 1 - (row.near(at - 1).kind == "conj")
    before -= row.comma(before)
    other = row.near(before)
    men = other.of_kind("people") and other.noun is not None and other.noun.category == "combatants"
    return before < at - 1 and other.figure is not None and men and other.harm is None


def _mustered(row: Row, at: int) -> Chunk | None:
    """Read "Orr mustered 50,000": whoever is meant, the number is that of his men."""
    verb, figure = row.near(at - 1), row[at].figure
    told = verb.kind == "vp" and verb.low in _MUSTERED and not verb.negated
    told = told and machines_before(row, row[at]) is None
    ends = row.near(at + 1).kind in {"sign", "conj", "prep", "to", ""} and row.near(at + 1).low != "of"
    return row[at] if told and ends and figure is not None and (figure.quantity.low or 0) > _FEW else None


def _is_machinery(chunk: Chunk) -> bool:
    mass = chunk.noun is not None and chunk.noun.form.split()[-1] in _MASS  # "field artillery"
    return chunk.of_kind("materiel") or chunk.low in _MASS or mass


def _is_strength(chunk: Chunk) -> bool:
    return chunk.low == "strength" and chunk.figure is None


def _from_one_to(scene: Scene, at: int) -> Chunk | None:
    """Read "fell from 63 men to 46": the second figure counts the same men."""
    row, before = scene.chunks, at - 2
    while row.near(before).kind in {"date", "prep"}:
        before -= 1
    counted = row.near(before)
    opened = counted.figure is not None and scene.sentence.tokens[counted.figure.first].low == "from"
    fought = counted.noun is not None and counted.noun.category == "combatants" and counted.harm is None
    return row[at] if row.near(at - 1).kind == "to" and opened and fought else None


def _of_arms(row: Row, at: int) -> Chunk | None:
    """Read "another 1,000 of infantry", "and 300 on horseback"."""
    link, arm = row.near(at + 1), row.near(at + 2)
    men = arm.noun is not None and arm.noun.category == "combatants" and not arm.det and arm.figure is None
    if link.low == "of" and men and arm.noun is not None and arm.noun.collective:
        return arm
    mounted = link.low == "on" and arm.low in {"foot", "horseback"}
    return row[at] if mounted else None


def _strength(scene: Scene, at: int, figure: Figure, counted: Chunk) -> Found:
    chunk = scene.chunks[at]
    party = _numbered(scene.chunks, at)
    told = None if _is_strength(counted) or counted.low == "strong" else counted
    materiel = _is_machinery(counted) or counted.low in _FLEETS
    kind = "unit" if counted is not chunk else counted.noun.kind if counted.noun is not None else "people"
    return Found(
        "materiel_strength" if materiel else "strength",
        figure.quantity,
        figure.first,
        chunk.last,
        at,
        f"prose.strength.{kind}",
        counted=told,
        figure=figure,
        party=party,
        item=scene.item(chunk) if materiel else None,
    )


def _numbered(row: Row, at: int) -> tuple[Chunk, ...]:
    """Read "the brigade numbered about 1,600 men", "the brigade, 4,000 strong": the subject is the force."""
    verb = row.near(at - 1)
    linked = verb.kind == "vp" and (verb.low in _NUMBERED or verb.low in _BE)
    mustered = verb.low in _MUSTERED and (row[at].elided or row[at].low in _MEN)
    subjects = subjects_of(row, at - 1) if linked or mustered else []
    if verb.low in _BE and row[at].low != "strong":
        subjects = [place for place in subjects if _is_strength(row[place])]
    if row[at].low == "strong" and row.comma(at - 1) and row.near(at - 2).kind == "np":
        subjects = [at - 2]
    if linked and verb.gerund and row.comma(at - 2) and row.near(at - 3).kind == "np":
        subjects = [at - 3]
    if row.near(at - 1).low == "of" and _is_strength(row.near(at - 2)):
        subjects = [at - 2]
    return tuple(found for place in subjects for found in _whose(row, place))


def _whose(row: Row, at: int) -> tuple[Chunk, ...]:
    """Give the force whose "strength" is told: "their strength", "the strength of the garrison"."""
    if not _is_strength(row[at]):
        return (row[at],)
    if row.near(at - 1).owner:
        return (row[at - 1],)
    if row.near(at + 1).low == "of" and row.near(at + 2).kind == "np" and row[at + 2].figure is None:
        return (row[at + 2],)
    return (row[at],) if row[at].det in _OWN else ()


def got_away(row: Row, at: int) -> bool:
    """Tell whether a verb beside the noun phrase at `at` says that it fled or took no part."""
    near = range(max(0, at - 1), min(at + 5, len(row)))
    return any(
        row[step].kind == "vp"
        and (
            (row[step].low in _NOT_FIELDED and step < at + 4)
            or (row[step].low in _MENDED and step < at)
            or _breaks_out(row, step)
        )
        for step in near
    )


def _breaks_out(row: Row, at: int) -> bool:
    return row[at].low in _BREAK and row.near(at + 1).low == "out"

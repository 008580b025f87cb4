"""Strength: how many people or machines took part.

    example          a force of 12,000 · numbered about 4,000 men · sixty raiders on motorcycles
    example          a 2,000-strong column · the fleet numbered 300
    counter-example  nine soldiers who were spared · 300 rebels fled · two army bases · many of his ships

A counted force that no other frame has taken is strength, unless its verb says that it fled,
survived, was freed or evacuated. Runs after the frames of harm.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.folk import take_part
from testimonia.extract.prose.levies import is_levied, listed, of_unit, told_to_fight
from testimonia.extract.prose.lexemes import Noun
from testimonia.extract.prose.lists import end_of_counts, end_of_list, next_in_list
from testimonia.extract.prose.mustering import (
    from_one_to,
    is_own_number,
    is_strength,
    mustered,
    numbered,
    of_arms,
    of_those,
    outnumbered,
    unit_before,
)
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.sizes import given, sized_alike
from testimonia.extract.prose.unfielded import (
    got_away,
    is_civil,
    is_denied,
    is_known,
    is_of_families,
    is_of_leaders,
    is_rate,
    is_small,
    is_title,
)
from testimonia.extract.uncounted import is_armament
from testimonia.lexicon import forms, peoples, rows, word_set
from testimonia.model import Quantity

__all__ = ["find_strength"]

_FLEETS = word_set("grammar", "fleets")
_BODIES = word_set("grammar", "bodies")
_MASS = word_set("grammar", "mass")
_PARTS = word_set("grammar", "parts")
_MANNED = word_set("grammar", "manned")
_ARMS_OF_MACHINES = frozenset({"aerial", "air", "armoured", "armored", "naval"})
_LEFT_WITH = frozenset({"had", "has"})
_CARRIERS = word_set("grammar", "carriers")
_HAVING = word_set("grammar", "made_of") | {"of", "on", "aboard"}
_COUNTS = frozenset({"exact", "approximate", "range", "lower_bound", "upper_bound"})
_GREAT = frozenset(
    {"numerous", "large numbers of", "vast numbers of", "great numbers of", "significant numbers of"}
)
_FEW_WORDS = frozenset(
    {"few", "a few", "some", "many", "several", "a handful of", "a number of", "a couple of"}
    | {"plenty of", "a large amount of", "large amounts of", "large quantities of", "a large quantity of"}
)
_SMALL_ARMS = word_set("grammar", "small_arms")
_CARRYING = word_set("grammar", "arming")
_REACH = 6
"""Chunks between what tells of weapons and their count."""
_STOCKS = (" amount of", " amounts of", " quantity of", " quantities of", " supply of", " supplies of")
_FLOATING = frozenset({"ship", "ships", "boat", "boats", "vessel", "vessels"})
"""Machines that are told of in passing more often than fielded: "some ships were seen"."""
_SCALES = ("dozen", "score", "hundred", "thousand")


def find_strength(scene: Scene) -> Iterator[Found]:
    """Find the strengths among the figures that nothing else has taken."""
    harmed = frozenset(scene.used)
    last: Found | None = None
    for at, chunk in enumerate(scene.chunks):
        figure = chunk.figure
        if figure is not None and figure.first not in scene.used and _is_count(scene.chunks, at, figure):
            counted, beside = _fielded(scene, at, chunk), None
            if last is not None and (counted is None or chunk.of_kind("people", "materiel")):
                beside = sized_alike(scene, at, last)
            one = beside is not None and (chunk.elided or chunk.of_kind("materiel"))  # "and the Dows 1 tank"
            if counted is not None or one:
                same = last is not None and last.measure == "materiel_strength" and counted is None
                last = _strength(scene, at, figure, counted or chunk, beside)
                if same:
                    last = replace(last, measure="materiel_strength", item=scene.item(chunk))
                yield last
        elif figure is None and _beside_counted(scene, at, harmed):
            yield _single(scene, at)


def _beside_counted(scene: Scene, at: int, harmed: Collection[int]) -> bool:
    """Tell the howitzer of "two tanks, a howitzer and nine guns" from one that is told of in passing.

    Without any count, a list tells what a force has: "with a galley, a caravel and a carrack". `harmed`
    are the figures that tell of harm, so that what stands beside them is no strength.
    """
    if not _is_single(scene.chunks[at]):
        return False
    first, members = _list_of_machines(scene.chunks, at)
    counts = [other.figure.first for other in members if other.figure is not None]
    if any(count in harmed for count in (*counts, *(member.first for member in members))):
        return False
    several = len(members) > 1 + (scene.chunks.near(first - 1).low == "on")  # not "hits on a tug and a tank"
    fielded = bool(counts) or (several and scene.chunks.near(first - 1).low in _HAVING)
    return fielded and not is_denied(scene, at)


def _is_single(chunk: Chunk) -> bool:
    """Tell "a howitzer" from "two howitzers", "a bus"."""
    noun = chunk.noun
    if noun is None or noun.kind != "materiel" or noun.plural or noun.singular in _CARRIERS:
        return False
    return chunk.figure is None and chunk.det in {"a", "an"}


def _list_of_machines(row: Row, at: int) -> tuple[int, list[Chunk]]:
    """Give where the list around a machine begins, and its counted and single machines."""
    first, last = (end_of_list(row, at, step, _is_machine) for step in (-1, 1))
    return first, [chunk for chunk in row[first : last + 1] if chunk.kind == "np"]


def _is_machine(chunk: Chunk) -> bool:
    return (chunk.figure is not None and chunk.of_kind("materiel")) or _is_single(chunk)


def _single(scene: Scene, at: int) -> Found:
    chunk = scene.chunks[at]
    words = scene.words(chunk)
    one = Quantity("exact", 1, 1, words)
    rule = "prose.strength.materiel"
    return Found("materiel_strength", one, chunk.first, chunk.last, at, rule, counted=chunk, item=words)


def _is_count(row: Row, at: int, figure: Figure) -> bool:
    """Tell counts, rough counts in a scale word ("dozens") and great numbers from mere "many" and "some".

    Machines are told of with small words, too: "a few tanks", "some guns"; but not a part of those known.
    """
    quantity, words, chunk = figure.quantity, figure.quantity.verbatim.lower(), row[at]
    told = words.endswith(" number of")  # "a small number of men"; "many men" are told of in passing
    if quantity.kind != "vague":
        return quantity.kind in _COUNTS or (told and quantity.kind == "unknown")
    rough = told or any(scale in words for scale in _SCALES) or words in _GREAT
    machines = chunk.of_kind("materiel") and chunk.noun is not None and chunk.noun.singular not in _CARRIERS
    passing = chunk.low in _FLOATING or "other" in words or chunk.told_apart
    some = words in _FEW_WORDS or words.endswith(_STOCKS)
    return rough or (machines and some and not passing and not _is_subject(row, at))


def _is_subject(row: Row, at: int) -> bool:
    """Tell "some tanks were new", told of in passing, from "with some tanks": those that a force has."""
    opens = not row[at].det and row.near(at - 1).kind in {"", "sign", "sub", "conj"}
    return opens and row.near(at + 1).kind == "vp" and not row[at + 1].gerund


def _fielded(scene: Scene, at: int, chunk: Chunk) -> Chunk | None:
    """Give the noun phrase whose strength a figure is; None if it is none."""
    row, noun = scene.chunks, chunk.noun
    if chunk.elided:
        some = of_those(row, at) if not (got_away(row, at) or is_denied(scene, at)) else None
        force = outnumbered(row, at) or unit_before(row, at) or from_one_to(scene, at)
        force = force or given(scene, at) or of_arms(row, at) or of_unit(scene, at) or some
        return force or mustered(row, at) or told_to_fight(row, at) or listed(scene, at)
    if chunk.low == "strong" and chunk.last - chunk.body == 1:
        return chunk  # "the brigade (about 4,000 strong)"
    whole = row.near(at + 2)
    if chunk.low in _PARTS and row.near(at + 1).low == "of" and _is_machinery(whole):
        return whole  # "14 pieces of artillery"
    if noun is None:
        people = (chunk.plural_name and chunk.low.isalpha()) or chunk.low in peoples()
        fight = people and (unit_before(row, at) is not None or take_part(row, at))
        fight = fight or (chunk.plural and chunk.low.isalpha() and is_levied(row, at))
        return chunk if fight or _beside_types(scene, at) else None
    few = is_small(chunk) or (chunk.figure is not None and chunk.figure.quantity.kind == "vague")
    told = not (
        (few and scene.sentence.zone == "caption")  # "Two gunners at Roe, 1943"
        or is_title(scene, chunk)
        or is_known(chunk)
        or is_of_leaders(chunk)
        or is_civil(scene, chunk)
        or is_of_families(scene, at)
    )
    return chunk if told and _can_fight(scene, at, chunk, noun) else None


def _can_fight(scene: Scene, at: int, chunk: Chunk, noun: Noun) -> bool:
    """Tell soldiers, guns and a "300-strong column" from civilians, the dead and those who fled."""
    words = scene.words(chunk).replace("-", " ").split()
    if chunk.harm is not None or got_away(scene.chunks, at) or is_denied(scene, at):
        return False
    if is_rate(scene, chunk) or is_armament(scene.sentence.tokens, chunk.body, chunk.last):
        return False
    guards = chunk.low == "members" and not _forces().isdisjoint((*words, *_body(scene, at)))
    manned = not {"man", "strong"}.isdisjoint(words) or _manned_by(scene, chunk) is not None
    if manned and (noun.collective or noun.form.split()[-1] in _BODIES):
        return True  # "a 500-strong garrison", "a 30-tank column"
    armed = "armed" in words or (noun.plural and is_levied(scene.chunks, at))
    if noun.category != "combatants" and not (armed or guards):
        return False
    if noun.kind == "unit":
        return manned
    return noun.plural or (noun.kind == "materiel" and _several_machines(scene, at))


def _several_machines(scene: Scene, at: int) -> bool:
    """Tell "75 Panzer IV" and the tug of "two cruisers, one tug and ten destroyers" from a mere "one tug"."""
    row, figure = scene.chunks, scene.chunks[at].figure
    if figure is not None and figure.quantity.low != 1:
        typed = any(token.capital for token in scene.sentence.tokens[row[at].body : row[at].last])
        alone = len(row) == 1  # an item of a list by itself may be lost as well as fielded
        then = row.near(at + 2)
        goes_on = row.near(at + 1).kind == "conj" and then.figure is None
        goes_on = goes_on and not _is_all_machine(scene, then)  # "30 Tiger and Panther tanks"
        return typed and not (alone or goes_on)  # not "40 Roe and Dow sorties"
    return bool(_beside(row, at)) or _beside_men(row, at) or row.near(at - 1).low in _LEFT_WITH


def _is_all_machine(scene: Scene, chunk: Chunk) -> bool:
    """Tell "Panther tanks", "Panzer IV" from "Panther crews"."""
    if not chunk.of_kind("materiel") or chunk.noun is None:
        return False
    return scene.sentence.tokens[chunk.last - 1].capital or scene.words(chunk).endswith(chunk.noun.form)


def _beside_men(row: Row, at: int) -> bool:
    """Read "100 men and 1 mortar": the gun of those who are counted."""
    before = _next_in_list(row, at, -1)
    men = row.near(before).noun if before is not None else None
    return men is not None and men.category == "combatants" and row.near(before or 0).harm is None


def _beside(row: Row, at: int) -> list[Chunk]:
    """Give the counted machines before and behind a machine in a list."""
    places = (_next_in_list(row, at, step) for step in (-1, 1))
    return [row[place] for place in places if place is not None and row[place].of_kind("materiel")]


def _next_in_list(row: Row, at: int, step: int) -> int | None:
    """Give the counted neighbour of a count in a list: "nine tanks, two howitzers and 20 lorries"."""
    place = next_in_list(row, at, step)
    return place if place is not None and row.near(place).figure is not None else None


def _beside_types(scene: Scene, at: int) -> bool:
    """Tell the machines of "88 Roes and 36 Halifaxes" by the type that stands in one list with them."""
    row, tokens = scene.chunks, scene.sentence.tokens
    acronym = tokens[row[at].last - 1].text.removesuffix("s").isupper()  # "five APDs and a frigate"
    if not (acronym or _is_type(row[at])):
        return False
    for step in (-1, 1):
        place = _next_in_list(row, at, step)
        while place is not None and _is_type(row[place]):
            place = _next_in_list(row, place, step)
        if place is not None and row[place].of_kind("materiel") and row[place].low not in peoples():
            return acronym or any(token.capital for token in tokens[row[place].body : row[place].last])
    return False


def _is_type(chunk: Chunk) -> bool:
    """Tell what may be a type of machine ("Stirlings") from a people ("Poles")."""
    return chunk.noun is None and chunk.plural_name and chunk.low not in peoples()


def _body(scene: Scene, at: int) -> list[str]:
    """Give the words of the body in "1,200 members of the Coastal Command"."""
    body = scene.chunks.near(at + 2)
    named = scene.chunks.near(at + 1).low == "of" and body.kind == "np" and body.figure is None
    return scene.words(body).split() if named else []


@cache
def _forces() -> frozenset[str]:
    """Give the nouns of units, as in "700 Roe Guard members"."""
    return frozenset(row["form"].capitalize() for row in rows("units") if " " not in row["form"])


def _is_machinery(chunk: Chunk) -> bool:
    mass = chunk.noun is not None and chunk.noun.form.split()[-1] in _MASS  # "field artillery"
    return chunk.of_kind("materiel") or chunk.low in _MASS or mass


def _is_carried(row: Row, at: int) -> bool:
    """Tell "carrying 300 rifles", "pistols and 160 rifles", weapons, from "300 rifles and four guns", men."""
    if row[at].low not in _SMALL_ARMS:
        return False
    before = next_in_list(row, at, -1)
    beside = row.near(before) if before is not None else row.near(-1)
    weapons = beside.of_kind("materiel") and beside.figure is None
    first = end_of_counts(row, at, -1)
    return weapons or any(chunk.low in _CARRYING for chunk in row[max(0, first - _REACH) : first])


def _manned_by(scene: Scene, chunk: Chunk) -> str | None:
    """Give "tank" of "a 30-tank force", "men" of "a 300-men-strong force"; None for "30 tank regiments"."""
    first = chunk.figure.last if chunk.figure is not None else -1
    joined = scene.sentence.tokens[first : first + 2] if first > 0 else []
    counts = len(joined) > 1 and joined[0].text == "-" and joined[1].low in _MANNED
    return joined[1].low if counts else None


def _of_machines(scene: Scene, strength: Chunk) -> bool:
    """Read "tank strength", or a mere "strength" behind nothing but machines."""
    tokens, row = scene.sentence.tokens, scene.chunks
    words = {token.low for token in tokens[strength.body : strength.last]}
    if not words.isdisjoint(forms("materiel")) or not words.isdisjoint(_ARMS_OF_MACHINES):
        return True
    before = row[: row.place(strength)]
    machines = any(chunk.of_kind("materiel") for chunk in before)
    others = any(chunk.of_kind("people", "unit") or chunk.owner or chunk.kind == "conj" for chunk in before)
    return machines and not others


def _strength(scene: Scene, at: int, figure: Figure, counted: Chunk, beside: Chunk | None) -> Found:
    chunk = scene.chunks[at]
    party = (beside,) if beside is not None else numbered(scene.chunks, at)
    force = given(scene, at) if not party and chunk.of_kind("people") else None
    party = (force,) if force is not None else party
    told = None if is_strength(counted) or counted.low == "strong" else counted
    if told is not None and is_own_number(told):
        party, told = (told,), None
    typed = (counted.noun is None and _beside_types(scene, at)) or _manned_by(scene, counted) in forms(
        "materiel"
    )
    typed = typed or (is_strength(counted) and _of_machines(scene, counted))
    materiel = typed or _is_machinery(counted) or counted.low in _FLEETS or _is_carried(scene.chunks, at)
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

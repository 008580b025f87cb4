"""Strength told without heads: the size of a force in an adjective, or its parts in formations.

example          a large force · a small group of rebels · a vast fleet
example          a force of three battalions · with two squadrons · six battalions, 52 guns
example          the minesweepers Roe and Dow · escorted by the cruiser Roe and four destroyers
example          two battalions of the 9th Foot attacked · the camp's guard, in total seven cohorts,
counter-example  the large garrison (known already) · the two battalions · he sent two battalions
"""

from collections.abc import Iterator
from functools import cache

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import NOTHING, Chunk, Row
from testimonia.extract.prose.clauses import behind
from testimonia.extract.prose.committed import takes_the_field
from testimonia.extract.prose.lexemes import noun_of
from testimonia.extract.prose.lists import end_of_list, next_in_list
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.sums import ends_in_name, last_named, named_machine, named_together
from testimonia.extract.prose.unfielded import got_away, is_unable, is_wished
from testimonia.extract.prose.vessels import PREFIXES, ships
from testimonia.lexicon import rows, word_set
from testimonia.model import Quantity

__all__ = ["find_formations"]

_FORMATIONS = word_set("grammar", "formations")
_FLEETS = word_set("grammar", "fleets")
_BODIES = word_set("grammar", "bodies")
_SIZES = word_set("grammar", "sizes")
_MADE = frozenset({"composed", "comprised", "consisted", "consisting", "consists", "made"})
_HAVING = word_set("grammar", "made_of")
_MUSTERED = word_set("grammar", "mustered")
_HELPED = frozenset({"supported", "assisted", "reinforced", "aided", "covered", "followed", "joined"})
_ONSLAUGHTS = word_set("grammar", "onslaughts") | {"presence"}
_ESCORTED = word_set("grammar", "escorted")
_AROUND = frozenset({"around", "round"})
_STANDING = frozenset({"deployed", "stationed", "massed", "concentrated", "committed"})
_PARTS = frozenset({"elements", "remnants", "remains", "equivalent", "shape"})
"""Words between a force and the formations that it comes to: "the remnants of two divisions"."""
_SUPPOSED = frozenset({"if", "unless", "without"})
_TAKES_PART = frozenset({"participated", "took part", "taking part", "participating"})
_OF_AIRCRAFT = frozenset({"squadron", "squadrons", "wing", "wings"})
_THE = frozenset({"the", "this", "that", "these", "those", "all", "both"})


def find_formations(scene: Scene) -> Iterator[Found]:
    """Find the strengths that are told in formations or in an adjective."""
    for at, chunk in enumerate(scene.chunks):
        if named_machine(scene, chunk):
            yield from _by_name(scene, at, chunk)
        elif _is_ship(scene, chunk):
            yield from _ships_by_name(scene, at)
        elif chunk.figure is None:
            yield from _sized(scene, at, chunk) if chunk.body >= 0 else ()
        elif (
            _is_formation(chunk, chunk.figure)
            and (_makes_up(scene.chunks, at) or takes_the_field(scene, at, chunk, chunk.figure))
            and not (is_wished(scene, at) or is_unable(scene.chunks, at))
        ):
            yield _counted(scene, at, chunk, chunk.figure)


def _by_name(scene: Scene, at: int, chunk: Chunk) -> Iterator[Found]:
    """Read "the minesweepers Roe and Dow": the names are counted."""
    size, last = named_together(scene.chunks, at), last_named(scene.chunks, at).last
    words = scene.sentence.words(chunk.first, last)
    if size > 1:
        quantity = Quantity("exact", size, size, words)
        rule = "prose.strength.named"
        yield Found("materiel_strength", quantity, chunk.first, last, at, rule, counted=chunk, item=words)


def _is_ship(scene: Scene, chunk: Chunk) -> bool:
    """Tell "the cruiser Roe", "HMS Roe" from "the cruiser" and "the cruisers Roe" (and Dow)."""
    if not chunk.of_kind("materiel") or chunk.noun is None or chunk.figure is not None:
        return False
    if chunk.name:
        return scene.sentence.tokens[chunk.body].text in PREFIXES
    return chunk.noun.singular in ships() and not chunk.plural and ends_in_name(scene, chunk)


def _ships_by_name(scene: Scene, at: int) -> Iterator[Found]:
    """Read "consisted of the cruiser Roe, the sloop Dow and nine trawlers": the two are counted together."""
    row = scene.chunks

    def member(listed: Chunk) -> bool:
        machines = listed.of_kind("materiel") and (listed.figure is not None or named_machine(scene, listed))
        return machines or _is_ship(scene, listed) or (listed.name and not listed.det)

    first, last = (end_of_list(row, at, step, member) for step in (-1, 1))
    if _is_of_class(scene, at):
        return  # Dow of "the cruisers Roe and Dow" is counted with them

    def single(listed: Chunk) -> bool:
        named = listed.name and listed.of_kind("materiel") and not listed.det  # "HMS Roe and Dow"
        return (named or _is_ship(scene, listed)) and not _is_of_class(scene, row.place(listed))

    begin, end = (end_of_list(row, at, step, single) for step in (-1, 1))
    if at == begin and _are_fielded(row, first, alone=first == last):
        together = [place for place in range(begin, end + 1) if row[place].kind == "np"]
        words = scene.sentence.words(row[begin].first, row[end].last)
        quantity = Quantity("exact", len(together), len(together), words)
        rule, chunk = "prose.strength.named", row[at]
        yield Found(
            "materiel_strength", quantity, chunk.first, row[end].last, at, rule, counted=chunk, item=words
        )


def _is_of_class(scene: Scene, at: int) -> bool:
    """Tell Dow of "the cruisers Roe and Dow" from that of "HMS Roe and Dow"."""
    row, place = scene.chunks, next_in_list(scene.chunks, at, -1)
    while place is not None and row.near(at).name and not row[at].det:
        if named_machine(scene, row.near(place)):
            return True
        at, place = place, next_in_list(row, place, -1)
    return False


def _are_fielded(row: Row, first: int, *, alone: bool) -> bool:
    """Tell the ships of "escorted by the sloop Roe", "with the sloop Roe and a tug" from "attacked Roe"."""
    link = first - 1
    link -= row.near(link).kind == "adv" and row.near(link).low != "up"
    before = row.near(link - 1 - (row.near(link - 1).low == "up"))
    if row[first - 1 : first] and row[link].low == "of":
        return before.low in _MADE or before.low in _BODIES
    if row.near(link).low == "by" or row.near(link).low in _AROUND:
        return (before.passive and before.low in _ESCORTED) or (row[link].low == "by" and not alone)
    having = row.near(link).low in _HAVING and not (row.near(link).passive or row.near(link).negated)
    return having and (not alone or row.near(link).low == "including")


def _is_formation(chunk: Chunk, figure: Figure) -> bool:
    """Tell "two battalions", "one company" from "152 Battalion"."""
    spelled = figure.quantity.verbatim.replace(" ", "").isalpha()
    formation = chunk.noun is not None and chunk.noun.form.split()[-1] in _FORMATIONS  # "infantry divisions"
    return chunk.of_kind("unit") and formation and (chunk.plural or spelled)


def _makes_up(row: Row, at: int) -> bool:
    """Tell "a force of three battalions", "held by two companies" from "two battalions moved north".

    Those who only help, or are known already, are a part: "supported by two companies", "the two divisions".
    """
    if _machines_of(row, at) is not None and row[at].det not in _THE:
        return True
    at = _opening(row, at)
    before = row.near(at - 1)
    if row[at].det in _THE or row.near(at - 2).low in _HELPED:
        return False
    verb = row.near(behind(row, at))
    stands = verb.passive and verb.low in _STANDING and not verb.negated
    if verb.low in _TAKES_PART or stands or _beside_arms(row, at):
        return True
    if before.low == "of":
        whole = row.near(at - 2)
        force = whole.of_kind("unit") or whole.low in _MADE | _BODIES | _PARTS
        return force or whole.low in _ONSLAUGHTS  # "an assault of two divisions"
    able = before.low in _MUSTERED and not (before.negated or is_unable(row, at))
    return able or before.low in _HAVING or _is_told_of(row, at)


def _is_told_of(row: Row, at: int) -> bool:
    """Read "the garrison (five battalions)", "the main combatants were two divisions"."""
    before, figure = row.near(at - 1), row[at].figure
    exact = figure is not None and figure.quantity.kind not in {"vague", "none", "unknown"}
    of_force = before.copula and row.near(at - 2).of_kind("unit", "people")
    return exact and (of_force or len(row) == 1)  # words in brackets are read by themselves


def _opening(row: Row, at: int) -> int:
    """Go back to the first count of a list of formations: of "with nine companies and two batteries"."""
    return end_of_list(row, at, -1, lambda listed: listed.figure is not None and listed.of_kind("unit"))


def _beside_arms(row: Row, at: int) -> bool:
    """Read "six battalions, five forts and 52 guns": a list that counts arms counts what is fielded."""
    end = at
    while row.near(end + 1).kind == "conj" or row.comma(end + 1):
        end += 1 + (row.near(end + 2).kind == "conj")
        listed = row.near(end + 1)
        if listed.kind != "np" or listed.figure is None:
            return False
        if listed.of_kind("materiel"):
            return row.near(end + 2).kind != "vp" and not any(chunk.triggers for chunk in row)
        end += 1
    return False


def _counted(scene: Scene, at: int, chunk: Chunk, figure: Figure) -> Found:
    """Read "three divisions", "one bicycle company": how strong, though not in heads."""
    words = scene.sentence.words(figure.first, chunk.last)
    quantity = Quantity("vague", None, None, words, words)
    machines = _machines_of(scene.chunks, at) or _flown(scene, chunk)
    return Found(
        "materiel_strength" if machines else "strength",
        quantity,
        figure.first,
        machines.last if machines else chunk.last,
        at,
        "prose.strength.formations",
        counted=chunk,
        party=_whole_of(scene, at),
        item=scene.words(machines) if machines else None,
    )


def _machines_of(row: Row, at: int) -> Chunk | None:
    """Give the machines of "two squadrons of tanks"; None for a formation of men."""
    machines = row.near(at + 2)
    plain = machines.figure is None and not machines.owner  # "seven divisions of Patton's army"
    told = row.near(at + 1).low == "of" and machines.of_kind("materiel") and plain
    return machines if told else None


def _whole_of(scene: Scene, at: int) -> tuple[Chunk, ...]:
    """Give the 49th Division of "three brigades of the 49th Division": they are its own."""
    whole = scene.chunks.near(at + 2)
    named = any(
        token.capital or token.kind == "ordinal" for token in scene.sentence.tokens[whole.first : whole.last]
    )
    own = scene.chunks.near(at + 1).low in {"of", "from"} and whole.of_kind("unit") and whole.figure is None
    return (whole,) if own and named else ()


def _flown(scene: Scene, chunk: Chunk) -> Chunk | None:
    """Tell "two bomber squadrons" from "two infantry squadrons": aircraft are counted by them."""
    if chunk.low not in _OF_AIRCRAFT:
        return None
    named = (noun_of(scene.sentence.tokens, at) for at in range(chunk.body, chunk.head))
    flies = (found[1].singular for found in named if found is not None and found[1].kind == "materiel")
    return chunk if any(machine in _of_kind("aircraft") for machine in flies) else None


@cache
def _of_kind(kind: str) -> frozenset[str]:
    return frozenset(row["singular"] for row in rows("materiel") if row["kind"] == kind)


def _sized(scene: Scene, at: int, chunk: Chunk) -> Iterator[Found]:
    """Read "a large force", "a small group of rebels": the size of a force in an adjective."""
    size = scene.sentence.tokens[chunk.body]
    force = chunk.low in _BODIES or (chunk.low == "group" and _of_fighters(scene.chunks, at))
    if not force or size.low not in _SIZES or chunk.det in _THE or got_away(scene.chunks, at):
        return
    if scene.chunks.near(at - 1).low in _SUPPOSED:
        return
    members = scene.chunks.near(at + 2) if scene.chunks.near(at + 1).low == "of" else NOTHING
    if members.figure is not None and members.figure.quantity.kind != "vague":
        return  # "a small fleet of five galleys" is told by its number
    ships = chunk.low in _FLEETS or members.of_kind("materiel")
    yield Found(
        "materiel_strength" if ships else "strength",
        Quantity("vague", None, None, size.text, size.low),
        chunk.first,
        chunk.last,
        at,
        "prose.strength.sized",
        counted=chunk,
        item=scene.words(members) if members.of_kind("materiel") else chunk.low if ships else None,
    )


def _of_fighters(row: Row, at: int) -> bool:
    """Tell "a small group of rebels" from "a small group of villages"."""
    members = row.near(at + 2)
    known = members.noun is not None and members.noun.category == "combatants"
    ships = members.of_kind("materiel")
    return row.near(at + 1).low == "of" and members.figure is None and (known or ships or members.name)

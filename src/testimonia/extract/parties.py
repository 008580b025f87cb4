"""Who was harmed or counted, and on what that rests.

    example          three MSA and GATIA fighters     → they are described
    example          lost four of their own           → those who lost them
    example          five (elided)                    → the party of the count before
    example          37 of the dead were rebels       → rebels
    counter-example  12 casualties                    → nobody is named

Where the words only describe ("six soldiers"), the doer tells the side: it is the other one.
"""

from dataclasses import replace

from testimonia.extract.among import is_side, told_among
from testimonia.extract.civilians import civilian_setting
from testimonia.extract.crews import ship_of_crew
from testimonia.extract.drafts import Named, those
from testimonia.extract.fielders import fielder
from testimonia.extract.fielding import faced, holder, topic
from testimonia.extract.focus import POINTING, subject_before
from testimonia.extract.leaning import (
    GENERIC,
    behind_participle,
    called,
    counted_before,
    goes_on,
    goes_with,
    refers_back,
    takes_up,
    told_behind,
    whom,
)
from testimonia.extract.mentioned import Circumstances, Mentioned
from testimonia.extract.naming import naming_words
from testimonia.extract.owners import (
    find_doer,
    find_owners,
    listed_on,
    listed_with,
    part_of,
    struck_people,
)
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.extract.strikers import striker
from testimonia.model import FIELDED, MACHINES, Category, PartyBasis

__all__ = ["name_party"]

_NAMED = "prose.strength.named"
_FATES = frozenset({"prose.verb.passive", "prose.verb.subject"})
"""Rules whose counts tell what became of somebody."""
_MASSACRES = frozenset({"massacre", "massacres", "murders", "pogrom", "pogroms"})
_MEN = frozenset({"man", "men"})
_HELPLESS = frozenset({"elderly", "homeless", "innocent", "local", "unarmed"})
_KIN = frozenset({"children", "women", "women and children"})
"""Whom soldiers are not counted with in one breath."""
_CATEGORIES: dict[str, Category] = {"combatants": "combatants", "civilians": "civilians", "mixed": "mixed"}


def name_party(one: Found, around: Circumstances) -> Mentioned:
    """Name the party of a count."""
    scene, machines = around.scene, one.measure in MACHINES
    told = told_behind(scene.chunks, one) or behind_participle(scene.chunks, one)
    chunks = told or one.party or _counted(one)
    known, basis = _known(one, chunks, around)
    enemy = faced(one, scene) if one.measure in FIELDED else None
    before = around.before
    doer, own = (enemy, ()) if enemy is not None else _doer_and_own(one, chunks, known, around)
    own = own or those(*(naming_words(scene, chunk) for chunk in _one_of(one, told)))
    among = told_among(one, scene) if not own else None
    if among is not None and before is not None and among in before.own and goes_on(one, scene):
        return replace(before, doer=None, holder=None, topic=None)
    if among is not None:
        known, own = (known, (among,)) if known or is_side(among) else ((among,), own)
    if not known and not own and goes_on(one, scene) and before is not None and not machines:
        has = before.holder if one.measure in FIELDED else None
        return replace(before, doer=before.doer or doer, holder=has, topic=None)
    if not known and not own and before is None and one.elided and not machines:
        known = counted_before(scene, one)
    if not known and (before is None or own):
        known = those(struck_people(one, scene))
    if not known and not own and around.label is not None:
        known = (around.label,)
    elif not own and around.label is not None and one.measure in FIELDED and not _with_capital(known):
        own = (around.label,)  # "Roe Group", and below it "80,000 officers"
    category = "combatants" if machines else _category(scene, (*chunks, *_one_of(one, told)))
    if one.measure not in FIELDED:
        helpless = category == "unknown" and _at_civilians(scene, one, known)
        return Mentioned(known, category, basis, doer, own, last=one.last, helpless=helpless)
    alone = enemy is None and around.label is None and not _with_capital(known)
    fields = fielder(one, around) if alone else None
    has, own = fields or holder(one, scene), those(fields, *own)
    if has is None and not own and before is not None and listed_on(scene.chunks, one, before):
        has = before.holder if not _with_capital(known) else None
        own = (*before.own, *(name for name in before.named if _with_capital((name,))))
    return Mentioned(
        known, category, basis, doer, own, has, topic(one, scene, around.focus), fielded=one.last
    )


def _counted(one: Found) -> tuple[Chunk, ...]:
    """Give the words that are counted, which may name somebody; "HMS Roe" is nobody."""
    if one.counted is None or (one.rule == _NAMED and one.counted.name):
        return ()
    return (one.counted,)


def _doer_and_own(
    one: Found, chunks: tuple[Chunk, ...], known: tuple[Named, ...], around: Circumstances
) -> tuple[Named | None, tuple[Named, ...]]:
    """Give who did the harm, and whose own people may be meant; who struck tells more than what was hit."""
    doer = find_doer(one, around)
    own = _own(one, chunks, known, around, doer)
    struck_by = _striker(one, around) if doer is None and not _with_capital(own) else None
    return (doer, own) if struck_by is None else (struck_by, ())


def _known(
    one: Found, chunks: tuple[Chunk, ...], around: Circumstances
) -> tuple[tuple[Named, ...], PartyBasis]:
    """Name those whom the words of a count name or mean, and say on what that rests."""
    scene = around.scene
    # who lost the machines is named in full, of the machines themselves only what tells whose they are
    bare = one.counted if one.measure in MACHINES else None
    named = [naming_words(scene, chunk, machine=chunk is bare) for chunk in chunks]
    pronoun = next((chunk for chunk in chunks if chunk.kind == "pron" or chunk.low in POINTING), None)
    pronoun = pronoun or whom(scene.chunks, one)
    meant = around.focus.stands_for(scene, pronoun) if pronoun is not None else None
    known = those(*named) or those(meant)
    if takes_up(scene, one):  # "Others died" are some of those told of before
        group = around.focus.group
        people = group is not None and group.words.split()[-1].islower()
        known = () if around.before is not None else those(group if people else None) or known
    return known, "described" if any(named) else "pronoun" if meant is not None else "none"


def _one_of(one: Found, told: tuple[Chunk, ...]) -> tuple[Chunk, ...]:
    """Give what a person named behind is: the guard of "the first guard to be killed was Roe"."""
    return (one.counted,) if told and one.counted is not None and called(told[0]) else ()


def _with_capital(names: tuple[Named, ...]) -> bool:
    return any(sign.isupper() for name in names for sign in name.words)


def _own(
    one: Found,
    chunks: tuple[Chunk, ...],
    known: tuple[Named, ...],
    around: Circumstances,
    doer: Named | None,
) -> tuple[Named, ...]:
    """Give whose own people or machines may be meant, by their words or by those of the counts before."""
    before, row = around.before, around.scene.chunks
    ship = ship_of_crew(one, chunks, around) if one.measure not in FIELDED | MACHINES else None
    own = those(ship) or find_owners(one, chunks, around)
    if not own and doer is None and one.rule in _FATES:
        own = _struck_with(one, around)
    if not own and before is not None and goes_with(row, chunks):
        own = (*before.named, *before.own)
    generic = all(name.words in GENERIC for name in known) and (known or one.measure in MACHINES)
    if not own and before is not None and generic:
        own = listed_with(row, one, before) or part_of(row, one, before)
    return own


def _striker(one: Found, around: Circumstances) -> Named | None:
    """Give who struck those counted, by another verb of the sentence or by the sentence before."""
    told = striker(one, around.scene)
    opens = told is None and one.rule in _FATES and one.agent is None and around.before is None
    alone = opens and one.measure != "surrendered" and subject_before(around.scene, one.first) is None
    return told or (around.focus.striker_before(around.scene) if alone else None)


def _struck_with(one: Found, around: Circumstances) -> tuple[Named, ...]:
    """Read "nine soldiers fell and two tanks burned", said of nobody: who was hit before, or fell beside."""
    before, counted = around.before, one.counted
    if one.measure in MACHINES and before is not None:
        return (*before.named, *before.own) if before.doer is None else ()
    if counted is None or refers_back(around.scene, one):
        return ()
    ship = _wreck_before(around.scene, one)
    if ship is not None or counted.elided:
        return those(ship)
    tokens = around.scene.sentence.tokens[counted.body : counted.last]
    plain = not any(token.capital or any(sign.isdigit() for sign in token.text) for token in tokens)
    fighters = one.measure in MACHINES or _category(around.scene, (counted,)) == "combatants"
    alone = fighters and plain and subject_before(around.scene, one.first) is None
    return those(around.focus.struck_before(around.scene) if alone else None)


def _wreck_before(scene: Scene, one: Found) -> Named | None:
    """Read "the frigate was hit and 12 men were killed": those of the ship, unless others are named there."""
    row = scene.chunks
    for at in range(one.at - 1, 0, -1):
        chunk = row[at]
        if chunk.kind == "vp" and any(sense.materiel for sense in chunk.triggers):
            hit = subjects_of(row, at)
            wreck = row[hit[0]] if hit else None
            single = wreck is not None and wreck.of_kind("materiel") and not wreck.plural and not wreck.figure
            return naming_words(scene, wreck) if wreck is not None and single else None
        people = chunk.kind == "np" and chunk.of_kind("people", "unit") and row.near(at - 1).low != "by"
        if people and chunk.figure is None:
            return None
    return None


def _category(scene: Scene, chunks: tuple[Chunk, ...]) -> Category:
    for chunk in chunks:
        if "civilian" in scene.words(chunk).lower() or _unarmed(scene, chunk):
            return "civilians"
        if chunk.noun is not None and chunk.noun.category in _CATEGORIES:
            return _CATEGORIES[chunk.noun.category]
        if "-year-old" in scene.words(chunk):
            return "civilians"  # the age of a soldier is hardly ever told
    return "unknown"


def _unarmed(scene: Scene, chunk: Chunk) -> bool:
    """Tell "20 unarmed men", "a local man", "men, women and children" from "20 men"."""
    if chunk.low not in _MEN:
        return False
    words = scene.sentence.tokens[chunk.first : chunk.head]
    place = scene.chunks.place(chunk)
    beside = {one.low for one in scene.chunks[place + 1 : place + 4] if one.kind in {"np", "conj", "sign"}}
    return any(word.low in _HELPLESS for word in words) or not _KIN.isdisjoint(beside)


def _at_civilians(scene: Scene, one: Found, party: tuple[Named, ...]) -> bool:
    """Tell harm done at a civilian place; villagers counted beside Roes make none of where they are."""
    if one.rule == "prose.noun.of" and scene.chunks.near(one.at - 2).low in _MASSACRES:
        return True  # "massacres of Dowists"
    told = scene.sentence.shown
    for chunk in scene.chunks if _with_capital(party) else ():
        if chunk.figure is not None and chunk is not one.counted:
            told = told.replace(scene.words(chunk), "", 1)
    return civilian_setting(told)

"""Who was harmed or counted, and on what that rests.

    example          three MSA and GATIA fighters     → they are described
    example          lost four of their own           → those who lost them
    example          five (elided)                    → the party of the count before
    example          37 of the dead were rebels       → rebels
    counter-example  12 casualties                    → nobody is named

Where the words only describe ("six soldiers"), the doer tells the side: it is the other one.
"""

from dataclasses import replace

from testimonia.extract.civilians import civilian_setting
from testimonia.extract.drafts import Named, those
from testimonia.extract.fielders import fielder
from testimonia.extract.fielding import faced, holder, topic
from testimonia.extract.focus import subject_before
from testimonia.extract.leaning import (
    GENERIC,
    behind_participle,
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
from testimonia.model import FIELDED, MACHINES, Category, PartyBasis

__all__ = ["name_party"]

_FATES = frozenset({"prose.verb.passive", "prose.verb.subject"})
"""Rules whose counts tell what became of somebody."""
_MEN = frozenset({"man", "men"})
_HELPLESS = frozenset({"elderly", "homeless", "innocent", "local", "unarmed"})
_KIN = frozenset({"children", "women", "women and children"})
"""Whom soldiers are not counted with in one breath."""
_CATEGORIES: dict[str, Category] = {"combatants": "combatants", "civilians": "civilians", "mixed": "mixed"}


def name_party(one: Found, around: Circumstances) -> Mentioned:
    """Name the party of a count."""
    scene, machines = around.scene, one.measure in MACHINES
    told = told_behind(scene.chunks, one) or behind_participle(scene.chunks, one)
    chunks = told or one.party or ((one.counted,) if one.counted is not None else ())
    # who lost the machines is named in full, of the machines themselves only what tells whose they are
    named = [naming_words(scene, chunk, machine=machines and chunk is one.counted) for chunk in chunks]
    pronoun = next((chunk for chunk in chunks if chunk.kind == "pron"), None) or whom(scene.chunks, one)
    meant = around.focus.stands_for(scene, pronoun) if pronoun is not None else None
    known = those(*named) or those(meant)
    if takes_up(scene, one):  # "Others died" are some of those told of before
        group = around.focus.group
        people = group is not None and group.words.split()[-1].islower()
        known = () if around.before is not None else those(group if people else None) or known
    enemy = faced(one, scene) if one.measure in FIELDED else None
    doer, before = enemy or find_doer(one, around), around.before
    own = _own(one, chunks, known, around, doer) if enemy is None else ()
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
    basis: PartyBasis = "described" if any(named) else "pronoun" if meant is not None else "none"
    category = "combatants" if machines else _category(scene, chunks)
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
    own = find_owners(one, chunks, around)
    if not own and doer is None and one.rule in _FATES:
        own = _struck_with(one, around)
    if not own and before is not None and goes_with(row, chunks):
        own = (*before.named, *before.own)
    generic = all(name.words in GENERIC for name in known) and (known or one.measure in MACHINES)
    if not own and before is not None and generic:
        own = listed_with(row, one, before) or part_of(row, one, before)
    return own


def _struck_with(one: Found, around: Circumstances) -> tuple[Named, ...]:
    """Read "nine soldiers fell and two tanks burned", said of nobody: who was hit before, or fell beside."""
    before, counted = around.before, one.counted
    if one.measure in MACHINES and before is not None:
        return (*before.named, *before.own) if before.doer is None else ()
    if counted is None or counted.elided or refers_back(around.scene, one):
        return ()
    tokens = around.scene.sentence.tokens[counted.body : counted.last]
    plain = not any(token.capital or any(sign.isdigit() for sign in token.text) for token in tokens)
    fighters = one.measure in MACHINES or _category(around.scene, (counted,)) == "combatants"
    alone = fighters and plain and subject_before(around.scene, one.first) is None
    return those(around.focus.struck_before(around.scene) if alone else None)


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
    told = scene.sentence.shown
    for chunk in scene.chunks if _with_capital(party) else ():
        if chunk.figure is not None and chunk is not one.counted:
            told = told.replace(scene.words(chunk), "", 1)
    return civilian_setting(told)

"""Whose people or machines are counted, where the words of the count do not say.

example          his men · its losses · four of their own         → whoever has them
example          raided an army convoy, killing 12 soldiers       → whom the deed hits
example          lost 40 men killed, ten tanks and four lorries   → all of those who lost the first
counter-example  killed their leader                              → the enemy's
"""

from testimonia.extract.drafts import Named, those
from testimonia.extract.fielding import owners
from testimonia.extract.focus import subject_before
from testimonia.extract.mentioned import Circumstances, Mentioned
from testimonia.extract.naming import OWN, flag_of, naming_words, own_word
from testimonia.extract.onslaughts import attacker, whose_attack
from testimonia.extract.owning_up import owned_up
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import owned
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import word_set
from testimonia.model import FIELDED, MACHINES

__all__ = ["find_doer", "find_owners", "listed_on", "listed_with", "part_of", "struck_people"]

_HIS = word_set("grammar", "his")
_SELVES = word_set("grammar", "selves")
_STRIKES = word_set("grammar", "strikes")
_DRIVING = frozenset({"beat", "drove", "driving", "forced", "forcing", "pushed", "pushing", "threw"})
_AWAY = frozenset({"back", "off", "out"})
_BEATING = frozenset({"ambushed", "defeated", "encircled", "repelled", "repulsed", "routed", "shattered"})
"""What is done to an enemy, beside striking him: "routed the garrison, inflicting 300 casualties"."""
_BRINGING_ABOUT = frozenset(
    {"causing", "creating", "inflicting", "leading", "leaving", "producing", "resulting"}
)
_FIRED = frozenset({"fired", "firing", "shot"})
_AT = frozenset({"at", "on", "upon", "into"})
_LOST = frozenset({"prose.verb.reduced", "prose.loss.list", "prose.strength.materiel"})
_WHOM = frozenset({"whom", "which"})
_IN_LIST = frozenset({"sign", "conj", "prep", "adv"})


def find_owners(one: Found, chunks: tuple[Chunk, ...], around: Circumstances) -> tuple[Named, ...]:
    """Give the ones whose own people or machines may be meant: "its losses", "attacked with 40 tanks"."""
    if one.whole is not None and one.whole.counted is not None:
        whole = (*one.whole.party, one.whole.counted)
        return those(*(naming_words(around.scene, chunk) for chunk in whole))
    flag = flag_of(around.scene, one.counted) if one.measure in MACHINES and one.counted else None
    if flag is not None:
        return (flag,)
    if one.measure in FIELDED:
        return owners(one, around.scene, named=any(chunk.name for chunk in chunks))
    struck = _struck(one, around.scene)
    if struck is not None:
        unnamed = struck.of_kind("materiel") and not around.scene.sentence.tokens[struck.last - 1].capital
        return those(naming_words(around.scene, struck, machine=unnamed))
    attack = attacker(one, around.scene, around.focus) if one.agent is None else None
    return _possessed(one, chunks, around) or those(attack) or owned_up(one, around)


def _possessed(one: Found, chunks: tuple[Chunk, ...], around: Circumstances) -> tuple[Named, ...]:
    """Read "his men", "its losses", "four of their own"."""
    words = {own_word(around.scene, chunk) for chunk in chunks} - {""}
    if not words and not _reflexive(one, around):
        return ()
    if one.agent is not None:
        # "scuttled their frigate" is a loss of the doer's; "killed their leader" is the enemy's
        return those(find_doer(one, around)) if one.measure in MACHINES else ()
    if words & _HIS:
        return those(around.focus.person_before(around.scene, one.first))
    near = subject_before(around.scene, min(one.first, *(chunk.first for chunk in chunks)))
    return those(near or around.speaker or around.focus.group)


def _struck(one: Found, scene: Scene) -> Chunk | None:
    """Give whom the deed hits that "killing 12 soldiers" is told of: "raided an army convoy, killing …"."""
    row = scene.chunks
    led = [at for at in range(max(0, one.at - 3), one.at) if row[at].low in _BRINGING_ABOUT]
    at = next((at for at, chunk in enumerate(row) if chunk.gerund and chunk.first >= one.first), -1)
    at = led[0] if led else at
    if (one.agent is None and not led) or at < 1 or row[at].first > one.last or row.near(at - 1).owner:
        return None
    before = at - 1 - row.comma(at - 1)
    while before > 0 and row[before].kind in {"np", "prep", "date", "adv"} and row[before - 1].kind != "vp":
        before -= 1
    verb = row.near(before - 1)
    if verb.kind == "vp" and verb.passive:
        return _was_hit(row, before - 1)
    if verb.kind == "vp" and (row.near(before).low == "fire" or verb.low in _FIRED):
        return _fired_at(row, before - 1)
    driven = row.near(before).low in _AWAY and verb.low in _DRIVING
    hit = row.near(before + driven)
    aimed = verb.kind == "vp" and hit.kind == "np"
    return hit if aimed and (driven or verb.low in _STRIKES | _BEATING) else None


def _was_hit(row: Row, verb: int) -> Chunk | None:
    """Read "the frigate was hit by a shell, killing 12 men": the subject, which does nothing to others."""
    hit = row[verb].low in _STRIKES | _BEATING or any(sense.materiel for sense in row[verb].triggers)
    subjects = subjects_of(row, verb) if hit else []
    return row[subjects[0]] if subjects and row[subjects[0]].kind == "np" else None


def _fired_at(row: Row, verb: int) -> Chunk | None:
    """Read "opened fire on a crowd", "fired rockets at a convoy": whom the shots are meant for."""
    for at in range(verb + 1, min(verb + 4, len(row))):
        if row[at].low in _AT and row.near(at + 1).kind == "np":
            return row[owned(row, at + 1)]
    return None


def struck_people(one: Found, scene: Scene) -> Named | None:
    """Name whom a deed hits that a bare count is told of: "ambushed guards, killing six"."""
    struck = _struck(one, scene) if one.elided and one.measure not in MACHINES | FIELDED else None
    return naming_words(scene, struck) if struck is not None and struck.of_kind("people") else None


def _reflexive(one: Found, around: Circumstances) -> bool:
    tokens = around.scene.sentence.tokens
    return any(token.low in _SELVES for token in tokens[one.first : one.last])


def listed_with(row: Row, one: Found, before: Mentioned) -> tuple[Named, ...]:
    """Read "lost 40 men killed, ten tanks and four lorries": all are of those who lost the first."""
    between = [chunk for chunk in row if before.last <= chunk.first and chunk.last <= one.first]
    lost = before.doer is None and before.last >= 0 and one.agent is None and one.rule in _LOST
    listed = all(chunk.kind in _IN_LIST or chunk.figure is not None for chunk in between)
    return (before.own or before.named) if lost and listed else ()


def part_of(row: Row, one: Found, before: Mentioned) -> tuple[Named, ...]:
    """Read "the brigade lost 90 men, of whom 20 men were killed and 30 men hurt": they are its men, too."""
    opened = any(
        chunk.low in _WHOM and row.near(at - 1).low == "of"
        for at, chunk in enumerate(row)
        if chunk.last <= one.first
    )
    return (*before.named, *before.own) if opened and one.agent is None else ()


def listed_on(row: Row, one: Found, before: Mentioned) -> bool:
    """Read "the army numbered 5,000 men, 90 guns and 40 mortars": one list of what one force has."""
    between = [chunk for chunk in row if before.fielded <= chunk.last and chunk.last <= one.first]
    return before.fielded >= 0 and all(
        (chunk.kind in {"sign", "conj"} and chunk.low not in {";", ":"}) or chunk.low == "with"
        for chunk in between
        if chunk.first >= before.fielded
    )


def find_doer(one: Found, around: Circumstances) -> Named | None:
    """Give who did the harm; "it" and "they" behind a verb of saying are the one who says it."""
    if one.agent is None:
        return subject_before(around.scene, one.first) if any(c.low == "them" for c in one.party) else None
    if one.agent.kind == "pron" or one.agent.det in OWN:
        return around.speaker or around.focus.stands_for(around.scene, one.agent)
    row = around.scene.chunks
    attack = whose_attack(around.scene, row.place(one.agent))
    return attack or naming_words(around.scene, one.agent)

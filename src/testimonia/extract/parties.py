"""Who was harmed or counted, and on what that rests.

    example          three MSA and GATIA fighters     → they are described
    example          lost four of their own           → those who lost them
    example          five (elided)                    → the party of the count before
    example          37 of the dead were rebels       → rebels
    counter-example  12 casualties                    → nobody is named

Where the words only describe ("six soldiers"), the doer tells the side: it is the other one.
"""

from dataclasses import dataclass

from testimonia.extract.civilians import civilian_setting
from testimonia.extract.drafts import Named, Saying
from testimonia.extract.fielding import faced, holder, owners
from testimonia.extract.focus import Focus, subject_before
from testimonia.extract.leaning import counted_before, goes_on, goes_with, refers_back, told_behind, whom
from testimonia.extract.naming import OWN, flag_of, naming_words, possessive
from testimonia.extract.onslaughts import attacker
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.scene import Found, Scene
from testimonia.lexicon import word_set
from testimonia.model import Category, PartyBasis

__all__ = ["Circumstances", "Mentioned", "name_party"]

_FATES = frozenset({"prose.verb.passive", "prose.verb.subject"})
"""Rules whose counts tell what became of somebody."""
_MACHINES = frozenset({"materiel_lost", "materiel_strength"})
_FIELDED = frozenset({"strength", "materiel_strength"})
_SELVES = frozenset({"themselves", "itself", "himself", "herself"})
_STRIKES = word_set("grammar", "strikes")
_BRINGING_ABOUT = frozenset({"resulting", "leaving", "causing", "inflicting", "leading"})
_CATEGORIES: dict[str, Category] = {"combatants": "combatants", "civilians": "civilians", "mixed": "mixed"}


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The party of a count, as named, and what it rests on."""

    named: tuple[Named, ...]
    category: Category
    basis: PartyBasis
    doer: Named | None = None
    """Who did the harm, or whom the counted face: their enemy."""
    own: tuple[Named, ...] = ()
    """Whose own people they may be ("his men", "its losses"), the likeliest first: a subject, the speaker."""
    holder: Named | None = None
    """Who is told to have them: "Roe advanced with 200 men"."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What stands around a count and can tell its party."""

    scene: Scene
    saying: Saying | None
    before: Mentioned | None
    """The party of the count before it in the sentence."""
    focus: Focus
    label: Named | None = None
    """Whom the list that the count stands in is about, as its heading says."""

    @property
    def speaker(self) -> Named | None:
        """The one who says it, if anybody does."""
        return self.saying.speakers[0] if self.saying is not None and self.saying.speakers else None


def name_party(one: Found, around: Circumstances) -> Mentioned:
    """Name the party of a count."""
    scene, machines = around.scene, one.measure in _MACHINES
    chunks = (
        told_behind(scene.chunks, one) or one.party or ((one.counted,) if one.counted is not None else ())
    )
    # who lost the machines is named in full, of the machines themselves only what tells whose they are
    named = [naming_words(scene, chunk, machine=machines and chunk is one.counted) for chunk in chunks]
    enemy = faced(one, scene) if one.measure in _FIELDED else None
    own = _own(one, chunks, around) if enemy is None else ()
    doer, before = enemy or _doer(one, around), around.before
    if not own and doer is None and one.rule in _FATES:
        own = _struck_with(one, around)
    if not own and before is not None and goes_with(scene.chunks, chunks):
        own = (*before.named, *before.own)
    pronoun = next((chunk for chunk in chunks if chunk.kind == "pron"), None) or whom(scene.chunks, one)
    meant = around.focus.stands_for(scene, pronoun) if pronoun is not None else None
    known = tuple(name for name in named if name is not None) or ((meant,) if meant is not None else ())
    if not known and not own and goes_on(one, scene) and before is not None and not machines:
        return Mentioned(before.named, before.category, before.basis, before.doer or doer, before.own)
    if not known and not own and before is None and one.elided and not machines:
        known = counted_before(scene, one)
    if not known and not own and around.label is not None:
        known = (around.label,)
    basis: PartyBasis = "described" if any(named) else "pronoun" if meant is not None else "none"
    category = "combatants" if machines else _category(scene, chunks)
    return Mentioned(
        known, category, basis, doer, own, holder(one, scene) if one.measure in _FIELDED else None
    )


def _struck_with(one: Found, around: Circumstances) -> tuple[Named, ...]:
    """Read "nine soldiers fell and two tanks burned", said of nobody: who was hit before, or fell beside."""
    before, counted = around.before, one.counted
    if one.measure in _MACHINES and before is not None:
        return (*before.named, *before.own) if before.doer is None else ()
    if counted is None or counted.elided or refers_back(around.scene, one):
        return ()
    tokens = around.scene.sentence.tokens[counted.body : counted.last]
    plain = not any(token.capital or any(sign.isdigit() for sign in token.text) for token in tokens)
    fighters = one.measure in _MACHINES or _category(around.scene, (counted,)) == "combatants"
    alone = fighters and plain and subject_before(around.scene, one.first) is None
    return _some(around.focus.struck_before(around.scene) if alone else None)


def _category(scene: Scene, chunks: tuple[Chunk, ...]) -> Category:
    for chunk in chunks:
        if "civilian" in scene.words(chunk).lower():
            return "civilians"
        if chunk.noun is not None and chunk.noun.category in _CATEGORIES:
            return _CATEGORIES[chunk.noun.category]
        if "-year-old" in scene.words(chunk):
            return "civilians"  # the age of a soldier is hardly ever told
    return "civilians" if civilian_setting(scene.sentence) else "unknown"


def _own(one: Found, chunks: tuple[Chunk, ...], around: Circumstances) -> tuple[Named, ...]:
    """Give the ones whose own people or machines may be meant: "its losses", "attacked with 40 tanks"."""
    if one.whole is not None and one.whole.counted is not None:
        return _some(naming_words(around.scene, one.whole.counted))
    flag = flag_of(around.scene, one.counted) if one.measure in _MACHINES and one.counted else None
    if flag is not None:
        return (flag,)
    if one.measure in _FIELDED:
        return owners(one, around.scene, around.focus, named=any(chunk.name for chunk in chunks))
    struck = _struck(one, around.scene)
    if struck is not None:
        return _some(naming_words(around.scene, struck, machine=struck.of_kind("materiel")))
    return _possessed(one, chunks, around) or _some(
        attacker(one, around.scene) if one.agent is None else None
    )


def _possessed(one: Found, chunks: tuple[Chunk, ...], around: Circumstances) -> tuple[Named, ...]:
    """Read "his men", "its losses", "four of their own"."""
    if not any(possessive(around.scene.chunks, chunk) for chunk in chunks) and not _reflexive(one, around):
        return ()
    if one.agent is not None:
        # "scuttled their frigate" is a loss of the doer's; "killed their leader" is the enemy's
        return _some(_doer(one, around)) if one.measure in _MACHINES else ()
    near = subject_before(around.scene, one.first)
    return _some(near or around.speaker or around.focus.group)


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
    hit = row.near(before)
    aimed = verb.kind == "vp" and not verb.passive and verb.low in _STRIKES and hit.kind == "np"
    return hit if aimed else None


def _some(*names: Named | None) -> tuple[Named, ...]:
    return tuple(name for name in names if name is not None)


def _reflexive(one: Found, around: Circumstances) -> bool:
    tokens = around.scene.sentence.tokens
    return any(token.low in _SELVES for token in tokens[one.first : one.last])


def _doer(one: Found, around: Circumstances) -> Named | None:
    """Give who did the harm; "it" and "they" behind a verb of saying are the one who says it."""
    if one.agent is None:
        return subject_before(around.scene, one.first) if any(c.low == "them" for c in one.party) else None
    if one.agent.kind == "pron" or one.agent.det in OWN:
        return around.speaker or around.focus.stands_for(around.scene, one.agent)
    return naming_words(around.scene, one.agent)

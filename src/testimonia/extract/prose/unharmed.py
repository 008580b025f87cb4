"""Those beside a verb of harm whom it does not harm, or of whom something else is told.

example          500 dead and 1,000 men taken prisoner (the dead) · Orr surrendered the city (Orr)
                 lost 7 killed (told by the next verb) · was struck and died (no wounded) · died of old age
counter-example  1,000 men were taken prisoner · Orr surrendered · was struck in the leg
"""

from collections.abc import Sequence

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.harmed_people import is_one_person
from testimonia.extract.prose.lexemes import Trigger
from testimonia.extract.prose.scene import Scene, fate_before
from testimonia.extract.prose.voices import Roles
from testimonia.extract.tokens import Token
from testimonia.lexicon import peoples, word_set

__all__ = ["in_bed", "is_dead", "is_no_subject", "is_said", "not_wounded", "of_them", "told_by_next"]

_VIOLENT = word_set("grammar", "violent")
_AILMENTS = word_set("grammar", "ailments")
_ARMS = word_set("grammar", "small_arms") | {"arms", "weapons"}
_BLOWS = word_set("grammar", "blows")
_WHEN = frozenset({"after", "as", "before", "until", "when", "once"})
_SINGLE = word_set("grammar", "singling")
_THEM = word_set("grammar", "they")


def of_them(row: Row, at: int) -> bool:
    """Tell the part of "lost 135, some of which sank" from another object of the verb."""
    those = row.near(at + 1 + (row.near(at + 1).low == "of"))
    return row[at].elided and those.low in {"which", "whom"}


def is_said(row: Row, harmed: int, at: int) -> bool:
    """Read "they were the first to be killed", "most were civilians who died": told of others before."""
    said = row.near(harmed - 1).copula or row.near(harmed - 1).low in {"became", "become"}
    told_on = row[at].infinitive or row.near(at - 1).kind == "sub"
    return said and told_on and row[harmed].figure is None and row.near(harmed - 2).low != "there"


def is_no_subject(scene: Scene, harmed: int, at: int, roles: Roles) -> bool:
    """Tell those who suffered from others: "Orr surrendered the city", "men led by Karl Orr, were hanged".

    One man gives up a place, not himself; and one does not "were".
    """
    row, place = scene.chunks, scene.chunks.near(at + 1)
    if len(roles.harmed) > 1 or harmed > at:
        return False
    if row[at].triggers[0].lemma == "give up" and _gives_something_up(place):
        return True
    ceded = row[at].triggers[0].measure == "surrendered" and place.kind == "np" and place.figure is None
    if not (is_one_person(row[harmed]) or row[harmed].low in {"he", "she"}):
        return ceded and _is_single(row[harmed]) and not place.of_kind("materiel", "people", "unit")
    many = roles.voice == "passive" and scene.sentence.tokens[row[at].first].low == "were"
    alone = row.near(harmed - 1).kind != "conj" and not any(chunk.figure for chunk in row[harmed:at])
    return ceded or (many and row.comma(at - 1) and alone)


def _gives_something_up(what: Chunk) -> bool:
    """Tell "gave up the hill", "gave up trying", "gave up on it" from "gave up", "gave up their arms"."""
    thing = what.kind == "np" and not what.of_kind("materiel") and what.low not in _ARMS
    return thing or what.kind == "vp" or what.low == "on"


def _is_single(chunk: Chunk) -> bool:
    """Tell "the mayor", "Roe" from "the garrison", "the Roes"."""
    if chunk.figure is not None or chunk.kind != "np":
        return False
    noun = chunk.noun
    one = noun is not None and noun.kind == "people" and not (noun.plural or noun.collective)
    return one or (chunk.name and not chunk.plural_name and chunk.low not in peoples())


def not_wounded(row: Row, at: int, trigger: Trigger) -> bool:
    """Read "was hit by a ball and killed", "was struck and died": whom a blow killed it did not wound."""
    if trigger.lemma not in _BLOWS or trigger.measure != "wounded":
        return False
    if row[at].bare and trigger.lemma == "strike":
        return True  # "two or three struck": torpedoes do, too
    for step in range(at + 1, min(at + 12, len(row))):
        chunk = row[step]
        if chunk.kind == "vp":
            joined = row[step - 1].kind == "conj" or chunk.gerund
            return joined and any(sense.measure == "killed" for sense in chunk.triggers)
        if chunk.kind in {"sub", "but", "pron"} or chunk.low == ";":
            return False
    return False


def is_dead(row: Row, at: int) -> bool:
    """Tell "70 corpses", "the bodies of 12 guards" from those who can still be harmed."""
    told = (row[at].harm, row.near(at - 2).harm if row.near(at - 1).low == "of" else None)
    dead = (harm for harm in told if harm and harm.role == "noun_person" and harm.lemma != "victim")
    return any(harm.measure == "killed" for harm in dead)  # victims may be "taken to hospital"


def told_by_next(scene: Scene, at: int, position: int, trigger: Trigger) -> bool:
    """Read "lost 7 killed and 22 wounded", "lost 40 dead soldiers": what became of them is told there."""
    counted = scene.chunks[position].figure
    ends = position == at - 1 and not scene.chunks[position].elided
    if trigger.lemma != "lose" or (ends and (trigger.materiel or (counted and counted.quantity.low))):
        return False  # "80 vehicles lost"
    follows = scene.chunks.near(position + 1)
    return fate_before(scene, scene.chunks[position]) is not None or (bool(follows.triggers) and follows.bare)


def in_bed(scene: Scene, at: int, harmed: Chunk, trigger: Trigger) -> bool:
    """Tell "the caliph died in spring" from "the colonel died of his wounds": nothing tells of violence."""
    named = harmed.person or (harmed.name and not harmed.plural_name)
    somebody = harmed.figure is None and (harmed.kind == "pron" or named)
    single = somebody or (harmed.figure is None and not harmed.plural and harmed.det in _SINGLE)
    if trigger.lemma != "die" or not single or harmed.low in _THEM:
        return False
    told = _clause(scene, at)
    if _of_age(scene, at) or not (somebody or len(told) < len(scene.sentence.tokens)):
        return _of_age(scene, at)
    return _VIOLENT.isdisjoint(token.low for token in told)


def _clause(scene: Scene, at: int) -> Sequence[Token]:
    """Give the words that can tell of violence: of "after Roe died, the war went on" the first three."""
    row, tokens = scene.chunks, scene.sentence.tokens
    led = next((step for step in range(at - 1, -1, -1) if row[step].kind not in {"np", "pron", "adv"}), -1)
    if row.near(led).low not in _WHEN or row[led].kind not in {"sub", "prep"}:
        return tokens
    end = next((row[step].first for step in range(at + 1, len(row)) if row.comma(step)), len(tokens))
    return tokens[row[led].first : end]


def _of_age(scene: Scene, at: int) -> bool:
    """Tell "he died of heart failure", "she died in Paris in 1970" from a death in the battle.

    Of those who died in the event one tells the day, or none.
    """
    tokens, row = scene.sentence.tokens, scene.chunks
    place = at + 1
    while row.near(place).kind in {"prep", "np", "adv"}:
        if any(token.low in _AILMENTS for token in tokens[row[place].first : row[place].last]):
            return True
        place += 1
    year = row.near(place)
    return year.kind == "date" and all(token.kind != "word" for token in tokens[year.first : year.last])

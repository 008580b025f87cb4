"""Counts that lean on what stands around them: a pronoun, the count before, a predicate behind.

example          37 of the dead were rebels · 100 more died · scores of whom drowned
example          a Dow plane was shot down; both pilots died → Dow's
counter-example  200 villagers fled. Five were hurt.  (nothing refers back)
"""

from testimonia.extract.drafts import Named, those
from testimonia.extract.naming import naming_words
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import behind
from testimonia.extract.prose.scene import REST, Found, Scene
from testimonia.lexicon import word_set
from testimonia.model import FIELDED

__all__ = [
    "GENERIC",
    "behind_participle",
    "called",
    "counted_before",
    "goes_on",
    "goes_with",
    "refers_back",
    "takes_up",
    "told_behind",
    "whom",
]

_TOLD_BEHIND = frozenset(
    {"prose.noun.part", "prose.noun.persons", "prose.verb.reduced", "prose.noun.stated", "prose.loss.counted"}
)
"""Rules whose counts a predicate can name: "37 of the dead were rebels"."""
_OF_ONE = frozenset({"prose.verb.passive", "prose.verb.reduced"})
"""Rules whose one person a predicate can name: "the first guard to be killed was Roe"."""
_MADE_OUT = frozenset({"confirmed", "described", "identified", "named", "recognised", "recognized"})
"""What is done to the dead to know who they were: "ten were identified as Roes"."""
_STATED = word_set("grammar", "stated")
_CREW = word_set("grammar", "crew")
_MORE = frozenset({"more", "another", "others", "further", "additional"})
_BACK = frozenset({"these", "those"})
_TAKING_UP = frozenset({"many", "most", "some", "few", "several", "majority", "none"})
GENERIC = frozenset({"men", "others", "troops", "prisoners"})
"""Words that say nothing of whose people they are."""


def told_behind(row: Row, one: Found) -> tuple[Chunk, ...]:
    """Read "37 of the dead were rebels", "20 fell, three of them boys": named behind."""
    beside = row.near(one.at + 3)
    if one.elided and row.near(one.at + 1).low == "of" and row.near(one.at + 2).low == "them":
        named = beside.of_kind("people") and beside.figure is None and one.measure not in FIELDED
        return (beside,) if named else ()
    single = one.quantity.high == 1 and one.rule in _OF_ONE
    if not (single or one.rule in _TOLD_BEHIND):
        return ()
    at = behind(row, one.at)
    while row.near(at).kind == "adv" or (row.near(at).triggers and not row[at].copula):
        if row[at].passive and row[at].low in _MADE_OUT:
            break
        at = behind(row, at)
    verb = row.near(at)
    at += 1 + (row.near(at + 1).kind == "adv" or row.near(at + 1).low == "as")
    linked = verb.copula or verb.low == "included" or (verb.low in _MADE_OUT and row.near(at - 1).low == "as")
    told = row.near(at)
    people = told.of_kind("people") or told.plural_name or (told.noun is not None and one.counted is None)
    people = called(told) if single else people
    return (told,) if linked and people and told.figure is None else ()


def called(chunk: Chunk) -> bool:
    """Tell "Roe", "Colonel Roe" from "a colonel"."""
    return (chunk.name and not chunk.plural_name) or (chunk.ranked and not chunk.det)


def behind_participle(row: Row, one: Found) -> tuple[Chunk, ...]:
    """Read "300 seriously wounded locals", "three killed Roes": those harmed stand behind the participle."""
    at = one.at + 1 + (row.near(one.at + 1).kind == "adv")
    verb, behind_it = row.near(at), row.near(at + 1)
    bare = one.elided and verb.bare and verb.triggers and verb.last == behind_it.first and not behind_it.det
    people = behind_it.of_kind("people") or behind_it.plural_name
    return (behind_it,) if bare and people and behind_it.figure is None else ()


def refers_back(scene: Scene, one: Found) -> bool:
    """Tell "100 more died", "of these 20 fell", "this toll rose to 40", which take up what was told."""
    row, tokens = scene.chunks, scene.sentence.tokens
    if one.rule.startswith("prose.loss"):
        return row[one.at].det in {"this", "that"} and one.counted is None
    if takes_up(scene, one):
        return True
    if not one.elided or one.figure is None:
        return False
    inside = {token.low for token in tokens[one.figure.first : row[one.at].last]}
    whole, behind_of = row.near(one.at - 1), row.near(one.at + 2)
    if row[one.at].det in _BACK and whole.low == "of":
        return True  # "Of these 101 were killed"
    if row.near(one.at + 1).low == "of" and behind_of.det in _BACK and not behind_of.low:
        return True  # "Five of these were shot"
    opened = whole.det in {"these", "those", "them"} or (row.near(one.at - 1).kind == "pron")
    return bool(inside & _MORE) or (opened and row.near(one.at - 2).low == "of")


def takes_up(scene: Scene, one: Found) -> bool:
    """Tell "Many were executed", "Others died", "The rest had died": some of those told of before."""
    counted = one.counted
    if counted is None or counted is not scene.chunks[0] or scene.chunks.near(1).low == "of":
        return False
    if counted.figure is None or counted.low in REST:
        return counted.low in REST | {"others"}
    last = scene.sentence.tokens[counted.last - 1].low
    return counted.elided and (last in _TAKING_UP or last == "them")


def goes_on(one: Found, scene: Scene) -> bool:
    """Tell whether a count that names nobody goes on with the one before: "and five injured", "100 more"."""
    return one.elided or refers_back(scene, one) or _taken(one) or _counted_in(scene.chunks, one)


def _taken(one: Found) -> bool:
    """Tell "and two taken prisoner", "one dead", which say nothing of who they are."""
    counted = one.counted
    return one.rule == "prose.noun.stated" and counted is not None and counted.low in _STATED


def _counted_in(row: Row, one: Found) -> bool:
    """Tell "lost 5,100 men, including 400 prisoners", "300 wounded, plus 400 prisoners"."""
    if one.rule != "prose.noun.persons" or one.measure != "captured" or one.agent is not None:
        return False
    link = row.near(one.at - 1)
    among = link.low == "them" and row.near(one.at - 2).low in {"among", "amongst"}
    return among or link.low in {"including", "plus"}


def goes_with(row: Row, chunks: tuple[Chunk, ...]) -> bool:
    """Read "shot down a Dow plane; both pilots died", "a Dow colonel and 40 men": theirs are meant."""
    joined = any(row.near(row.place(chunk) - 1).kind == "conj" and chunk.low in GENERIC for chunk in chunks)
    return joined or any(chunk.low in _CREW for chunk in chunks)


def whom(row: Row, one: Found) -> Chunk | None:
    """Give the "whom" of "scores of whom drowned", unless those meant are themselves counted."""
    if one.elided and row.near(one.at + 1).low == "of" and row.near(one.at + 2).low == "them":
        return row[one.at + 2]
    if not one.elided or one.whole is not None or row.near(one.at + 1).low != "whom":
        return None
    before = [chunk for chunk in row[: one.at] if chunk.kind == "np"]
    return row[one.at + 1] if before and before[-1].figure is None else None


def counted_before(scene: Scene, one: Found) -> tuple[Named, ...]:
    """Read "of the 300 villagers who fled, 20 were killed": the last people counted before are meant."""
    row = scene.chunks
    of_them = row[0].low == "of" and row[1].kind == "np" if len(row) > 1 else False
    before = [chunk for chunk in row[: one.at] if chunk.figure is not None and not chunk.elided]
    before = [row[1]] if of_them else before
    people = before and before[-1].harm is None and (before[-1].of_kind("people") or before[-1].name)
    people = people and before[-1].plural  # "one historian gives 300 killed"
    return those(naming_words(scene, before[-1]) if people else None)

"""Men told by what is done with them: enlisted, armed, brought up; and numbers whose arm stands behind.

example          1,000 slaves were armed · mobilised 300 clergymen · reinforced by 150 friendlies
example          of whom 200 were cavalry · 120 of the 3rd Roes, 40 from the 9th · 2,000 garrisoned Orr
example          76 mm gun – 191 · Infantry: 1,200
counter-example  1,000 slaves were freed · lost 120 of the 3rd Roes · of these 20 were civilians
"""

from testimonia.extract.prose.bare_machines import machines_before
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import DASHES, behind
from testimonia.extract.prose.lists import end_of_counts
from testimonia.extract.prose.scene import Scene
from testimonia.lexicon import word_set

__all__ = ["is_levied", "listed", "of_unit", "told_to_fight"]

_LEVIED = word_set("grammar", "levied")
_VOLUNTEERED = frozenset({"volunteered", "enlisted", "mutinied", "rebelled", "revolted"})
_BROUGHT_UP = word_set("grammar", "brought_up")
_GARRISONED = frozenset({"defended", "garrisoned", "guarded", "manned"})
_HAVING = word_set("grammar", "made_of") | word_set("grammar", "numbered") | {"were", "was"}
_THOSE = frozenset({"them", "these", "which", "whom"})
_TOOK_PART = word_set("grammar", "took_part")
_ARMS = word_set("grammar", "arms")


def is_levied(row: Row, at: int) -> bool:
    """Tell "1,000 slaves were armed", "mobilised 300 clergymen" from people who took no part."""
    if not row[at].many:
        return False
    link, place = row.near(at - 1), at - 2
    while row.near(place).kind in {"np", "date"} and row.near(place - 1).kind == "prep":
        place -= 2  # "reinforced at Orr by 150 friendlies"
    if link.low in {"by", "with"} and row.near(place).kind == "vp":
        return row[place].low in _BROUGHT_UP
    if link.kind == "vp" and not link.passive and not link.negated:
        return link.low in _LEVIED and row[at].low != "people"
    end = behind(row, end_of_counts(row, at, 1))  # over "300 clergymen and 200 veterans"
    after = row.near(end)
    if after.kind != "vp" or after.negated or after.modal:
        return False
    if after.copula and row.near(end + 1).low == "armed":
        return True
    return (after.passive and after.low in _LEVIED) or after.low in _VOLUNTEERED


def told_to_fight(row: Row, at: int) -> Chunk | None:
    """Read "of whom 200 were cavalry", "another 2,000 garrisoned Orr": what they do tells whose they are."""
    if not row[at].many:
        return None
    step = at + 1
    if row.near(step).low == "of" and row.near(step + 1).low in _THOSE:
        step += 2
    verb, arm = row.near(step), row.near(step + 1)
    if verb.kind != "vp" or verb.negated or any(chunk.triggers or chunk.harm for chunk in row):
        return None
    if step == at + 1 and not verb.passive and verb.low in _GARRISONED and arm.kind == "np":
        return row[at]
    those = step > at + 1 or row.near(at - 1).low in _THOSE
    fights = verb.low in _TOOK_PART or (verb.low == "took" and arm.low == "part")
    if fights and not verb.passive and (those or _out_of(row, at)):
        return machines_before(row, row[at]) or row[at]
    among = those or row.near(at - 1).low == ","
    part = among and arm.of_kind("people") and arm.low in _ARMS  # "20 were soldiers" is said of the dead, too
    told = arm.low == "armed" or part
    return row[at] if verb.copula and told and arm.figure is None and not arm.det else None


def _out_of(row: Row, at: int) -> bool:
    """Read "of the 45,000 men in the army, only 30,000 fought": the whole stands before its part."""
    opener = next((chunk for chunk in row[:at] if chunk.kind == "prep"), None)
    whole = row.near(row.place(opener) + 1) if opener is not None and opener.low == "of" else row.near(-1)
    if whole.kind == "np" and whole.body < 0 and whole.det in _THOSE:
        return True  # "of these, only 9,000 took part"
    return whole.noun is not None and whole.noun.category == "combatants" and whole.harm is None


def of_unit(scene: Scene, at: int) -> Chunk | None:
    """Read "they had 120 of the 3rd Roes, 306 from the 9th Orr Foot": the unit tells who is counted."""
    row, whole = scene.chunks, scene.chunks.near(at + 2)
    if row.near(at + 1).low not in {"of", "from"} or whole.kind != "np" or whole.figure is not None:
        return None
    numbered = any(token.kind == "ordinal" for token in scene.sentence.tokens[whole.first : whole.last])
    unit = whole.name or (whole.noun is not None and whole.noun.category == "combatants")
    if not (row[at].many and numbered and unit) or any(chunk.triggers for chunk in row):
        return None
    return whole if any(chunk.kind == "vp" and chunk.low in _HAVING for chunk in row[:at]) else None


def listed(scene: Scene, at: int) -> Chunk | None:
    """Read a line of a list that is nothing but "76 mm gun – 191", "Infantry: 1,200"."""
    row, tokens = scene.chunks, scene.sentence.tokens
    closed, sign = len(row) - (row[-1].kind == "sign"), row.near(at - 1)
    apart = sign.first > 0 and tokens[sign.first].end < tokens[sign.last].start  # not "Roe E-3"
    if at != closed - 1 or not apart or not (sign.low in DASHES or sign.low == ":"):
        return None
    named = row[: at - 1]
    plain = all(chunk.kind in {"np", "conj"} and chunk.figure is None for chunk in named)
    arm = named[-1] if named else row[at]
    fights = arm.noun is not None and arm.noun.category == "combatants" and arm.of_kind("people", "materiel")
    return arm if plain and fights and arm.harm is None and not arm.det else None

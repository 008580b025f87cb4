"""Counted forces that took no part, or are none: those that fled, that somebody lacks, that a name counts.

example          nine soldiers who were spared · 300 rebels fled · 46 Roe Rifles · 300 planes a week
counter-example  300 rebels attacked · a force of 12,000
"""

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import verb_before
from testimonia.extract.prose.lists import end_of_counts
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import word_set

__all__ = [
    "got_away",
    "is_civil",
    "is_denied",
    "is_known",
    "is_of_families",
    "is_of_leaders",
    "is_rate",
    "is_small",
    "is_title",
    "is_unable",
    "is_wished",
]

_NOT_FIELDED = word_set("grammar", "not_fielded")
_MENDED = word_set("grammar", "mended")
_FEW = 10
_LEADERS = word_set("grammar", "leaders")
_TITLED = word_set("grammar", "titled")
_CARRIERS = word_set("grammar", "carriers")
_THE = frozenset({"the", "this", "that", "these", "those"})
_EACH = frozenset({"a", "an", "each", "every", "apiece"})
_PERIODS = frozenset({"day", "night", "week", "month", "year", "hour"})
_HOLD = frozenset({"hold", "carry", "house", "accommodate", "shelter", "lodge", "transport", "seat"})
_WANTED = frozenset(
    {"asked", "demanded", "demanding", "needed", "needing", "requested", "requesting", "required"}
    | {"sell", "selling", "sold"}
)
"""What tells of men and machines that somebody has not got."""
_EXPECTS = frozenset({"await", "awaited", "awaiting", "expect", "expected", "expecting", "promised"})
_WISHES = word_set("grammar", "wishes") | _EXPECTS
_TYPICAL = frozenset({"average", "each", "every", "ordinary", "standard", "typical"})
_ROOM = word_set("grammar", "room")
_BREAK = frozenset({"break", "broke", "broken", "breaking"})


def got_away(row: Row, at: int) -> bool:
    """Tell whether a verb beside the noun phrase at `at` says that it fled or took no part."""
    end = next((step for step in range(at + 1, min(at + 5, len(row))) if row[step].kind == "but"), at + 5)
    near = range(max(0, at - 1), min(end, len(row)))
    if _counted_among(row, at) or _taken_away(row, at):
        return True
    machines = row[at].of_kind("materiel")
    return any(
        row[step].kind == "vp"
        and (
            (
                row[step].low in _NOT_FIELDED
                and step < at + 4
                and not _tries(row, step)
                and not (machines and row[step].low == "remained")  # what is left can be fielded
            )
            or (row[step].low in _MENDED and step < at)
            or _breaks_out(row, step)
        )
        for step in near
    )


def _taken_away(row: Row, at: int) -> bool:
    """Read "192,000 men, most of them Roes, had been evacuated": the verb stands behind an insertion."""
    if not row.comma(at + 1):
        return False
    verb = next((step for step in range(at + 2, min(at + 12, len(row))) if row[step].kind == "vp"), -1)
    return row.near(verb).passive and row[verb].low in _NOT_FIELDED and row.comma(verb - 1)


def _counted_among(row: Row, at: int) -> bool:
    """Read "8,500 were evacuated, including 300 rebels": these went with those told of before."""
    link = end_of_counts(row, at, -1) - 1
    if row.near(link).low != "including":
        return False
    verbs = [chunk for chunk in row[:link] if chunk.kind == "vp" and not chunk.reports]
    return bool(verbs) and verbs[-1].low in _NOT_FIELDED


def _tries(row: Row, at: int) -> bool:
    """Tell "tried to storm the gate" from "were tried"."""
    return row[at].low == "tried" and (row.near(at + 1).kind == "to" or row.near(at + 1).infinitive)


def _breaks_out(row: Row, at: int) -> bool:
    return row[at].low in _BREAK and row.near(at + 1).low == "out"


def is_wished(scene: Scene, at: int) -> bool:
    """Tell "hoped to raise 900 men", "each division had 300 tanks", "would have lost 90 men" from a force."""
    row = scene.chunks
    first = end_of_counts(row, at, -1)
    place = verb_before(row, first)
    verb = row.near(place)
    if verb.kind != "vp" or row[at].det in _THE:
        return False  # "hoped to pin the 9,000 Roes"
    wish = row.near(place - 1 - (row.near(place - 1).kind == "adv"))
    if (verb.low in _EXPECTS and not verb.passive) or (verb.infinitive and wish.low in _WISHES):
        return True
    if verb.modal and any(trigger.role == "participle" for trigger in verb.triggers):
        return row.near(first - 1) is verb
    return any(_is_any(scene, row[subject]) for subject in subjects_of(row, place))


def _is_any(scene: Scene, chunk: Chunk) -> bool:
    """Tell "each division", "every tank", "a typical division", of which there may be many, from one."""
    if chunk.kind != "np" or chunk.figure is not None:
        return False
    tokens = scene.sentence.tokens[chunk.first : chunk.last]
    several = chunk.of_kind("unit", "materiel") or chunk.name  # "each side had 300 men" tells of two
    return several and not _TYPICAL.isdisjoint(token.low for token in tokens)


def is_denied(scene: Scene, at: int) -> bool:
    """Tell "never fell to ten planes", "was short 300 men" from what was there."""
    row, before = scene.chunks, verb_before(scene.chunks, at)
    verb = row.near(before)
    if is_wished(scene, at) or is_unable(row, at):
        return True
    if verb.modal and verb.low in _HOLD and scene.sentence.tokens[verb.first].low in {"could", "can"}:
        return True  # "could hold 10,000 men"
    link = before - 1 - (row.near(before - 1).kind == "adv")  # "was only short 300 men"
    if verb.kind == "vp" and verb.low in _WANTED and not verb.passive:
        return True  # "demanded 1,000 lorries"
    if row.near(at - 1).low == "for" and row.near(at - 2).low in _ROOM:
        return True  # "supplies for 14,000 men"
    if row.near(at - 1).low == "of" and row.near(at - 2).low == "exception":
        return True
    return row.near(before).negated or (row.near(before).low == "short" and row.near(link).copula)


def is_unable(row: Row, at: int) -> bool:
    """Read "could not muster 900 men": behind "not", some verbs look like nouns."""
    verb = row.near(at - 1)
    plain = verb.kind == "np" and not verb.det and verb.figure is None
    return plain and row.near(at - 2).low == "not" and row.near(at - 3).kind == "vp"


def is_rate(scene: Scene, chunk: Chunk) -> bool:
    """Tell "300 planes a week", "200 men per company" from a force."""
    behind = [token.low for token in scene.sentence.tokens[chunk.last : chunk.last + 2]]
    return behind[:1] == ["per"] or (behind[:1] != [] and behind[0] in _EACH and behind[-1] in _PERIODS)


def is_known(chunk: Chunk) -> bool:
    """Tell "the two men", who are known already, from "the 60 raiders"."""
    return is_small(chunk) and (chunk.told_apart or (chunk.det in _THE and chunk.of_kind("people")))


def is_of_leaders(chunk: Chunk) -> bool:
    """Tell "the two generals met", "three commanders" from the men that they lead."""
    vague = chunk.figure is not None and chunk.figure.quantity.kind == "vague"  # "a number of officers"
    return (is_small(chunk) and chunk.low in _LEADERS) or (vague and chunk.low in _LEADERS | {"officers"})


def is_small(chunk: Chunk) -> bool:
    """Tell so few that they may be told of in passing."""
    return chunk.figure is not None and (chunk.figure.quantity.high or _FEW + 1) <= _FEW


def is_title(scene: Scene, chunk: Chunk) -> bool:
    """Tell the name of a unit from a count: "46 Roe Rifles" is one."""
    tokens = scene.sentence.tokens
    named = chunk.low in _TITLED and all(token.capital for token in tokens[chunk.body : chunk.last])
    return named and chunk.figure is not None and not chunk.figure.quantity.verbatim.isalpha()


def is_civil(scene: Scene, chunk: Chunk) -> bool:
    """Tell buses with civilians from the vehicles of a force."""
    carrier = chunk.noun is not None and chunk.noun.singular in _CARRIERS
    return carrier and any(token.low.startswith("civilian") for token in scene.sentence.tokens)


def is_of_families(scene: Scene, at: int) -> bool:
    """Read "over 3,000 men, women and children": these men are no soldiers."""
    near = scene.sentence.tokens[scene.chunks[at].last : scene.chunks[at].last + 5]
    return scene.chunks[at].low == "men" and {"women", "children"} <= {token.low for token in near}

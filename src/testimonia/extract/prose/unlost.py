"""Losses that were not suffered, or of which nobody tells: spared, feared, thought of, not reported.

example          without losses · for fear of casualties · no casualties were reported
counter-example  suffered casualties · its losses were put at 30
"""

from dataclasses import replace

from testimonia.extract.figures import Figure
from testimonia.extract.prose.bearers import BEAR
from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.clauses import behind, verb_before
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import word_set
from testimonia.model import Quantity

__all__ = [
    "behind_sides",
    "happened_at_all",
    "is_borne",
    "is_saved",
    "is_spared",
    "not_told",
    "silent",
    "unreported",
    "verb_of_loss",
]

_CAUSE = word_set("grammar", "cause")
_BRINGS = BEAR | _CAUSE
"""Verbs by which losses are had or dealt."""
_TOLD = word_set("grammar", "told")
_MENTIONS = word_set("grammar", "mentions")
_WITHIN = word_set("grammar", "bearing_on") | {"of"}
_REPORTS = word_set("grammar", "reports")
_KNOWN = word_set("grammar", "known")
_BORNE = frozenset({"suffered", "sustained", "incurred", "taken"})
_WHERE = frozenset({"in", "at", "during", "from", "within", "throughout", "for"})
_ABOUT = frozenset({"of", "for", "on"})
_SHUNNED = word_set("grammar", "shunned")
_FEARS = word_set("grammar", "fears")
_SHARES = frozenset({"percent", "per", "%"})
_EXPECTED = word_set("grammar", "expected")
_CHANCES = word_set("grammar", "aims") | word_set("grammar", "chances")
_LOST_THINGS = word_set("grammar", "lost_things")
_FORETOLD = frozenset({"expected", "anticipated", "predicted", "foreseen", "feared", "avoided", "averted"})
_FORESEEN = word_set("grammar", "foreseen")
_SAVED = frozenset({"saved", "saving", "spared", "save"})


def happened_at_all(scene: Scene, at: int) -> bool:
    """Tell a loss that happened from one that was spared, or only thought of; a share counts nobody."""
    loss = scene.chunks[at]
    words = scene.sentence.tokens[loss.first : loss.last] if loss.figure is None else ()
    if any(token.low in _SHARES for token in words):
        return False  # "had 12 percent casualties": how many that were, nobody says
    if any(token.low in _EXPECTED for token in scene.sentence.tokens[max(0, loss.first - 1) : loss.last]):
        return False  # "the expected 300 casualties"
    if scene.chunks.near(at + 1).low == "of" and scene.chunks.near(at + 2).low in _LOST_THINGS:
        return False  # "a significant loss of territory"
    if scene.chunks.near(at - 1).low == "not" and loss.figure is not None and loss.figure.first >= loss.first:
        return False  # "there were not mass executions"
    told = scene.chunks.near(behind_sides(scene.chunks, at))
    if told.passive and told.low in _FORETOLD:
        return False  # "heavy casualties were expected"
    return not (is_saved(scene.chunks, at) or _is_feared(scene.chunks, at) or _only_thought(scene, at))


def is_saved(row: Row, at: int) -> bool:
    """Tell "saved many lives", "saving the lives of two guards" from lives that were lost."""
    return any(chunk.low in _SAVED for chunk in row[max(0, at - 1) : at + 2])


def _is_feared(row: Row, at: int) -> bool:
    """Tell "for fear of heavy losses", "to avoid casualties" from losses suffered."""
    while row.near(at - 1).kind == "conj" and row.near(at - 2).kind == "np":
        at -= 2  # "to avoid losses and destruction"
    before = at - 1 - (row.near(at - 1).kind == "prep")
    thought = row.near(before)
    return (thought.kind == "vp" and thought.low in _SHUNNED and not thought.passive) or (
        before < at - 1 and thought.kind == "np" and thought.low in _FEARS
    )


def _only_thought(scene: Scene, at: int) -> bool:
    """Tell "would have resulted in many casualties", "may lead to losses", which did not happen."""
    verb = scene.chunks.near(verb_before(scene.chunks, at))
    if (
        verb.infinitive
        and not verb.reports
        and scene.chunks.near(scene.chunks.place(verb) - 1).low in _CHANCES
    ):
        return True  # "had the chance to cause them heavy losses", not "was able to confirm 103 deaths"
    words = {token.low for token in scene.sentence.tokens[verb.first : verb.last]} if verb.modal else set()
    if "would" in words and any(chunk.low in _FORESEEN for chunk in scene.chunks[:at]):
        return True  # "it was estimated that there would be 300 casualties"
    return bool(words) and ("have" in words) != ("may" in words or "might" in words)


def unreported(scene: Scene, at: int) -> Quantity | None:
    """Read "no reports of casualties", "made no mention of deaths" as silence."""
    row, told = scene.chunks, scene.chunks.near(at - 2)
    none = told.det == "no" or (told.figure is not None and told.figure.quantity.kind == "none")
    if row.near(at - 1).low not in _ABOUT or not none or told.low not in _REPORTS:
        return None
    words = scene.sentence.words(told.first, row[at].last)
    return Quantity("not_reported", None, None, words, "not reported")


def place_of_without(row: Row, at: int) -> int | None:
    """Read "without losses", "without causing any casualties"; give the position of "without"."""
    before = at - 1 - row.near(at - 1).gerund
    return before if row.near(before).low == "without" else None


def silent(row: Row, at: int, figure: Figure) -> Figure:
    """Read "no casualties were reported", "mentions no deaths" as silence, which is not zero."""
    before, after = row.near(at - 1), row.near(at + 1)
    silent = (after.passive and after.low in _TOLD) or (before.kind == "vp" and before.low in _MENTIONS)
    if figure.quantity.kind != "none" or not silent:
        return figure
    return replace(
        figure, quantity=Quantity("not_reported", None, None, figure.quantity.verbatim, "not reported")
    )


def not_told(scene: Scene, at: int) -> Quantity | None:
    """Read "the casualties are not known", "Dow losses cannot be determined"."""
    verb = verb_of_loss(scene.chunks, at)
    told, words = scene.chunks.near(verb), scene.words(scene.chunks[at])
    ends = scene.chunks.near(verb + 1).kind in {"sign", "conj", "but", "adv", "sub", ""}
    unknown = told.passive and told.negated and told.low in _KNOWN and ends
    return Quantity("unknown", None, None, words, f"not {told.low}") if unknown else None


def behind_sides(row: Row, at: int) -> int:
    """Give the position behind "losses on both sides", "casualties among the defenders"."""
    plain = row.near(at + 1).low in _WITHIN and row.near(at + 2).kind == "np" and row[at + 2].figure is None
    return at + 3 if plain else at + 1


def verb_of_loss(row: Row, at: int) -> int:
    """Give the position of the verb of "losses were", "losses on both sides were", "losses in May were"."""
    then = row.near(at + 1)
    if then.kind == "vp" and not (then.bare and then.low in _BORNE):
        return at + 1
    if then.kind == "vp" and row.near(at + 2).low == "by" and row.near(at + 3).kind == "np":
        return behind(row, at + 3)  # "the casualties taken by both brigades were heavy"
    if row.comma(at + 1) and row.near(at + 2).kind in {"adv", "but"} and row.comma(at + 3):
        return at + 4  # "the losses, however, were heavy"
    placed = then.low in _WHERE and row.near(at + 2).kind in {"np", "date"}
    return at + 3 if placed and row[at + 2].figure is None else behind_sides(row, at)


def is_borne(row: Row, at: int) -> bool:
    """Tell "suffered casualties" (some) from mere mention of casualties."""
    verb = row.near(at - 1)
    awaited = verb.infinitive and row.near(at - 3).low == "for"  # "waited for them to suffer losses"
    told = row[at].low.endswith("s") and not (verb.negated or verb.modal or awaited)
    return verb.low in _BRINGS and told


def is_spared(row: Row, at: int) -> bool:
    """Tell "did not suffer any casualties" from "it is not known if it suffered any casualties"."""
    verb = row.near(at - 1)
    if verb.modal or verb.low not in _BRINGS:
        return False
    return (verb.negated and row[at].det == "any") or _by_nobody(row, at - 1)


def _by_nobody(row: Row, verb: int) -> bool:
    """Tell "neither side suffered casualties", "no unit suffered any", in which the subject denies."""
    for place in subjects_of(row, verb):
        figure = row[place].figure
        if row[place].det == "neither" or (figure is not None and figure.quantity.kind == "none"):
            return True
    return False

"""From a noun of loss to the figure it is equated with, over whatever stands between.

example          losses throughout the whole campaign amounted to 931 aircraft · casualties, prisoners not
                 counted, reached 900 · losses were reported by Orr to be 40 men · losses on 5 May: 40 men
counter-example  losses in 1940 amounted to 90 tanks: the year is no count · losses among 90 men
"""

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import owned
from testimonia.lexicon import word_set

__all__ = ["number_behind", "number_told"]

_LINKS = word_set("grammar", "links") | {"in", "for", "among", "between"}
_RISES = word_set("grammar", "rises")
_PUTTING = word_set("grammar", "putting")
_PUT_AT = frozenset({"at", "as", "about", "around", "only", "between"})
_SAID = word_set("grammar", "said_to_be")
_PERIODS = word_set("grammar", "periods")
_BORNE = word_set("grammar", "borne")
_HEIGHTS = word_set("grammar", "heights")
_FURTHEST = 14
"""Chunks between a noun of loss and its verb."""
_INSERTED = 6
"""Chunks of an insertion between commas."""


def number_behind(row: Row, at: int) -> int | None:
    """Give the position of the figure that a noun of loss is equated with."""
    told = number_told(row, at)
    if told is not None:
        return told
    first = _over_source(row, at + 1)
    put = False
    reach = 5 if row[at].low.endswith("toll") else 3  # "the toll of the fighting in the town had reached 34"
    for step in range(first, min(first + 8, len(row))):
        chunk = row[step]
        if chunk.kind == "np" and chunk.figure is not None:
            if _is_year(row, step):
                continue
            named = _names_year(chunk, chunk.figure)
            return None if named or (put and row[step - 1].low not in _PUT_AT) else step
        linked = chunk.kind == "adv" or chunk.low in {"as", ":"} or _dated(row, step)
        linked = linked or (chunk.kind in {"prep", "to"} and chunk.low in _LINKS)
        given = chunk.passive and chunk.low in _PUTTING and not chunk.negated
        put = put or given
        rises = chunk.kind == "vp" and (chunk.low in _RISES or chunk.copula or given)
        near = step < first + reach or (put and row[step - 1].low == "by")
        inside = chunk.kind == "np" and row[step - 1].kind == "prep" and near
        linked = linked or (step == first and chunk.low in {"during", "on"})
        linked = linked or (put and chunk.low == "by")  # "was put by Orr at 600"
        if not (linked or rises or inside):
            return None
    return None


def number_told(row: Row, at: int) -> int | None:
    """Give the position of the figure that a verb equates a noun of loss with."""
    verb = _verb_of_amount(row, at)
    told = row.near(verb)
    if verb < 0 or told.negated or told.gerund:
        return None
    put = told.low in _PUTTING and (told.passive or (told.bare and told.low not in _RISES))
    said = told.passive and (bool(told.reports) or told.low in _SAID)
    if not (put or said or told.low in _RISES or told.copula):
        return None
    open_to = not (put or said)  # "were put at 40", "were said to be 40"; not "were said 40"
    step = verb + 1
    while step < verb + 7:
        chunk = row.near(step)
        if chunk.kind == "np" and chunk.figure is not None:
            named = _is_year(row, step) or _names_year(chunk, chunk.figure)
            return step if (open_to or row[step - 1].low in _PUT_AT) and not named else None
        if chunk.kind == "vp" and chunk.infinitive and (chunk.copula or chunk.low in _RISES):
            open_to = True
        elif (put or said) and chunk.low == "by" and row.near(step + 1).kind in {"np", "pron"}:
            step = owned(row, step + 1)  # "were put by Orr at 600"
        elif not (_leads(chunk) or (chunk.low in _HEIGHTS and row.near(step + 1).low in {"at", "with"})):
            return None
        step += 1
    return None


def _leads(chunk: Chunk) -> bool:
    """Tell the small words between "amounted" and the figure."""
    small = chunk.kind in {"to", "prep"} and chunk.low in _LINKS | _PUT_AT
    return chunk.kind == "adv" or small or chunk.low == "as"


def _verb_of_amount(row: Row, at: int) -> int:
    """Give the position of the verb behind a noun of loss and all that hangs on it; -1 for none."""
    step = _over_source(row, at + 1)
    while step < min(at + _FURTHEST, len(row)):
        chunk, then = row[step], row.near(step + 1)
        if chunk.kind == "vp":
            borne = chunk.bare and chunk.low in _BORNE and then.kind in {"prep", "date", "to"}
            if not borne:
                return step  # not the verb of "losses suffered by the Dows came to 40"
            step += 1
        elif chunk.kind == "prep" and then.kind in {"np", "date", "pron"}:
            step = owned(row, step + 1)
            if row[step].figure is not None and not _is_period(row, step):
                return -1
            step += 1
        elif chunk.kind in {"date", "adv"} or (chunk.kind == "prep" and then.gerund):
            step += 1 + (chunk.kind == "prep")
        elif _in_kinds(row, step):
            step += 2  # "the loss in killed and wounded was 40"
        elif row.comma(step):
            step = _over_insertion(row, step)
            if step < 0:
                return -1
        else:
            return -1
    return -1


def _in_kinds(row: Row, at: int) -> bool:
    """Tell "in killed and wounded" from "in the battle"."""
    return row[at].low in {"in", "of"} and row.near(at + 1).bare and bool(row[at + 1].triggers)


def _is_period(row: Row, at: int) -> bool:
    """Tell "in the three days of fighting", "in the 12 divisions" and a year from what was lost."""
    chunk = row[at]
    return chunk.low in _PERIODS or chunk.of_kind("unit") or chunk.det == "the" or _is_year(row, at)


def _over_insertion(row: Row, at: int) -> int:
    """Give the position behind ", prisoners included," which opens at `at`, if a verb follows; else -1."""
    for step in range(at + 1, min(at + 1 + _INSERTED, len(row))):
        if row.comma(step):
            return step + 1 if row.near(step + 1).kind == "vp" else -1
        if (row[step].kind == "vp" and not row[step].bare) or row[step].figure is not None:
            return -1
    return -1


def _is_year(row: Row, at: int) -> bool:
    """Tell the year of "losses in 1940 amounted to 90 tanks" from "losses in men: 1940"."""
    figure, verb = row[at].figure, row.near(at + 1)
    told = figure is not None and len(figure.quantity.verbatim) == len("1940")
    return told and row[at].elided and row[at - 1].low == "in" and verb.kind == "vp"


def _names_year(chunk: Chunk, figure: Figure) -> bool:
    """Tell "victims of the 1986 Varra bombing" from "the losses of the 1,986 men"."""
    digits = figure.quantity.verbatim
    return chunk.det == "the" and digits.isdigit() and len(digits) == len("1986")


def _over_source(row: Row, at: int) -> int:
    """Give the position behind ", according to activists," that begins at `at`; `at` for none."""
    if not (row.comma(at) and row.near(at + 1).low == "according"):
        return at
    closed = next((step for step in range(at + 2, min(at + 6, len(row))) if row.comma(step)), None)
    return at if closed is None else closed + 1


def _dated(row: Row, at: int) -> bool:
    """Tell the date of "losses on 5 May amounted to 640 men", "losses in July total 30" from one apart."""
    if row[at].kind == "prep":
        return row.near(at + 1).kind == "date" and _dated(row, at + 1)
    then = row.near(at + 1)
    words = then.figure.quantity.verbatim.lower().split() if then.figure is not None else []
    return row[at].kind == "date" and (then.kind == "vp" or then.low == ":" or words[:1] == ["total"])

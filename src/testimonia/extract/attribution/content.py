"""Whether what stands behind a verb of saying is something said.

example          established that 20 had died · thought the village had fallen · told the BBC that 20 died
counter-example  established a base · insisted on two more divisions · what they believed to be an attack
"""

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import behind, owned
from testimonia.extract.prose.lexemes import Report
from testimonia.lexicon import forms, word_set

__all__ = ["behind_told", "tells_content", "tells_else"]

_NO_REPORT = word_set("grammar", "no_report")
_OF_SOMEBODY = frozenset({"suspected", "accused", "accusing", "heard"})
_GIVING = frozenset({"gave", "give", "given", "gives", "giving"})
_AMOUNTS = frozenset({"strength", "number", "numbers", "size", "toll", "total"})
_SUMS = frozenset({"total", "sum", "strength"})
_SPOKEN = forms("saying_nouns")
_NOUNS = frozenset({"claims", "counts", "documents", "estimates", "lists", "notes", "records", "reports"})
"""Verbs that are nouns as well: "brought maps and personnel documents in cases"."""
_AT = frozenset({"as", "at", "between", "of"})
_FINDING = frozenset({"found", "counted", "discovered", "finding", "discovering"})
_REMAINS = frozenset({"bodies", "corpses", "dead", "skeletons", "graves"})
_PUT = frozenset({"put", "puts", "putting"})
_REPORTED = frozenset({"report", "reports", "reported", "reporting"})
_PLACED = frozenset({"place", "places", "placed", "placing"})
_WITHOUT_CLAUSE = frozenset({"np", "to", "put", "quote"})
"""Frames of verbs that take a figure as it is: "reported 20 dead", "put the toll at 20"."""
_ASIDES = frozenset({"when", "after", "before", "as", "where", "while", "until"})
"""What opens a clause of its own behind a plain object: "set up a base when the ships arrived"."""
_OCCASIONS = frozenset({"in", "on", "to", "at", "via", "during", "over", "from"})
"""Prepositions that tell when, through what and to whom something was said."""
_OPENERS = frozenset({"that", "how", "if", "whether"})
_MARKS = frozenset({":", '"', "“", "'", "‘"})


def tells_content(row: Row, at: int, report: Report) -> bool:
    """Tell whether the verb of saying at `at` takes what stands behind it as what is said."""
    frames = set(report.frame.split("|"))
    noun = row[at].low in _NOUNS and row.near(at + 1).kind == "prep" and row.near(at + 1).low not in _AT
    if not frames.isdisjoint(_WITHOUT_CLAUSE) and not noun:
        return True
    made = row[at].bare and row.near(at + 1).low == "by"  # "a militia established by Roe that hunted them"
    return not made and _clause_behind(row, at, addressed="told" in frames)


def _clause_behind(row: Row, at: int, *, addressed: bool) -> bool:
    """Tell whether a clause follows, over dates, media and the one who is told."""
    step = _over_asides(row, at + 1)
    if row.near(step).low in _OPENERS | _MARKS:
        return True
    if addressed and row.near(step).kind in {"np", "pron"}:
        then = _over_asides(row, behind(row, owned(row, step)))
        if row.near(then).low in _OPENERS | _MARKS or row.near(then).kind in {"np", "pron"}:
            return True
    return row.near(step).kind in {"np", "pron"} and _has_verb(row, step + 1)


def behind_told(row: Row, at: int, report: Report) -> int:
    """Give the position behind "said in a statement", "told reporters on Monday", where nothing is told."""
    step = _over_occasion(row, at + 1)
    if step == at + 1 and "told" in report.frame.split("|") and row.near(step).kind in {"np", "pron"}:
        step = _over_occasion(row, behind(row, owned(row, step)))
    return step


def _over_occasion(row: Row, at: int) -> int:
    """Give the position behind "in a statement on Monday to the press"; "of 20 men" is told."""
    while True:
        chunk, then = row.near(at), row.near(at + 1)
        plain = then.kind in {"np", "pron", "date"} and then.figure is None and then.harm is None
        if chunk.kind in {"adv", "date"}:
            at += 1
        elif chunk.low in _OCCASIONS and plain:
            at = owned(row, at + 1) + 1
        else:
            return at


def _over_asides(row: Row, at: int) -> int:
    """Give the position behind "on Monday", "in a statement", "to reporters"."""
    while True:
        chunk, then = row.near(at), row.near(at + 1)
        if chunk.kind in {"adv", "date"} or row.comma(at):
            at += 1
        elif chunk.kind in {"prep", "to"} and then.kind in {"np", "pron", "date"}:
            at = owned(row, at + 1) + 1
        else:
            return at


def _has_verb(row: Row, at: int) -> bool:
    """Tell "thought the village had fallen" from "established a base, and held it"."""
    for step in range(at, len(row)):
        chunk, before = row[step], row[step - 1]
        if chunk.kind == "but" or chunk.low == ";" or chunk.low in _ASIDES:
            return False
        if chunk.kind == "vp" and not (chunk.gerund or chunk.infinitive):
            return not (chunk.bare and (before.kind == "conj" or row.comma(step - 1)))
    return False


def tells_else(row: Row, at: int) -> bool:
    """Tell "claimed responsibility", "suspected of being rebels" from the report of a figure."""
    given = row.near(at + 1)
    if _of_somebody(row, at) or _gives_else(row, at) or _puts_else(row, at):
        return True
    if row[at].low in _REPORTED and row.near(at - 1).low != "as" and _arrives(row, at):
        return True  # "reported in Dale with 207 tanks"
    if row[at].low in _FINDING and given.kind in {"np", "pron"} and not _counts_losses(row, at):
        return True  # "found 20 bodies", "found themselves", "the brigade counted 34 casualties"
    if given.low == "that":
        return False  # "said that a truce had been agreed"
    told = next((chunk for chunk in row[at + 1 : at + 3] if chunk.kind == "np"), None)
    return told is not None and told.low in _NO_REPORT and told.figure is None


def _counts_losses(row: Row, at: int) -> bool:
    """Tell "counted 44 enemy tanks destroyed", "counted 90 bodies"; not "counted 34 casualties"."""
    given, then = row.near(at + 1), row.near(at + 2)
    if row[at].low != "counted" or given.figure is None:
        return False
    wrecked = given.of_kind("materiel") and then.kind == "vp" and then.bare and bool(then.triggers)
    return given.low in _REMAINS or wrecked


def _of_somebody(row: Row, at: int) -> bool:
    """Read "suspected of being rebels", "heard about the raid", "was determined to send 20 ships"."""
    given = row.near(at + 1)
    willing = row[at].low == "determined" and (given.infinitive or given.kind == "to")
    return willing or (row[at].low in _OF_SOMEBODY and given.low in {"of", "about"})


def _gives_else(row: Row, at: int) -> bool:
    """Read "the police gave chase", "giving a total of 40"."""
    given = row.near(at + 1)
    spoken = given.low in _SPOKEN or _tells_number(row, at)
    return row[at].low in _GIVING and (_adds_up(row, at) or (given.kind == "np" and not spoken))


def _puts_else(row: Row, at: int) -> bool:
    """Read "put 80,000 men in reserve", "placed two batteries at the ford"."""
    if row[at].low in _PUT:
        return not any(chunk.low in {"at", "as"} or _as_high_as(chunk) for chunk in row[at + 1 : at + 9])
    return row[at].low in _PLACED and not _tells_toll(row, at)


def _as_high_as(chunk: Chunk) -> bool:
    """Read "put the losses as high as 40"."""
    return chunk.figure is not None and chunk.figure.quantity.verbatim.lower().startswith("as ")


def _tells_number(row: Row, at: int) -> bool:
    """Tell "gave a toll of 40", "gave their losses as 30", "gave details:" from "gave chase"."""
    return any(chunk.figure or chunk.harm or chunk.low == ":" for chunk in row[at + 1 : at + 8])


def _adds_up(row: Row, at: int) -> bool:
    """Read "fielded 500 horse, to give 900 men", "had ten guns, giving a total of 40": a sum, not a sayer."""
    if row[at].infinitive:
        return True
    given = [row.near(at + 1), row.near(at + 2)]
    counts = [chunk.figure.quantity.verbatim.lower() for chunk in given if chunk.figure is not None]
    if row[at].gerund and given[0].figure is not None and given[0].harm is None and not row.comma(at - 1):
        return True  # "units with six launchers each giving 42 launchers"
    named = any(chunk.low in _SUMS for chunk in given) or any("total of" in count for count in counts)
    return row[at].gerund and named


def _arrives(row: Row, at: int) -> bool:
    """Tell "reported in Dale with 207 tanks" from "reported in May that", "reported 207 tanks"."""
    step = _over_asides(row, at + 1)
    behind_it = row.near(step)
    told = behind_it.kind in {"np", "pron", "vp", "sub"} or behind_it.low in _OPENERS | _MARKS
    return step > at + 1 and row.near(at + 1).kind == "prep" and not told and step < len(row)


def _tells_toll(row: Row, at: int) -> bool:
    """Tell "places the losses at 40" from "placed two batteries at the ford"."""
    put = next((step for step in range(at + 1, min(at + 9, len(row))) if row[step].low == "at"), at)
    counted = any(chunk.harm or chunk.low in _AMOUNTS for chunk in row[at + 1 : put])
    return counted and row.near(put + 1).figure is not None

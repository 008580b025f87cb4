"""Who does the telling: the subject of a verb of saying, which need not be the next noun phrase.

example          issued a note condemning the raid saying …         → who issued it
example          Orr in his report to the crown mentioned …         → Orr
example          Roe said …, and Orr, the mayor, reporting that …   → Orr
counter-example  induced by the crown to believe …                  → nobody who is named
"""

from testimonia.extract.attribution.joint_names import joins_name
from testimonia.extract.attribution.reach import CONTRASTS
from testimonia.extract.prose.chunk import NOTHING, Row
from testimonia.extract.prose.clauses import behind, chain_head, owned
from testimonia.extract.prose.subjects import subjects_of

__all__ = ["tellers_of"]
_ARTICLES = frozenset({"the", "a", "an"})
_GOING = frozenset({"go", "goes", "going", "gone", "went"})
_RELATIVES = frozenset({"which", "who"})


def tellers_of(row: Row, at: int) -> list[int]:
    """Give who speaks; in "issued a note condemning the raid saying" who issued it, not the raid."""
    going = row[at].infinitive and row.near(at - 1).low == "on" and row.near(at - 2).low in _GOING
    own = _apart(row, at)
    if going or own is not None:
        return [own] if own is not None else subjects_of(row, at - 2)  # "went on to claim"
    saying = _said_before(row, at) if row[at].gerund and row.comma(at - 1) else None
    if saying is not None:
        return subjects_of(row, saying)
    found = subjects_of(row, at)
    found = [0] if found and _is_title(row, found[0]) else found
    while row[at].gerund and found and _is_object(row, found[0]):
        at = found[0] - 1
        found = subjects_of(row, at)
    if row[at].infinitive and found and row.near(found[0] - 1).low == "by":
        return []  # "induced by the crown to believe": nobody who is named believes it
    before = row.near(found[0] - 1) if found else NOTHING
    if before.kind == "vp" and before.gerund and row.near(found[0] - 2).kind == "prep":
        return []  # "the units for opposing the offensive list": not the offensive
    found = [place for place in found if not joins_name(row, place - 1)] or found
    if row.near(at - 1).low == "which":
        return [chain_head(row, place) for place in found]
    return [_addressing(row, place) for place in found]


def _is_title(row: Row, at: int) -> bool:
    """Read "Ian Orr, in War: A Story, notes": who wrote it says so, not the second half of its title."""
    opened = row.near(0).name and row.comma(1) and row.near(2).low == "in"
    colon = next((step for step in range(3, at) if row[step].low == ":"), at)
    return opened and colon < at and not any(chunk.kind == "vp" for chunk in row[:at])


def _apart(row: Row, at: int) -> int | None:
    """Read "and Orr, the mayor, reporting that", "Colonel Roe, leading a force, which …, said"."""
    if not row.comma(at - 1):
        return None
    named = next((step for step in range(at - 2, -1, -1) if row.comma(step)), None)
    if named is None:
        return _without_comma(row, at)
    if row[at].gerund:
        between = range(named + 1, at - 1)
        aside = all(row[step].kind in {"np", "prep"} for step in between) and row[named + 1].det in _ARTICLES
        return named - 1 if aside and row.near(named - 2).kind == "conj" and row[named - 1].name else None
    if _aside_opens(row, at):
        return 0
    leading = next((step for step in range(named, 0, -1) if row.comma(step) and row[step + 1].gerund), None)
    first = row[0].kind == "np" and leading == 1
    ends = named == leading or row[named + 1].low in _RELATIVES  # "Roe, leading a force by the ford, said"
    return 0 if first and ends else None


def _aside_opens(row: Row, at: int) -> bool:
    """Read "The archives, opened in 1990, record", "Orr Watch, after a search, found": an aside between."""
    opens = behind(row, owned(row, 0))
    inner = row[opens + 1 : at - 1]
    if not (row[0].kind == "np" and row.comma(opens)) or not inner or row[0].figure is not None:
        return False
    if inner[0].low == "quoting":
        return False  # who is quoted says it
    begins = inner[0].kind == "prep" or inner[0].low == "based" or (inner[0].bare and not inner[0].gerund)
    begins = begins or inner[0].gerund
    told = any(one.kind in {"vp", "sub", "but"} and not one.gerund for one in inner[1:])
    return begins and not told and not row[at].gerund


def _without_comma(row: Row, at: int) -> int | None:
    """Read "General Ian Orr the head of the centre in Kayes, said": the first comma was left out."""
    first, then = row[0], row.near(1)
    apposed = first.kind == "np" and not first.det and then.kind == "np" and then.det in _ARTICLES
    plain = all(chunk.kind in {"np", "prep"} for chunk in row[: at - 1])
    return 0 if apposed and plain and not row[at].gerund else None


def _addressing(row: Row, at: int) -> int:
    """Give who speaks in "Orr in his report to the crown mentioned": not the one it goes to."""
    if row.near(at - 1).kind == "to" and row.near(at - 2).kind == "np":
        at = chain_head(row, at - 2)
    return at - 1 if at == 1 and row[at].det == "the" and row[0].name else at


def _said_before(row: Row, at: int) -> int | None:
    """Read "Roe complained that his best men had left, saying …": who complained says it."""
    for step in range(at - 1, -1, -1):
        chunk = row[step]
        if chunk.low == ";" or chunk.kind == "but" or chunk.low in CONTRASTS:
            return None
        finite = chunk.kind == "vp" and not (chunk.gerund or chunk.infinitive or chunk.passive)
        if finite and any(report.frame != "none" for report in chunk.reports):
            return step if row.near(step + 1).low == "that" else None
    return None


def _is_object(row: Row, at: int) -> bool:
    verb = row.near(at - 1)
    return verb.kind == "vp" and not (verb.passive or verb.copula)

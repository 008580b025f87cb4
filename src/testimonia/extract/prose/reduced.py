"""Subjects with a clause of their own behind them: its words stand nearer to the verb, but do nothing.

example          soldiers trapped in the base were killed               → soldiers
example          scouts dressed as farmers tried to cross               → scouts
example          men sent to take a post by the river were hit          → men
example          the corps ordered to storm the fort numbered 300 men   → the corps
example          a man claiming to be a clerk said so           → a man
example          although wounded in the arm, Captain Roe held out       → Captain Roe
example          the envoy was reported by a clerk to have been hurt    → the envoy
counter-example  the raid ended with 80 guards killed                   → 80 guards
"""

from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.lexemes import verb_roles
from testimonia.lexicon import word_set

__all__ = ["apposed", "before_participle", "opened", "said_of", "sent_to"]

_ONE = word_set("grammar", "he")
_LIKE = frozenset({"as"})
_WHEN = frozenset({"after", "before", "since", "till", "until"})


def before_participle(row: Row, head: int) -> int | None:
    """Give the noun phrase whose participle leads to the one at `head`, None if there is none."""
    link = row.near(head - 1)
    if link.kind == "vp" and link.infinitive and not link.reports and row[head].figure is None:
        being, link, head = link.copula, row.near(head - 2), head - 1
        bare = link.kind == "vp" and link.bare and (being or not link.gerund)
        told = bare and bool(link.reports or not link.triggers)
        return head - 2 if told and row.near(head - 2).kind == "np" else None
    leads = link.kind == "prep" or (link.kind == "sub" and link.low in _LIKE)
    told = leads and row.near(head - 2).kind == "vp" and row[head - 2].bare
    if told and (verb_roles(row[head - 2].low) == ("past",) or (link.low in _WHEN and row[head].elided)):
        return None  # "the raiders withdrew after three had been killed"
    return head - 3 if told and row.near(head - 3).kind == "np" else None


def sent_to(row: Row, verb: int, at: int) -> int | None:
    """Give the men of "the men sent to take a post by the river were hit" from the river; None for others."""
    finite = not (
        row[verb].gerund or row[verb].infinitive or (row[verb].bare and _tells_of_object(row, verb))
    )
    while finite and row.near(at).kind in {"np", "prep", "adv", "pron"}:
        at -= 1
    aimed = finite and row.near(at).infinitive and not row[at].reports  # "continued to claim 150 died"
    aimed = aimed and row.near(at - 1).kind == "vp"
    sent = aimed and (row[at - 1].bare or row[at - 1].gerund) and row.near(at - 2).kind == "np"
    fits = sent and row[at - 2].of_kind("people", "unit", "materiel")
    return at - 2 if fits and row.near(at - 3).kind not in {"vp", "prep", "to"} else None


def _tells_of_object(row: Row, verb: int) -> bool:
    """Tell "men sent to rescue the crew killed there" from "the men sent to retake the hill lost 20"."""
    done = row.near(verb + 1).kind not in {"np", "pron"}
    return done and all(trigger.patient != "subject" for trigger in row[verb].triggers)


def said_of(row: Row, verb: int) -> int | None:
    """Give the passive verb of saying whose infinitive stands at `verb`, behind "by" and who says it."""
    at = verb - 1
    if not row[verb].infinitive or row.near(at).kind != "np":
        return None
    while row.near(at).kind == "np" and row.near(at - 1).low == "of":
        at -= 2
    said = row.near(at - 2)
    return at - 2 if row.near(at - 1).low == "by" and said.passive and said.reports else None


def opened(row: Row, at: int) -> int | None:
    """Give who is told of in "badly wounded in the arm, Captain Roe held out"; None for others."""
    first = all(chunk.kind in {"sub", "adv"} or chunk.low.endswith("ly") for chunk in row[:at])
    comma = _comma_behind(row, at) if first else None
    if comma is None or row.near(comma + 2).kind not in {"vp", "adv"}:
        return None
    return comma + 1 if _is_one(row.near(comma + 1)) else None


def apposed(row: Row, at: int) -> int | None:
    """Give who is told of in "Captain Roe, wounded in the arm, held out"; None for others."""
    first = _first_of_pair(row, at)
    told = (
        row.comma(first - 1)
        and _is_one(row.near(first - 2))
        and row.near(first - 3).kind in {"", "sign", "sub", "conj"}
    )
    comma = _comma_behind(row, at) if told else None
    return first - 2 if comma is not None and row.near(comma + 1).kind in {"vp", "adv"} else None


def _first_of_pair(row: Row, at: int) -> int:
    """Go from "captured" to "wounded" in "Captain Roe, wounded in the arm and captured, was freed"."""
    before = at - 1
    if row.near(before).kind != "conj":
        return at
    while row.near(before).kind in {"conj", "prep", "np", "adv", "date"}:
        before -= 1
    first = row.near(before)
    return before if first.kind == "vp" and first.bare and first.triggers and row.comma(before - 1) else at


def _comma_behind(row: Row, at: int) -> int | None:
    """Give the comma that closes the clause of a participle, if no other verb stands before it."""
    at += 1
    while row.near(at).kind in {"prep", "np", "adv", "date", "conj"}:
        at += 1
    joined = row.near(at - 1).kind == "conj" and row.near(at).bare and bool(row.near(at).triggers)
    return _comma_behind(row, at) if joined else at if row.comma(at) else None


def _is_one(chunk: Chunk) -> bool:
    """Tell one person from armies, towns and "both"."""
    if chunk.kind == "pron":
        return chunk.low in _ONE
    return chunk.figure is None and not chunk.owner and (chunk.person or chunk.ranked)

"""How far a cue reaches: the stretch of the sentence that it governs.

example          said that there were no losses, but that two drivers died      → both
example          said 25 were killed, while the rebels reported 22 dead         → its own part each
example          According to Orr, 25 were killed; 12 were buried there         → both
counter-example  said 25 were killed; 12 were buried there                      → ends at the semicolon
counter-example  reported 25 dead and by June the division had fallen           → ends at "and"
counter-example  While Orr reported 25 dead, the division had lost 40           → ends at the comma
counter-example  Orr fell, and Roe is said to have drowned, according to Dow    → begins at Roe
"""

from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.clauses import behind, chain_head, owned
from testimonia.extract.prose.subjects import subjects_of
from testimonia.lexicon import word_set

__all__ = ["CONTRASTS", "backward_start", "clause_ends", "clause_start", "forward_end", "own_clause"]

_HEARD = word_set("grammar", "heard")
_HEARSAY = word_set("grammar", "hearsay")
_MEANT = frozenset({"mean", "means", "meant"})
_DASHES = frozenset({"–", "—"})
_HELD = frozenset({"believed", "thought", "assumed", "believing", "thinking", "assuming", "feared"})
_WITHIN = 6
"""Chunks within which the verb of saying of a conceding clause stands: "While Orr reported …"."""
_UNKNOWN = frozenset({"unknown", "unclear", "uncertain"})
_TRUTH = frozenset({"fact", "reality", "actually", "truth"})
CONTRASTS = frozenset({"while", "whilst", "whereas", "although"})


def clause_ends(row: Row, at: int) -> bool:
    """Tell whether nothing but dates and adverbs stands before the end of the clause."""
    at = _over_dates(row, at)
    return at >= len(row) or (row[at].kind == "sign" and row[at].low in {".", "!", "?", ";"})


def clause_start(row: Row, at: int) -> int:
    """Give the first token of the clause of the chunk at `at`."""
    apart = own_clause(row, at)
    if apart is not None:
        return row[apart].first
    while at > 0 and row[at - 1].low not in {";", ":", "while", "but"}:
        at -= 1
    return row[at].first


def own_clause(row: Row, verb: int) -> int | None:
    """Give where the clause of "Orr fell, and Roe is said to have drowned" begins that is only heard of."""
    head = chain_head(row, min(subjects_of(row, verb), default=0))
    joined = row.near(head - 1).kind == "conj"
    told = joined and any(_is_finite(row, at) for at in range(head - 1))
    return head if told and head < verb else None


def _is_finite(row: Row, at: int) -> bool:
    return row[at].kind == "vp" and not (row[at].gerund or row[at].infinitive)


def forward_end(row: Row, at: int, *, opening: bool = False, loose: bool = False) -> int:
    """Give one past the last token that a cue at `at` governs forward.

    It ends at "although", at a semicolon unless it is `opening` ("according to Orr, …; …"), at a "but"
    that neither a second "that" nor a shared subject follows, and where the article speaks on (see
    `_speaks_on`); "while" leaves it open, for what it adds is mostly the same sayer's. A speech behind a
    colon is all theirs. A cue is `loose` where no "that" ties what follows to it: "believed they had won".
    """
    if row.near(at + 1).low == ":":
        return row[-1].last
    aside = _aside_end(row, at)
    for step in range(at + 1, aside):
        chunk = row[step]
        concedes = chunk.kind == "sub" and chunk.low in {"although", "though"} and step > at + 2
        turned = chunk.low in CONTRASTS and (_tells_of_nothing(row, step) or _sets_right(row, step))
        concedes = concedes or turned
        turns = (chunk.kind == "but" and not _goes_on(row, step)) or (chunk.low == ";" and not opening)
        if concedes or turns or _nobody_knows(row, step) or _speaks_on(row, at, step, loose=loose):
            return chunk.first
    return row[aside].first if aside < len(row) else row[-1].last


def _tells_of_nothing(row: Row, at: int) -> bool:
    """Read "while their own losses were unknown": nobody said so."""
    end = next((step for step in range(at + 1, len(row)) if row.comma(step)), len(row))
    counts = (chunk.figure.quantity.verbatim.lower() for chunk in row[at:end] if chunk.figure is not None)
    return not _UNKNOWN.isdisjoint(counts)


def _nobody_knows(row: Row, at: int) -> bool:
    """Read "and it is unknown how many drowned": the article says so."""
    if row[at].kind != "conj" or row.near(at + 1).low != "it" or not row.near(at + 2).copula:
        return False
    told = row.near(at + 3)
    return told.low in _UNKNOWN or (told.figure is not None and told.figure.quantity.kind == "unknown")


def _sets_right(row: Row, at: int) -> bool:
    """Read "while in fact there were ten": the article knows better."""
    words = {row.near(at + 1).low, row.near(at + 2).low}
    return not words.isdisjoint(_TRUTH)


def _speaks_on(row: Row, at: int, step: int, *, loose: bool) -> bool:
    """Tell whether at `step` a clause of the article itself begins behind what the cue at `at` governs."""
    if row.comma(step):
        conceding = row[0].low in CONTRASTS and at < _WITHIN
        return (conceding and _new_clause(row, step + 1)) or _comments(row, at, step + 1)
    begins = _over_dates(row, step + 1)
    if row.near(begins).kind == "prep" and row.near(begins + 2).kind == "np":
        begins += 2  # "and at Dale the brigade had lost"
    return loose and row[step].kind == "conj" and _new_clause(row, begins)


def _goes_on(row: Row, at: int) -> bool:
    """Read "said that no one fell, but that two drowned", "had tried to advance, but were driven off"."""
    return row.near(at + 1).low == "that" or row.near(at + 1).passive


def _comments(row: Row, at: int, which: int) -> bool:
    """Read "claimed to have taken the hill, which left 20 dead": what it led to, the article says.

    So it does of what a figure "meant".
    """
    if row.near(which).low == "which" and row.near(which + 1).low in _MEANT:
        return True
    acted = row.near(at + 1).infinitive or row[at].low in _HELD
    return acted and row.near(which).low == "which" and row.near(which + 1).kind == "vp"


def _new_clause(row: Row, at: int) -> bool:
    """Tell whether a clause with a subject and a verb of its own begins at `at`."""
    subject = row.near(at)
    if subject.kind not in {"np", "pron"} or subject.figure is not None:
        return False
    if subject.kind == "np" and not (subject.det or subject.name or row.near(at - 1).kind == "sign"):
        return False  # "200 guns and mortars captured"
    place = behind(row, owned(row, at))
    verb = row.near(place)
    if verb.bare and row[place - 1].elided:
        return False  # "those of the rebels at 40 killed"
    return verb.kind == "vp" and not (verb.gerund or verb.infinitive)


def _over_dates(row: Row, at: int) -> int:
    """Give the position behind "by 26 June"."""
    while row.near(at).kind in {"adv", "date"} or (
        row.near(at).kind == "prep" and row.near(at + 1).kind == "date"
    ):
        at += 1
    return at


def _aside_end(row: Row, at: int) -> int:
    """Give the dash that closes the aside a cue stands in: "the plain – where Orr thought … – was held"."""
    opened = any(chunk.low in _DASHES for chunk in row[:at])
    closes = (step for step in range(at + 1, len(row)) if row[step].low in _DASHES)
    return next(closes, len(row)) if opened else len(row)


def backward_start(row: Row, at: int) -> int:
    """Give the first token that a cue behind its clause governs: back to a contrast or semicolon.

    Of "Orr fell, and Roe is said to have drowned" only what is said is theirs.
    """
    for step in range(at - 1, -1, -1):
        chunk = row[step]
        if (chunk.kind == "sub" and chunk.low in CONTRASTS) or chunk.kind == "but" or chunk.low == ";":
            return chunk.last
        heard = chunk.passive and chunk.low in _HEARD
        apart = own_clause(row, step) if heard or not _HEARSAY.isdisjoint(chunk.adverbs) else None
        if apart is not None:
            return row[apart].first
    return 0

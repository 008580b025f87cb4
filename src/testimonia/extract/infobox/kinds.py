"""Words of harm behind or before a figure: "killed", "wounded or captured", "shot down".

An infobox writes them bare, so a word is read in every role but the verb forms that need an object
("killing", "kills"). Several joined by "and", "or", "&", "/" or commas count one sum.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from testimonia.extract.infobox.nouns import noun_at
from testimonia.extract.phrases import PhraseTable
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows, word_set
from testimonia.model import Measure

__all__ = ["Kind", "kind_at", "kind_between", "loss_at"]

_ROLES = frozenset({"participle", "past", "adjective", "noun_person", "noun_event"})
_JOINTS = frozenset({"and", "or", "&", "/", ",", "and/or"})
_FILLERS = word_set("layout", "between")
"""Words that may stand between two words of harm without starting something new."""
_WERE = word_set("layout", "auxiliary")


@dataclass(frozen=True, slots=True)
class Kind:
    """Words of harm over tokens `first` to `last` (exclusive)."""

    measures: frozenset[Measure]
    first: int
    last: int
    materiel: bool = False
    """True for words that only things can suffer: "sunk", "shot down"."""

    @property
    def measure(self) -> Measure:
        """The one measure that the words come to."""
        return _sum_of(self.measures)


def _sum_of(measures: frozenset[Measure]) -> Measure:
    if len(measures) == 1:
        return next(iter(measures))
    if measures <= {"killed", "wounded", "killed_or_wounded"}:
        return "killed_or_wounded"
    if measures <= {"captured", "surrendered"}:
        return "captured"
    return "losses"


@cache
def _casualty() -> PhraseTable[tuple[Measure, ...]]:
    entries: list[tuple[str, tuple[Measure, ...]]] = []
    for row in rows("casualty"):
        if row["role"] in _ROLES:
            both = [row["measure"], row["joint"]] if row["joint"] else [row["measure"]]
            measures = ("losses",) if "losses" in both else tuple(both)
            entries.append((row["form"], measures))  # type: ignore[arg-type]
    return PhraseTable(entries)


@cache
def _losses() -> PhraseTable[bool]:
    told = (row for row in rows("materiel_verbs") if row["role"] in _ROLES and row["lemma"] != "claim")
    return PhraseTable((row["form"], True) for row in told)  # "150 claimed" tells who counts, not what


def loss_at(tokens: Sequence[Token], at: int, limit: int) -> int | None:
    """Give the end of a word of lost materiel ("sunk", "shot down") that begins at a token."""
    found = _losses().at(tokens, at, limit)
    return found[0] if found else None


def _one(tokens: Sequence[Token], at: int, limit: int) -> Kind | None:
    """Read one word of harm; the longer reading wins, harm to people before harm to things."""
    human = _casualty().at(tokens, at, limit)
    thing = loss_at(tokens, at, limit)
    if human and (thing is None or human[0] >= thing):
        return Kind(frozenset(human[1]), at, human[0])
    return Kind(frozenset({"materiel_lost"}), at, thing, materiel=True) if thing else None


def kind_at(tokens: Sequence[Token], at: int, limit: int) -> Kind | None:
    """Read words of harm from token `at` on, joined ones together: "killed, wounded or captured"."""
    kind = _one(tokens, at, limit)
    while kind:
        joint = kind.last
        while joint < limit and tokens[joint].low in _JOINTS:
            joint += 1
        while joint > kind.last and joint < limit and tokens[joint].low in _FILLERS:
            joint += 1
        more = _one(tokens, joint, limit) if kind.last < joint < limit else None
        more = more or _beside(tokens, kind.last, limit)
        if more is None:
            return kind
        both = kind.measures if more.materiel and not kind.materiel else kind.measures | more.measures
        kind = Kind(frozenset(both), kind.first, more.last, kind.materiel and more.materiel)
    return None


def _beside(tokens: Sequence[Token], at: int, limit: int) -> Kind | None:
    """Read a second word of harm without a joint, followed by one: "killed wounded or captured"."""
    more = _one(tokens, at, limit) if at < limit else None
    if more is None:
        return None
    joined = any(token.low in _JOINTS for token in tokens[more.first : more.last])
    return more if joined or (more.last < limit and tokens[more.last].low in _JOINTS) else None


def kind_between(tokens: Sequence[Token], first: int, limit: int) -> Kind | None:
    """Give the first words of harm among the tokens from `first` to `limit`.

    A noun that only begins with one is none ("1 suicide bomber"), and captives may come to harm in
    their turn: "12 hostages killed" are dead.
    """
    at = first
    while at < limit:
        kind = kind_at(tokens, at, limit)
        if kind is None:
            at += 1
            continue
        noun = noun_at(tokens, at, limit)
        if noun is None or noun[0] <= kind.last:
            return (_of_captives(tokens, kind, limit) if noun else None) or kind
        at = noun[0]
    return None


def _of_captives(tokens: Sequence[Token], kind: Kind, limit: int) -> Kind | None:
    """Read the harm that came to captives: "3 prisoners of war executed"."""
    after = kind.last
    if kind.measure != "captured" or after >= limit:
        return None
    while after < limit and tokens[after].low in _FILLERS | _WERE:
        after += 1
    later = kind_at(tokens, after, limit) if after < limit else None
    return later if later and not later.materiel and later.measure != "captured" else None

"""What lies behind one record: its words in the article, its voice, its rivals."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.query.engine import solutions
from testimonia.query.named import part

if TYPE_CHECKING:
    from pyoxigraph import Store

__all__ = ["Account", "Rival", "Witness", "give_account"]


@dataclass(frozen=True, slots=True)
class Witness:
    """One place of an article where a record was read."""

    article: str
    """The title of the article."""
    revision: str
    """The IRI of the revision."""
    section: str
    zone: str
    line: int | None
    """Line of the source, counted from 1."""
    start: int
    """Offset of the words in the source, in code points."""
    end: int
    quote: str
    sentence: str
    """The sentence or infobox line around the words; the words themselves where there is none."""
    mark_start: int
    """Where the words begin in `sentence`."""
    mark_end: int
    rule: str
    """The rule that read it, "" where it was not read by a rule of its own."""
    confidence: float | None
    """How sure the reading is, 0–1."""
    basis: str
    """What the party rests on, such as "named" or "order" (a guess)."""


@dataclass(frozen=True, slots=True)
class Rival:
    """Another claim, and how the explained one stands to it."""

    relation: str
    """In words, read from the explained claim: "contradicts", "is refined by"."""
    claim: str
    """The IRI of the other claim."""
    says: str
    ground: str


@dataclass(frozen=True, slots=True)
class Account:
    """All that lies behind one record."""

    record: str
    """The IRI of the record."""
    kind: str
    """Its class, such as "CasualtyClaim"."""
    says: str
    """The proposition of a claim, else the label of the record."""
    stance: str
    polarity: str
    claimants: tuple[str, ...]
    """Empty for the article's own voice."""
    on_behalf_of: tuple[str, ...]
    said_on: str
    """ISO date or range, "" where the text does not give one."""
    medium: str
    outlet: str
    cited: tuple[str, ...]
    """What the article cites behind a claim, with pages and address as far as it gives them."""
    witnesses: tuple[Witness, ...]
    rivals: tuple[Rival, ...]


_LEFT = {
    "agreesWith": "agrees with",
    "notComparable": "is not comparable with",
    "subsetOf": "is counted among",
}
_RIGHT = {
    **_LEFT,
    "denies": "is denied by",
    "subsetOf": "counts also",
    "refines": "is refined by",
    "revises": "is revised by",
    "summarises": "is summed up by",
}
"""Relations read from the right claim; the symmetric ones read the same both ways."""


def give_account(store: "Store", record: str) -> Account:
    """Tell what lies behind the record of an IRI; a record that the store does not know has nothing."""
    rows = solutions(store, part("account"), record=record)
    said = rows[0] if rows else {}
    voices = solutions(store, part("voices"), record=record)
    return Account(
        record=record,
        kind=_kind([row["class"] for row in rows]),
        says=said.get("says", ""),
        stance=said.get("stance", ""),
        polarity=said.get("polarity", ""),
        claimants=tuple(row["name"] for row in voices if row["as"] == "claimant"),
        on_behalf_of=tuple(row["name"] for row in voices if row["as"] == "on behalf of"),
        said_on=said.get("saidOn", ""),
        medium=said.get("medium", ""),
        outlet=said.get("outlet", ""),
        cited=tuple(_citation(row) for row in solutions(store, part("cited"), record=record)),
        witnesses=_witnesses(store, record),
        rivals=tuple(_rival(row) for row in solutions(store, part("rivals"), record=record)),
    )


def _citation(row: dict[str, str]) -> str:
    """Put a citation together: "Ann Roe. 1999. The Ford War, p. 4"."""
    pages = f", p. {row['pages']}" if row["pages"] else ""
    url = f" <{row['url']}>" if row["url"] and row["url"] not in row["citation"] else ""
    return f"{row['citation']}{pages}{url}"


def _kind(classes: list[str]) -> str:
    """Give the most telling class: tm:Claim and tm:Actor only where there is no other."""
    names = [name.rpartition("#")[2] for name in classes]
    return next((name for name in names if name not in {"Claim", "Actor"}), names[0] if names else "")


def _witnesses(store: "Store", record: str) -> tuple[Witness, ...]:
    """List the places where a record was read, in the order of the text."""
    # Three small questions: asked as one, with optional parts, they would be answered for all records.
    places, sentences, readings = (
        solutions(store, part(name), record=record) for name in ("witnesses", "sentences", "readings")
    )
    around = {row["mention"]: row for row in sentences}
    read = {row["mention"]: row for row in readings}
    return tuple(_witness(row, around.get(row["mention"]), read.get(row["mention"], {})) for row in places)


def _witness(row: dict[str, str], around: dict[str, str] | None, reading: dict[str, str]) -> Witness:
    start, end = int(row["start"]), int(row["end"])
    begin = start - int(around["start"]) if around else 0
    return Witness(
        article=row["article"],
        revision=row["revision"],
        section=row["section"],
        zone=row["zone"],
        line=int(row["line"]) if row["line"] else None,
        start=start,
        end=end,
        quote=row["quote"],
        sentence=around["sentence"] if around else row["quote"],
        mark_start=begin,
        mark_end=begin + end - start,
        rule=reading.get("rule", ""),
        confidence=float(reading["confidence"]) if reading else None,
        basis=reading.get("basis", ""),
    )


def _rival(row: dict[str, str]) -> Rival:
    name = row["property"].rpartition("#")[2]
    words = (_LEFT if row["side"] == "left" else _RIGHT).get(name, name)
    return Rival(words, row["claim"], row["says"], row["ground"])

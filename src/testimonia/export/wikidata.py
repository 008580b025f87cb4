"""From claims to Wikidata statements, and what is lost on the way.

Editors have to be able to trust it, so a claim is written only where everything that makes it true
can be written: the item of its event, the part that it counts, who says it, and the revision it comes
from. What cannot, is not written, and the account says why. Nothing is guessed, and no item is used
that a person has not accepted.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

from testimonia.export.snaks import Amount, Item, Moment, Snak, Text, Value, WikidataStatement, Worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from testimonia.query import ClaimRecord

    Sides = Mapping[str, tuple[str, ...]]
    """IRI of a side to the IRIs of its belligerents."""

__all__ = ["ACCOUNT", "Account", "part_doubles", "wikidata_statements"]

ACCOUNT = ("claim", "says", "item", "property", "written", "lost", "confidence", "sentence")
"""The columns of the account of what is lost."""


@dataclass(frozen=True, slots=True)
class Account:
    """What became of one claim."""

    claim: str
    says: str
    item: str
    property: str
    written: Literal["yes", "in part", "no"]
    lost: str
    """Why it was not written, or what Wikidata cannot hold of it; "" where nothing is lost."""
    confidence: float
    """That the sentence was read right."""
    sentence: str

    def merged(self) -> Account:
        """Tell that QuickStatements would mix this claim with another one."""
        return replace(
            self,
            written="no",
            lost="QuickStatements would mix it with a claim of the same value; wikibase-json keeps both",
        )


_COUNTED = re.compile(r"\d|\b(?:an?|one|only|single|sole)\b", re.IGNORECASE)
"""What makes one casualty a count: "a soldier", "one guard", not "General Roe"."""


class _Unsayable(Exception):  # noqa: N818 - not an error of anybody: it ends the making of one statement
    """Why a claim cannot be said in Wikidata."""


@cache
def vocabulary() -> dict[str, dict[str, str]]:
    """Give the properties and items of wikidata.toml."""
    with (Path(__file__).parent / "wikidata.toml").open("rb") as stream:
        return tomllib.load(stream)


def wikidata_statements(
    records: Iterable[ClaimRecord], sides: Sides, items: Mapping[str, str], *, quote: bool = False
) -> tuple[tuple[WikidataStatement, ...], tuple[Account, ...]]:
    """Give the statements that can be made of claims, and the account of every claim, in their order.

    `items` maps IRIs to accepted Q-ids, and IRIs of revisions to addresses with an oldid. With
    `quote` the reference holds the words of the source. Claims that give one statement give it once.
    """
    maker = _Maker(sides, items, quote=quote)
    made: dict[tuple[object, ...], WikidataStatement] = {}
    accounts = []
    for record in records:
        if record.reading > 1:
            continue
        try:
            statement = maker.statement(record)
        except _Unsayable as reason:
            accounts.append(_account(record, items, "no", str(reason)))
            continue
        _enter(made, statement)
        lost = _lost(record, statement.main.value)
        accounts.append(_account(record, items, "in part" if lost else "yes", lost))
    return tuple(made.values()), tuple(accounts)


def _enter(made: dict[tuple[object, ...], WikidataStatement], statement: WikidataStatement) -> None:
    """Add a statement; where two claims differ only in how the source spells the figure, once."""
    stated_as = vocabulary()["properties"]["stated_as"]
    essence = tuple(snak for snak in statement.qualifiers if snak.property != stated_as)
    key = (statement.item, statement.main, essence, statement.reference)
    first = made.get(key, statement)
    claims = tuple(dict.fromkeys((*first.claims, *statement.claims)))
    made[key] = WikidataStatement(first.item, first.main, first.qualifiers, first.reference, claims)


class _Maker:
    """Makes statements of claims, with the items that a person has accepted."""

    def __init__(self, sides: Sides, items: Mapping[str, str], *, quote: bool) -> None:
        self._sides = sides
        self._items = items
        self._quote = quote

    def statement(self, record: ClaimRecord) -> WikidataStatement:
        """Make the statement of a claim; raises _Unsayable with the reason where there is none."""
        words = vocabulary()
        _require_sayable(record)
        item = self._item(record.event, f"the event {record.event_label}")
        value = _value(record)
        return WikidataStatement(
            item,
            Snak(words["measures"][record.kind], value),
            (
                *self._parts(record),
                *self._claimants(record),
                *_said_on(record),
                *_circumstances(record),
                *_stated_as(record),
            ),
            self._reference(record),
            (record.claim,),
        )

    def _item(self, iri: str, what: str) -> str:
        if iri not in self._items:
            raise _Unsayable(f"no item is accepted for {what}")
        return self._items[iri]

    def _parts(self, record: ClaimRecord) -> list[Snak]:
        """Say which part of the event is counted; a figure of a part is never given for the whole."""
        name = vocabulary()["properties"]["part"]
        counted = dict(zip(record.party_iris, record.parties, strict=False))
        if not counted and record.side_iri:
            counted = dict.fromkeys(
                self._sides.get(record.side_iri, ()), f"a belligerent of side {record.side}"
            )
            if not counted:
                raise _Unsayable(f"side {record.side} has no belligerent that could be named")
        if not counted and record.category in {"combatants", "civilians"}:
            raise _Unsayable(f"it counts {record.category} only, of no party that could be named")
        return [Snak(name, Item(self._item(iri, f"the party {label}"))) for iri, label in counted.items()]

    def _claimants(self, record: ClaimRecord) -> list[Snak]:
        name = vocabulary()["properties"]["claimant"]
        said = zip(record.claimant_iris, record.claimants, strict=False)
        return [Snak(name, Item(self._item(iri, f"the claimant {label}"))) for iri, label in said]

    def _reference(self, record: ClaimRecord) -> tuple[Snak, ...]:
        properties, projects = vocabulary()["properties"], vocabulary()["projects"]
        address = self._items.get(record.revision) or _import_url(record)
        if not address:
            raise _Unsayable("no address with an oldid is known of the revision, so it cannot be referenced")
        project = projects.get(urlsplit(address).netloc.replace(".m.", "."))
        snaks = [Snak(properties["project"], Item(project))] if project else []
        snaks.append(Snak(properties["import_url"], Text(address, "url")))
        if self._quote:
            snaks.append(Snak(properties["quotation"], Worded(" ".join(record.quote.split()), "en")))
        return tuple(snaks)


def _require_sayable(record: ClaimRecord) -> None:
    """Raise _Unsayable where Wikidata has no way to say a claim, whatever items there are."""
    words = vocabulary()
    if record.kind not in words["measures"]:
        raise _Unsayable(words["unsayable"].get(record.kind, f"there is no property for {record.kind}"))
    if record.polarity == "negated" or record.stance == "denied":
        raise _Unsayable("a denial is no statement about the number")
    if record.quantity == "not_reported":
        raise _Unsayable("the source is silent, and silence is neither zero nor unknown")
    if record.quantity == "exact" and record.high == 1 and not _COUNTED.search(record.verbatim):
        raise _Unsayable("it names somebody, and a name is no count")
    if record.scope != "main":
        raise _Unsayable("it counts an episode or another event, not the event of the item")
    if record.subset_of:
        raise _Unsayable("it counts a part of a total that is a claim of its own")


def _value(record: ClaimRecord) -> Value:
    """Give the main value: an amount, "somevalue" for what has no bounds on both sides, or "novalue"."""
    low, high = record.low, record.high
    if record.quantity == "none" and not any(char.isdigit() for char in record.verbatim):
        return "novalue"
    if low is None or high is None:
        return "somevalue"
    return Amount(low) if low == high else Amount((low + high) // 2, low, high)


def _said_on(record: ClaimRecord) -> list[Snak]:
    name = vocabulary()["properties"]["said_on"]
    return [Snak(name, Moment(record.said_on))] if record.said_on and "/" not in record.said_on else []


def _circumstances(record: ClaimRecord) -> list[Snak]:
    words = vocabulary()
    stance = "reported" if record.stance == "claimed" and not record.claimants else record.stance
    apply = [*(["approximate"] if record.approximate else []), stance]
    known = [words["circumstances"][name] for name in apply if name in words["circumstances"]]
    return [Snak(words["properties"]["circumstances"], Item(item)) for item in known]


def _stated_as(record: ClaimRecord) -> list[Snak]:
    """Give the words of the figure, where they are more than its digits."""
    words = " ".join((record.verbatim or record.wording).split())
    plain = words.replace(",", "") == str(record.low) == str(record.high)
    return [Snak(vocabulary()["properties"]["stated_as"], Text(words))] if words and not plain else []


def _import_url(record: ClaimRecord) -> str:
    """Give the address of the very revision, where the wiki and the revision are known."""
    if "oldid=" in record.url or not (record.url and record.revision_id):
        return record.url if "oldid=" in record.url else ""
    return f"{record.url}{'&' if '?' in record.url else '?'}oldid={record.revision_id}"


def _lost(record: ClaimRecord, value: Value) -> str:
    """Say what the statement does not hold of the claim."""
    told = [
        ("the bounds: only their words are kept", value == "somevalue" and record.low != record.high),
        (_middle(value), isinstance(value, Amount) and value.low is not None),
        ("that they were civilians", record.category == "civilians"),
        ("that civilians are counted among them", record.category == "mixed" and bool(record.party_iris)),
        ("that the party is guessed from its place in a list", record.party_basis == "order"),
        ("for whom the claimant speaks", bool(record.on_behalf_of)),
        (f"the medium «{record.medium}»", bool(record.medium)),
        ("that the figure is confirmed", record.stance == "confirmed"),
        (f"when it was said: {record.said_on}", "/" in record.said_on),
        ("which claims contradict it", bool(record.contradicts)),
    ]
    return "; ".join(words for words, holds in told if holds)


def _middle(value: Value) -> str:
    return f"{value.amount} is the middle of the range, said by nobody" if isinstance(value, Amount) else ""


def _account(
    record: ClaimRecord, items: Mapping[str, str], written: Literal["yes", "in part", "no"], lost: str
) -> Account:
    name = vocabulary()["measures"].get(record.kind, "")
    item, sentence = items.get(record.event, ""), " ".join(record.sentence.split())
    return Account(record.claim, record.says, item, name, written, lost, record.confidence, sentence)


def part_doubles(
    statements: Sequence[WikidataStatement],
) -> tuple[list[WikidataStatement], list[WikidataStatement]]:
    """Part statements into those with a value of their own and those whose value an earlier one has."""
    seen: set[tuple[str, Snak]] = set()
    first: list[WikidataStatement] = []
    later: list[WikidataStatement] = []
    for statement in statements:
        key = statement.item, statement.main
        (later if key in seen else first).append(statement)
        seen.add(key)
    return first, later

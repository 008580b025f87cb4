"""The forms of export by name: a store in, the bytes of files out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from testimonia.errors import UsageError
from testimonia.export import acled, items, ucdp
from testimonia.export.events import event_records
from testimonia.export.nanopub import write_nanopubs
from testimonia.export.quickstatements import write_quickstatements
from testimonia.export.tables import columns_of, row_of, write_csv, write_parquet
from testimonia.export.wikibase import write_wikibase
from testimonia.export.wikidata import ACCOUNT, Account, part_doubles, wikidata_statements
from testimonia.query import ClaimRecord, claim_records, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from pyoxigraph import Store

    from testimonia.export.snaks import WikidataStatement

    _Write = Callable[[Sequence[WikidataStatement], Sequence[Account]], tuple[bytes, Sequence[Account]]]
    """Writes statements, and gives the account as it is in that form."""

__all__ = ["FORMS", "ExportOptions", "Exported", "export_graph"]


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What may be chosen; each form takes what concerns it."""

    bom: bool = False
    """Whether CSV begins with a byte order mark, for spreadsheets."""
    policy: str = ""
    """For ucdp and acled: the policy of the estimates; "" is the one of that name."""
    items: Mapping[str, str] = field(default_factory=dict)
    """For Wikidata, beside the links of the graph: IRIs to accepted Q-ids, IRIs of revisions to addresses
    with an oldid."""
    quote: bool = False
    """For Wikidata: whether references hold the words of the source."""
    creator: str | None = None
    """For nanopub: the IRI of who publishes them."""
    created: str | None = None
    """For nanopub: when, in ISO 8601."""


@dataclass(frozen=True, slots=True)
class Exported:
    """The files of an export."""

    files: dict[str, bytes]
    """Suffix (".csv", ".lost.csv") or, of many files, name to content; the first is the export itself."""
    summary: str
    """What was exported, in a few words: "19 claims"."""
    many: bool = False
    """True where the files are many of one kind and belong in a folder."""


def export_graph(store: Store, form: str, options: ExportOptions | None = None) -> Exported:
    """Export a graph in one of FORMS; the same graph and options give the same bytes.

    Raises UsageError for another form, for an unknown policy, or where a package is missing.
    """
    if form not in _WRITERS:
        raise UsageError(f"«{form}» is not a form of export; there are {', '.join(FORMS)}.")
    # Every question to a store with named graphs merges them first: once is enough.
    return _WRITERS[form](whole(store), options or ExportOptions())


def _csv(store: Store, options: ExportOptions) -> Exported:
    records = claim_records(store)
    rows = (row_of(record) for record in records)
    table = write_csv(columns_of(ClaimRecord), rows, bom=options.bom)
    return Exported({".csv": table}, _counted(records))


def _parquet(store: Store, options: ExportOptions) -> Exported:
    del options  # nothing of it concerns Parquet
    records = claim_records(store)
    return Exported({".parquet": write_parquet(records)}, _counted(records))


def _counted(records: Sequence[ClaimRecord]) -> str:
    claims = len({record.claim for record in records})
    readings = len(records)
    return _several(claims, "claim") + (f" in {readings} readings" if readings != claims else "")


def _ucdp(store: Store, options: ExportOptions) -> Exported:
    policy = options.policy or ucdp.POLICY
    rows = [ucdp.ucdp_row(event, policy) for event in event_records(store, policy)]
    return Exported({".csv": write_csv(ucdp.COLUMNS, rows, bom=options.bom)}, _several(len(rows), "event"))


def _acled(store: Store, options: ExportOptions) -> Exported:
    policy = options.policy or acled.POLICY
    rows = [acled.acled_row(event, policy) for event in event_records(store, policy)]
    return Exported({".csv": write_csv(acled.COLUMNS, rows, bom=options.bom)}, _several(len(rows), "event"))


def _nanopub(store: Store, options: ExportOptions) -> Exported:
    files = write_nanopubs(store, options.creator, options.created)
    return Exported(files, _several(len(files), "nanopublication"), many=True)


def _quickstatements(store: Store, options: ExportOptions) -> Exported:
    return _wikidata(store, options, ".qs", _commands)


def _wikibase(store: Store, options: ExportOptions) -> Exported:
    return _wikidata(store, options, ".json", lambda statements, told: (write_wikibase(statements), told))


def _commands(
    statements: Sequence[WikidataStatement], told: Sequence[Account]
) -> tuple[bytes, Sequence[Account]]:
    """Write QuickStatements, and tell of those that it would mix with another."""
    first, doubles = part_doubles(statements)
    mixed = {claim for statement in doubles for claim in statement.claims}
    return write_quickstatements(first), [one.merged() if one.claim in mixed else one for one in told]


def _wikidata(store: Store, options: ExportOptions, suffix: str, write: _Write) -> Exported:
    """Put the account of what is lost and the table of what is to be matched beside the statements."""
    records = claim_records(store)
    accepted = items.linked_items(store) | dict(options.items)
    statements, accounts = wikidata_statements(
        records, items.belligerents(store), accepted, quote=options.quote
    )
    written, told = write(statements, accounts)
    asked = items.open_questions(records, items.named_in_claims(store), accepted)
    files = {
        suffix: written,
        ".lost.csv": write_csv(ACCOUNT, (row_of(account) for account in told), bom=options.bom),
        ".items.csv": write_csv(items.COLUMNS, asked, bom=options.bom),
    }
    done = sum(account.written != "no" for account in told)
    matched = sum(bool(row["item"]) for row in asked)
    claims, questions = _several(len(told), "claim"), _several(len(asked), "item")
    return Exported(files, f"{done} of {claims}, with {matched} of {questions} matched")


def _several(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"


_WRITERS: dict[str, Callable[[Store, ExportOptions], Exported]] = {
    "csv": _csv,
    "parquet": _parquet,
    "ucdp": _ucdp,
    "acled": _acled,
    "nanopub": _nanopub,
    "quickstatements": _quickstatements,
    "wikibase-json": _wikibase,
}

FORMS: tuple[str, ...] = tuple(_WRITERS)
"""The forms of export, in the order of help."""

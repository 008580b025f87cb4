"""The file as a whole: SSSOM/TSV in, rows out, and back without losing what people have added."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.errors import LinksError
from testimonia.links.link import space_of
from testimonia.links.metadata import (
    plain_lines,
    read_common,
    read_prefixes,
    with_prefixes,
    write_metadata,
)
from testimonia.links.prefixes import USUAL, compact, expand
from testimonia.links.rows import guarded, read_columns, read_rows, split_rows
from testimonia.vocab import BASE, TM

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from testimonia.links.link import Link

__all__ = ["COLUMNS", "EXTENSIONS", "FILE_NAME", "LinkTable", "new_table", "parse_links", "read_links"]

FILE_NAME = "links.sssom.tsv"
"""What the file is called in a folder that `build` wrote."""

_XSD = "http://www.w3.org/2001/XMLSchema#"
EXTENSIONS: dict[str, tuple[str, str]] = {
    "subject_sentence": (f"{TM}sentence", f"{_XSD}string"),
    "object_description": (f"{TM}candidateNote", f"{_XSD}string"),
    "score": (f"{TM}score", f"{_XSD}double"),
    "features": (f"{TM}feature", f"{_XSD}string"),
}
"""Columns that SSSOM does not have: the property that says what is in them, and its datatype."""

COLUMNS = (
    "subject_id",
    "subject_label",
    "subject_category",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "object_label",
    "object_category",
    "mapping_justification",
    "author_id",
    "author_label",
    "object_source",
    "mapping_provider",
    "mapping_tool",
    "mapping_date",
    "curation_rule_text",
    "comment",
    *EXTENSIONS,
)
"""The columns of a new file, in the order of SSSOM, ours behind them."""


@dataclass(frozen=True, slots=True)
class LinkTable:
    """All rows of a file, with what stands above them."""

    metadata: tuple[str, ...]
    """The lines above the rows, without their "#"."""
    columns: tuple[str, ...]
    prefixes: Mapping[str, str]
    links: tuple[Link, ...]
    base: str = BASE
    """What our IRIs begin with."""

    def with_links(self, links: Iterable[Link]) -> LinkTable:
        """Give the table with other rows, in the order of things: by subject, the best candidate first."""
        return replace(self, links=tuple(sorted(links, key=_order)))

    def with_prefix(self, prefix: str, space: str) -> LinkTable:
        """Give the table with a prefix that new rows use; a name that means something else is left alone."""
        if not prefix or prefix in self.prefixes or space in self.prefixes.values():
            return self
        metadata = with_prefixes(self.metadata, {prefix: space})
        return replace(self, metadata=metadata, prefixes={**self.prefixes, prefix: space})

    def space(self, iri: str) -> str:
        """Tell a data set by one of its IRIs."""
        return space_of(iri, self.prefixes)

    def compact(self, iri: str) -> str:
        """Shorten an IRI as the file does."""
        return compact(iri, self.prefixes)

    def expand(self, words: str) -> str:
        """Give the IRI of a compact one; raises LinksError for what is none."""
        return expand(words, self.prefixes)

    def write(self) -> bytes:
        """Write the file; equal tables give equal bytes."""
        columns = tuple(
            dict.fromkeys((*self.columns, *COLUMNS, *sorted({c for link in self.links for c in link.cells})))
        )
        stream = io.StringIO()
        stream.writelines(f"#{line}\n" for line in self.metadata)
        rows = csv.writer(stream, delimiter="\t", lineterminator="\n")
        rows.writerow(columns)
        rows.writerows([guarded(link.cell(column)) for column in columns] for link in self.links)
        return stream.getvalue().encode()


def new_table(base: str = BASE) -> LinkTable:
    """Begin a file for IRIs that begin with `base`."""
    prefixes = {**USUAL, "kg": base}
    return LinkTable(write_metadata(base, prefixes, EXTENSIONS), COLUMNS, prefixes, (), base)


def read_links(path: str | Path) -> LinkTable:
    """Read a file; raises LinksError naming file, line and words for everything that is wrong in it."""
    place = Path(path)
    try:
        text = place.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise LinksError(f"{place}: cannot be read: {(error.strerror or str(error)).lower()}.") from error
    except UnicodeDecodeError as error:
        raise LinksError(f"{place}: is not UTF-8 text (byte {error.start}); save it as UTF-8.") from error
    return parse_links(text, str(place))


def parse_links(text: str, name: str) -> LinkTable:
    """Read the text of a file; `name` is how messages call it."""
    rows = split_rows(text, name)
    height = next((n for n, (_, row) in enumerate(rows) if not (row and row[0].startswith("#"))), len(rows))
    # A spreadsheet pads the lines of metadata with tabs, and quotes those with quotation marks in them.
    above = plain_lines(["\t".join(row)[1:].rstrip() for _, row in rows[:height]])
    try:
        prefixes = {**USUAL, **read_prefixes(above)}
    except LinksError as error:
        raise LinksError(f"{name}:{error}.") from error
    columns = read_columns(rows[height:], name)
    # What is said once counts only where no row says anything else.
    common = {column: value for column, value in read_common(above).items() if column not in columns}
    links = tuple(read_rows(rows[height + 1 :], columns, prefixes, name, common))
    return LinkTable(above, columns, prefixes, links, _base(above, prefixes))


def _base(metadata: Iterable[str], prefixes: Mapping[str, str]) -> str:
    """Tell what our IRIs begin with: the prefix kg, else the id of the set, else as usual."""
    named = [line.partition(":")[2].strip() for line in metadata if line.startswith("mapping_set_id:")]
    ours = [iri.removesuffix("links") for iri in named if iri.endswith("/links")]
    return prefixes.get("kg", ours[0] if ours else BASE)


def _order(link: Link) -> tuple[str, float, str, str]:
    score = link.score
    return link.subject, float("inf") if score is None else -score, link.object, link.predicate

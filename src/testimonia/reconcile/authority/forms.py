"""Which form a file of places has, told by its name and first words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from testimonia.errors import ReconcileError
from testimonia.graphs import SUFFIXES
from testimonia.reconcile.authority.countries import country_of
from testimonia.reconcile.authority.geonames import COLUMNS, read_geonames
from testimonia.reconcile.authority.rdf import read_rdf
from testimonia.reconcile.authority.rows import read_text, separator_of
from testimonia.reconcile.authority.table import read_answer, read_table
from testimonia.reconcile.authority.whosonfirst import is_whosonfirst, read_whosonfirst

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from testimonia.reconcile.authority.thing import Thing

__all__ = ["FORMS", "form_of", "read_things"]

_READERS: dict[str, Callable[[str, str], list[Thing]]] = {
    "geonames": read_geonames,
    "whosonfirst": read_whosonfirst,
    "table": read_table,
    "json": read_answer,
}
FORMS = (*_READERS, "rdf")
"""Every form that `read_things` knows."""


def read_things(path: Path, form: str | None = None) -> list[Thing]:
    """Read the places of a file, in a form of FORMS or the one its first words tell.

    Countries are given by code. Raises ReconcileError naming file, line and words, GraphError for RDF.
    """
    if (form or form_of(path)) == "rdf":
        found = read_rdf(path)
    else:
        text = read_text(path)
        found = _READERS[form or form_of(path)](text, str(path))
    if not found:
        raise ReconcileError(f"{path}: holds no place with a name.")
    return [replace(thing, country=_code(thing.country)) for thing in found]


def form_of(path: Path) -> str:
    """Tell the form of a file. Raises ReconcileError for a file that cannot be read or told."""
    if path.suffix.lower() in SUFFIXES:
        return "rdf"
    text = read_text(path)
    if not text.strip():
        raise ReconcileError(f"{path}: is empty.")
    head = text.lstrip().partition("\n")[0]
    if head[0] in "[{":
        return "json"
    columns = tuple(cell.strip().strip('"').lower() for cell in head.split(separator_of(head)))
    if len(columns) == len(COLUMNS) and columns[0].isdecimal():
        return "geonames"
    if len(columns) < 2:
        raise ReconcileError(f"{path}:1: «{head[:60]}» does not name the columns of a table of places.")
    return "whosonfirst" if is_whosonfirst(columns) else "table"


def _code(country: str) -> str:
    """Give the code of a country, however it is written; one that we do not know stays if it is a code."""
    return country_of(country) or (country if re.fullmatch("[A-Z]{2}", country) else "")

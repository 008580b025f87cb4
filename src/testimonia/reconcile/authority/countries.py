"""Countries: their codes by name, code, demonym and Wikidata id.

The names are those of the lexicon; the gazetteer adds codes and ids to them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from testimonia.lexicon import parse, rows
from testimonia.reconcile.authority.rows import wikidata_iri
from testimonia.reconcile.labels import fold

__all__ = ["GAZETTEER", "codes", "country_of", "demonyms", "formal_names", "identified", "is_state"]

GAZETTEER = Path(__file__).parent / "gazetteer"


@cache
def identified() -> tuple[dict[str, str], ...]:
    """Give the countries with a code: iso2, iso3, qid, latitude, longitude, formal."""
    return parse((GAZETTEER / "countries.tsv").read_bytes(), "countries.tsv")


def country_of(words: str) -> str:
    """Give the two-letter code of a country by its name, alias, code or Wikidata id; "" for no country.

    States that are no more have none.
    """
    return codes().get(wikidata_iri(words) or fold(words), "")


@cache
def formal_names() -> frozenset[str]:
    """Give the folded names that states give themselves: "republic of mali"."""
    return frozenset(fold(row["formal"]) for row in identified() if row["formal"])


def is_state(words: str) -> bool:
    """Tell whether a name is that of a state or territory, one that is no more among them."""
    return bool(country_of(words)) or fold(words) in _states()


@cache
def _states() -> frozenset[str]:
    names = (name for row in rows("countries") for name in (row["name"], *row["aliases"].split("|")))
    return frozenset(fold(name) for name in names if name)


@cache
def codes() -> dict[str, str]:
    """Give the code of a country by each of its folded names, codes and Wikidata IRIs."""
    found = {}
    for row in identified():
        for words in (row["iso2"], row["iso3"], row["formal"]):
            found[fold(words)] = row["iso2"]
        found[wikidata_iri(row["qid"])] = row["iso2"]
    for row in rows("countries"):
        if row["iso2"] and not row["former"]:
            for words in (row["name"], *row["aliases"].split("|")):
                found[fold(words)] = row["iso2"]
    found.pop("", None)
    return found


@cache
def demonyms() -> dict[str, str]:
    """Give the code of the country that people and things are of, by demonym: "Malian", "Swiss"."""
    return {
        row["form"]: code
        for row in rows("demonyms")
        if row["kind"] == "state" and (code := country_of(row["place"]))
    }

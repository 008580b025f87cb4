"""Explaining: from an IRI, a triple or a few words to the sentences they come from."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from testimonia.errors import QueryError
from testimonia.query.accounts import Account, give_account
from testimonia.query.engine import base_of, solutions, whole
from testimonia.query.named import part
from testimonia.vocab import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Store

__all__ = ["Explanation", "explain"]

_IRI = re.compile(r"<(?P<bare>[^<>\s]+)>|(?P<full>[a-z][a-z0-9+.-]*:(?://|\w)[^\s\"]*)", re.IGNORECASE)
_TERM = re.compile(r"<[^<>\s]+>|\"(?:[^\"\\]|\\.)*\"(?:@[\w-]+|\^\^\S+)?|[^\s\"]+")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")


@dataclass(frozen=True, slots=True)
class Explanation:
    """What was asked about, and what lies behind each record that it means."""

    subject: str
    accounts: tuple[Account, ...]
    """At least one."""


def explain(store: "Store", subject: str) -> Explanation:
    """Show where something in the graph comes from.

    `subject` is the IRI of a claim or any other record, in full or with one of our prefixes (or of
    a part of one: a quantity, a reading, a mention, a comparison, a statement); or a triple, as two
    or three such terms, "<event> tm:time", whose backing claims are sought; or words, whose claims
    are those that have all of them in their quote, proposition, parties or claimants. Raises
    QueryError where the store holds nothing of the kind.
    """
    merged = whole(store)
    records = _records(merged, subject.strip())
    if not records:
        raise QueryError(f"Nothing in the graph is meant by «{subject.strip()}»; try an IRI or fewer words.")
    return Explanation(subject, tuple(give_account(merged, record) for record in records))


def _records(store: "Store", subject: str) -> list[str]:
    terms = [term for term in _TERM.findall(subject) if term != "."]
    base = base_of(store)
    iri = _iri(terms[0], base) if len(terms) in {1, 2, 3} else None
    if iri is None:
        return _worded(store, subject)
    if len(terms) == 1:
        return _of_iri(store, iri)
    predicate, value = _iri(terms[1], base), terms[2] if len(terms) == 3 else ""
    return _of_triple(store, iri, predicate or "", _iri(value, base) or _literal(value))


def _of_iri(store: "Store", iri: str) -> list[str]:
    """Find the record of an IRI and, for an event, the claims that back what is said of it."""
    found = [row["record"] for row in solutions(store, part("records"), iri=iri)]
    backing = [row["record"] for row in solutions(store, part("backing"), subject=iri)]
    return _once([*(record for record in found if record == iri), *found, *backing])


def _of_triple(store: "Store", subject: str, predicate: str, value: str) -> list[str]:
    """Find what backs a triple: a claim of that value, else the record that the triple describes."""
    rows = solutions(store, part("backing"), subject=subject)
    same = [row for row in rows if row["property"] == predicate]
    backing = [row["record"] for row in same if value in {"", row["value"]}]
    return _once(backing) or _once([row["record"] for row in solutions(store, part("records"), iri=subject)])


def _worded(store: "Store", subject: str) -> list[str]:
    """Find the claims that have all the words, in any order and any case."""
    wanted = set(_words(subject))
    if not wanted:
        return []
    held: dict[str, set[str]] = {}
    for row in solutions(store, part("wording")):
        held.setdefault(row["record"], set()).update(_words(row["words"]))
    return [record for record, words in held.items() if wanted <= words]


def _words(text: str) -> "Iterator[str]":
    """Give words in lower case; "20-30" and "mid-May" count whole and in their parts."""
    for word in _WORD.findall(text.lower().replace("–", "-")):
        yield word
        yield from re.split(r"[-.'’]", word)


def _iri(term: str, base: str) -> str | None:
    """Read "<…>", a full IRI, or a name with one of our prefixes; "event/…" stands under the base."""
    prefix, colon, local = term.partition(":")
    if colon and prefix in PREFIXES:
        return PREFIXES[prefix] + local
    if match := _IRI.fullmatch(term):
        return match["bare"] or match["full"]
    return base + term if re.fullmatch(r"[a-z]+/\S+", term) else None


def _literal(term: str) -> str:
    """Take the quotation marks, language and datatype off a literal."""
    match = re.match(r"\"((?:[^\"\\]|\\.)*)\"", term)
    return match[1] if match else term


def _once(records: list[str]) -> list[str]:
    return list(dict.fromkeys(records))

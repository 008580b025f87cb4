"""Every phrase case: the whole extraction on a few sentences, against what a careful reader finds.

The cases stand in the folders beside this file, the format in README.md.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from testimonia.extract import extract_findings
from testimonia.read import read_article

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.model import Article, Claim, Findings, Quantity

HERE = Path(__file__).parent
STYLES = ("in_the_wild", "synthetic", "negative", "known_failures")
KINDS = frozenset(
    "killed wounded captured surrendered missing killed_or_wounded losses neutralised displaced "
    "strength materiel_strength materiel_lost".split()
)
CASE_KEYS = frozenset("label why text claims title section infobox unexplained remarks reason".split())
CLAIM_KEYS = KINDS | frozenset("of says stance quote side category scope on medium item when part_of".split())


@dataclass(frozen=True)
class Case:
    """One phrase with what a careful reader finds in it."""

    style: str
    file: str
    data: dict[str, Any]

    @property
    def name(self) -> str:
        return f"{self.style}/{self.file}: {self.data['label']}"

    @property
    def article(self) -> Article:
        infobox = self.data.get("infobox", "").strip()
        head = f"= {self.data.get('title', 'Battle of the Ford')} =\n\n"
        head += f"Infobox\n{infobox}\n\n" if infobox else ""
        return read_article(
            f"{head}== {self.data.get('section', 'Battle')} ==\n{self.data['text'].strip()}\n"
        )


def read_cases() -> Iterator[Case]:
    for style in STYLES:
        for path in sorted((HERE / style).glob("*.toml")):
            for data in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
                yield Case(style, path.stem, data)


CASES = list(read_cases())


def as_parameter(case: Case) -> Any:
    reason = case.data.get("reason", "")
    marks = (
        [pytest.mark.xfail(reason=reason, raises=AssertionError, strict=True)]
        if case.style == "known_failures"
        else []
    )
    return pytest.param(case, id=case.name, marks=marks)


# --- what was found, in the words of the cases --------------------------------------------------


def figure_words(quantity: Quantity) -> str:
    """Write a quantity as the cases do: "12", "12 or more", "at most 200", "20 to 30", "about 60", "several"."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return str(quantity.wording)
    if low is None or high is None:
        return f"at most {high}" if low is None else f"{low} or more"
    if low != high:
        return f"{low} to {high}"
    return f"about {low}" if quantity.approximate else f"{low}"


def norm(words: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", words.lower().replace("’", "'").strip('"“” '))


def listed(told: str | list[str] | None) -> list[str]:
    return [] if told is None else [told] if isinstance(told, str) else told


class Reading:
    """A claim that was found, column by column, in the notation of the cases."""

    def __init__(self, article: Article, findings: Findings, claim: Claim) -> None:
        self.article, self.claim = article, claim
        self.names = {a.key: [norm(name) for name in (a.label, *a.aliases)] for a in findings.actors}
        self.statements = {s.key: s for s in findings.statements}

    def column(self, key: str, told: Any) -> object:
        claim = self.claim
        said = self.statements.get(claim.statement or "")
        if key in {"of", "says"}:
            return self._people(claim.parties if key == "of" else claim.claimants, listed(told))
        found = {
            "stance": claim.stance, "quote": self.article.quote(claim.span), "side": claim.side or 0, "category": claim.category,
            "scope": claim.scope, "item": claim.item, "when": claim.when.start if claim.when else None,
            "on": said.when.start if said and said.when else None, "medium": said.medium if said else None,
            "part_of": claim.subset_of is not None,
        }  # fmt: skip
        return (
            found[key]
            if key in found
            else figure_words(claim.quantity)
            if claim.measure == key
            else f"({claim.measure})"
        )

    def _people(self, keys: tuple[str, ...], told: list[str]) -> list[str]:
        """Name the actors, each by the name that the case uses where it goes by that."""
        wanted = {norm(words): words for words in told}
        return sorted(
            next((wanted[n] for n in self.names[key] if n in wanted), self.names[key][0]) for key in keys
        )


def completed(told: dict[str, Any]) -> dict[str, Any]:
    """Fill in what a case leaves unsaid: nobody is named, the article itself speaks."""
    says = listed(told.get("says"))
    return (
        {"of": [], "stance": "claimed" if says else "unmarked"}
        | told
        | {"of": sorted(listed(told.get("of"))), "says": sorted(says)}
    )


def in_full(reading: Reading) -> str:
    claim = reading.claim
    return (
        f"{claim.measure} {figure_words(claim.quantity)} of {reading.column('of', [])} says {reading.column('says', [])} "
        f"{claim.stance} «{reading.article.quote(claim.span)}» by {claim.rule}"
    )


def stands_in_its_text(article: Article, claim: Claim) -> bool:
    """Whether a claim's words lie in its sentence (a field of an infobox has none) and its limits in order."""
    low, high = claim.quantity.low, claim.quantity.high
    return bool(
        (claim.sentence.covers(claim.span) or claim.zone == "infobox")
        and article.quote(claim.span).strip()
        and claim.quantity.verbatim
        and (low is None or high is None or low <= high)
    )


# --- the tests ----------------------------------------------------------------------------------


@pytest.mark.parametrize("case", [as_parameter(case) for case in CASES])
def test_a_reader_and_the_rules_find_the_same(case: Case) -> None:
    article = case.article
    findings = extract_findings(article)
    assert all(stands_in_its_text(article, claim) for claim in findings.claims)
    claims = sorted((c for c in findings.claims if c.zone != "infobox"), key=lambda c: (c.span, c.measure))
    readings = [Reading(article, findings, claim) for claim in claims]
    expected = [completed(told) for told in case.data["claims"]]
    found = [in_full(reading) for reading in readings]
    assert len(readings) == len(expected), found
    for told, reading in zip(expected, readings, strict=True):
        assert {key: reading.column(key, value) for key, value in told.items()} == told, found
    if "unexplained" in case.data:
        assert [article.quote(one.span) for one in findings.unexplained] == case.data["unexplained"]
    if "remarks" in case.data:
        remarks = [one for one in findings.assertions if one.kind not in {"attribute", "outcome"}]
        assert [f"{one.kind}, {one.polarity}: {article.quote(one.span)}" for one in remarks] == case.data[
            "remarks"
        ]


def test_every_case_is_told_in_full() -> None:
    for case in CASES:
        assert case.data.keys() <= CASE_KEYS, case.name
        assert {"label", "why", "text", "claims"} <= case.data.keys(), case.name
        assert ("reason" in case.data) == (case.style == "known_failures"), case.name
        assert not (case.style == "negative" and case.data["claims"]), case.name
        for told in case.data["claims"]:
            assert told.keys() <= CLAIM_KEYS, (case.name, told)
            assert len(told.keys() & KINDS) == 1, (case.name, told)
            assert told.get("quote", "") in case.data["text"], (case.name, told)


def test_no_two_cases_bear_one_label() -> None:
    labels = [case.data["label"] for case in CASES]
    assert len(set(labels)) == len(labels), sorted(label for label in set(labels) if labels.count(label) > 1)

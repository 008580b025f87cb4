"""The example article: every claim a careful reader takes from it, and the traps it sets."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest

from testimonia.extract import extract_findings
from testimonia.read import read_path

if TYPE_CHECKING:
    from pathlib import Path

    from testimonia.model import Actor, Article, Assertion, Claim, Findings, Statement

FRENCH_STAFF, MSA, LEADER = (
    "French general staff",
    "Movement for the Salvation of Azawad",
    "leader of the MSA",
)
STATEMENT, INTERVIEW = "statement", "interview with RFI"


class Row(NamedTuple):
    """One expected claim; `of` is None where another test tells the party."""

    quote: str
    kind: str
    low: int | None
    high: int | None
    of: tuple[str, ...] | None
    side: int
    category: str = "combatants"
    says: tuple[str, ...] = ()
    stance: str = "unmarked"
    said_on: str | None = None
    medium: str | None = None
    wording: str | None = None
    approximate: bool = False
    scope: str = "main"


INFOBOX = (
    Row("Unknown", "strength", None, None, (), 1, wording="Unknown"),
    Row("~60", "strength", 60, 60, (), 2, approximate=True),
    Row("None", "losses", 0, 0, None, 1),
    Row("1 killed", "killed", 1, 1, None, 1),
    Row("2 wounded", "wounded", 2, 2, None, 1),
    Row("3 killed", "killed", 3, 3, None, 1),
    Row("5 wounded", "wounded", 5, 5, None, 1),
    Row("20-30 killed", "killed", 20, 30, (), 2, says=("France", MSA), stance="claimed"),
    Row("Several captured", "captured", None, None, (), 2, says=(MSA,), stance="claimed", wording="Several"),
)
PROSE = (
    Row("sixty ISGS militants", "strength", 60, 60, ("ISGS militants",), 2),
    Row("no French losses", "losses", 0, 0, ("France",), 1, says=(FRENCH_STAFF,), stance="claimed", said_on="2018-04-05"),
    Row("Malian soldiers were killed", "killed", None, None, ("Malian soldiers",), 1, says=(FRENCH_STAFF,), stance="claimed",
        said_on="2018-04-05", wording="some"),
    Row('thirty jihadists were "neutralized"', "neutralised", 30, 30, ("jihadists",), 2, says=("French government",), stance="estimated"),
    Row('twenty "bandits" had been killed', "killed", 20, 20, ("bandits",), 2, says=(MSA,), stance="claimed", said_on="2018-04-01",
        medium=STATEMENT),
    Row("some were captured", "captured", None, None, ("bandits",), 2, says=(MSA,), stance="claimed", said_on="2018-04-01",
        medium=STATEMENT, wording="some"),
    Row("three MSA and GATIA fighters were killed", "killed", 3, 3, ("MSA and GATIA fighters",), 1, says=(MSA,), stance="claimed",
        said_on="2018-04-01", medium=STATEMENT),
    Row("five injured", "wounded", 5, 5, ("MSA and GATIA fighters",), 1, says=(MSA,), stance="claimed", said_on="2018-04-01",
        medium=STATEMENT),
    Row("over a dozen Tuareg fighters had been killed", "killed", 12, None, ("Tuareg fighters",), 1, says=(LEADER,), stance="claimed",
        said_on="2018-04-23", medium=INTERVIEW),
    Row("30 to 40 jihadists had been killed", "killed", 30, 40, ("jihadists",), 2, says=(LEADER,), stance="claimed",
        said_on="2018-04-23", medium=INTERVIEW),
)  # fmt: skip
COLUMNS = (
    "kind",
    "low",
    "high",
    "of",
    "side",
    "category",
    "says",
    "stance",
    "said_on",
    "medium",
    "wording",
    "approximate",
    "scope",
)


class Example:
    """The example article with what was found in it."""

    def __init__(self, article: Article) -> None:
        self.article: Article = article
        self.findings: Findings = extract_findings(article)
        self.actors: dict[str, Actor] = {actor.key: actor for actor in self.findings.actors}
        self.statements: dict[str, Statement] = {one.key: one for one in self.findings.statements}

    def claim(self, quote: str) -> Claim:
        (found,) = [one for one in self.findings.claims if self.article.quote(one.span) == quote]
        return found

    def names(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.actors[key].label for key in keys)

    def go_by(self, keys: tuple[str, ...], names: list[str]) -> bool:
        """Tell whether the actors, one by one, go by the names."""
        known = [(self.actors[key].label, *self.actors[key].aliases) for key in keys]
        return len(known) == len(names) and all(name in one for name, one in zip(names, known, strict=True))

    def row(self, quote: str) -> Row:
        claim = self.claim(quote)
        said = self.statements.get(claim.statement or "")
        return Row(
            quote, claim.measure, claim.quantity.low, claim.quantity.high, self.names(claim.parties), claim.side or 0, claim.category,
            self.names(claim.claimants), claim.stance, said.when.start if said and said.when else None, said.medium if said else None,
            claim.quantity.wording, claim.quantity.approximate, claim.scope,
        )  # fmt: skip

    def remark(self, words: str) -> Assertion:
        (one,) = [found for found in self.findings.assertions if words in self.article.quote(found.span)]
        return one


@pytest.fixture(scope="module")
def akabar(example: Path) -> Example:
    return Example(read_path(example))


def cells() -> list[object]:
    found: list[object] = []
    for row in (*INFOBOX, *PROSE):
        for column in COLUMNS:
            if getattr(row, column) is None and column == "of":
                continue
            found.append(pytest.param(row, column, id=f"{row.quote}: {column}"))
    return found


@pytest.mark.parametrize(("row", "column"), cells())
def test_a_claim_of_the_example_is_read_as_a_reader_reads_it(akabar: Example, row: Row, column: str) -> None:
    assert getattr(akabar.row(row.quote), column) == getattr(row, column)


def test_nothing_else_is_claimed_in_the_example(akabar: Example) -> None:
    quotes = [akabar.article.quote(claim.span) for claim in akabar.findings.claims]
    assert sorted(quotes) == sorted(row.quote for row in (*INFOBOX, *PROSE))


def test_no_figure_of_the_example_is_unexplained(akabar: Example) -> None:
    assert akabar.findings.unexplained == ()


# --- the traps ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("quote", "party"),
    [
        ("None", ["France"]),
        ("1 killed", ["Mali"]),
        ("2 wounded", ["Mali"]),
        ("3 killed", ["MSA", "GATIA"]),
        ("5 wounded", ["MSA", "GATIA"]),
    ],
)
def test_stripped_flags_make_the_party_a_guess_by_order_that_is_marked_as_one(
    akabar: Example, quote: str, party: list[str]
) -> None:
    claim = akabar.claim(quote)
    assert claim.party_basis == "order"
    assert akabar.go_by(claim.parties, party)


def test_no_other_party_is_guessed_by_order(akabar: Example) -> None:
    guessed = {akabar.article.quote(one.span) for one in akabar.findings.claims if one.party_basis == "order"}
    assert guessed == {"None", "1 killed", "2 wounded", "3 killed", "5 wounded"}


def test_a_figure_per_france_and_msa_is_said_by_both_together(akabar: Example) -> None:
    assert akabar.names(akabar.claim("20-30 killed").claimants) == ("France", MSA)


def test_neutralized_is_not_killed(akabar: Example) -> None:
    claim = akabar.claim('thirty jihadists were "neutralized"')
    assert claim.measure == "neutralised"
    assert 'neutralized"' in akabar.article.quote(claim.span)


def test_the_undated_estimate_does_not_inherit_april_5(akabar: Example) -> None:
    claim = akabar.claim('thirty jihadists were "neutralized"')
    assert claim.statement is not None
    assert akabar.statements[claim.statement].when is None


def test_what_the_staff_says_in_one_sentence_is_one_statement(akabar: Example) -> None:
    assert akabar.claim("no French losses").statement == akabar.claim("Malian soldiers were killed").statement


def test_the_msa_statement_of_two_sentences_is_one_statement(akabar: Example) -> None:
    quotes = (
        'twenty "bandits" had been killed',
        "some were captured",
        "three MSA and GATIA fighters were killed",
        "five injured",
    )
    assert len({akabar.claim(quote).statement for quote in quotes}) == 1


def test_malian_soldiers_without_a_number_are_some(akabar: Example) -> None:
    quantity = akabar.claim("Malian soldiers were killed").quantity
    assert (quantity.kind, quantity.low, quantity.high, quantity.wording) == ("vague", None, None, "some")


def test_the_leader_of_the_msa_is_an_office_holder_who_speaks_for_it(akabar: Example) -> None:
    claim = akabar.claim("30 to 40 jihadists had been killed")
    leader = akabar.actors[claim.claimants[0]]
    assert (leader.kind, leader.label) == ("person", LEADER)
    assert leader.office is not None
    assert leader.office.body is not None
    assert akabar.actors[leader.office.body].label == MSA
    assert claim.statement is not None
    assert akabar.names(akabar.statements[claim.statement].on_behalf_of) == (MSA,)


def test_the_interview_was_carried_by_rfi(akabar: Example) -> None:
    statement = akabar.statements[akabar.claim("30 to 40 jihadists had been killed").statement or ""]
    assert statement.outlet is not None
    assert (akabar.actors[statement.outlet].label, akabar.actors[statement.outlet].kind) == ("RFI", "media")


def test_guibert_says_who_fought(akabar: Example) -> None:
    said = akabar.remark("the battle was fought jointly")
    assert (said.kind, said.polarity, said.stance) == ("participation", "affirmed", "claimed")
    assert akabar.names(said.claimants) == ("Bruno Guibert",)
    assert akabar.go_by(said.parties, ["JNIM", "ISGS"])


def test_guibert_says_what_the_attack_was_not(akabar: Example) -> None:
    said = akabar.remark("the attack was not jointly planned")
    assert (said.kind, said.polarity, said.parties) == ("characterisation", "negated", ())
    assert akabar.names(said.claimants) == ("Bruno Guibert",)


def test_bandits_and_jihadists_are_described_groups_and_no_named_actor(akabar: Example) -> None:
    for quote in (
        'twenty "bandits" had been killed',
        "30 to 40 jihadists had been killed",
        "over a dozen Tuareg fighters had been killed",
    ):
        (party,) = akabar.claim(quote).parties
        assert akabar.actors[party].kind == "described group"


def test_tuareg_fighters_are_on_the_side_of_the_msa(akabar: Example) -> None:
    assert akabar.claim("over a dozen Tuareg fighters had been killed").side == 1

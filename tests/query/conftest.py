"""An invented article with hand-made findings, mapped to a graph: what the questions are asked of."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from pyoxigraph import Store

from testimonia.compare import compare_claims
from testimonia.mapping import MappingOptions, map_article
from testimonia.model import (
    Actor,
    Article,
    Assertion,
    Claim,
    Event,
    Findings,
    Happening,
    Office,
    Participation,
    Passage,
    Place,
    Quantity,
    Section,
    Side,
    Span,
    Statement,
    Unexplained,
    When,
    Zone,
)

TEXT = """= Battle of Red Ford =

Infobox
- Conflict: Battle of Red Ford
- Date: May 1–3, 2020
- Casualties2: 20 killed (per the Valley League)

The battle of Red Ford was fought in the Low Valley of Ardia during the Ardian War.

== Aftermath ==
In an interview with Radio Kel on 4 May, the head of the League said that 30 to 40 "raiders" had been killed.
Several Ardian soldiers were wounded, and two mules of seven were found.
"""


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def line(words: str) -> Span:
    start = TEXT.rindex("\n", 0, TEXT.index(words)) + 1
    return Span(start, TEXT.index("\n", start))


def _article() -> Article:
    head, tail = Span(0, TEXT.index("== Aftermath")), Span(TEXT.index("== Aftermath"), len(TEXT))
    zones: tuple[tuple[str, Zone, int], ...] = (
        ("- Date", "infobox", 0),
        ("- Casualties2", "infobox", 0),
        ("The battle of", "lead", 0),
        ("In an interview", "prose", 1),
        ("Several Ardian", "table", 1),
    )
    passages = []
    for words, zone, section in zones:
        span = line(words)
        starts, ends = range(span.start, span.end), range(span.start + 1, span.end + 1)
        passages.append(Passage(TEXT[span.start : span.end], starts, ends, zone, section))
    sections = (Section("Battle of Red Ford", 0, head), Section("Aftermath", 2, tail, ("Aftermath",)))
    return Article(TEXT, "Battle of Red Ford", "plain", sections, tuple(passages), source="red-ford.txt")


ACTORS = (
    Actor("ardia", "Ardia", "state", at("Ardia"), side=1, rule="actors.infobox"),
    Actor("league", "Valley League", "armed group", at("Valley League"), ("VL", "the League"), side=1, rule="actors.infobox", also=("coalition",)),
    Actor("front", "Front", "armed group", at("raiders"), side=2, rule="actors.infobox"),
    Actor("head", "head of the League", "person", at("head of the League"), office=Office("head of the League", "league"), rule="actors.office"),
    Actor("radio", "Radio Kel", "media", at("Radio Kel"), rule="actors.outlet"),
    Actor("raiders", "raiders", "described group", at("raiders"), side=2, rule="actors.described"),
    Actor("soldiers", "Ardian soldiers", "described group", at("Ardian soldiers"), side=1, aligned_to=("ardia",), rule="actors.described"),
)  # fmt: skip

STATEMENT = Statement(
    "interview", ("head",), at("In an interview with Radio Kel on 4 May"), ("league",), When("2020-05-04", "2020-05-04"),
    "interview", "interview", "radio",
)  # fmt: skip


def _claim(measure: str, quantity: Quantity, words: str, **more: Any) -> Claim:
    return Claim(measure, quantity, "ford", at(words), line(words), rule="prose.said", confidence=0.9, **more)  # type: ignore[arg-type]


CLAIMS = (
    _claim("killed", Quantity("exact", 20, 20, "20"), "20 killed", side=2, category="combatants", claimants=("league",),
           stance="claimed", zone="infobox"),
    _claim("killed", Quantity("range", 30, 40, "30 to 40"), '30 to 40 "raiders" had been killed', parties=("raiders",), side=2,
           category="combatants", claimants=("head",), stance="claimed", statement="interview", party_basis="described"),
    _claim("wounded", Quantity("vague", None, None, "Several", "several"), "Several Ardian soldiers were wounded",
           parties=("soldiers",), side=1, category="unknown", scope="sub", party_basis="order"),
    _claim("materiel_lost", Quantity("approximate", 2, 2, "two"), "two mules", side=1, item="mule"),
)  # fmt: skip


def _findings() -> Findings:
    span = at("May 1–3, 2020")
    ford = Event(
        "ford", "Battle of Red Ford", "battle", at("Battle of Red Ford"), main=True, when=When("2020-05-01", "2020-05-03", span),
        places=("valley", "land"), coordinates=(10.5, -20.25), part_of=("war",), result="Ardian victory",
    )  # fmt: skip
    war = Event("war", "Ardian War", "other", at("Ardian War"), when=When("2019", None, ongoing=True))
    dated = Assertion("attribute", "ford", "The event took place on 1 to 3 May 2020.", span, line("- Date"), "infobox.date", 0.95,
                      property="time", value="2020-05-01/2020-05-03", zone="infobox")  # fmt: skip
    found = Findings(
        events=(ford, war),
        sides=(Side(1, "ford"), Side(2, "ford", at("raiders"))),
        actors=ACTORS,
        places=(Place("valley", "Low Valley", at("Low Valley"), within="land"), Place("land", "Ardia", at("Ardia"))),
        participations=(
            Participation("ardia", "ford", "belligerent", 1, at("Ardia"), "infobox.combatant", 0.95),
            Participation("front", "ford", "belligerent", 2, at("raiders"), "infobox.combatant", 0.95),
            Participation("head", "ford", "commander", None, at("head of the League"), "infobox.commander", 0.95),
        ),
        statements=(STATEMENT,),
        claims=CLAIMS,
        assertions=(dated,),
        happenings=(
            Happening("other", When("2020-05-03", None), at("two mules of seven were found"), line("Several"), "timeline.other", 0.8,
                      ("the finders", "Ardia"), ("Red Ford",)),
            Happening("statement", When("2020-05-04", "2020-05-04"), at("In an interview with Radio Kel on 4 May"), line("In an"),
                      "timeline.statement", 0.9),
        ),
        unexplained=(Unexplained(at("seven"), line("Several"), "No measure was found."),),
    )  # fmt: skip
    return replace(found, relations=compare_claims(found))


Mapped = Callable[..., Store]


def _mapped(
    *, drop: int | None = None, named: bool = False, options: MappingOptions | None = None, **changes: Any
) -> Store:
    found = replace(_findings(), **changes)
    if drop is not None:
        found = replace(
            found, claims=tuple(claim for n, claim in enumerate(found.claims) if n != drop), relations=()
        )
    store = Store()
    for quad in map_article(_article(), found, options or MappingOptions()):
        store.add(quad if named else type(quad)(*quad.triple))
    return store


@pytest.fixture(scope="session")
def mapped() -> Mapped:
    """Map the article anew, with changed findings, or with its named graphs."""
    return _mapped


@pytest.fixture(scope="session")
def ford() -> Store:
    """The graph of the article, as Turtle would hold it: without named graphs."""
    return _mapped()


@pytest.fixture(scope="session")
def findings() -> Findings:
    """What was found in the article."""
    return _findings()

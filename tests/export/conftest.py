"""The example's graph, its claims as records, and a claim of an invented battle to make others of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from pyoxigraph import RdfFormat, Store

from testimonia.query import ClaimRecord, claim_records

if TYPE_CHECKING:
    from testimonia.pipeline import Built

Make = Callable[..., ClaimRecord]
BASE = "https://w3id.org/testimonia/kg/"

PLAIN = ClaimRecord(
    claim=f"{BASE}claim/red-ford-2020/killed-a", event=f"{BASE}event/red-ford-2020", article=f"{BASE}article/red-ford",
    zone="prose", kind="killed", low=20, high=20, approximate=False, wording="", parties=("Ardia",), side=1,
    category="combatants", claimants=("Valley League",), stance="claimed", said_on="2020-05-04", medium="", scope="main",
    quote="20 Ardians were killed", start=10, end=32, rule="prose.said", confidence=0.9, reading=1,
    says="20 combatants of Ardia were killed.", quantity="exact", verbatim="20", item="", polarity="affirmed",
    sentence="The League said that 20 Ardians were killed.", event_label="Battle of Red Ford", event_start="2020-05-01",
    event_end="2020-05-03", title="Battle of Red Ford", revision=f"{BASE}article/red-ford/rev/77", revision_id="77",
    url="https://en.wikipedia.org/wiki/Battle_of_Red_Ford", license="https://creativecommons.org/licenses/by-sa/4.0/",
    party_iris=(f"{BASE}actor/ardia",), side_iri=f"{BASE}side/red-ford-2020/1", claimant_iris=(f"{BASE}actor/valley-league",),
    on_behalf_of=(), contradicts=(), subset_of=(), party_basis="named",
)  # fmt: skip

ITEMS = {
    f"{BASE}event/red-ford-2020": "Q1",
    f"{BASE}actor/ardia": "Q2",
    f"{BASE}actor/valley-league": "Q3",
    f"{BASE}actor/front": "Q4",
}


@pytest.fixture(scope="session")
def store(built: Built) -> Store:
    """The graph of the example."""
    graph = Store()
    graph.load(built.files["nq"], RdfFormat.N_QUADS)
    return graph


@pytest.fixture(scope="session")
def records(store: Store) -> tuple[ClaimRecord, ...]:
    """The claims of the example."""
    return claim_records(store)


@pytest.fixture(scope="session")
def claim() -> Make:
    """Make a claim like the plain one, but for what is given."""
    return lambda **changes: replace(PLAIN, **changes)


@pytest.fixture(scope="session")
def accepted() -> dict[str, str]:
    """The items that a person has accepted."""
    return ITEMS

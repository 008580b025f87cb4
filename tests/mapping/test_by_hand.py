"""Whatever the model made by hand says of the example, the mapping can say."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from pyoxigraph import RdfFormat, Store

if TYPE_CHECKING:
    from types import ModuleType

BY_HAND = Path(__file__).resolve().parents[3] / "shared" / "model" / "akabar-by-hand.ttl"
HEAD = "PREFIX tm: <https://w3id.org/testimonia/ontology#> PREFIX oa: <http://www.w3.org/ns/oa#>"
SPANS = """SELECT ?record ?start ?end { ?record tm:evidence/oa:hasSelector ?s . ?s oa:start ?start ; oa:end ?end
           FILTER EXISTS { { ?record tm:about ?e } UNION { ?record tm:participationIn ?e } } }"""


@pytest.fixture(scope="module")
def by_hand() -> Store:
    if not BY_HAND.exists():
        pytest.skip("the model made by hand is not beside the checkout")
    store = Store()
    store.load(BY_HAND.read_bytes(), format=RdfFormat.TURTLE)
    return store


def spans(store: Store) -> set[tuple[int, int]]:
    rows: Any = store.query(f"{HEAD} {SPANS}", use_default_graph_as_union=True)
    return {(int(row["start"].value), int(row["end"].value)) for row in rows}


def test_every_claim_and_participation_by_hand_has_one_at_the_same_words(
    store: Store, by_hand: Store
) -> None:
    mine, theirs = spans(store), spans(by_hand)
    assert len(theirs) > 30
    for start, end in theirs:
        assert any(first < end and start < last for first, last in mine), (start, end)


@pytest.mark.parametrize(
    "count",
    [
        "?x a tm:CasualtyClaim", "?x a tm:StrengthClaim", "?x a tm:OutcomeClaim", "?x a tm:ParticipationClaim",
        "?x a tm:CharacterisationClaim", "?x a tm:Participation", "?x a tm:Side", "?x a tm:Place", "?x a tm:Person",
        "?x a tm:DescribedGroup", "?x a tm:State", "?x a tm:MediaOrganisation", "?x tm:claimant ?y", "?x tm:madeIn ?y",
        "?x tm:speaker ?y", "?x tm:onBehalfOf ?y", "?x tm:outlet ?y", "?x tm:statementTime ?y", "?x tm:memberOf ?y",
        "?x tm:within ?y", "?x <http://www.w3.org/ns/org#holds> ?y", "?x <http://www.w3.org/ns/org#postIn> ?y",
    ],
)  # fmt: skip
def test_there_is_at_least_as_much_of_each_kind(store: Store, by_hand: Store, count: str) -> None:
    def number(of: Store) -> int:
        rows: Any = of.query(f"{HEAD} SELECT (COUNT(*) AS ?n) {{ {count} }}", use_default_graph_as_union=True)
        return int(next(iter(rows))["n"].value)

    # the statement of a group about itself names the group as speaker and, by hand, again as the one spoken for
    spare = 1 if "onBehalfOf" in count else 0
    assert number(store) >= number(by_hand) - spare > 0


def test_the_example_is_the_text_that_was_modelled_by_hand(akabar: ModuleType) -> None:
    assert akabar.ARTICLE.sha256.startswith("316224051f4b")

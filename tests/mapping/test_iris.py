"""IRIs say what a thing is, and nothing of how it was read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from testimonia.mapping import MappingOptions, map_article
from testimonia.mapping.iris import mint_iris, name_comparison
from testimonia.mapping.terms import node
from testimonia.model import (
    Actor,
    Article,
    Claim,
    Event,
    Findings,
    Office,
    Place,
    Quantity,
    Section,
    Span,
    When,
)

if TYPE_CHECKING:
    from types import ModuleType

    from pyoxigraph import Quad

HERE = Span(0, 4)
ARTICLE = Article("Ford of the Reeds\n", "Ford of the Reeds", "prose", (Section("", 0, Span(0, 18)),), ())
BASE = MappingOptions().base


def event(key: str, label: str, start: str | None = None, **more: Any) -> Event:
    return Event(
        key, label, more.pop("kind", "battle"), HERE, when=When(start, start) if start else None, **more
    )


def short(found: Any) -> dict[str, str]:
    return {key: node.value.removeprefix(BASE) for key, node in found.items()}


def iris(**findings: Any) -> Any:
    return mint_iris(ARTICLE, Findings(**findings), MappingOptions())


@pytest.mark.parametrize(
    ("label", "start", "name"),
    [
        ("Battle of the Ford", "1618-05-23", "battle-of-the-ford-1618"),
        ("Battle of the Ford (1618)", "1618", "battle-of-the-ford-1618"),
        ("1618 Ford massacre", "1618-05", "1618-ford-massacre"),
        ("Battle of the Ford", None, "battle-of-the-ford"),
        ("Battle of Promontory", "-0030-09-02", "battle-of-promontory-31-bce"),
        ("Battle of Promontory (31 BCE)", "-0030", "battle-of-promontory-31-bce"),
    ],
)
def test_an_event_is_named_by_its_label_and_year(label: str, start: str | None, name: str) -> None:
    assert short(iris(events=(event("e", label, start),)).events) == {"e": f"event/{name}"}


def test_events_of_one_name_get_iris_of_their_own() -> None:
    found = iris(
        events=(
            event("a", "The Raid"),
            event("b", "The Raid", kind="war"),
            event("c", "The Raid"),
            event("d", "The Raid"),
        )
    )
    assert short(found.events) == {
        "a": "event/the-raid", "b": "event/the-raid-war", "c": "event/the-raid-battle", "d": "event/the-raid-battle-2",
    }  # fmt: skip


def test_named_actors_are_shared_and_described_ones_belong_to_the_event() -> None:
    found = iris(
        events=(event("e", "The Raid", "1618", main=True),),
        actors=(
            Actor("n", "Northland", "state", HERE),
            Actor("r", "the raiders", "described group", HERE, side=2),
            Actor("q", "The Raiders", "described group", HERE, side=1),
            Actor("l", "leader of the Reeds", "person", HERE, office=Office("leader of the Reeds")),
            Actor("p", "Ada Reed", "person", HERE, office=Office("leader of the Reeds", "n")),
            Actor("m", "Northland", "media", HERE),
        ),
    )
    assert short(found.actors) == {
        "n": "actor/northland", "r": "group/the-raid-1618/the-raiders", "q": "group/the-raid-1618/the-raiders-side-1",
        "l": "person/the-raid-1618/leader-of-the-reeds", "p": "person/ada-reed", "m": "actor/northland-media",
    }  # fmt: skip


def test_who_is_known_only_by_an_office_is_somebody_else_in_another_event() -> None:
    leader = Actor("l", "their leader", "person", HERE, office=Office("their leader"))
    assert short(iris(actors=(leader,)).actors) == {"l": "person/ford-of-the-reeds/their-leader"}


def test_the_event_of_an_article_is_named_by_the_title_that_tells_it_from_others() -> None:
    titled = replace(ARTICLE, title="Battle of the Ford (May 1618)")
    found = mint_iris(
        titled, Findings(events=(event("e", "Battle of the Ford", "1618-05"),)), MappingOptions()
    )
    assert short(found.events) == {"e": "event/battle-of-the-ford-may-1618"}
    assert found.scene == "battle-of-the-ford-may-1618"


def test_offices_of_bodies_that_share_a_name_are_not_one_office() -> None:
    bodies = [Actor("g", "government", "organisation", HERE), Actor("n", "Northland", "state", HERE)]
    found = iris(events=(event("e", "The Raid", "1618", main=True),), actors=tuple(bodies))
    offices = [found.office(found.actors["g"], Office("spokesman", body)).value for body in ("g", "n")]
    assert offices == [
        f"{BASE}office/the-raid-1618/government/spokesman",
        f"{BASE}office/northland/spokesman",
    ]


def test_places_of_one_name_get_iris_of_their_own() -> None:
    found = iris(places=(Place("a", "Reeds", HERE), Place("b", "Reeds", HERE)))
    assert short(found.places) == {"a": "place/reeds", "b": "place/reeds-2"}


def test_a_revision_is_named_by_its_id_or_else_by_its_hash() -> None:
    by_hash = mint_iris(ARTICLE, Findings(), MappingOptions())
    by_id = mint_iris(replace(ARTICLE, revision_id="4711"), Findings(), MappingOptions())
    assert by_hash.revision.value == f"{BASE}article/ford-of-the-reeds/rev/{ARTICLE.sha256[:12]}"
    assert by_id.revision.value == f"{BASE}article/ford-of-the-reeds/rev/4711"
    assert by_id.comparisons.value == f"{by_id.revision.value}/comparisons"


def test_an_article_without_a_title_is_named_by_its_text() -> None:
    found = mint_iris(replace(ARTICLE, title=""), Findings(), MappingOptions())
    assert found.article.value == f"{BASE}article/{ARTICLE.sha256[:12]}"


def test_a_comparison_is_named_under_the_event_of_its_left_claim() -> None:
    left, other = (node(f"{BASE}claim/ford-of-the-reeds-1412/killed-{name}") for name in ("a", "b"))
    found = {
        name_comparison(BASE, one, "agrees", *both).value
        for one, both in ((left, (left.value, other.value)), (other, (other.value, left.value)))
    }
    assert len(found) == 2
    assert all(iri.startswith(f"{BASE}comparison/ford-of-the-reeds-1412/") for iri in found)


def test_other_choices_make_another_run() -> None:
    runs = {
        mint_iris(ARTICLE, Findings(), options).run
        for options in (
            MappingOptions(),
            MappingOptions(tolerance=None),
            MappingOptions(version="9"),
            MappingOptions(timestamp="2024-05-01T12:00:00Z"),
        )
    }
    assert len(runs) == 4


def test_a_key_that_nothing_has_is_a_mistake_of_a_rule() -> None:
    claim = Claim("killed", Quantity("exact", 1, 1, "one"), "e", HERE, HERE, "r", 1, parties=("nobody",))
    with pytest.raises(KeyError, match="nobody"):
        map_article(ARTICLE, Findings(events=(event("e", "The Raid"),), claims=(claim,)), MappingOptions())


# --- claims -------------------------------------------------------------------------------------


def claims(akabar: ModuleType, *changed: Claim) -> list[str]:
    """The IRIs of claims, in order, within the findings of the example."""
    findings = replace(akabar.FINDINGS, claims=changed, relations=())
    quads = map_article(akabar.ARTICLE, findings, MappingOptions())
    return sorted({quad.subject.value for quad in quads if quad.predicate.value.endswith("#measure")})  # type: ignore[union-attr]


@pytest.fixture
def claim(akabar: ModuleType) -> Claim:
    found: Claim = akabar.CLAIMS[13]
    assert found.quantity.verbatim == "twenty"
    return found


@pytest.mark.parametrize(
    "change",
    [
        {"span": Span(5, 9)},
        {"sentence": Span(5, 90)},
        {"confidence": 0.1},
        {"rule": "prose.other"},
        {"zone": "lead"},
        {"party_basis": "inferred"},
        {"quantity": Quantity("exact", 20, 20, "20")},
    ],
)
def test_how_a_claim_was_read_does_not_change_its_iri(
    akabar: ModuleType, claim: Claim, change: dict[str, Any]
) -> None:
    assert claims(akabar, claim) == claims(akabar, replace(claim, **change))
    assert len(claims(akabar, claim, replace(claim, **({"sentence": Span(5, 90)} | change)))) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"event": "war"},
        {"measure": "wounded"},
        {"quantity": Quantity("exact", 21, 21, "21")},
        {"quantity": Quantity("approximate", 20, 20, "about twenty")},
        {"parties": ("jihadists",)},
        {"parties": ()},
        {"side": 1},
        {"category": "mixed"},
        {"item": "horse"},
        {"stance": "denied"},
        {"polarity": "negated"},
        {"claimants": ("france",)},
        {"statement": "leader"},
        {"scope": "sub"},
        {"when": When("2018-04-02", "2018-04-02")},
    ],
)
def test_what_is_said_and_who_says_it_changes_its_iri(
    akabar: ModuleType, claim: Claim, change: dict[str, Any]
) -> None:
    assert len(claims(akabar, claim, replace(claim, **change))) == 2


def test_vague_claims_are_told_apart_by_their_word(akabar: ModuleType, claim: Claim) -> None:
    vague = [
        replace(claim, quantity=Quantity("vague", None, None, "", word))
        for word in ("several", "Several", "dozens")
    ]
    assert len(claims(akabar, *vague)) == 2


def test_the_same_figure_twice_in_one_sentence_counts_two_things(akabar: ModuleType, claim: Claim) -> None:
    again = replace(claim, span=Span(claim.sentence.start, claim.sentence.start + 3))
    elsewhere = replace(claim, sentence=Span(5, 90), span=Span(5, 9))
    assert len(claims(akabar, claim, again)) == 2
    assert len(claims(akabar, claim, again, elsewhere)) == 2
    overlapping = replace(claim, span=Span(claim.span.start, claim.span.end - 2))
    assert len(claims(akabar, claim, overlapping)) == 1


def test_another_revision_of_the_text_gives_the_same_claims(
    akabar: ModuleType, quads: tuple[Quad, ...]
) -> None:
    later = replace(akabar.ARTICLE, text=akabar.TEXT + " ")
    again = map_article(later, akabar.FINDINGS, MappingOptions())

    def named(found: tuple[Quad, ...], kind: str) -> set[str]:
        return {quad.subject.value for quad in found if f"/{kind}/" in quad.subject.value}  # type: ignore[union-attr]

    for kind in (
        "event",
        "actor",
        "group",
        "place",
        "side",
        "statement",
        "claim",
        "participation",
        "happening",
    ):
        assert named(quads, kind) == named(again, kind)
    assert not named(quads, "char") & named(again, "char")

"""When two names are one actor, and when they never are."""

from typing import Any

from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.sides import Sides
from testimonia.model import Actor, ActorKind, Office, Span


def actor(label: str, kind: ActorKind = "armed group", **more: Any) -> Actor:
    return Actor(label.lower().replace(" ", "-"), label, kind, more.pop("span", Span(5, 9)), **more)


def registry() -> Registry:
    return Registry(Sides(()))


def test_a_name_known_already_adds_what_is_new() -> None:
    known = registry()
    key = known.add(actor("Relief Front"))
    same = known.add(
        actor("Relief Front", aliases=("RF",), side=2, office=Office("head"), link="Relief Front (Kayes)")
    )
    assert same == key
    assert known.get(key).side == 2
    assert known.known("RF") == key


def test_a_second_name_makes_two_actors_one() -> None:
    known = registry()
    front, letters = (
        known.add(actor("Relief Front", span=Span(7, 9))),
        known.add(actor("RF", span=Span(1, 3))),
    )
    assert known.name(front, "RF")
    assert known.key(letters) == front
    assert known.get(letters).label == "Relief Front"
    assert known.get(front).span == Span(1, 3)
    assert letters in known
    assert len(list(known)) == 1


def test_enemies_and_persons_never_become_one_with_a_body() -> None:
    known = registry()
    front = known.add(actor("Relief Front", side=1))
    known.add(actor("Roe", "person"))
    known.add(actor("Orr Front", side=2))
    assert not known.name(front, "Roe")
    assert not known.name(front, "Orr Front")
    assert len(list(known)) == 3


def test_two_of_one_infobox_become_one_only_where_the_text_is_sure() -> None:
    known = registry()
    front = known.add(actor("Relief Front", rule="infobox.belligerent"))
    known.add(actor("RF", rule="infobox.belligerent"))
    assert not known.name(front, "RF")
    assert known.name(front, "RF", sure=True)


def test_the_infobox_name_stays_unless_it_is_short() -> None:
    known = registry()
    key = known.add(actor("Syria", "state", rule="infobox.belligerent"))
    known.add(actor("Syrian Arab Republic", "state"))
    known.name(key, "Syrian Arab Republic")
    assert known.get(key).label == "Syria"
    person = known.add(actor("A. B. Dow", "person", rule="infobox.commander"))
    known.add(actor("Adrian Bert Dow", "person"))
    known.name(person, "Adrian Bert Dow")
    assert known.get(person).label == "Adrian Bert Dow"


def test_keys_stay_apart_where_slugs_meet() -> None:
    known = registry()
    one = known.add(actor("Roe", "person"))
    other = known.add(Actor("roe", "Roe", "armed group", Span(1, 2)))
    assert one != other


def test_no_words_are_no_name() -> None:
    known = registry()
    assert not known.name(known.add(actor("Relief Front")), "…")

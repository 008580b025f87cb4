"""What is carried from count to count and from sentence to sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

import pytest

from testimonia.extract import extract_findings
from testimonia.read import read_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article, Claim

INFOBOX = "- Date: 2 May 2013\n- Combatant1: Kingdom of Arvo\n- Combatant2: Ridge Front"


class Told(NamedTuple):
    """A claim with its words and names."""

    claim: Claim
    quote: str
    sentence: str
    parties: list[str]
    says: list[str]


Read: TypeAlias = "Callable[[str], list[Told]]"


@pytest.fixture(scope="session")
def read(article_of: Callable[..., Article]) -> Read:
    def reading(text: str) -> list[Told]:
        article = article_of(text, infobox=INFOBOX)
        findings = extract_findings(article)
        labels = {actor.key: actor.label for actor in findings.actors}
        return [
            Told(
                one, article.quote(one.span), article.quote(one.sentence), [labels[key] for key in one.parties],
                [labels[key] for key in one.claimants],
            )
            for one in findings.claims
        ]  # fmt: skip

    return reading


PARTIES = [
    ("an elided figure", "Nine guards were killed, and five injured.", [["guards"], ["guards"]]),
    ("not over a full stop", "Nine guards were killed. Five were injured.", [["guards"], []]),
    ("members of a body", "Nine members of the militia were killed.", [["members of the militia"]]),
    ("soldiers of a country", "Nine soldiers of the Ridge Front were killed.", [["soldiers of the Ridge Front"]]),
    ("nobody named", "There were 12 casualties.", [[]]),
    ("an owner", "Orr's cavalry lost nine men.", [["Orr's cavalry"]]),
    ("two names before a noun", "Nine Arvo and Ridge fighters were killed.", [["Arvo and Ridge fighters"]]),
    ("a pronoun for a group", "The garrison lost nine men. They were killed.", [["garrison"], ["garrison"]]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "parties"), [pytest.param(text, parties, id=label) for label, text, parties in PARTIES]
)
def test_the_party_is_named_as_the_text_names_it(text: str, parties: list[list[str]], read: Read) -> None:
    assert [told.parties for told in read(text)] == parties


SIDES = [
    ("a force counted behind it", "Arvo met the Ridge army of 200 men.", [2]),
    ("the same for a list", "Arvo challenged the Ridge fleet of three carriers and ten cruisers.", [2, 2]),
    ("whoever is faced", "The Arvonians of the Kingdom of Arvo faced 300 men.", [2]),
    ("whoever stops somebody", "The Ridge Front was stopped by 17 tanks.", [1]),
    ("whoever is met with", "The Ridge Front met fire from 300 men.", [1]),
    ("whoever attacks", "Sixty bombers attacked the Ridge Front.", [1]),
    ("not who comes to help", "The Ridge Front was joined by 300 men.", [2]),
    ("attackers pay", "The first Ridge Front assault was repulsed with heavy losses.", [2]),
    ("by whom the attack is", "The raid by the Ridge Front ended with heavy losses.", [2]),
    ("who attacked before", "The Ridge Front attacked the fort, but the assault failed with heavy losses.", [2]),
    ("not who forces others", "Attacks by the Ridge Front forced it to withdraw with heavy losses.", [None]),
    ("losses that come to", "Ridge Front losses amounted to 30 killed, 20 wounded and five missing.", [2, 2, 2]),
    ("who was hit before", "Arvo shelled the Ridge Front. Nine men were killed.", [2]),
    ("machines beside men", "Arvo raided the Ridge Front. Nine men were killed and two tanks were burned.", [2, 2]),
    ("not whoever else dies", "Arvo shelled the Ridge Front. Nine people were killed.", [None]),
    ("not two sentences on", "Arvo shelled the Ridge Front. Night fell. Nine men were killed.", [None]),
    ("what a side claims", "The Ridge Front claimed that 40 tanks were destroyed.", [1]),
    ("prisoners, too", "The Ridge Front announced 90 prisoners.", [1]),
    ("losses somewhere", "Ridge Front losses at the river were 30 killed and 90 prisoners.", [2, 2]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sides"), [pytest.param(text, sides, id=label) for label, text, sides in SIDES]
)
def test_the_side_follows_from_what_is_done(text: str, sides: list[int | None], read: Read) -> None:
    assert [told.claim.side for told in read(text)] == sides


BASES = [
    ("Nine guards were killed.", "described"),
    ("There were 12 casualties.", "none"),
    ("The garrison lost nine men. They were killed.", "pronoun"),
]


@pytest.mark.parametrize(("text", "basis"), BASES)
def test_a_party_tells_what_it_rests_on(text: str, basis: str, read: Read) -> None:
    assert read(text)[-1].claim.party_basis == basis


DATES = [
    ("On 3 May 2013, nine men were killed.", "2013-05-03"),
    ("Nine men were killed on 3 May 2013.", "2013-05-03"),
    ("The army said on 5 May that nine men were killed on 3 May.", "2013-05-03"),
    ("The army said on 5 May that nine men were killed.", None),
    ("Nine men were killed.", None),
]


@pytest.mark.parametrize(("text", "day"), DATES)
def test_the_day_of_the_harm_is_not_the_day_of_the_saying(text: str, day: str | None, read: Read) -> None:
    when = read(text)[0].claim.when
    assert (when.start if when else None) == day


QUOTES = [
    ('The army said that nine "bandits" were killed.', 'nine "bandits" were killed'),
    ('The army said that nine men were "neutralised".', 'nine men were "neutralised"'),
    ("The army said that nine men were “neutralised”.", "nine men were “neutralised”"),
]


@pytest.mark.parametrize(("text", "quote"), QUOTES)
def test_a_quote_closes_the_quotation_mark_that_it_opens(text: str, quote: str, read: Read) -> None:
    assert [told.quote for told in read(text)] == [quote]


STANCES = [
    ("An estimated nine men were killed.", "estimated"),
    ("The army said that an estimated nine men were killed.", "estimated"),
    ("The army denied that an estimated nine men were killed.", "denied"),
    ("The army said that nine men were killed.", "claimed"),
    ("Nine men were killed.", "unmarked"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_an_estimate_outweighs_a_mere_claim(text: str, stance: str, read: Read) -> None:
    assert [told.claim.stance for told in read(text)] == [stance]


def test_items_of_a_list_share_the_saying_above_it(read: Read) -> None:
    found = read("The army said:\n* nine men were killed\n* ten men were wounded\n\nTwo men were missing.")
    assert [told.says for told in found] == [["army"], ["army"], []]


def test_a_claim_stands_in_its_sentence(read: Read) -> None:
    found = read("All was lost. Nine men were killed.")
    assert [told.sentence for told in found] == ["Nine men were killed."]


def test_a_note_is_over_where_it_ends() -> None:
    text = "{{Infobox military conflict|conflict=Raid}}\n== Raid ==\nThe garrison held the fort.{{efn|The Hill Guard lost a gun.}} They were killed.\n\nThey were executed at dawn."
    article = read_article(text)
    findings = extract_findings(article)
    labels = {actor.key: actor.label for actor in findings.actors}
    told = [
        (article.quote(one.span), [labels[key] for key in one.parties])
        for one in findings.claims
        if one.measure == "killed"
    ]
    assert told == [("They were killed", ["garrison"]), ("They were executed", ["garrison"])]

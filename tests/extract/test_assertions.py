"""What is said of the event itself is backed by the words it was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article, Assertion

INFOBOX = """
- Conflict: Battle of Arvo
- Place: Arvo, Ridge Province, Freeland
- Coordinates: 12.5, -3.25
- Partof: Ridge War
- Date: 2 May 2013
- Result: Freelandic victory
- Combatant1: Freeland
- Combatant2: Ridge Front
"""
LEAD = "The Battle of Arvo took place on 2 May 1413 near Arvo in Freeland."


@pytest.fixture(scope="session")
def backing(article_of: Callable[..., Article]) -> Callable[..., dict[str, tuple[Assertion, str, str]]]:
    def assertions(text: str, infobox: str, section: str = "Battle") -> dict[str, tuple[Assertion, str, str]]:
        article = article_of(text, infobox=infobox, title="Battle of Arvo", section=section)
        return {
            one.property or one.kind: (one, article.quote(one.span), article.quote(one.sentence))
            for one in extract_findings(article).assertions
        }

    return assertions


@pytest.mark.parametrize(
    ("name", "value", "quote"),
    [
        ("time", "2013-05-02", "2 May 2013"),
        ("place", "arvo", "Arvo"),
        ("part_of", "ridge-war", "Ridge War"),
        ("coordinates", "12.5,-3.25", "12.5, -3.25"),
        ("kind", "battle", "Battle"),
        ("outcome", "Freelandic victory", "Freelandic victory"),
    ],
)
def test_a_value_of_the_infobox_is_backed_by_its_words(
    name: str, value: str, quote: str, backing: Callable[..., dict[str, tuple[Assertion, str, str]]]
) -> None:
    one, words, line = backing("All was lost.", INFOBOX)[name]
    assert (one.value, words, one.zone) == (value, quote, "infobox") or name == "kind"
    assert words in line


def test_the_time_in_the_lead_is_backed_by_its_sentence(
    backing: Callable[..., dict[str, tuple[Assertion, str, str]]],
) -> None:
    one, _, sentence = backing(LEAD, "", "")["time"]
    assert (one.value, one.zone, sentence) == ("1413-05-02", "lead", LEAD)


@pytest.mark.parametrize(
    ("result", "winner"),
    [("Freeland victory", 1), ("Ridge Front victory", 2), ("Inconclusive", None), ("Victory", None)],
)
def test_a_victory_names_the_side_that_won(
    result: str, winner: int | None, backing: Callable[..., dict[str, tuple[Assertion, str, str]]]
) -> None:
    found = backing("All was lost.", INFOBOX.replace("Freelandic victory", result))
    assert found["outcome"][0].winner == winner


@pytest.mark.parametrize(
    ("date", "value", "text"),
    [
        ("2 May 2013", "2013-05-02", "The event took place on 2013-05-02."),
        ("2–9 May 2013", "2013-05-02/2013-05-09", "The event took place from 2013-05-02 to 2013-05-09."),
        ("2 May 2013 – present", "2013-05-02/", "The event took place from 2013-05-02 and went on."),
    ],
)
def test_a_time_is_told_with_its_end(
    date: str, value: str, text: str, backing: Callable[..., dict[str, tuple[Assertion, str, str]]]
) -> None:
    one = backing("All was lost.", INFOBOX.replace("2 May 2013", date))["time"][0]
    assert (one.value, one.text) == (value, text)

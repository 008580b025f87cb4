"""Who can speak: people, bodies and names, but not things."""

from __future__ import annotations

import pytest

from testimonia.extract.attribution.media import is_outlet
from testimonia.extract.attribution.speakers import speaks


@pytest.mark.parametrize(
    "words",
    [
        "the ministry",
        "local officials",
        "the observatory",
        "a spokesman",
        "eyewitnesses",
        "the general staff",
    ],
)
def test_bodies_and_offices_speak(words: str) -> None:
    assert speaks(words)


@pytest.mark.parametrize("words", ["the explosion", "the river", "", "the attack", "able"])
def test_things_do_not_speak(words: str) -> None:
    assert not speaks(words)


@pytest.mark.parametrize("words", ["Reuters", "the BBC", "Al Jazeera"])
def test_news_media_are_outlets(words: str) -> None:
    assert is_outlet(words)


@pytest.mark.xfail(reason="the lexicon of media does not have The Times", strict=True, raises=AssertionError)
def test_a_newspaper_whose_name_begins_with_the_is_an_outlet() -> None:
    assert is_outlet("The Times")


@pytest.mark.parametrize("words", ["the army", "Orr", "the river"])
def test_other_bodies_are_no_outlets(words: str) -> None:
    assert not is_outlet(words)

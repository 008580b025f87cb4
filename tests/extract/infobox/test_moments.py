"""Dates among figures: which numbers are no figures, and when a note speaks of."""

import pytest

from testimonia.extract.infobox.moments import dated_tokens, is_year, moment_of
from testimonia.extract.tokens import tokenize
from testimonia.model import When

EVENT = When("1984-05-03", "1984-05-09")

# words | those that are a date
DATED = [
    ("as of 5 May", "5 May"),
    ("28 October 1940", "28 October 1940"),
    ("December", "December"),
    ("in 1944", "1944"),
    ("2015–2016", "2015 – 2016"),
    ("c. 1500", ""),
    ("1500 men", ""),
    ("1500–1800", ""),
    ("1944", ""),
    ("next day", ""),
]  # fmt: skip


@pytest.mark.parametrize(("words", "dated"), DATED, ids=[case[0] for case in DATED])
def test_dates_are_told_from_figures(words: str, dated: str) -> None:
    tokens = tokenize(words)
    found = " ".join(token.text for at, token in enumerate(tokens) if at in dated_tokens(tokens))
    assert set(dated.split()) <= set(found.split()) if dated else found == ""


@pytest.mark.parametrize(
    ("words", "sure"), [("1941", True), ("2012", True), ("500", False), ("1941 men", False)]
)
def test_four_digits_alone_can_be_a_year(words: str, sure: bool) -> None:
    assert is_year(tokenize(words)) is sure


@pytest.mark.parametrize(
    ("words", "event", "start"),
    [("as of 5 May", EVENT, "1984-05-05"), ("5 May 1985", None, "1985-05-05"), ("5 May", None, None),
     ("3 May, 5 May", EVENT, None), ("nothing dated", EVENT, None)],
)  # fmt: skip
def test_a_note_takes_its_year_from_the_event(words: str, event: When | None, start: str | None) -> None:
    when = moment_of(tokenize(words), event)
    assert (when.start if when else None) == start

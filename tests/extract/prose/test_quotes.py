"""The quote of a count: the figure's words and, where they stand close, the word of harm."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract.prose import find_claims

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.extract.prose import Scene

QUOTES = [
    ("Nine men were killed.", ["Nine men were killed"]),
    ("The raiders killed nine men.", ["killed nine men"]),
    ("Nine men were killed, and five injured.", ["Nine men were killed", "five injured"]),
    ("At least nine men were killed.", ["At least nine men were killed"]),
    ("The column suffered 300 casualties.", ["300 casualties"]),
    ("The explosion left seven sailors dead.", ["seven sailors dead"]),
    ("A force of 12,000 crossed.", ["12,000"]),
    ("The death toll rose to 21.", ["The death toll rose to 21"]),
    ("They took 300 prisoners.", ["300 prisoners"]),
    (
        "Nine men of the third battalion of the regiment from the city on the far side of the great river were later killed.",
        ["Nine men"],
    ),
]


@pytest.mark.parametrize(("text", "quotes"), QUOTES)
def test_a_count_is_quoted_as_shortly_as_can_be(
    text: str, quotes: list[str], scenes_of: Callable[[str], list[Scene]]
) -> None:
    (scene,) = scenes_of(text)
    assert [scene.sentence.words(one.first, one.last) for one in find_claims(scene)] == quotes

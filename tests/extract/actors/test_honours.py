"""Persons as a text calls them with an honour before or a title behind."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors import Cast
from testimonia.model import Actor

CALLED = [
    # prose, person, spelling, why
    ("General Sir Tom Roe came. Roe won.", "Tom Roe", "Sir Tom Roe", "an honour behind a rank"),
    ("Emperor Tairoe of Dow came. Tairoe won.", "Tairoe", "Emperor Tairoe of Dow", "a ruler of a realm"),
    ("Grand Duke Henry II of Orr led them. Henry II won.", "Henry II", "Grand Duke Henry II", "two words"),
    ("Colonel Tom Roe, 1st Earl Dow came. Roe won.", "Tom Roe", "Tom Roe, 1st Earl Dow", "a peerage"),
    ("General Tom Roe, Prince of Dow came. Roe won.", "Tom Roe", "Tom Roe, Prince of Dow", "a principality"),
    ("General Tom Roe, Duke of Orrow came. The Duke of Orrow won.", "Tom Roe", "Duke of Orrow", "the title alone"),
    ("General Tom Roe (the 3rd Duke of Orrow) came. Orrow won.", "Tom Roe", "3rd Duke of Orrow", "in a bracket"),
    ("General Tom Roe (the 3rd Duke of Orrow) came. Orrow won.", "Tom Roe", "Orrow", "the place of a bracket"),
    ("They obeyed the Earl of Orrow. Orrow said so.", "Earl of Orrow", "Orrow", "a noble by his place"),
]


@pytest.mark.parametrize(("prose", "person", "words", "why"), CALLED, ids=[case[3] for case in CALLED])
def test_an_honour_is_half_a_name(
    cast_of: Callable[..., Cast],
    actor_named: Callable[[Cast, str], Actor | None],
    prose: str,
    person: str,
    words: str,
    why: str,
) -> None:
    actor = actor_named(cast_of(prose), person)
    assert actor is not None, why
    assert words in {actor.label, *actor.aliases}, why


NOT_CALLED = [
    ("General Tom Roe came. Roe won.", "General Tom Roe", "a rank before a full name"),
    ("They met near Sheikh Dow. Then Dow was taken.", "Sheikh Dow", "a place"),
    ("King Charles came. Prince Charles fled.", "King Charles", "two of one first name"),
    ("Colonel Tom Roe, 1st of May, came. Roe won.", "Tom Roe, 1st of May", "a day"),
    (
        "John VI, Duke of Roe, met John VI, Count of Dow. John VI won.",
        "John VI, Duke of Roe",
        "two of a name",
    ),
    ("Colonel Tom Roe, Duke Henry and others came.", "Tom Roe, Duke Henry", "somebody else"),
    ("They obeyed the Duke of Orrow. In Orrow they slept. Orrow fell.", "Orrow", "where a noble is from"),
    ("The Duke of Orrow met the Count of Orrow. Orrow said so.", "Orrow", "two nobles of a place"),
]


@pytest.mark.parametrize(("prose", "words", "why"), NOT_CALLED, ids=[case[2] for case in NOT_CALLED])
def test_what_is_no_honour_of_a_person(
    cast_of: Callable[..., Cast], prose: str, words: str, why: str
) -> None:
    names = [{actor.label, *actor.aliases} for actor in cast_of(prose).actors()]
    assert not any(words in found for found in names), why

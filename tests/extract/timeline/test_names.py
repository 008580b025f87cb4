"""Who and where a dated clause names."""

from collections.abc import Callable

import pytest

from testimonia.model import Article, Happening

Told = Callable[..., tuple[Article, tuple[Happening, ...]]]

# sentence, actors, places
CASES = [
    ("On 3 May, rebels attacked the fort near Orm.", ("rebels",), ("Orm",)),
    ("On 3 May, government forces left the village of Fell.", ("government forces",), ("Fell",)),
    ("On 3 May, the Orm Liberation Front left the town.", ("Orm Liberation Front",), ()),
    ("On 3 May, the 5th Border Brigade fled from Ashmoor.", ("5th Border Brigade",), ("Ashmoor",)),
    ("On 3 May, General Said ibn Tahir came to Ashmoor and Fell.", ("General Said ibn Tahir",), ("Ashmoor", "Fell")),
    ("On 3 May, the Ministry of the Interior sent troops.", ("Ministry of the Interior", "troops"), ()),
    ("On 3 May, rebels hit the Ashmoor airbase.", ("rebels",), ("Ashmoor airbase",)),
    ("On 3 May, rebels took the city of Fell, Ashmoor Province.", ("rebels",), ("Fell", "Ashmoor Province")),
    ("Fighting began on 3 May after the capture of Fell.", (), ("Fell",)),
    ("On Monday 3 May, Russian shelling hit Fell.", ("Fell",), ()),
    ("On 3 May, Russian soldiers fled.", ("Russian soldiers",), ()),
    ("On 3 May, they came to attack the mill.", (), ()),
    ("On 3 May, rebels met al-Harun near Orm and other rebels.", ("rebels", "al-Harun"), ("Orm",)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "actors", "places"), CASES)
def test_a_clause_names_actors_and_places(
    told: Told, sentence: str, actors: tuple[str, ...], places: tuple[str, ...]
) -> None:
    _, happenings = told(f"== Battle ==\n{sentence}")
    assert (happenings[0].actors, happenings[0].places) == (actors, places)


def test_at_most_six_are_named(told: Told) -> None:
    names = ", ".join(f"Colonel {name}" for name in ("Ash", "Birk", "Cole", "Dorn", "Elm", "Fir", "Gorse"))
    _, happenings = told(f"== Battle ==\nOn 3 May, the town was left by {names}.")
    assert len(happenings[0].actors) == 6

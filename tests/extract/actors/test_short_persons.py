"""Last names, first names and initials of persons."""

from collections.abc import Callable

import pytest

from testimonia.extract.actors import Cast
from testimonia.extract.actors.short_persons import fits_person
from testimonia.model import Actor

FITS = [
    # short form, full name, how it stands for it
    ("F.W. Dow", "Friedrich-Wilhelm Dow", "both"),
    ("V. N. Roe", "Vasiliy Nikolayevich Roe", "both"),
    ("V. Roe", "Louis V", None),
    ("Roe", "Ann Roe", "last"),
    ("van der Dow", "Tom van der Dow", "last"),
    ("al-Orr", "Umar ibn Yazid al-Orr", "last"),
    ("Ibn al-Orr", "Umar ibn al-Orr", "last"),
    ("A. B. Dow", "Adrian Bert Dow", "both"),
    ("Ann Roe", "Ann Mary Roe", "both"),
    ("Umar", "Umar ibn al-Orr", "first"),
    ("Umar ibn Yazid", "Umar ibn Yazid al-Orr", "first"),
    ("al-Mukhtar", "Mukhtar", "same"),
    ("Marwan", "Umar ibn Marwan", None),
    ("Louis IX", "Louis I", None),
    ("Roe Ann", "Ann Roe", None),
    ("Ann Roe", "Ann Roe", None),
    ("Dow", "Ann Roe", None),
]


@pytest.mark.parametrize(("short", "full", "how"), FITS)
def test_how_a_short_form_stands_for_a_person(short: str, full: str, how: str | None) -> None:
    assert fits_person(short, full) == how


ALIASES = [
    # prose, person, short form, why
    ("Colonel Ann Roe came. Roe won.", "Ann Roe", "Roe", "a last name"),
    ("Colonel Ann Roe came. General Roe won.", "Ann Roe", "General Roe", "a last name with a title"),
    ("Umar ibn Orr came. Umar won.", "Umar ibn Orr", "Umar", "a first name of old"),
    ("General Seishirō Orr came. Orr Seishiro won.", "Seishirō Orr", "Orr Seishiro", "a last name first"),
    ("King Louis IX came. Louis won.", "Louis IX", "Louis", "a king without his number"),
    ("General Adrian Bert Dow came. A. B. Dow won.", "Adrian Bert Dow", "A. B. Dow", "initials"),
    ("General Ann Roe came. They begged from Roe.", "Ann Roe", "Roe", "a last name behind from"),
    ("General Tom Roe III came. Tom Roe won.", "Tom Roe III", "Tom Roe", "without a number"),
    ("General Tom Roe came. Roe sent Tom home. Tom slept.", "Tom Roe", "Tom", "a first name used twice"),
    (
        "General Archibald Roe came. General Archie Roe won.",
        "Archibald Roe",
        "Archie Roe",
        "a short first name",
    ),
    ("General J. David Roe came. Colonel Dave Roe won.", "J. David Roe", "Dave Roe", "a short middle name"),
    ("General Vitaly Roe came. Vitaliy Roe won.", "Vitaly Roe", "Vitaliy Roe", "another spelling"),
    (
        "General Taras Roevskyy came. Roevsky won.",
        "Taras Roevskyy",
        "Roevsky",
        "a last name spelled otherwise",
    ),
    (
        "An army led by Maurice of Orr came. Maurice won.",
        "Maurice of Orr",
        "Maurice",
        "a first name and a place",
    ),
    (
        "They fought Duke Henry II of Orr. Henry II won.",
        "Henry II of Orr",
        "Henry II",
        "a ruler of a number and a place",
    ),
    ("Emperor Tairoe of Tang came. Tairoe won.", "Tairoe of Tang", "Tairoe", "a ruler by his realm"),
    ("General Ann Roe, 2nd Earl Dow came. Dow won.", "Ann Roe", "Dow", "a noble by her place"),
    ("They met Umar bin Roe. Then bin Roe fled.", "Umar bin Roe", "bin Roe", "by the father"),
    (
        "Count Ann of Orrow and Count Tom of Dow came. Then Ann de Orrow won.",
        "Ann of Orrow",
        "Ann de Orrow",
        "of and de",
    ),
    (
        "The emperor Franz Joseph I of Orrow came.",
        "Franz Joseph I of Orrow",
        "Franz Joseph I",
        "two first names",
    ),
    ("Under the leadership of Bindu Roe, they came. Roe won.", "Bindu Roe", "Roe", "somebody who leads"),
    ("Qasem Roe came by night. Roe reportedly told them so.", "Qasem Roe", "Roe", "somebody who does things"),
    (
        "General Ann Roe came. Roe fell. General Tom Roe mourned.",
        "Ann Roe",
        "Roe",
        "of two the one named before",
    ),
    ("Queen Anna VII of Orrow came. Anna won.", "Anna VII of Orrow", "Anna", "a queen without number and land"),
    ("Roe XIII came. They killed Dow. Roe said so.", "Roe XIII", "Roe", "a ruler known by what he does alone"),
    (
        "Caliph Orr I fled. Then Orr ibn Dow fled. Orr won.",
        "Orr I",
        "Orr",
        "a ruler before a namesake of a father",
    ),
    (
        "General Tom Roe came. Then Lieutenant Commander Bert Roe came. Commander Roe won.",
        "Bert Roe",
        "Commander Roe",
        "of two the one of that rank",
    ),
    (
        "General Tom Roe came. General Ann Roe slept. They shot at Tom Roe. Roe won.",
        "Tom Roe",
        "Roe",
        "of two the one named time and again",
    ),
    ("They saw Dom Tom de Roe there.", "Tom de Roe", "Dom Tom de Roe", "a full name with a title of one word"),
    ("Hasan Pasha came. They feared Hasan Pasha. Hasan fled.", "Hasan Pasha", "Hasan", "a title behind the name"),
]


@pytest.mark.parametrize(("prose", "full", "short", "why"), ALIASES, ids=[case[3] for case in ALIASES])
def test_short_forms_become_aliases(
    cast_of: Callable[..., Cast],
    actor_named: Callable[[Cast, str], Actor],
    prose: str,
    full: str,
    short: str,
    why: str,
) -> None:
    actor = actor_named(cast_of(prose), full)
    assert actor is not None
    assert short in {actor.label, *actor.aliases}, why


APART = [
    ("General Ann Roe met General Tom Roe. Roe won.", "Roe", "two of one last name"),
    ("Colonel Ann Roe Jr came. Colonel Tom Dow Jr won. Jr slept.", "Jr", "what tells sons from fathers"),
    ("General Bill Roe met General William Roe and General Will Roe.", "Bill Roe", "three of one name"),
    ("General Ann Roe came. Near Roe they slept.", "Roe", "a place with a last name"),
    (
        "An army led by Maurice of Orr and Maurice of Dow came. Maurice won.",
        "Maurice",
        "two of one first name",
    ),
    ("Henry II of Orr met Henry II of Dow.", "Henry II", "two of one number"),
    ("An army led by Maurice of Orr came. Maurice won.", "Orr", "the place of a person"),
    ("General Taras Roevskyy came. The Roevskys won.", "Roevskys", "a people of nearly that name"),
    ("General Ann Roe came. In Ann they slept.", "Ann", "a place with a first name"),
    ("General Paul Roe came. They saw St. Paul then.", "Paul", "a church of that first name"),
]


@pytest.mark.parametrize(("prose", "short", "why"), APART, ids=[case[2] for case in APART])
def test_a_short_form_that_does_not_decide_is_nobodys(
    cast_of: Callable[..., Cast], prose: str, short: str, why: str
) -> None:
    cast = cast_of(prose)
    assert not any(short in actor.aliases for actor in cast.actors()), why


def test_a_king_is_not_a_general_of_that_name(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor | None]
) -> None:
    general = actor_named(cast_of("General Charles Dow came. King Charles won."), "Charles Dow")
    assert general is not None
    assert "King Charles" not in general.aliases


def test_of_namesakes_a_last_name_is_whom_the_prose_names(
    cast_of: Callable[..., Cast], actor_named: Callable[[Cast, str], Actor | None]
) -> None:
    infobox = "- Combatant1: Mali\n- Combatant2: Niger\n- Commander1: Ann Roe, Bert Roe"
    told = cast_of("General Bert Roe came. Roe won.", infobox)
    both = cast_of("General Bert Roe and General Ann Roe came. Roe won.", infobox)
    bert = actor_named(told, "Bert Roe")
    assert bert is not None
    assert "Roe" in bert.aliases
    assert not any("Roe" in actor.aliases for actor in both.actors())

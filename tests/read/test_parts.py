"""The small parts: back matter, keys, coordinates, flags, offsets, titles."""

import pytest

from testimonia.read import is_back_matter, normalise_key, parse_coordinates, read_article
from testimonia.read.draft import title_of_name
from testimonia.read.flags import country_of_file
from testimonia.read.offsets import Offsets

KEYS = [
    ("Casualties1", "casualties1"),
    ("casualties 2", "casualties2"),
    ("Partof", "partof"),
    ("part_of", "partof"),
    ("combatants_header", "combatantsheader"),
    ("location", "place"),
    ("side1", "combatant1"),
    ("leadfigures2", "commander2"),
    ("planned_by", "commander1"),
    ("fatalities", "fatalities"),
    ("target", "target"),
]

COORDINATES = [
    ("{{coord|15|30|N|2|15|E|display=title}}", (15.5, 2.25)),
    ("{{Coord|15|30|36|S|2|15|0|W}}", (-15.51, -2.25)),
    ("{{coord|44.75|-10.25}}", (44.75, -10.25)),
    ("{{coord|51.5|N|0.12|W|type:city}}", (51.5, -0.12)),
    ("place {{coord|−4.5|10}}", (-4.5, 10.0)),
    ("45.255°N, 30.20417°W", (45.255, -30.20417)),
    ("15°30′N 2°15′E", (15.5, 2.25)),
    ("15°30'36\"S 2°15'E", (-15.51, 2.25)),
    ("15.5, 2.25", (15.5, 2.25)),
    ("95.0, 2.25", None),
    ("{{coord|15|N}}", None),
    ("{{coord|missing=yes}}", None),
    ("2°15′E 15°30′N", None),
    ("near Orun", None),
]

FILES = [
    ("Flag of Mali.svg", "Mali"),
    ("Flag of the Orun Republic (1900-1910).svg", "Orun Republic"),
    ("Logo of the Dawn.svg", "Dawn"),
    ("Orun_Guard_Flag.svg", "Orun Guard"),
    ("Civil flag of Orun.svg", "Orun"),
    ("Orun Legion SSI.svg", "Orun Legion"),
    ("Map of Orun.svg", ""),
]


@pytest.mark.parametrize(("key", "normal"), KEYS)
def test_keys_are_brought_to_those_of_the_conflict_infobox(key: str, normal: str) -> None:
    assert normalise_key(key) == normal


@pytest.mark.parametrize(("words", "place"), COORDINATES)
def test_coordinates_are_read(words: str, place: tuple[float, float] | None) -> None:
    assert parse_coordinates(words) == place


@pytest.mark.parametrize(("name", "whose"), FILES)
def test_a_file_name_tells_whose_flag_it_is(name: str, whose: str) -> None:
    assert country_of_file(name) == whose


@pytest.mark.parametrize("title", ["References", "SEE ALSO", "Notes_and references", "Further reading:"])
def test_back_matter_is_known_by_title(title: str) -> None:
    assert is_back_matter(title)
    assert not is_back_matter("Sources")


def test_sources_are_back_matter_only_at_the_end() -> None:
    body = "== Sources ==\nOld scribes tell of 400 dead.\n\n== Battle ==\nIt began.\n\n== Sources ==\nA Book, 30 killed.\n"
    article = read_article("= Orun =\n\n" + body + "\n=== Books ===\nB Book.\n\n== Notes ==\nC Book.\n")
    assert [p.shown for p in article.passages] == ["Old scribes tell of 400 dead.", "It began."]
    assert len(article.sections) == 6


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("a/b/Battle_of_Orun.wikitext", "Battle of Orun"),
        ("C:\\x\\Battle_of_Orun_(1921).md", "Battle of Orun (1921)"),
        ("-", ""),
        ("St._Orun.txt", "St. Orun"),
    ],
)
def test_a_file_name_spells_a_title(name: str, title: str) -> None:
    assert title_of_name(name) == title


def test_offsets_are_a_sequence_of_pieces() -> None:
    offsets = Offsets((0, 3, 4), (10, 20, 30), (1, 0, 1), 6)
    assert list(offsets) == [10, 11, 12, 20, 30, 31]
    assert [offsets[index] for index in range(-6, 6)] == [*offsets, *offsets]
    assert list(offsets[2:5]) == [12, 20, 30]
    assert list(offsets[5:5]) == []
    assert offsets[1:] == Offsets((0, 2, 3), (11, 20, 30), (1, 0, 1), 5)
    with pytest.raises(IndexError, match="no character 6 in a shown text of 6"):
        offsets[6]
    with pytest.raises(ValueError, match="not in steps of 2"):
        offsets[::2]

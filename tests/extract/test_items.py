"""What kind of equipment is counted, without the figure that another claim has too."""

import pytest

from testimonia.extract.items import kind_of_item
from testimonia.model import Quantity

CASES = [
    # the item as written, the words of its figure, its kind
    ("42 tanks", "42", "tanks"),
    ("Around 15 tanks", "Around 15", "tanks"),
    ("at least one destroyed jet fighter", "at least one", "jet fighter"),
    ("hundreds of armored vehicles", "hundreds of", "armored vehicles"),
    ("several other armored vehicles", "several", "armored vehicles"),
    ("some of the weapons", "some", "weapons"),
    ("a total of 46 mountain guns", "46", "mountain guns"),
    ("six 81 mm mortars", "six", "81 mm mortars"),
    ("2 Su-24", "2", "Su-24"),
    ("three T-55 tanks", "three", "T-55 tanks"),
    ("nine Malian planes", "nine", "planes"),
    ("a Malian attack aircraft", "a Malian attack aircraft", "attack aircraft"),
    ("their only frigate", "their only frigate", "frigate"),
    ("tanks", "tanks", "tanks"),
    ("U-864", "U-864", "U-864"),
    ("Twenty", "Twenty", None),
    ("500", "500", None),
    ("It", "It", None),
    ("all of them", "all", None),
]


@pytest.mark.parametrize(("words", "figure", "kind"), CASES, ids=[case[0] for case in CASES])
def test_the_kind_is_what_is_left_without_figure_small_words_and_owner(
    words: str, figure: str, kind: str | None
) -> None:
    assert kind_of_item(words, Quantity("exact", 1, 1, figure)) == kind

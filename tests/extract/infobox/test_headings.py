"""Where a heading begins when items stand before it without a boundary."""

import pytest

from testimonia.extract.figures import find_figures
from testimonia.extract.infobox.headings import heading_start
from testimonia.extract.tokens import tokenize

# words before a colon | the heading in them
HEADINGS = [
    ("Per Lorn", "Per Lorn"),
    ("Civilian casualties", "Civilian casualties"),
    ("500 killed and wounded Per the navy", "Per the navy"),
    ("Heavy losses Lorn claim", "Lorn claim"),
    ("9 killed Dawn claim", "Dawn claim"),
    ("11 U-boats", ""),
    ("11 U-boats Dawn claim", "Dawn claim"),
    ("Frigate scuttled Dawn claim", "Dawn claim"),
    ("casualties of the night", "casualties of the night"),
    ("40 men of the Dawn", "Dawn"),
    ("20 Wounded", "Wounded"),  # "Killed: 20 Wounded: 45"
    ("20 WIA", "WIA"),
    ("20 wounded", ""),
    ("20 men Wounded", ""),
]


@pytest.mark.parametrize(("words", "heading"), HEADINGS, ids=[case[0] for case in HEADINGS])
def test_the_heading_is_told_from_the_items_before_it(words: str, heading: str) -> None:
    tokens = tokenize(words)
    start = heading_start(tokens, find_figures(tokens, adjectives=True))
    assert (words[tokens[start].start :] if start < len(tokens) else "") == heading

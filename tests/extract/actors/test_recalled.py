"""Bodies that are called by their last word once they were named."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article

RECALLED = [
    ("named before", "The 9th Malian Division came up. The division lost 40 men.", ["9th Malian Division"]),
    ("named in the sentence", "When the 9th Malian Division came, the division lost 40 men.", ["9th Malian Division"]),
    ("this", "The Dow Force came up. This force lost 40 men.", ["Dow Force"]),
    ("who has them", "The 9th Malian Division came up. The division had 20 tanks.", ["9th Malian Division"]),
    ("any one", "The 9th Malian Division came up. A division lost 40 men.", ["division"]),
    ("two are named", "The 9th Malian Division met the 4th Roe Division. The division lost 40 men.", ["division"]),
    ("too far away", "The 9th Malian Division came up. It rained. It hailed. It froze. The division lost 40 men.", ["division"]),
    ("another section", "The 9th Malian Division came up.\n\n== Later ==\n\nThe division lost 40 men.", ["division"]),
    ("another word", "The 9th Malian Division came up. The brigade lost 40 men.", ["brigade"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "parties"), [pytest.param(text, parties, id=label) for label, text, parties in RECALLED]
)
def test_a_body_is_recalled_by_its_last_word(
    text: str, parties: list[str], article_of: Callable[..., Article]
) -> None:
    findings = extract_findings(article_of(text))
    labels = {actor.key: actor.label for actor in findings.actors}
    assert [labels[key] for key in findings.claims[-1].parties] == parties

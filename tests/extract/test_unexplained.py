"""Figures beside words of force or harm that no rule took: shown, so that nothing is lost in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract import extract_findings

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.model import Article

SHOWN = [
    ("Three hundred rebels fled into the hills.", ["Three hundred rebels"]),
    ("Nine soldiers who were spared returned home.", ["Nine soldiers"]),
    ("He had once commanded the 40 raiders of whom the song tells.", []),
    ("Nine soldiers were killed.", []),
    ("The rebels stormed two army bases.", []),
    ("They marched for three days.", []),
    ("Several rebels fled.", []),
    ("There were 40, soldiers included.", []),
    ('Forty "rebels" fled.', ['Forty "rebels']),
    ("They came on 3 May.", []),
]


@pytest.mark.parametrize(("text", "quotes"), SHOWN)
def test_a_figure_without_a_claim_is_shown(
    text: str, quotes: list[str], article_of: Callable[..., Article]
) -> None:
    article = article_of(text)
    assert [article.quote(one.span) for one in extract_findings(article).unexplained] == quotes


def test_an_unexplained_figure_tells_its_sentence_and_the_reason(article_of: Callable[..., Article]) -> None:
    article = article_of("All was lost. Three hundred rebels fled.")
    (one,) = extract_findings(article).unexplained
    assert article.quote(one.sentence) == "Three hundred rebels fled."
    assert "rebels" in one.reason

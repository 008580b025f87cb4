"""Invented articles without infobox."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract.sentences import split_article
from testimonia.read import read_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.extract.sentences import Sentence
    from testimonia.model import Article


@pytest.fixture(scope="session")
def lead_of() -> Callable[[str, str], tuple[Article, list[Sentence]]]:
    """Read a title and a lead as an article in plain prose."""

    def read(title: str, lead: str) -> tuple[Article, list[Sentence]]:
        source = title.replace(" ", "_") + ".md"
        article = read_article(
            f"{lead}\n\n\nBackground\n\nIt had rained before.\n", source=source, form="prose"
        )
        return article, split_article(article)

    return read

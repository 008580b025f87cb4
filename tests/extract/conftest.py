"""Small articles for the rooms of extraction: a few sentences, in a section of an article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from testimonia.extract.dates import date_sentences
from testimonia.extract.figures import find_figures
from testimonia.extract.prose import parse_sentence
from testimonia.extract.sentences import split_article
from testimonia.read import read_article

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.extract.dates import DatedSentence
    from testimonia.extract.prose import Scene
    from testimonia.extract.sentences import Sentence
    from testimonia.model import Article


def write_article(
    text: str, infobox: str = "", title: str = "Battle of the Ford", section: str = "Battle"
) -> Article:
    """Put some sentences into a section of an article in the plain form; with section "", into its lead."""
    head = f"= {title} =\n\n" + (f"Infobox\n{infobox.strip()}\n\n" if infobox else "")
    return read_article(f"{head}{f'== {section} ==' if section else ''}\n{text}\n")


@pytest.fixture(scope="session")
def article_of() -> Callable[..., Article]:
    """Make an article of sentences; an infobox, a title and the section's title may be given."""
    return write_article


@pytest.fixture(scope="session")
def sentences_of() -> Callable[[str], list[Sentence]]:
    """Split some prose as an article's section."""
    return lambda text: split_article(write_article(text))


@pytest.fixture(scope="session")
def dated_of() -> Callable[[str], list[DatedSentence]]:
    """Split some prose and date its sentences."""

    def dated(text: str) -> list[DatedSentence]:
        article = write_article(text)
        return list(date_sentences(article, split_article(article), None))

    return dated


@pytest.fixture(scope="session")
def scenes_of(dated_of: Callable[[str], list[DatedSentence]]) -> Callable[[str], list[Scene]]:
    """Parse the first sentence of some prose; dates are set aside as in an article."""

    def scenes(text: str) -> list[Scene]:
        entry = dated_of(text)[0]
        dates = [one.mention for one in entry.dates if not one.mention.weak]
        dated = {at for one in dates for at in range(one.first, one.last)}
        return parse_sentence(entry.sentence, find_figures(entry.sentence.tokens, dated), dated)

    return scenes

"""An invented article around the sentences under test."""

from collections.abc import Callable

import pytest

from testimonia.extract.dates import date_sentences, parse_date_value
from testimonia.extract.sentences import split_article
from testimonia.extract.timeline import happenings_of
from testimonia.model import Article, Happening
from testimonia.read import read_article

HEAD = "= {title} =\n\nInfobox\n- Conflict: {title}\n- Date: {date}\n- Place: Orm\n\n"
Told = Callable[..., tuple[Article, tuple[Happening, ...]]]


@pytest.fixture
def told() -> Told:
    """Give an article around some prose, and what it tells of dates."""

    def tell(
        prose: str, title: str = "Battle of Orm", date: str = "3–9 May 2014"
    ) -> tuple[Article, tuple[Happening, ...]]:
        article = read_article(HEAD.format(title=title, date=date) + prose)
        event = next(parse_date_value(one.passage) for one in article.parameters if one.key == "date")
        return article, happenings_of(article, date_sentences(article, split_article(article), event), event)

    return tell

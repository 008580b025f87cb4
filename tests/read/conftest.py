"""What must hold for every article that was read, whatever its form."""

from collections.abc import Callable

import pytest

from testimonia.model import Article, Passage


@pytest.fixture(scope="session")
def check() -> Callable[[Article, str], None]:
    """The promises of reading, as a function of an article and its text."""
    return check_article


def check_article(article: Article, text: str) -> None:
    """Assert the promises of reading: the text is whole and every part leads back to it."""
    assert article.text == text
    passages = [parameter.passage for parameter in article.parameters] + list(article.passages)
    for passage in passages:
        check_passage(passage, text)
    for parameter in article.parameters:
        assert 0 <= parameter.span.start < parameter.span.end <= len(text)
        if parameter.passage.shown:
            shown = parameter.passage.source(0, len(parameter.passage.shown))
            assert parameter.span.covers(shown)
    assert [passage.starts[0] for passage in article.passages] == sorted(
        p.starts[0] for p in article.passages
    )
    check_disjoint(article)
    for section in article.sections:
        assert 0 <= section.span.start <= section.span.end <= len(text)


def check_passage(passage: Passage, text: str) -> None:
    """Assert that each character shown stands in the source, in order."""
    starts, ends = list(passage.starts), list(passage.ends)
    assert len(starts) == len(ends) == len(passage.shown)
    assert starts == sorted(starts)
    assert all(start < end for start, end in zip(starts, ends, strict=True))
    for index, (character, start, end) in enumerate(zip(passage.shown, starts, ends, strict=True)):
        assert passage.starts[index] == start
        assert passage.ends[index] == end
        if end - start == 1 and text[start] not in "|=\r\n":  # these may stand for other signs
            assert text[start] == character
    for mark in passage.marks:
        assert 0 <= mark.start <= mark.end <= len(passage.shown)
        assert 0 <= mark.span.start < mark.span.end <= len(text)


def check_disjoint(article: Article) -> None:
    """Assert that no character of the source is shown by two passages."""
    taken: set[int] = set()
    for passage in article.passages:
        places = zip(passage.starts, passage.ends, strict=True)
        own = {start for start, end in places if end - start == 1}
        assert not own & taken
        taken |= own

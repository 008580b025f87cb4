"""Sentences: where one ends, and that nothing is lost between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from testimonia.extract.sentences import split_article, split_passage
from testimonia.extract.tokens import tokenize
from testimonia.model import Passage

if TYPE_CHECKING:
    from collections.abc import Callable

    from testimonia.extract.sentences import Sentence
    from testimonia.model import Article

SPLITS = [
    ("two sentences", "Nine men fell. Ten fled.", ["Nine men fell.", "Ten fled."]),
    ("question and exclamation", "Who fell? All! None fled.", ["Who fell?", "All!", "None fled."]),
    ("a digit may open a sentence", "Nine fell. 40 fled.", ["Nine fell.", "40 fled."]),
    ("a small letter does not", "They fell at c. noon. then rest", ["They fell at c. noon. then rest"]),
    ("a rank", "Gen. Roe and Lt. Col. Dow fell. Ten fled.", ["Gen. Roe and Lt. Col. Dow fell.", "Ten fled."]),
    ("initials", "A. A. van Roe fell. J. R. Dow fled.", ["A. A. van Roe fell.", "J. R. Dow fled."]),
    ("a month", "They came on Feb. 24, killing nine. Ten fled.", ["They came on Feb. 24, killing nine.", "Ten fled."]),
    ("a country in capitals", "The U.S. Navy lost nine. Ten fled.", ["The U.S. Navy lost nine.", "Ten fled."]),
    ("a decimal", "They lost 1.5 million. Ten fled.", ["They lost 1.5 million.", "Ten fled."]),
    ("direct speech of two sentences", 'He said: "Nine fell. Ten fled." We wept.', ['He said: "Nine fell. Ten fled."', "We wept."]),
    ("curly quotation marks", "He said: “Nine fell. Ten fled.” We wept.", ["He said: “Nine fell. Ten fled.”", "We wept."]),
    ("a bracket that closes behind the stop", "Nine fell (at noon.) Ten fled.", ["Nine fell (at noon.)", "Ten fled."]),
    ("a sentence that opens with a quotation mark", 'Nine fell. "Ten fled," he said.', ["Nine fell.", '"Ten fled," he said.']),
    ("a stop without a space", "Nine fell.Ten fled.", ["Nine fell.Ten fled."]),
    ("no stop at the end", "Nine fell. Ten fled", ["Nine fell.", "Ten fled"]),
    ("dots that run on", "Nine fell... and ten fled.", ["Nine fell... and ten fled."]),
    ("a letter that is no Latin one", "Nine fell. Łódź stood. Ärger came.", ["Nine fell.", "Łódź stood.", "Ärger came."]),
]  # fmt: skip


def passage_of(shown: str) -> Passage:
    return Passage(shown, range(len(shown)), range(1, len(shown) + 1), "prose", 0)


@pytest.mark.parametrize(("shown", "expected"), [pytest.param(s, e, id=label) for label, s, e in SPLITS])
def test_a_passage_is_split_into_sentences(shown: str, expected: list[str]) -> None:
    assert [sentence.shown for sentence in split_passage(passage_of(shown), 0)] == expected


def test_a_line_break_ends_a_sentence() -> None:
    assert [one.shown for one in split_passage(passage_of("9 killed\n4 wounded"), 0)] == [
        "9 killed",
        "4 wounded",
    ]


@pytest.mark.parametrize("shown", ["", "   ", "\n\n"])
def test_a_passage_without_words_has_no_sentence(shown: str) -> None:
    assert split_passage(passage_of(shown), 0) == []


def test_sentences_of_an_article_are_numbered_and_know_their_paragraph(
    article_of: Callable[..., Article],
) -> None:
    found = split_article(article_of("Nine fell. Ten fled.\n\nAll wept."))
    assert [(one.shown, one.order) for one in found] == [
        ("Nine fell.", 0),
        ("Ten fled.", 1),
        ("All wept.", 2),
    ]
    assert found[0].paragraph == found[1].paragraph != found[2].paragraph


def test_words_of_the_lead_know_their_zone(article_of: Callable[..., Article]) -> None:
    assert [one.zone for one in split_article(article_of("Nine fell.", section=""))] == ["lead"]


def test_tokens_lead_back_to_the_source(article_of: Callable[..., Article]) -> None:
    article = article_of("All wept. Nine men fell.")
    second: Sentence = split_article(article)[1]
    assert second.words(0, 2) == "Nine men"
    assert article.quote(second.source(0, 2)) == "Nine men"
    assert article.quote(second.span) == "Nine men fell."


PIECES = st.sampled_from(
    ["Nine", "fell", ".", "!", "?", " ", "\n", '"', "”", "“", "Gen.", "A.", "(", ")", "é", "1.5", "…", "x"]
)


@given(st.one_of(st.text(max_size=80), st.lists(PIECES, max_size=30).map("".join)))
def test_sentences_stand_in_order_and_keep_every_token(shown: str) -> None:
    found = split_passage(passage_of(shown), 0, 5)
    assert [token for sentence in found for token in sentence.tokens] == tokenize(shown)
    assert [sentence.order for sentence in found] == list(range(5, 5 + len(found)))
    at = 0
    for sentence in found:
        assert at <= sentence.start < sentence.end
        assert sentence.tokens[0].start == sentence.start
        assert sentence.tokens[-1].end == sentence.end
        at = sentence.end

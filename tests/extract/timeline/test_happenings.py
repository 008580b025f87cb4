"""Which dates of the prose tell a happening, in which words, on which day."""

from collections.abc import Callable

import pytest

from testimonia.extract.dates import parse_date_value
from testimonia.extract.sentences import split_article
from testimonia.extract.timeline import extract_happenings
from testimonia.model import Article, Happening

Told = Callable[..., tuple[Article, tuple[Happening, ...]]]

# prose, list of (date, quote)
CASES = [
    ("On 3 May, rebels took the mill.", [("2014-05-03", "On 3 May, rebels took the mill")]),
    ("However, on 3 May, rebels took the mill.", [("2014-05-03", "on 3 May, rebels took the mill")]),
    ("Rebels took the mill on 3 May, killing four.", [("2014-05-03", "Rebels took the mill on 3 May")]),
    ("The army said that rebels took the mill on 3 May.", [("2014-05-03", "rebels took the mill on 3 May")]),
    ("During a raid on 3 May, rebels took the mill.", [("2014-05-03", "During a raid on 3 May, rebels took the mill")]),
    ("On the night of 3–4 May, rebels came.", [("2014-05-03/2014-05-04", "On the night of 3–4 May, rebels came")]),
    ("As early as 3 May, rebels came.", [("2014-05-03", "As early as 3 May, rebels came")]),
    ("On 3 May, rebels came; the army fled.", [("2014-05-03", "On 3 May, rebels came")]),
    # one for each date phrase
    ("Rebels came on 3 May and the army fled on 5 May.",
     [("2014-05-03", "Rebels came on 3 May and the army fled on 5 May"), ("2014-05-05", "the army fled on 5 May")]),
    ("On 3 May, rebels came. The next day, they fled.",
     [("2014-05-03", "On 3 May, rebels came"), ("2014-05-04", "The next day, they fled")]),
    ("On 3 May, rebels came, but that afternoon they fled.",
     [("2014-05-03", "On 3 May, rebels came"), ("2014-05-03", "that afternoon they fled")]),
    # one for phrases that say the same
    ("The next day, on 4 May, rebels came.", [("2014-05-04", "The next day, on 4 May, rebels came")]),
    ("On 3 May, at 10:00, rebels came.", [("2014-05-03", "On 3 May, at 10:00, rebels came")]),
    ("On 3 May, a raid at 10:00 hit the mill.", [("2014-05-03", "On 3 May, a raid at 10:00 hit the mill")]),
    ("At 10:00 they came and by 11:00 they fled.", [("2014-05-03", "At 10:00 they came and by 11:00 they fled")]),
    ("On 5 May, after three days of fighting, they fled.", [("2014-05-05", "On 5 May, after three days of fighting, they fled")]),
    # no happening
    ("Rebels have held the mill since 2012.", []),
    ("The mill (2012) was the work of Orm.", []),
    ("Mills were many in the 1920s.", []),
    ("The raid was planned for 5 May.", []),
    ("Rebels planned to take the mill on 5 May.", []),
    ("The army announced they would return on 5 May.", []),
    ("It was a part of the campaign of 2014.", []),
    ("The rebels took the mill again and again.", []),
]  # fmt: skip


@pytest.mark.parametrize(("prose", "expected"), CASES)
def test_each_date_tells_its_clause(told: Told, prose: str, expected: list[tuple[str, str]]) -> None:
    article, happenings = told(f"== Battle ==\n{prose}")
    found = []
    for one in happenings:
        start, end = one.when.start, one.when.end
        found.append((start if start == end else f"{start}/{end}", article.quote(one.span)))
    assert found == expected


def test_background_with_a_date_is_told_too(told: Told) -> None:
    _, happenings = told("== Background ==\nIn June 2011, the king of Orm died.")
    assert [(one.when.start, one.kind) for one in happenings] == [("2011-06", "other")]


def test_the_infobox_tells_nothing(told: Told) -> None:
    _, happenings = told("The Battle of Orm was a battle for the mill of Orm, and for little else.")
    assert happenings == ()


def test_a_long_sentence_is_quoted_in_part(told: Told) -> None:
    tail = " and the mill and the ford and the old bridge by the river" * 8
    article, happenings = told(f"== Battle ==\nOn 3 May, rebels took the fort{tail}.")
    quote = article.quote(happenings[0].span)
    assert quote.startswith("On 3 May, rebels took the fort")
    assert len(quote) <= 150
    assert article.quote(happenings[0].sentence).startswith(quote)


def test_a_list_item_without_a_verb_tells_nothing(told: Told) -> None:
    _, happenings = told(
        "== Order of battle ==\n* General Orm (to 3 May 2014), then Colonel Fell\n* The army fled on 4 May 2014.\n"
    )
    assert [one.when.start for one in happenings] == ["2014-05-04"]


def test_a_date_that_the_words_name_counts_as_surer(told: Told) -> None:
    _, happenings = told("== Battle ==\nOn 3 May, rebels came. The next day, they fled.")
    assert [one.confidence for one in happenings] == [0.9, 0.8]
    assert [one.when.inherited for one in happenings] == ["year of the event", "day after 3 May 2014"]


def test_a_date_within_a_verb_belongs_to_it(told: Told) -> None:
    article, happenings = told("== Battle ==\nThe rebels had on 3 May stormed the mill of Orm.")
    assert [(one.kind, article.quote(one.span)) for one in happenings] == [
        ("attack", "The rebels had on 3 May stormed the mill of Orm")
    ]


def test_a_quotation_begins_a_clause(told: Told) -> None:
    article, happenings = told(
        '== Battle ==\nOn 3 May they fled. He said, "The next day the rebels shelled the mill."'
    )
    assert [(one.kind, article.quote(one.span)) for one in happenings[1:]] == [
        ("bombardment", "The next day the rebels shelled the mill")
    ]


def test_an_article_is_read_in_one_go(told: Told) -> None:
    article, happenings = told("== Battle ==\nOn 3 May, rebels took the mill.")
    event = parse_date_value(next(one.passage for one in article.parameters if one.key == "date"))
    assert extract_happenings(article, split_article(article), event) == happenings


@pytest.mark.parametrize(
    ("prose", "quote"),
    [
        (
            "On 3 May, when the army fled, rebels took the mill.",
            "On 3 May, when the army fled, rebels took the mill",
        ),
        ("On 3 May the unit (which had fled) returned.", "On 3 May the unit (which had fled) returned"),
        ("Rebels — on 3 May the last of them — fled.", "on 3 May the last of them — fled"),
        ("They came; on 3 May as a result they fled.", "on 3 May as a result they fled"),
        ("They came as the army fled on 3 May.", "the army fled on 3 May"),
        ("They came as a column of rebels fled on 3 May.", "a column of rebels fled on 3 May"),
        (
            "They came and the army, long in Orm, fled on 3 May, but few were hurt.",
            "the army, long in Orm, fled on 3 May",
        ),
        (
            "It was on 3 May that the rebels, who had come, fled.",
            "on 3 May that the rebels, who had come, fled",
        ),
        ("Few were hurt: on 3 May.", "Few were hurt: on 3 May"),
        ("They left, and on 3 May, they returned.", "on 3 May, they returned"),
        ("In Orm, on 3 May, rebels took the mill.", "In Orm, on 3 May, rebels took the mill"),
        ("Rebels, on 3 May.", "Rebels, on 3 May"),
    ],
)
def test_the_quote_is_the_clause_of_the_date(told: Told, prose: str, quote: str) -> None:
    article, happenings = told(f"== Battle ==\n{prose}")
    assert [article.quote(one.span) for one in happenings] == [quote]

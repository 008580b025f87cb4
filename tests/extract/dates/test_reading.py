"""The dates of an article in document order: what one paragraph lends the next."""

import pytest

from testimonia.extract.dates import date_sentences, parse_date_value
from testimonia.extract.sentences import split_article
from testimonia.read import read_article

HEAD = "= Battle of Orm =\n\nInfobox\n- Conflict: Battle of Orm\n- Date: {date}\n- Place: Orm\n\n{lead}\n\n"
LEAD = "The Battle of Orm was fought for the town of Orm, and it was a long and costly affair."


def read(body: str, date: str = "3–9 May 2014", lead: str = LEAD) -> list[tuple[str, str | None, str | None]]:
    """Give words, start, end and reason of each date of an invented article."""
    article = read_article(HEAD.format(date=date, lead=lead) + body)
    event = next(parse_date_value(one.passage) for one in article.parameters if one.key == "date")
    dated = date_sentences(article, split_article(article), event)
    found = [when for one in dated for _, when in one.dates]
    return [(article.quote(when.span), when.start, when.inherited) for when in found if when.span]


def starts(body: str, date: str = "3–9 May 2014", lead: str = LEAD) -> list[str | None]:
    """Give only the dates."""
    return [start for _, start, _ in read(body, date, lead)]


def test_each_date_is_the_base_of_the_next() -> None:
    body = "== Battle ==\nOn 3 May, rebels took Orm. The next day, they took the mill. Two days later, they fled."
    assert starts(body) == ["2014-05-03", "2014-05-04", "2014-05-06"]


def test_a_look_back_does_not_move_the_story() -> None:
    body = "== Battle ==\nOn 5 May, they left the posts that they had won the day before. The next day, they fled."
    assert starts(body) == ["2014-05-05", "2014-05-04", "2014-05-06"]


def test_a_look_back_in_years_does_not_move_the_story() -> None:
    body = "== Battle ==\nOn 5 May, they left the mill, which was built in 1928. The next day, they fled."
    assert starts(body) == ["2014-05-05", "1928", "2014-05-06"]


def test_a_month_in_passing_does_not_lead_away_from_the_event() -> None:
    body = "== Battle ==\nIt was more than all they lost until May 1945. From 3 to 9 May, they dug in."
    assert starts(body) == ["1945-05", "2014-05-03"]


def test_an_event_that_goes_on_lasts_as_long_as_its_story() -> None:
    body = "== Battle ==\nOn 5 April 2016, they left.\n\nOn 7 June, they returned."
    assert starts(body, date="3 May 2014 – present") == ["2016-04-05", "2016-06-07"]


@pytest.mark.parametrize(("section", "start"), [("Background", "2013-11"), ("Battle", "2014-11")])
def test_a_month_of_the_background_lies_before_the_event(section: str, start: str) -> None:
    assert starts(f"== {section} ==\nIn November, the fort was built.", date="3–9 June 2014") == [start]


def test_an_hour_does_not_move_the_story() -> None:
    body = "== Battle ==\nOn 5 May, they left. At 10:00, shells fell. The next day, they fled."
    assert starts(body) == ["2014-05-05", "2014-05-05", "2014-05-06"]


def test_the_morning_after_a_night_is_the_next_day() -> None:
    body = "== Battle ==\nOn the night of 5 May, they crossed. That morning, they dug in. The next day, they fled."
    assert starts(body) == ["2014-05-05", "2014-05-06", "2014-05-07"]


def test_a_date_of_the_next_year_is_one_date() -> None:
    body = "== Battle ==\nOn 5 May, they dug in. From 6 to 8 June of the next year, they fled. On 9 June, it rained."
    assert read(body)[1:] == [
        ("From 6 to 8 June of the next year", "2015-06-06", "year counted from 2014"),
        ("9 June", "2015-06-09", "year of the date before"),
    ]


def test_a_name_behind_a_day_with_the_is_no_part_of_it() -> None:
    body = "== Battle ==\nOn the 5 May Roe launched an attack. They saw the 8 March Tower. Throughout June, it rained."
    assert starts(body) == ["2014-05-05", "2014-06"]


def test_a_range_lends_its_end() -> None:
    body = "== Battle ==\nFrom 3 to 5 May, they dug in. The next day, they fled."
    assert starts(body) == ["2014-05-03", "2014-05-06"]


def test_a_bare_year_of_the_same_year_keeps_the_day() -> None:
    body = "== Battle ==\nOn 5 May 2014, they dug in, as all did in 2014. The next day, they fled."
    assert starts(body) == ["2014-05-05", "2014", "2014-05-06"]


def test_a_new_paragraph_returns_to_the_event() -> None:
    body = "== Battle ==\nOn 7 June 2009, the fort was built.\n\nOn 5 May, it fell."
    assert read(body)[1] == ("5 May", "2014-05-05", "year of the event")


def test_within_a_paragraph_the_date_before_decides() -> None:
    body = "== Battle ==\nOn 7 April 2009, the fort was built. On 5 May, it was opened."
    assert read(body)[1] == ("5 May", "2009-05-05", "year of the date before")


def test_the_lead_lends_nothing_to_the_first_section() -> None:
    body = "== Battle ==\nThe next day, they fled. On 5 May, they returned."
    assert starts(body, lead="The Battle of Orm ended on 9 May 2014 with the fall of the town of Orm.") == [
        "2014-05-09",
        "2014-05-05",
    ]


@pytest.mark.parametrize(
    ("heading", "phrase", "start", "reason"),
    [
        ("== 2013 ==", "On 5 May", "2013-05-05", "year of the heading"),
        ("== March 2013 ==", "On 5 May", "2013-05-05", "year of the heading"),
        ("== 6 May ==", "At 10:00", "2014-05-06", "the same day as 6 May 2014"),
        ("== Storm of 6 May 2013 ==", "The next day", "2013-05-07", "day after 6 May 2013"),
        ("== 2012–2013 ==", "On 5 May", "2014-05-05", "year of the event"),
        ("== Height 1070 ==", "On 5 May", "2014-05-05", "year of the event"),
        ("== Storm ==", "On 5 May", "2014-05-05", "year of the event"),
    ],
)
def test_a_heading_gives_what_its_text_leaves_out(
    heading: str, phrase: str, start: str, reason: str | None
) -> None:
    assert read(f"{heading}\n{phrase}, rebels took the mill of Orm.") == [
        (phrase.removeprefix("On ").removeprefix("At "), start, reason)
    ]


def test_an_article_without_a_date_leaves_phrases_open() -> None:
    assert starts("== Battle ==\nOn 5 May, it fell.", date="unknown") == []


def test_an_event_that_goes_on_lends_its_year() -> None:
    assert starts("== Battle ==\nOn 5 June, it fell.", date="3 May 2014 – present") == ["2014-06-05"]


def test_spans_hold_the_words() -> None:
    for words, _, _ in read("== Battle ==\nOn 3 May, rebels took Orm. The next day, they took the mill."):
        assert words in {"3 May", "The next day"}


def test_every_sentence_has_its_entry() -> None:
    article = read_article(
        HEAD.format(date="3 May 2014", lead=LEAD) + "== Battle ==\nThey came. On 3 May, they left."
    )
    sentences = split_article(article)
    dated = date_sentences(article, sentences, None)
    assert [one.sentence for one in dated] == sentences
    assert dated[0].dates == ()
    assert dated[0].context.start is None


def test_the_words_of_a_date_are_taken_but_not_a_doubtful_year() -> None:
    article = read_article(
        HEAD.format(date="3 May 2014", lead=LEAD) + "== Battle ==\nOn 5 May 140 Ormian men left."
    )
    (dated,) = date_sentences(article, split_article(article), None)[1:]
    assert [dated.sentence.tokens[at].text for at in sorted(dated.taken)] == ["5", "May"]
    (dated,) = date_sentences(
        article, split_article(article), parse_date_value(article.parameters[1].passage)
    )[1:]
    assert [dated.sentence.tokens[at].text for at in sorted(dated.taken)] == ["5", "May"]

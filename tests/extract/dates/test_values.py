"""Dates that stand alone: infobox values, the lead, the title."""

import pytest

from testimonia.extract.dates import date_from_lead, parse_date_value
from testimonia.extract.sentences import split_article
from testimonia.model import Mark, Passage, Span
from testimonia.read import read_article


def value(shown: str, *marks: Mark) -> Passage:
    """Give an infobox value that stands alone in its source."""
    return Passage(shown, range(len(shown)), range(1, len(shown) + 1), "infobox", 0, marks)


# value, start, end
VALUES = [
    ("April 1, 2018", "2018-04-01", "2018-04-01"),
    ("26 February – 8 April 2022 (1 month, 1 week and 6 days)", "2022-02-26", "2022-04-08"),
    ("2 September 31 BC", "-0030-09-02", "-0030-09-02"),
    ("8 December 1941–25 December 1941", "1941-12-08", "1941-12-25"),
    ("8–10 September 1944,", "1944-09-08", "1944-09-10"),
    ("c. 1187", "1187", "1187"),
    ("686", "0686", "0686"),
    ("9 AD", "0009", "0009"),
    ("218–201 BC", "-0217", "-0200"),
    ("Late January to 9 April 1945", "1945-01", "1945-04-09"),
    ("September 1943", "1943-09", "1943-09"),
    ("Jan 1945", "1945-01", "1945-01"),
    ("1944-11-13", "1944-11-13", "1944-11-13"),
    ("First phase: 7 – 18 January 2012\nSecond phase: 4 – 11 February 2012", "2012-01-07", "2012-02-11"),
    ("Raid 3 March, landing 7 March 1943", "1943-03-03", "1943-03-07"),
    ("13–16 December 1944 second battle: 30 January-1 February 1945", "1944-12-13", "1945-02-01"),
    ("8 July [O.S. 27 June] 1709", "1709-07-08", "1709-07-08"),
    ("{{small|night}} 3 May 2012 at 10:00", "2012-05-03", "2012-05-03"),
    ("{{start date|2012|7|12|df=y}}", "2012-07-12", "2012-07-12"),
    ("{{Start and end dates|1940|9|7|1941|5|11|df=yes}}<br/>(8 months, 5 days)", "1940-09-07", "1941-05-11"),
    ("{{start date|df=yes|1943|7|5}} – {{End date|df=yes|1943|8|23}}", "1943-07-05", "1943-08-23"),
]  # fmt: skip


@pytest.mark.parametrize(("shown", "start", "end"), VALUES)
def test_a_value_gives_its_hull(shown: str, start: str, end: str) -> None:
    when = parse_date_value(value(shown))
    assert when is not None
    assert (when.start, when.end, when.ongoing) == (start, end, False)


@pytest.mark.parametrize(
    "shown",
    ["12 July 2012 – present", "12 July 2012 to the present", "since 12 July 2012", "12 July 2012, ongoing"],
)
def test_what_goes_on_has_no_end(shown: str) -> None:
    when = parse_date_value(value(shown))
    assert when is not None
    assert (when.start, when.end, when.ongoing) == ("2012-07-12", None, True)


@pytest.mark.parametrize(
    "shown", ["", "unknown", "(63 days)", "3 May", "{{start date|2012|13|40}}", "{{start date}}", "at 10:00"]
)
def test_a_value_without_a_date_gives_none(shown: str) -> None:
    assert parse_date_value(value(shown)) is None


def test_a_template_that_is_a_mark_is_read() -> None:
    mark = Mark("template", 0, 0, "{{start date|2012|7|12}}", Span(40, 64))
    link = Mark("link", 0, 0, "{{start date|1999|1|1}}", Span(10, 20))
    when = parse_date_value(value("(night)", mark, link))
    assert when is not None
    assert (when.start, when.span) == ("2012-07-12", Span(40, 64))


def test_the_span_covers_the_phrases_that_were_read() -> None:
    shown = "Fighting 3–5 May 2012 and 7 June 2012 (disputed)"
    when = parse_date_value(value(shown))
    assert when is not None
    assert when.span is not None
    assert shown[when.span.start : when.span.end] == "3–5 May 2012 and 7 June 2012"


def lead_date(text: str) -> tuple[str | None, str | None, str | None] | None:
    """Give start, end and quoted words of the date in an article's lead."""
    article = read_article(text)
    when = date_from_lead(split_article(article), article.title)
    if when is None:
        return None
    return when.start, when.end, article.quote(when.span) if when.span else None


BODY = "\n\n== Background ==\nThe river had been a border since the war of 1910, and many wanted it back.\n\n"


def test_the_lead_dates_an_article_without_infobox() -> None:
    text = f"= Ford raid =\n\nThe FORD RAID was an attack on 3 May 1943 near the ford.{BODY}"
    assert lead_date(text) == ("1943-05-03", "1943-05-03", "3 May 1943")


def test_what_goes_on_since_a_day_has_no_end() -> None:
    text = f"= Ford clashes =\n\nThe FORD CLASHES have been ongoing since 3 May 2016.{BODY}"
    assert lead_date(text) == ("2016-05-03", None, "3 May 2016")


def test_phrases_without_a_year_of_their_own_are_passed_over() -> None:
    text = f"= Ford raid =\n\nOn 3 May, in 686 or so, the FORD RAID began; the next day, 4 May 1943, it ended.{BODY}"
    assert lead_date(text) == ("1943-05-04", "1943-05-04", "4 May 1943")


def test_a_day_without_a_year_takes_that_of_the_war_before_it() -> None:
    text = f"= Ford raid =\n\nThe FORD RAID was a raid of the 1918 Esk War, fought 19–21 February.{BODY}"
    assert lead_date(text) == ("1918-02-19", "1918-02-21", "19–21 February")


def test_a_day_without_a_year_takes_that_of_the_title() -> None:
    text = f"= 1918 Ford raid =\n\nThe FORD RAID began on 19 February.{BODY}"
    assert lead_date(text) == ("1918-02-19", "1918-02-19", "19 February")


def test_a_day_wins_over_a_month() -> None:
    text = f"= Ford raid =\n\nThe FORD RAID of May 1943 was short. It began on 3 May 1943.{BODY}"
    assert lead_date(text) == ("1943-05-03", "1943-05-03", "3 May 1943")


def test_the_only_day_of_the_month_that_the_prose_names_makes_a_month_precise() -> None:
    text = f"= Ford raid =\n\nThe FORD RAID took place in May 843 near the ford.{BODY}On 3 May, they crossed the ford."
    assert lead_date(text) == ("0843-05-03", "0843-05-03", "3 May")


def test_of_two_days_neither_is_chosen() -> None:
    text = f"= Ford raid =\n\nThe FORD RAID took place in May 1943 near the ford.{BODY}On 3 May they came. On 4 May they left."
    assert lead_date(text) == ("1943-05", "1943-05", "May 1943")


def test_a_title_that_tells_from_when_to_when_goes_before_a_lead_that_tells_less() -> None:
    lead = "The FORD RAID was launched in mid-June 1943. It followed a raid on 2 April 1943."
    assert lead_date(f"= Ford raid (May–June 1943) =\n\n{lead}{BODY}") == ("1943-05", "1943-06", None)
    days = "= Actions of 30 May – 4 June 1943 =\n\nThe ACTIONS followed the loss of the ford on 20 May 1943."
    assert lead_date(days + BODY) == ("1943-05-30", "1943-06-04", None)


def test_a_lead_that_tells_more_of_the_same_time_goes_before_the_title() -> None:
    lead = "The FORD RAID lasted from 28 May 1943 to 12 June 1943."
    text = f"= Ford raid (May–June 1943) =\n\n{lead}{BODY}"
    assert lead_date(text) == ("1943-05-28", "1943-06-12", "from 28 May 1943 to 12 June 1943")


COURSES = [
    (
        "The siege commenced on 26 June and lasted until the town surrendered on 2 July 1591.",
        "1591-06-26",
        "1591-07-02",
    ),
    ("It began in May and ended with the fall of the ford on 16 June 1943.", "1943-05", "1943-06-16"),
    ("It took place in late May and early June 1943.", "1943-05", "1943-06"),
    (
        "The landing on 3 May 1943 was small. The battle lasted from 3 May until 9 June 1943.",
        "1943-05-03",
        "1943-06-09",
    ),
    (
        "The landing on 3 May 1943 was small. The war lasted from 9 May until 9 June 1943.",
        "1943-05-03",
        "1943-05-03",
    ),
    (
        "It was fought on 3 May 1943. A march began on 6 May and ended on 9 May 1943.",
        "1943-05-03",
        "1943-05-03",
    ),
    ("It was fought in May and told of in June 1943.", "1943-06", "1943-06"),
    ("It began on 3 May, six days before the one that ended on 2 April 1943.", "1943-04-02", "1943-04-02"),
]


@pytest.mark.parametrize(("lead", "start", "end"), COURSES)
def test_a_sentence_on_the_beginning_and_the_end_gives_both(lead: str, start: str, end: str) -> None:
    found = lead_date(f"= Ford raid =\n\nThe FORD RAID was long. {lead}{BODY}")
    assert found is not None
    assert found[:2] == (start, end)


def test_the_months_of_the_title_go_on_where_the_lead_knows_the_first_only() -> None:
    text = f"= Ford raid (May–June 1943) =\n\nThe raid was launched in May 1943.{BODY}"
    found = lead_date(text)
    assert found is not None
    assert found[:2] == ("1943-05", "1943-06")


def test_the_years_of_a_war_do_not_date_its_battle() -> None:
    text = f"= Ford raid =\n\nThe FORD RAID was part of the war of 1848–1849, fought on 2 April 1849 at the ford.{BODY}"
    assert lead_date(text) == ("1849-04-02", "1849-04-02", "2 April 1849")


def test_a_year_stays_a_year() -> None:
    assert lead_date(f"= Ford raid =\n\nThe FORD RAID took place in 1943 near the ford.{BODY}") == (
        "1943",
        "1943",
        "1943",
    )


def test_a_title_dates_what_the_lead_leaves_open() -> None:
    assert lead_date(f"= 1943 Ford raid =\n\nThe FORD RAID was an attack near the ford.{BODY}") == (
        "1943",
        "1943",
        None,
    )


def test_without_any_date_there_is_none() -> None:
    assert (
        lead_date("= Ford raid =\n\nThe FORD RAID was an attack near the ford, in which some were hurt.\n")
        is None
    )

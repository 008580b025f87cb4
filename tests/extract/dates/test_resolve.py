"""What a date phrase means in its context, and what is said of the parts it inherits."""

import pytest

from testimonia.extract.dates import DateContext, Parts, find_dates, resolve
from testimonia.extract.tokens import tokenize

SPRING = DateContext(start=Parts(2018, 4, 1), end=Parts(2018, 4, 20))
NEW_YEAR = DateContext(start=Parts(2013, 12, 26), end=Parts(2014, 1, 7))
LONG = DateContext(start=Parts(2012, 7, 19), end=Parts(2016, 12, 22))
ANCIENT = DateContext(start=Parts(-30, 9, 2), end=Parts(-30, 9, 2))
EARLY = DateContext(start=Parts(686, 8))


def meaning(phrase: str, context: DateContext) -> tuple[str | None, str | None, str | None] | None:
    """Give start, end and reason of the first date phrase."""
    when = resolve(find_dates(tokenize(phrase))[0], context)
    return None if when is None else (when.start, when.end, when.inherited)


def before(
    year: int, month: int | None = None, day: int | None = None, *, night: bool = False
) -> DateContext:
    """Give a context with a date before in the same paragraph and no event."""
    return DateContext(before=Parts(year, month, day), fresh=True, night=night)


# phrase, context, start, end, reason
CASES = [
    ("on 3 May 2018", DateContext(), "2018-05-03", "2018-05-03", None),
    ("in March 2022", DateContext(), "2022-03", "2022-03", None),
    ("in 1944", DateContext(), "1944", "1944", None),
    ("1–3 April 2018", DateContext(), "2018-04-01", "2018-04-03", None),
    ("on 2 September 31 BC", DateContext(), "-0030-09-02", "-0030-09-02", None),
    # the event gives the year
    ("on 3 April", SPRING, "2018-04-03", "2018-04-03", "year of the event"),
    ("on 28 March", SPRING, "2018-03-28", "2018-03-28", "year of the event"),
    ("from 28 March to 3 April", SPRING, "2018-03-28", "2018-04-03", "year of the event"),
    ("on 30 December", NEW_YEAR, "2013-12-30", "2013-12-30", "year of the event"),
    ("on 3 January", NEW_YEAR, "2014-01-03", "2014-01-03", "year of the event"),
    ("from 28 December to 3 January", NEW_YEAR, "2013-12-28", "2014-01-03", "year of the event"),
    ("on 1 August", ANCIENT, "-0030-08-01", "-0030-08-01", "year of the event"),
    ("in October", SPRING, "2018-10", "2018-10", "year of the event"),
    ("in December", SPRING, "2017-12", "2017-12", "nearest to the event"),
    # the date before gives the year
    ("on 3 April", before(1999, 3, 30), "1999-04-03", "1999-04-03", "year of the date before"),
    ("on 3 January", before(1999, 12, 30), "2000-01-03", "2000-01-03", "nearest to the date before"),
    ("in late October", before(2013, 7, 17), "2013-10", "2013-10", "year of the date before"),
    ("in June", before(2014, 2, 22), "2014-06", "2014-06", "year of the date before"),
    ("on 3 May", before(2013), "2013-05-03", "2013-05-03", "year of the date before"),
    ("on 5 May", DateContext(LONG.start, LONG.end, Parts(2014, 4, 30)), "2014-05-05", "2014-05-05", "year of the date before"),
    # the heading gives the year
    ("on 3 May", DateContext(heading=Parts(2013)), "2013-05-03", "2013-05-03", "year of the heading"),
    ("on 3 January", DateContext(heading=Parts(2013, 12)), "2014-01-03", "2014-01-03", "year of the heading"),
    # the month is understood
    ("fell on the 12th.", before(1944, 9, 10), "1944-09-12", "1944-09-12", "month of the date before"),
    ("fell on the 2nd.", before(1944, 9, 28), "1944-10-02", "1944-10-02", "month of the date before"),
    ("fell on the 12th.", SPRING, "2018-04-12", "2018-04-12", "month of the event"),
    # seasons
    ("in the winter of 1942–43", DateContext(), "1942", "1943", None),
    ("in summer 1944", DateContext(), "1944", "1944", None),
    ("in the spring", before(1944, 9, 28), "1945", "1945", "after 28 September 1944"),
    ("that summer", before(1944, 4), "1944", "1944", "year of the date before"),
    # years of three digits
    ("by 691", EARLY, "0691", "0691", None),
    ("in August 686", EARLY, "0686-08", "0686-08", None),
    ("in August 686", SPRING, "2018-08", "2018-08", "year of the event"),
    # counted from the date before
    ("the next day", before(2018, 4, 1), "2018-04-02", "2018-04-02", "day after 1 April 2018"),
    ("the following morning", before(2018, 12, 31), "2019-01-01", "2019-01-01", "day after 31 December 2018"),
    ("three days earlier", before(1945, 5, 2), "1945-04-29", "1945-04-29", "3 days before 2 May 1945"),
    ("a week later", before(1945, 5, 2), "1945-05-09", "1945-05-09", "7 days after 2 May 1945"),
    ("the following month", before(1945, 12, 2), "1946-01", "1946-01", "month after 2 December 1945"),
    ("a year later", before(686, 8), "0687", "0687", "year after August 686"),
    ("later that month", before(1945, 5, 2), "1945-05", "1945-05", "the same month as 2 May 1945"),
    ("that evening", before(2018, 4, 1), "2018-04-01", "2018-04-01", "the same day as 1 April 2018"),
    ("that morning", before(2018, 4, 1, night=True), "2018-04-02", "2018-04-02", "day after 1 April 2018"),
    ("at 10:00 they", before(2018, 4, 1), "2018-04-01", "2018-04-01", "the same day as 1 April 2018"),
    # counted from the event
    ("at 10:00 they", SPRING, "2018-04-01", "2018-04-01", "the same day as 1 April 2018"),
    ("that morning they", ANCIENT, "-0030-09-02", "-0030-09-02", "the same day as 2 September 31 BC"),
    ("on the third day", SPRING, "2018-04-03", "2018-04-03", "day 3 of the event"),
    ("on the last day", SPRING, "2018-04-20", "2018-04-20", "last day of the event"),
    # days of the week
    ("on Tuesday", before(2018, 4, 2), "2018-04-03", "2018-04-03", "nearest to 2 April 2018"),
    ("on Sunday", before(2018, 4, 2), "2018-04-01", "2018-04-01", "nearest to 2 April 2018"),
    ("on Monday", SPRING, "2018-04-02", "2018-04-02", "nearest to 1 April 2018"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "context", "start", "end", "reason"), CASES)
def test_a_phrase_is_completed_by_its_context(
    phrase: str, context: DateContext, start: str, end: str, reason: str | None
) -> None:
    assert meaning(phrase, context) == (start, end, reason)


@pytest.mark.parametrize(
    ("phrase", "context"),
    [
        ("on 3 May", DateContext()),
        ("fell on the 12th.", DateContext()),
        ("fell on the 31st.", before(1944, 9, 10)),
        ("in the spring", DateContext()),
        ("in 686", SPRING),
        ("the next day", DateContext()),
        ("the next day", before(2018, 4)),
        ("the following month", before(2018)),
        ("that evening", SPRING),
        ("on the second day", EARLY),
        ("on Tuesday", EARLY),
        ("from 1943 to 1941", DateContext()),
        ("from 12 to 10 May 1943", DateContext()),
    ],
)
def test_what_nothing_fixes_stays_open(phrase: str, context: DateContext) -> None:
    assert meaning(phrase, context) is None

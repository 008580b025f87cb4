"""Date phrases as they stand in sentences: which words, which kind, which parts."""

import pytest

from testimonia.extract.dates import DateMention, Parts, find_dates
from testimonia.extract.dates.phrases import ABSOLUTE, AbsoluteRule
from testimonia.extract.dates.relative import RELATIVE, RelativeRule
from testimonia.extract.tokens import tokenize


def mentions(sentence: str) -> list[tuple[str, str]]:
    """Give words and kind of each date phrase."""
    tokens = tokenize(sentence)
    return [
        (sentence[tokens[one.first].start : tokens[one.last - 1].end], one.kind) for one in find_dates(tokens)
    ]


def only(sentence: str) -> DateMention:
    """Give the one date phrase of a sentence."""
    (mention,) = find_dates(tokenize(sentence))
    return mention


# sentence, words of the phrase, its kind, year, month, day
SINGLE = [
    ("The depot burned on April 1, 2018.", "April 1, 2018", "day", (2018, 4, 1)),
    ("The depot burned on 1 April 2018.", "1 April 2018", "day", (2018, 4, 1)),
    ("The depot burned on the 1st of April 2018.", "the 1st of April 2018", "day", (2018, 4, 1)),
    ("The depot burned on 1 April, 2018.", "1 April, 2018", "day", (2018, 4, 1)),
    ("The depot burned on 1 April.", "1 April", "day", (None, 4, 1)),
    ("The depot burned on April 1st.", "April 1st", "day", (None, 4, 1)),
    ("The depot burned on April the 1st.", "April the 1st", "day", (None, 4, 1)),
    ("The depot burned on Monday, 5 May 2003.", "Monday, 5 May 2003", "day", (2003, 5, 5)),
    ("On Feb. 24 the depot burned.", "Feb. 24", "day", (None, 2, 24)),
    ("On 24 Feb the depot burned.", "24 Feb", "day", (None, 2, 24)),
    ("The log of 2018-04-01 is lost.", "2018-04-01", "day", (2018, 4, 1)),
    ("It ended on 7May2022 and was", "7May2022", "day", (2022, 5, 7)),
    ("It began on 18March and ended", "18March", "day", (None, 3, 18)),
    ("On 8 July (27 June) 1709 the lines met.", "8 July (27 June) 1709", "day", (1709, 7, 8)),
    ("On the morning of 1 November 2014 the guns opened.", "the morning of 1 November 2014", "day", (2014, 11, 1)),
    ("In the early hours of 23 April they left.", "the early hours of 23 April", "day", (None, 4, 23)),
    ("Late on 14 July the mission spoke.", "Late on 14 July", "day", (None, 7, 14)),
    ("It expired on the last day of 33 BC.", "the last day of 33 BC", "day", (-32, 12, 31)),
    ("It began on the first day of May 1915.", "the first day of May 1915", "day", (1915, 5, 1)),
    ("The fleets met on 2 September 31 BC.", "2 September 31 BC", "day", (-30, 9, 2)),
    ("They landed in early March 2022.", "early March 2022", "month", (2022, 3, None)),
    ("They landed in March 2022.", "March 2022", "month", (2022, 3, None)),
    ("They landed in August, 686.", "August, 686", "month", (686, 8, None)),
    ("They landed in mid-April.", "mid-April", "month", (None, 4, None)),
    ("They landed by the end of July.", "the end of July", "month", (None, 7, None)),
    ("They landed in the latter part of August.", "the latter part of August", "month", (None, 8, None)),
    ("They landed in May.", "May", "month", (None, 5, None)),
    ("They landed in 1944.", "1944", "year", (1944, None, None)),
    ("They landed in late 2012.", "late 2012", "year", (2012, None, None)),
    ("They landed in mid-2012.", "mid-2012", "year", (2012, None, None)),
    ("They landed Early in 1944.", "Early in 1944", "year", (1944, None, None)),
    ("In 1943 partisans held the pass.", "1943", "year", (1943, None, None)),
    ("It was built in 31 BC.", "31 BC", "year", (-30, None, None)),
    ("It was built in AD 9.", "AD 9", "year", (9, None, None)),
    ("It was built in 9 AD.", "9 AD", "year", (9, None, None)),
    ("It was built c. 1187.", "c. 1187", "year", (1187, None, None)),
    ("It was built by 686.", "686", "year", (686, None, None)),
    ("They marched in summer 1944.", "summer 1944", "season", (1944, None, None)),
    ("They marched in the spring of 685.", "the spring of 685", "season", (685, None, None)),
    ("Trade fell in the early 1920s.", "early 1920s", "decade", (1920, None, None)),
    ("It fell on the 12th, the band said.", "the 12th", "day", (None, None, 12)),
    ("They came back in the spring.", "the spring", "season", (None, 4, None)),
    ("That winter the river froze.", "That winter", "season", (None, 1, None)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "kind", "parts"), SINGLE)
def test_a_phrase_gives_its_parts(
    sentence: str, words: str, kind: str, parts: tuple[int | None, ...]
) -> None:
    assert mentions(sentence) == [(words, kind)]
    assert only(sentence).start == Parts(*parts)


# sentence, words of the phrase, beginning, end
RANGES = [
    ("They held it 1–3 April.", "1–3 April", (None, 4, 1), (None, 4, 3)),
    ("They held it April 1–3, 2018.", "April 1–3, 2018", (2018, 4, 1), (2018, 4, 3)),
    ("They held it 28 March – 2 April.", "28 March – 2 April", (None, 3, 28), (None, 4, 2)),
    ("They held it March 28 – April 2, 2018.", "March 28 – April 2, 2018", (2018, 3, 28), (2018, 4, 2)),
    ("They held it between 3 and 5 May.", "between 3 and 5 May", (None, 5, 3), (None, 5, 5)),
    ("They held it on 3 or 4 May.", "3 or 4 May", (None, 5, 3), (None, 5, 4)),
    ("They held it on 3 and 4 May.", "3 and 4 May", (None, 5, 3), (None, 5, 4)),
    ("They held it from 12 June to 2 July 1944.", "from 12 June to 2 July 1944", (1944, 6, 12), (1944, 7, 2)),
    ("On the night of 7–8 June they crossed.", "the night of 7–8 June", (None, 6, 7), (None, 6, 8)),
    ("On the night of 26/27 December 2013 they crossed.", "the night of 26/27 December 2013", (2013, 12, 26), (2013, 12, 27)),
    ("It ran 30 January-1 February 1945.", "30 January-1 February 1945", (1945, 1, 30), (1945, 2, 1)),
    ("It ran 28 December – 3 January 1945.", "28 December – 3 January 1945", (1944, 12, 28), (1945, 1, 3)),
    ("It ran December 28, 1944 to January 3.", "December 28, 1944 to January 3", (1944, 12, 28), (1945, 1, 3)),
    ("It ran January through February 2012.", "January through February 2012", (2012, 1, None), (2012, 2, None)),
    ("It ran in July and August 1944.", "July and August 1944", (1944, 7, None), (1944, 8, None)),
    ("It ran between the end of December 2013 and the start of January 2014.",
     "between the end of December 2013 and the start of January 2014", (2013, 12, None), (2014, 1, None)),
    ("It ran from late September 2012 until 19 November 2012.",
     "from late September 2012 until 19 November 2012", (2012, 9, None), (2012, 11, 19)),
    ("It ran from 1941 to 1943.", "from 1941 to 1943", (1941, None, None), (1943, None, None)),
    ("It ran 1942–43.", "1942–43", (1942, None, None), (1943, None, None)),
    ("It ran 1899–01.", "1899–01", (1899, None, None), (1901, None, None)),
    ("It ran in 690/91.", "690/91", (690, None, None), (691, None, None)),
    ("In the winter of 1942–43 it stood.", "the winter of 1942–43", (1942, None, None), (1943, None, None)),
    ("The wars of 58–50 BC.", "58–50 BC", (-57, None, None), (-49, None, None)),
    ("It ran 18March – 7May2022.", "18March – 7May2022", (2022, 3, 18), (2022, 5, 7)),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "start", "end"), RANGES)
def test_a_range_gives_both_ends(
    sentence: str, words: str, start: tuple[int | None, ...], end: tuple[int | None, ...]
) -> None:
    assert [found[0] for found in mentions(sentence)] == [words]
    mention = only(sentence)
    assert (mention.start, mention.end) == (Parts(*start), Parts(*end))


# sentence, words of the phrase, shift, unit
COUNTED = [
    ("The next day they left.", "The next day", 1, "day"),
    ("The very next day they left.", "The very next day", 1, "day"),
    ("They left the following morning.", "the following morning", 1, "day"),
    ("On the morning of the next day they left.", "the morning of the next day", 1, "day"),
    ("Early the next morning they left.", "Early the next morning", 1, "day"),
    ("Two days later they left.", "Two days later", 2, "day"),
    ("They left 3 days earlier.", "3 days earlier", -3, "day"),
    ("A week later they left.", "A week later", 7, "day"),
    ("They left the day before.", "the day before", -1, "day"),
    ("They left on the previous night.", "the previous night", -1, "day"),
    ("A day after the fall of the fort they left.", "A day after", 1, "day"),
    ("The following month they left.", "The following month", 1, "month"),
    ("A year later they left.", "A year later", 1, "year"),
    ("That day they left.", "That day", 0, "day"),
    ("Later that same day they left.", "Later that same day", 0, "day"),
    ("They left later that month.", "later that month", 0, "month"),
    ("By the end of the day they had left.", "the end of the day", 0, "day"),
    ("During the day they left.", "the day", 0, "day"),
    ("Twelve died in the day's fighting.", "the day", 0, "day"),
    ("The fight raged all afternoon.", "all afternoon", 0, "day"),
    ("After three days of fighting they left.", "After three days of", 3, "day"),
    ("Yesterday our troops left.", "Yesterday", -1, "day"),
    ('"Today our troops left," he said.', "Today", 0, "day"),
]  # fmt: skip


@pytest.mark.parametrize(("sentence", "words", "shift", "unit"), COUNTED)
def test_a_relative_phrase_counts_from_the_date_before(
    sentence: str, words: str, shift: int, unit: str
) -> None:
    assert mentions(sentence) == [(words, "relative")]
    mention = only(sentence)
    assert (mention.shift, mention.unit, mention.base, mention.explicit) == (
        shift,
        unit,
        "date before",
        False,
    )


@pytest.mark.parametrize(
    ("sentence", "words", "shift"),
    [
        ("On the first day they took the ridge.", "the first day", 0),
        ("On the second day of fighting they took it.", "the second day", 1),
        ("On the final day they took it.", "the final day", -1),
        ("On the opening night they took it.", "the opening night", 0),
    ],
)
def test_a_numbered_day_counts_from_the_event(sentence: str, words: str, shift: int) -> None:
    assert mentions(sentence) == [(words, "relative")]
    assert (only(sentence).base, only(sentence).shift) == ("event", shift)


@pytest.mark.parametrize(
    ("sentence", "words", "part"),
    [
        ("At 10:00 they fired.", "10:00", None),
        ("At around 07:30 they fired.", "07:30", None),
        ("By 6 pm they fired.", "6 pm", None),
        ("At 10.30 p.m. they fired.", "10.30 p.m.", None),
        ("Around 7AM they fired.", "7AM", None),
        ("At 0530 hours they fired.", "0530 hours", None),
        ("By 1600 hours they fired.", "1600 hours", None),
        ("They fired until nightfall.", "nightfall", "nightfall"),
        ("Shortly after midday they fired.", "midday", "midday"),
        ("In the early hours they fired.", "the early hours", None),
        ("By the early afternoon they fired.", "the early afternoon", "afternoon"),
        ("Five hours later they fired.", "Five hours later", None),
        ("A few minutes later they fired.", "A few minutes later", None),
        ("After several hours of fighting they left.", "After several hours of", None),
        ("After 12 hours of fighting they left.", "After 12 hours of", "morning"),
        ("At the same time they fired.", "At the same time", None),
    ],
)
def test_an_hour_is_a_time_of_the_day_understood(sentence: str, words: str, part: str | None) -> None:
    assert mentions(sentence) == [(words, "time")]
    assert only(sentence).part == part


@pytest.mark.parametrize(
    ("sentence", "words", "day"),
    [
        ("On Tuesday they fired.", "Tuesday", 1),
        ("They fired on Thursday morning.", "Thursday morning", 3),
        ("They came in on the road Friday night.", "Friday night", 4),
    ],
)
def test_a_weekday_is_found_where_it_dates(sentence: str, words: str, day: int) -> None:
    assert mentions(sentence) == [(words, "weekday")]
    assert only(sentence).weekday == day


NO_DATES = [
    "Hill 123 fell.",
    "They had 1,200 men.",
    "A force of 2000 men came.",
    "They counted 56 men.",
    "They searched 1500 houses in 2000 villages.",
    "Route No. 5 was cut by 20 mm guns.",
    "The 1st Division and the 12th Brigade came.",
    "By the 12th Brigade's account it fell.",
    "The 15th and 33rd Divisions came.",
    "They march on Rome and may win.",
    "The March offensive failed.",
    "Marshal May led them.",
    "An august assembly met.",
    'Rebels took the "8 March Tower".',
    "The 14 July Bridge was blown up.",
    "They lost 200–300 men.",
    "Some 1500-2000 soldiers came.",
    "They lost 200–300.",
    "He lives there to this day.",
    "They raided at night and hid by day.",
    "The following week was quiet.",
    "They left about two days later.",
    "They left a week after the raid.",
    "They arrived 48 hours after the raid.",
    "It was a Bloody Sunday for them.",
    "Today the town is a museum.",
    'He said: "Tomorrow we leave."',
    "On 31 February nothing happened.",
    "The hours later told were long.",
    "In the first place, it rained.",
    "He kept the day shift.",
    "After three days of the month they left.",
    "Turbo-7 and Bravo-2 engines roared at 00 level.",
    "They flew mid-air and mid-2990.",
]  # fmt: skip


@pytest.mark.parametrize("sentence", NO_DATES)
def test_other_numbers_and_names_are_no_dates(sentence: str) -> None:
    assert mentions(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("On 6 April, 2000 soldiers came.", "6 April"),
        ("On 6 April 120 soldiers came.", "6 April"),
        ("On April 6, 2012 rebels came.", "April 6, 2012"),
        ("On 6 April 2012 rebels came.", "6 April 2012"),
    ],
)
def test_a_count_behind_a_date_is_not_its_year(sentence: str, words: str) -> None:
    assert mentions(sentence) == [(words, "day")]


def test_two_counts_below_a_thousand_are_no_range_of_years() -> None:
    assert mentions("In 1944 they lost 200–300 in a day.") == [("1944", "year")]


def test_a_bare_year_below_a_thousand_is_weak() -> None:
    assert only("It fell in 686.").weak
    assert not only("It fell in AD 86.").weak
    assert not only("It fell in 1186.").weak


def test_several_phrases_stand_in_text_order() -> None:
    sentence = "At dawn, on 6 August, they left; the next day, 7 August 1917, they returned in 1918."
    assert [words for words, _ in mentions(sentence)] == [
        "dawn",
        "6 August",
        "the next day",
        "7 August 1917",
        "1918",
    ]


def test_a_date_that_stands_alone_needs_no_word_before_it() -> None:
    tokens = tokenize("1187")
    assert find_dates(tokens) == []
    assert find_dates(tokens, alone=True)[0].start == Parts(1187)


@pytest.mark.parametrize("rule", [*ABSOLUTE, *RELATIVE], ids=lambda rule: rule.name)
def test_every_rule_finds_its_own_example(rule: AbsoluteRule | RelativeRule) -> None:
    tokens = tokenize(rule.example)
    assert find_dates(tokens, alone=True)

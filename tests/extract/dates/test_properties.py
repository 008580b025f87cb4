"""What must hold of every date phrase, whatever it says."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from testimonia.extract.dates import DateContext, Parts, find_dates, iso, parts_of, resolve
from testimonia.extract.tokens import tokenize

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
SUFFIX = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2099, 12, 31))
SHAPES = (
    "{d} {m} {y}", "{d} {m}, {y}", "{m} {d}, {y}", "{m} {d} {y}", "the {d}{s} of {m} {y}", "{m} {d}{s}, {y}",
    "{y}-{mm:02d}-{d:02d}", "the night of {d} {m} {y}", "{d}{m}{y}",
)  # fmt: skip
RANGES = (
    "{d1} {m1} {y1} – {d2} {m2} {y2}", "from {d1} {m1} {y1} to {d2} {m2} {y2}", "{m1} {d1}, {y1} – {m2} {d2}, {y2}",
    "between {d1} {m1} {y1} and {d2} {m2} {y2}", "{d1} {m1} {y1}–{d2} {m2} {y2}",
)  # fmt: skip
CONTEXT = DateContext(start=Parts(1944, 6, 6), end=Parts(1944, 8, 25), before=Parts(1944, 7, 3), fresh=True)
WORDS = st.sampled_from(
    [
        "on", "the", "of", "from", "to", "between", "and", "in", "by", "late", "early", "mid-May", "night", "morning",
        "day", "days", "next", "same", "that", "two", "a", "later", "before", "May", "March", "1944", "686", "31", "BC",
        "AD", "3", "12th", "–", "/", ",", ".", "(", ")", "10:30", "pm", "hours", "winter", "first", "last", "Tuesday",
        "yesterday", "1920s", "7May1944", "January-1", "c", "year", "week", "after", "men", "Brigade", '"', "all",
    ]
)  # fmt: skip


def write(shape: str, day: date) -> str:
    """Write a day in one of the shapes."""
    words = {"d": day.day, "m": MONTHS[day.month - 1], "mm": day.month, "y": day.year}
    return shape.format(**words, s=SUFFIX.get(day.day, "th"))


@given(
    DAYS,
    st.sampled_from(SHAPES),
    st.sampled_from(["On {} they came.", "They came on {}", "Since {}, all held."]),
)
def test_a_day_in_any_shape_is_read_back(day: date, shape: str, frame: str) -> None:
    (mention,) = find_dates(tokenize(frame.format(write(shape, day))))
    when = resolve(mention, DateContext())
    assert when is not None
    assert when.start == when.end == day.isoformat()


@given(DAYS, DAYS, st.sampled_from(RANGES))
def test_a_range_in_any_shape_is_read_back(one: date, other: date, shape: str) -> None:
    first, last = sorted((one, other))
    parts: dict[str, int | str] = {}
    for number, day in ((1, first), (2, last)):
        parts |= {f"d{number}": day.day, f"m{number}": MONTHS[day.month - 1], f"y{number}": day.year}
    (mention,) = find_dates(tokenize(f"It lasted {shape.format(**parts)}."))
    when = resolve(mention, DateContext())
    assert when is not None
    assert (when.start, when.end) == (first.isoformat(), last.isoformat())


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_mentions_lie_in_the_sentence_in_order_and_apart(text: str) -> None:
    tokens = tokenize(text)
    at = 0
    for mention in find_dates(tokens):
        assert at <= mention.first < mention.last <= len(tokens)
        at = mention.last


@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_a_range_never_ends_before_it_begins(text: str) -> None:
    for mention in find_dates(tokenize(text)):
        when = resolve(mention, CONTEXT)
        if when is not None and when.start is not None and when.end is not None:
            start, end = parts_of(when.start), parts_of(when.end)
            assert (start.year or 0, start.month or 0, start.day or 0) <= (
                end.year or 0,
                end.month or 12,
                end.day or 31,
            )


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    for mention in find_dates(tokenize(text)):
        resolve(mention, CONTEXT)


@given(DAYS, DAYS)
def test_a_year_that_the_context_gives_is_explained(day: date, event: date) -> None:
    tokens = tokenize(f"On {day.day} {MONTHS[day.month - 1]} they came.")
    start = Parts(event.year, event.month, event.day)
    when = resolve(find_dates(tokens)[0], DateContext(start=start, end=start))
    if when is not None and when.start is not None:
        assert when.inherited in {"year of the event", "nearest to the event"}
        assert parts_of(when.start)[1:] == (day.month, day.day)
        assert iso(parts_of(when.start)) == when.start

"""What templates show: looked up in templates.tsv, so that a new one needs a line there, no code."""

import re
from collections.abc import Callable

from testimonia.read.flags import country_of_file, country_of_letters
from testimonia.read.view import View
from testimonia.read.wikitext.calls import Call, call
from testimonia.read.wikitext.inline import Aside, Handler, Shower, Stretch
from testimonia.read.wikitext.scan import Scan

__all__ = ["KINDS", "TEMPLATES"]

_OPENED = re.compile(r"\{\{\s*[A-Za-z#][\w :#-]{0,40}\|")
_SLOT = re.compile(r"\{([^{}]*)\}")
_BETWEEN = frozenset(
    ["-", "–", "to", "to about", "and", "or", "and(-)", "to(-)", "+/-", "±", "by", "x", "×", "*", "+"]
)
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _template(shower: Shower, scanned: Scan, index: int) -> int:
    """Show a template by its meaning; one that never closes hides its name, not what follows."""
    token = scanned.tokens[index]
    if token.kind == "open" and index not in scanned.mates:
        opened = _OPENED.match(scanned.text, token.start)
        return opened.end() if opened else token.end
    used = call(scanned, index)
    KINDS[used.meaning](shower, used)
    return used.whole.end


def _unknown(shower: Shower, used: Call) -> None:
    """Show nothing; letters of a country, as in {{UK}}, are a flag and its country's name."""
    start, end = used.whole.start, used.whole.end
    letters = used.name.upper()
    country = country_of_letters(letters)
    if country != letters and len(letters) > 1 and not used.positional:
        _country_name(shower, country, start, end)
    elif not used.name.startswith("infobox"):
        shower.view.mark("template", used.whole.words, start, end)


def _country_name(shower: Shower, country: str, start: int, end: int) -> None:
    shower.view.mark("flag", country, start, end)
    shower.view.put(country, start, end)


def _show(shower: Shower, used: Call) -> None:
    """Show the words of a pattern, each argument where its slot is."""
    starts = [part.start for slot in _SLOT.finditer(used.shows) if (part := used.get(slot.group(1)))]
    if starts != sorted(starts):
        _show_together(shower, used)
        return
    source, at = used.whole.start, 0
    for slot in _SLOT.finditer(used.shows):
        part = used.get(slot.group(1))
        shower.view.put(used.shows[at : slot.start()], source, max(part.start if part else 0, source + 1))
        at = slot.end()
        if part is not None:
            _argument(shower, part)
            source = part.end
    shower.view.put(used.shows[at:], source, used.whole.end)


def _foreign(shower: Shower, used: Call) -> None:
    """Show words in another language, which stand in italics."""
    begin = shower.view.size
    _show(shower, used)
    shower.view.mark("italic", "", used.whole.start, used.whole.end, begin)


def _show_together(shower: Shower, used: Call) -> None:
    """Show a pattern whose arguments stand in another order: all its words lead back to the whole."""

    def words(slot: re.Match[str]) -> str:
        part = used.get(slot.group(1))
        own = Shower(View(shower.view.text), shower.handlers, depth=shower.depth)
        if part:
            own.inner(part)
        return own.view.shown.strip()

    shower.view.put(_SLOT.sub(words, used.shows), used.whole.start, used.whole.end)


def _argument(shower: Shower, part: Stretch) -> None:
    """Show an argument without the blanks around it."""
    words = part.words
    lead, trail = len(words) - len(words.lstrip()), len(words.rstrip())
    shower.inner(Stretch(part.scan, part.start + lead, part.start + max(trail, lead), part.first, part.last))


def _list(shower: Shower, used: Call) -> None:
    """Show each argument on a line of its own."""
    parts = [part for name in used.shows.split() if (part := used.get(name))] + used.positional
    numbered = [used.named[key] for key in sorted(used.named, key=len) if key.isdigit()]
    lines, shower.lines = shower.lines, True
    for part in parts + numbered:
        shower.newline(part.start - 1, part.start)
        _argument(shower, part)
    shower.lines = lines


def _flag(shower: Shower, used: Call) -> None:
    """Note a flag; the file of {{flagicon image}} tells its country by its name."""
    part = used.get(used.shows.strip("{}"))
    words = part.words.strip() if part else ""
    named = (
        country_of_file(words.partition(":")[2] or words) if "." in words[-5:] else country_of_letters(words)
    )
    shower.view.mark("flag", named, used.whole.start, used.whole.end)


def _country(shower: Shower, used: Call) -> None:
    """Show the country's name behind its flag; letters such as "GER" show what they stand for."""
    part = used.get("1")
    words = part.words.strip() if part else ""
    country = country_of_letters(words)
    shower.view.mark("flag", country, used.whole.start, used.whole.end)
    if country != words and "name" not in used.named and part:
        shower.view.put(country, part.start, part.end)
    else:
        _show(shower, used)


def _fate(shower: Shower, used: Call) -> None:
    shower.view.mark("template", used.shows, used.whole.start, used.whole.end)


def _reference(shower: Shower, used: Call) -> None:
    shower.view.mark("reference", used.whole.words, used.whole.start, used.whole.end)


def _note(shower: Shower, used: Call) -> None:
    """Mark a footnote that tells something itself, and put its words aside for the body."""
    _reference(shower, used)
    part = used.get(used.shows.strip("{}"))
    if part is not None:
        shower.asides.append(Aside("note", part))


def _break(shower: Shower, used: Call) -> None:
    shower.newline(used.whole.start, used.whole.end)


def _convert(shower: Shower, used: Call) -> None:
    """Show "5 km" for {{convert|5|km|mi}}, "5 to 6 km" for {{convert|5|to|6|km}}."""
    last = 2
    while last < len(used.positional) and used.positional[last - 1].words.strip() in _BETWEEN:
        last += 2
    for part in used.positional[:last]:
        if part is not used.positional[0]:
            shower.view.put(" ", part.start - 1, part.start)
        _argument(shower, part)


def _fraction(shower: Shower, used: Call) -> None:
    """Show "1/2" for {{frac|1|2}}, "7 1/2" for {{frac|7|1|2}}, "1/3" for {{frac|3}}."""
    count = len(used.positional)
    if count == 1:
        shower.view.put("1/", used.whole.start, used.positional[0].start)
    for at, part in enumerate(used.positional[:3]):
        if at:
            shower.view.put("/" if at == count - 1 else " ", part.start - 1, part.start)
        _argument(shower, part)


def _date(shower: Shower, used: Call) -> None:
    """Show "9 February 1945" for {{start date|1945|2|9}}, words as they are."""
    words = [part.words.strip() for part in used.positional]
    if not words or not all(word.isdigit() for word in words[:3]):
        for part in used.positional[:1]:
            _argument(shower, part)
        return
    dates = [_spelt(words[at : at + 3]) for at in range(0, min(len(words), 6), 3)]
    shower.view.put(" – ".join(filter(None, dates)), used.whole.start, used.whole.end)


def _spelt(parts: list[str]) -> str:
    """Give "9 February 1945" for year, month and day."""
    numbers = [int(part) for part in parts if part.isdigit()]
    if len(numbers) > 1 and not 1 <= numbers[1] <= 12:
        return ""
    year, *rest = map(str, numbers)
    month = [_MONTHS[numbers[1] - 1]] if rest else []
    return " ".join([*rest[1:2], *month, year])


KINDS: dict[str, Callable[[Shower, Call], None]] = {
    "": _unknown, "show": _show, "foreign": _foreign, "list": _list, "flag": _flag, "country": _country,
    "fate": _fate, "reference": _reference, "note": _note, "source": _reference, "short": _reference,
    "named": _reference, "pages": _reference, "break": _break, "convert": _convert, "date": _date,
    "fraction": _fraction,
}  # fmt: skip
"""Meaning of a template to the way in which it is shown."""
TEMPLATES: dict[str, Handler | None] = {"open": _template, "simple": _template}
"""Kind of token to its handler."""

"""Where it happened: the chain of places, most specific first, and the coordinates."""

import re
from collections.abc import Iterator, Sequence

from testimonia.extract.drafts import Named
from testimonia.model import Article, Mark, Parameter, Passage, Span

__all__ = ["read_coordinates", "read_places"]

_BOUNDARY = re.compile(r"[,;\n(){}\[\]•/]|\s{2,}|\s[–—-]\s")
_AND = re.compile(r"\s(?:and|&)\s")
_BEFORE = re.compile(
    r"^(?:(?:now|present[- ]day|modern[- ]day|modern|today|currently|in|at|on|of|off|near|around|along|"
    r"outside|inside|within|between|from|to|across|above|over|the|and|north|south|east|west|northeast|"
    r"northwest|southeast|southwest|north-east|north-west|south-east|south-west|northern|southern|eastern|western|northeastern|"
    r"northwestern|southeastern|southwestern|central|upper|"
    r"lower|coast|outskirts|vicinity|area|about|approximately|approx\.?|c\.|ca\.|just|mainly|mostly|parts|"
    r"\d[\d.,]*\s*(?:km|mi|miles?|kilomet\w+|nmi|nautical miles|m|yards)|km|mi|miles)\b\.?\s*)+"
)
_DIRECTIONS = re.compile(
    r"^(?:(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest)(?:\sand\s(?:North|South|East|West))*)\s(?:of|from)\s",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s+(?:and\s+(?:its|the|their|surrounding|other)\b.*|area|region of .*|,?\s*see .*)$", re.IGNORECASE
)
_NO_PLACE = re.compile(
    r"^(?:towards?|bound for|en route to|see|also|several|various|multiple|occupied|held|disputed|until|"
    r"since|\W*\d)",
    re.IGNORECASE,
)
_COORD = re.compile(r"\{\{\s*coord\s*\|(?P<arguments>[^{}]*)\}\}", re.IGNORECASE)
_PLAIN = re.compile(
    r"(?P<lat>\d+(?:\.\d+)?)\s*°?\s*(?:(?P<lat_m>\d+(?:\.\d+)?)\s*[′'’]\s*)?(?:(?P<lat_s>\d+(?:\.\d+)?)\s*[″\"”]\s*)?(?P<ns>[NS])\b[,\s/]*"
    r"(?P<lon>\d+(?:\.\d+)?)\s*°?\s*(?:(?P<lon_m>\d+(?:\.\d+)?)\s*[′'’]\s*)?(?:(?P<lon_s>\d+(?:\.\d+)?)\s*[″\"”]\s*)?(?P<ew>[EW])\b"
)
_DECIMAL = re.compile(r"(?<![\d.])(?P<lat>-?\d{1,2}\.\d+)\s*[,;]\s*(?P<lon>-?\d{1,3}\.\d+)(?![\d.])")


def read_places(article: Article) -> tuple[Named, ...]:
    """Give the chain of places of the infobox, empty if it names none."""
    for parameter in article.parameters:
        if parameter.key == "place":
            return tuple(_chain(parameter.passage))
    return ()


def _chain(passage: Passage) -> Iterator[Named]:
    links = [mark for mark in passage.marks if mark.kind == "link" and mark.end > mark.start]
    seen: set[str] = set()
    for start, end in _stretches(passage.shown, links):
        place = _place(passage, start, end)
        if place and place.words.lower() not in seen:
            seen.add(place.words.lower())
            yield place


def _stretches(shown: str, links: Sequence[Mark]) -> Iterator[tuple[int, int]]:
    """Cut a place value at its boundaries, those within a link's words left alone."""
    cuts = [match.span() for pattern in (_BOUNDARY, _AND) for match in pattern.finditer(shown)
            if not any(link.start < match.end() and match.start() < link.end for link in links)]  # fmt: skip
    start = 0
    for first, last in sorted(cuts):
        if first >= start:
            yield start, first
            start = last
    yield start, len(shown)


_OPENING = re.compile(
    r"^\s*(?:In|Near|Off|Along|Around|Outside|Inside|At|On|From|Between|Over|Within|Parts of|The)\s+"
    r"(?:(?:and|the|of|around|in|off)\s+)*"
)
_BARE = re.compile(
    r"(?:In|Near|Off|Along|Around|East|West|North|South|Eastern|Western|Northern|Southern|Central|Various|Multiple)$"
)


def _place(passage: Passage, start: int, end: int) -> Named | None:
    opening = _OPENING.match(passage.shown[start:end])
    start += opening.end() if opening else 0
    words = passage.shown[start:end]
    match = _DIRECTIONS.match(words.lstrip())
    lead = len(words) - len(words.lstrip()) + (match.end() if match else 0)
    before = _BEFORE.match(words[lead:])
    if before and words[lead:].strip() and not (match is None and _is_name(words[lead:])):
        lead += before.end()
    lead += len(words[lead:]) - len(words[lead:].lstrip(" :"))
    rest = _AFTER.sub("", words[lead:].rstrip(" .,;:"))
    if not rest or _BARE.match(rest) or _NO_PLACE.match(rest) or not any(c.isalpha() for c in rest):
        return None
    if not re.search(r"[A-Z\u00c0-\u00de]", rest) and not rest[0].isupper() and rest.isascii():
        return None
    first = start + lead
    link = next(
        (
            m.value
            for m in passage.marks
            if m.kind == "link" and m.start < first + len(rest) and first < m.end
        ),
        None,
    )
    return Named(re.sub(r"\s+", " ", rest), passage.source(first, first + len(rest)), link)


def _is_name(words: str) -> bool:
    """Tell whether the first word is capitalised and so a part of the name: "East Prussia"."""
    return words.lstrip()[:1].isupper()


def read_coordinates(article: Article) -> tuple[tuple[float, float], Span] | None:
    """Give latitude and longitude in degrees and where they stand: the infobox first, then the title's."""
    for parameter in sorted(article.parameters, key=lambda p: p.key != "coordinates"):
        if parameter.key in {"coordinates", "place", "latitude"}:
            found = _in_value(article, parameter)
            if found:
                return found
    for match in _COORD.finditer(article.text):
        if "title" in match["arguments"].lower():
            point = _point(match["arguments"])
            if point:
                return point, Span(match.start(), match.end())
    return None


def _in_value(article: Article, parameter: Parameter) -> tuple[tuple[float, float], Span] | None:
    raw = article.quote(parameter.span)
    template = _COORD.search(raw)
    point = _point(template["arguments"]) if template else None
    if template and point:
        return point, Span(parameter.span.start + template.start(), parameter.span.start + template.end())
    shown = parameter.passage.shown
    plain = _PLAIN.search(shown)
    if plain:
        return (_degrees(plain, "lat", "ns"), _degrees(plain, "lon", "ew")), parameter.passage.source(
            *plain.span()
        )
    decimal = _DECIMAL.search(shown) if parameter.key == "coordinates" else None
    if decimal:
        return (float(decimal["lat"]), float(decimal["lon"])), parameter.passage.source(*decimal.span())
    return None


def _degrees(match: re.Match[str], axis: str, side: str) -> float:
    whole, minutes, seconds = (float(match[group] or 0) for group in (axis, f"{axis}_m", f"{axis}_s"))
    value = whole + minutes / 60 + seconds / 3600
    return round(-value if match[side] in "SW" else value, 6)


def _point(arguments: str) -> tuple[float, float] | None:
    """Read the arguments of {{coord}}: degrees, minutes, seconds with letters, or decimals."""
    parts = [part.strip() for part in arguments.split("|")]
    numbers: list[float] = []
    values: list[float] = []
    for part in parts:
        if re.fullmatch(r"-?\d+(?:\.\d+)?", part):
            numbers.append(float(part))
        elif part.upper() in {"N", "S", "E", "W"} and numbers:
            value = sum(number / 60**power for power, number in enumerate(numbers[:3]))
            values.append(round(-value if part.upper() in "SW" else value, 6))
            numbers = []
        elif ":" not in part and "=" not in part and part:
            break
    values = values or numbers[:2]
    return (
        (values[0], values[1])
        if len(values) == 2 and abs(values[0]) <= 90 and abs(values[1]) <= 180
        else None
    )

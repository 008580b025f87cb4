"""Coordinates in the ways articles write them: {{coord|…}}, degrees with minutes, decimal degrees."""

import re

__all__ = ["is_coordinates", "parse_coordinates"]

_TEMPLATE = re.compile(r"\{\{\s*(?:coord|coords|coor \w+|coordinates?)\s*\|([^{}]*)\}\}", re.IGNORECASE)
_PART = re.compile(
    r"([+\-−]?\d{1,3}(?:\.\d+)?)\s*°?\s*(?:(\d{1,2}(?:\.\d+)?)\s*[′'’]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*[″\"”]\s*)?([NSEW])\b",
    re.IGNORECASE,
)
_DECIMAL = re.compile(r"([+\-−]?\d{1,2}(?:\.\d+)?)\s*°?\s*[,;/|]\s*([+\-−]?\d{1,3}(?:\.\d+)?)\s*°?\s*$")
_NUMBER = re.compile(r"[+\-−]?\d+(?:\.\d+)?$")


def is_coordinates(words: str) -> bool:
    """Tell whether words are a coordinates template."""
    return bool(_TEMPLATE.match(words.strip()))


def parse_coordinates(words: str) -> tuple[float, float] | None:
    """Give latitude and longitude in degrees, south and west negative; None if there are none.

    Takes "{{coord|15|30|N|2|15|E|display=title}}", "15°30′N 2°15′E" and "15.5, 2.25".
    """
    template = _TEMPLATE.search(words)
    found = _of_template(template.group(1)) if template else _of_words(words)
    if found is None or abs(found[0]) > 90 or abs(found[1]) > 180:
        return None
    return round(found[0], 6), round(found[1], 6)


def _of_template(inside: str) -> tuple[float, float] | None:
    """Read the arguments: two decimals, or degrees up to a letter, twice."""
    parts = [part.strip() for part in inside.split("|") if "=" not in part]
    angles: list[float] = []
    open_: list[float] = []
    for part in parts:
        if _NUMBER.match(part):
            open_.append(_number(part))
        elif part.upper() in ("N", "S", "E", "W") and open_:
            angles.append(_angle(open_, part.upper()))
            open_ = []
    if len(angles) >= 2:
        return angles[0], angles[1]
    return (open_[0], open_[1]) if not angles and len(open_) >= 2 else None


def _of_words(words: str) -> tuple[float, float] | None:
    parts = list(_PART.finditer(words))
    if len(parts) >= 2 and parts[0][4].upper() in "NS" and parts[1][4].upper() in "EW":
        latitude, longitude = (
            _angle([_number(value) for value in part.group(1, 2, 3) if value], part[4].upper())
            for part in parts[:2]
        )
        return latitude, longitude
    decimal = _DECIMAL.match(words.strip())
    return (_number(decimal[1]), _number(decimal[2])) if decimal else None


def _angle(parts: list[float], letter: str) -> float:
    """Give degrees for degrees, minutes and seconds before a letter."""
    size: float = sum(abs(part) / 60.0**power for power, part in enumerate(parts[:3]))
    return -size if letter in "SW" or parts[0] < 0 else size


def _number(words: str) -> float:
    return float(words.replace("−", "-"))

"""Where an event took place, on the base map: three windows around a point, from near to the whole world."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians

__all__ = ["Window", "degrees", "windows_of"]

_HEIGHTS = (("near", 8.0), ("region", 30.0))
"""Name and height of a window, in degrees of latitude."""
_SHAPE = 1.6
"""How much wider than high a window is, on the ground."""


@dataclass(frozen=True, slots=True)
class Window:
    """A part of the map; all in degrees, y to the south."""

    name: str
    left: float
    top: float
    width: float
    height: float
    x: float
    """Where the point is in it, in percent."""
    y: float

    @property
    def copies(self) -> tuple[int, ...]:
        """Where pictures of the world begin that are seen in it: beyond an edge it is the other one."""
        edges = (-540, -180, 180)
        return tuple(edge for edge in edges if edge < self.left + self.width and edge + 360 > self.left)


def windows_of(latitude: float, longitude: float) -> tuple[Window, ...]:
    """Give the windows around a point.

    Degrees of longitude shrink towards the poles; a window has more of them there, so that it shows
    the ground in its true shape about its middle.
    """
    made = [_around(name, latitude, longitude, height) for name, height in _HEIGHTS]
    x, y = (longitude + 180) / 3.6, (90 - latitude) / 1.8
    return (*made, Window("world", -180.0, -90.0, 360.0, 180.0, round(x, 2), round(y, 2)))


def _around(name: str, latitude: float, longitude: float, height: float) -> Window:
    width = min(height * _SHAPE / max(cos(radians(latitude)), 0.1), 360.0)
    left = longitude - width / 2
    top = min(max(-latitude - height / 2, -90.0), 90.0 - height)
    x, y = (longitude - left) / width * 100, (-latitude - top) / height * 100
    return Window(name, *(round(value, 3) for value in (left, top, width, height, x, y)))


def degrees(latitude: float, longitude: float) -> str:
    """Write a point for people: "20.50° N, 1.25° E"."""
    north, east = "NS"[latitude < 0], "EW"[longitude < 0]
    return f"{abs(latitude):.2f}° {north}, {abs(longitude):.2f}° {east}"

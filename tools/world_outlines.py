"""Make the base map of the pages, static/world.svg, from Natural Earth's country outlines.

The outlines are in the public domain (naturalearthdata.com). They come as TopoJSON in the npm package
`world-atlas` (ISC):

    npm install world-atlas@2
    python tools/world_outlines.py node_modules/world-atlas/countries-50m.json

Land is one path, borders between countries another. A unit of the picture is a twentieth of a degree; a point
that moves a line by less than a unit is left out.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

UNITS = 20
"""Units in a degree."""
ROUND = 360 * UNITS
"""Once around the world."""
TARGET = Path(__file__).parents[1] / "src/testimonia/pages/static/world.svg"

Point = tuple[int, int]

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left} {top} {width} {height}" preserveAspectRatio="none">
<!-- Made by tools/world_outlines.py from Natural Earth 1:50m, in the public domain. -->
<style>
path {{ stroke-width: .8; stroke-linejoin: round }}
svg {{ background: #e3ebf0 }} .land {{ fill: #f7f3ea; stroke: #8f9aa3 }}
.borders {{ fill: none; stroke: #b3a894 }}
@media (prefers-color-scheme: dark) {{
svg {{ background: #1b242b }} .land {{ fill: #31363d; stroke: #77828c }} .borders {{ stroke: #7d7364 }}
}}
</style>
<path class="land" d="{land}"/>
<path class="borders" d="{borders}"/>
</svg>
"""


def main() -> None:
    """Read the TopoJSON file that is named and write the picture."""
    topology = json.loads(Path(sys.argv[1]).read_bytes())
    arcs = [thinned(unwrapped(decoded(arc, topology["transform"]))) for arc in topology["arcs"]]
    countries = topology["objects"]["countries"]["geometries"]
    shared = Counter(abs_index(arc) for country in countries for arc in set(flat(country.get("arcs", []))))
    land = [ring for shape in topology["objects"]["land"]["geometries"] for ring in rings(shape)]
    picture = SVG.format(
        left=-180 * UNITS,
        top=-90 * UNITS,
        width=360 * UNITS,
        height=180 * UNITS,
        land="".join(drawn(part, close=True) for ring in land for part in placed(joined(ring, arcs))),
        borders="".join(drawn(arcs[number], close=False) for number in sorted(shared) if shared[number] > 1),
    )
    TARGET.write_text(picture, encoding="utf-8")


def decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """Give the points of an arc in units; TopoJSON tells each as the step from the one before."""
    x = y = 0
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield round((x * sx + tx) * UNITS), round(-(y * sy + ty) * UNITS)


def unwrapped(points: Iterable[Point], start: int | None = None) -> list[Point]:
    """Let a line that leaves the map at one edge go on beyond it, where it would begin anew at the other."""
    line: list[Point] = []
    near = start
    for x, y in points:
        turns = 0 if near is None else round((near - x) / ROUND)
        near = x + turns * ROUND
        line.append((near, y))
    return line


def placed(ring: list[Point]) -> Iterator[list[Point]]:
    """Give a ring as often as parts of it are on the map; one around a pole is closed along the edge."""
    turn = ring[-1][0] - ring[0][0]
    if abs(turn) > ROUND / 2:
        edge = 90 * UNITS if ring[0][1] > 0 else -90 * UNITS
        ring = [*ring, (ring[-1][0], edge), (ring[0][0], edge)]
    for shift in (-ROUND, 0, ROUND):
        moved = [(x + shift, y) for x, y in ring]
        if any(-ROUND / 2 < x < ROUND / 2 for x, _ in moved):
            yield moved


def thinned(points: list[Point]) -> list[Point]:
    """Leave out what moves the line by less than a unit (Douglas and Peucker)."""
    if len(points) < 3:
        return points
    (ax, ay), (bx, by) = points[0], points[-1]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5

    def away(point: Point) -> float:
        x, y = point
        if not length:
            return float(((x - ax) ** 2 + (y - ay) ** 2) ** 0.5)
        return float(abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length)

    far = max(range(1, len(points) - 1), key=lambda index: away(points[index]))
    if away(points[far]) < 1:
        return [points[0], points[-1]]
    return thinned(points[: far + 1])[:-1] + thinned(points[far:])


def flat(nested: Any) -> Iterator[int]:
    """Give the numbers in lists of lists."""
    if isinstance(nested, int):
        yield nested
    else:
        yield from chain.from_iterable(map(flat, nested))


def rings(shape: dict[str, Any]) -> Iterator[list[int]]:
    """Give the rings of a shape, each as the numbers of its arcs."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    return chain.from_iterable(polygons)


def abs_index(arc: int) -> int:
    """Give the number of an arc; a negative one is told backwards."""
    return arc if arc >= 0 else ~arc


def joined(ring: Iterable[int], arcs: list[list[Point]]) -> list[Point]:
    """Put the arcs of a ring together."""
    points: list[Point] = []
    for arc in ring:
        line = arcs[arc] if arc >= 0 else arcs[~arc][::-1]
        points += unwrapped(line, points[-1][0] if points else None)[1 if points else 0 :]
    return points


def drawn(points: list[Point], *, close: bool) -> str:
    """Write a line as path data, in steps; a speck that has become a point or a stroke is not drawn."""
    kept = [point for index, point in enumerate(points) if not index or point != points[index - 1]]
    if len(kept) < (4 if close else 2):
        return ""
    (x, y), steps = kept[0], []
    for here, there in pairwise(kept):
        steps.append(f"{there[0] - here[0]} {there[1] - here[1]}")
    line = " ".join(steps).replace(" -", "-")
    return f"M{x} {y}l{line}{'z' if close else ''}"


if __name__ == "__main__":
    main()

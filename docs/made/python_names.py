"""The reference of the Python interface: what the façade offers, by the road."""

from __future__ import annotations

import inspect
from importlib import import_module

import testimonia

__all__ = ["write"]

_ROAD = {
    "read": "Read",
    "model": "What was read",
    "extract": "Extract",
    "compare": "Compare",
    "mapping": "Map",
    "validate": "Validate",
    "serialize": "Serialize",
    "pipeline": "Build",
    "graphs": "Graphs",
    "query": "Ask",
    "analysis": "Records and data frames",
    "export": "Export",
    "errors": "Errors",
}
"""Room to heading, in the order of the page."""


def write() -> str:
    """Write a section for each room; each name of the façade stands in it once."""
    homes = testimonia._HOMES  # noqa: SLF001 - the façade's own table is what this page shows
    rooms = [*_ROAD, *sorted(set(homes) - set(_ROAD))]
    return "".join(
        f"\n## {_ROAD.get(room, room)}\n" + "".join(_entry(room, name) for name in homes.get(room, ()))
        for room in rooms
    )


def _entry(room: str, name: str) -> str:
    """Show a name: its signature, its docstring, and what its fields hold."""
    home = import_module(f"testimonia.{room}")
    thing = getattr(home, name)
    # Where a room is called like its verb, the façade's name may be the room once that has been imported.
    place = f"testimonia.{name}" if getattr(testimonia, name) is thing else f"testimonia.{room}.{name}"
    kind = "autoclass" if inspect.isclass(thing) else "autofunction"
    return f"\n```{{eval-rst}}\n.. {kind}:: {place}\n```\n"

"""The engines that hold a graph against the shapes, by name.

"reference" is plain pyshacl. "sets" asks the same shapes of a pyoxigraph store, and "fast" gives them to
a compiled engine. Tests hold all of them to equal results: the same focus nodes, paths, components,
values and severities.

Another engine joins by a line in `ENGINES`, and stays if the tests of `tests/validate` pass with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testimonia.errors import UsageError
from testimonia.validate.fast import run_fast
from testimonia.validate.reference import run_pyshacl
from testimonia.validate.sets import run_sets

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pyoxigraph import Store

    from testimonia.validate.finding import Finding
    from testimonia.validate.rulebook import Rulebook

    Engine = Callable[[Store, Rulebook], Iterator[Finding]]

__all__ = ["ENGINES", "find_engine"]


def find_engine(name: str) -> Engine:
    """Give the engine of a name; UsageError for an unknown one."""
    if name not in ENGINES:
        raise UsageError(f"There is no validation engine «{name}»; there is {', '.join(sorted(ENGINES))}.")
    return ENGINES[name]


ENGINES: dict[str, Engine] = {"fast": run_fast, "reference": run_pyshacl, "sets": run_sets}
"""Name to engine."""

"""Short forms of a unit with a number and a name of its own behind its head.

example          7th Alpine Division Dorla … Dorla, the Dorla Division, the 7th Alpine Division
counter-example  7th Division Artillery · 7th Battalion of the Roe Regiment · 7th Roe Division
"""

from collections.abc import Sequence

from testimonia.extract.actors.kinds import head_before_own_name

__all__ = ["matches_byname"]


def matches_byname(s: Sequence[str], f: Sequence[str]) -> bool:
    """Match a unit by its own name, alone or with its head, or by all that stands before that name."""
    at = head_before_own_name(f)
    if at is None:
        return False
    own, head = list(f[at + 1 :]), f[at]
    return list(s) in (own, [*own, head], [head, *own], list(f[: at + 1]), [f[0], head])

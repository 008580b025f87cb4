"""Names of bodies with an "and" inside, which are one sayer and not two.

example          the Ministry of Trade and Industry · the Center for Strategy and Force Evaluation
counter-example  the Ministry of Trade and the police · the mayor of Roe and Dow
"""

from testimonia.extract.prose.chunk import Row
from testimonia.lexicon import word_set

__all__ = ["joins_name"]

_HEADS = word_set("grammar", "joint_heads")
_SHORT = 5
"""Letters below which the second word may be another body's acronym."""


def joins_name(row: Row, at: int) -> bool:
    """Tell whether the "and" at `at` stands inside the name of one body."""
    head, field, second = row.near(at - 3), row.near(at - 1), row.near(at + 1)
    if row.near(at).low != "and" or row.near(at - 2).low not in {"of", "for"} or head.low not in _HEADS:
        return False
    bare = second.kind == "np" and not second.det and second.figure is None and not second.plural
    return field.name and bare and len(second.low) >= _SHORT

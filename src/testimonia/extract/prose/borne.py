"""One count of a loss, with who bears it and who inflicted it.

example          the garrison suffered 40 casualties · inflicted heavy losses on the column
counter-example  the garrison attacked, inflicting heavy casualties: whoever deals them does not bear them
"""

from testimonia.extract.figures import Figure
from testimonia.extract.prose.bearers import bearer
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.lexemes import Trigger
from testimonia.extract.prose.scene import Found, Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.model import Measure, Quantity

__all__ = ["inflictor", "loss_of", "vague_loss"]

_INFLICTING = frozenset({"inflict", "inflicts", "inflicted", "inflicting", "caused", "causing"})


def loss_of(scene: Scene, at: int, harm: Trigger, figure: Figure, rule: str, first: int, last: int) -> Found:
    """Give the count of a loss whose noun stands at `at`, with who bears or inflicts it."""
    party = bearer(scene, at)
    return Found(
        harm.measure,
        figure.quantity,
        first,
        last,
        at,
        f"prose.loss.{rule}",
        party=party,
        agent=None if party else inflictor(scene.chunks, at),
        figure=figure,
    )


def inflictor(row: Row, at: int) -> Chunk | None:
    """Read "the garrison attacked, inflicting heavy casualties": whoever deals them does not bear them."""
    if row.near(at - 1).low not in _INFLICTING or row[at - 1].passive:
        return None
    subjects = subjects_of(row, at - 1)
    return row[subjects[0]] if subjects else None


def vague_loss(scene: Scene, at: int, measure: Measure, quantity: Quantity, rule: str, first: int) -> Found:
    """Give a loss without a number, which begins at the token `first`."""
    last = scene.chunks[at].last
    return Found(measure, quantity, first, last, at, f"prose.loss.{rule}", party=bearer(scene, at))

"""What became of one ship or machine, told behind its name without a verb: in brackets or in a list.

example          HMS Roe (sunk) and HMS Dow (damaged by bombs) · * SS Roe – torpedoed by a submarine
counter-example  HMS Roe (sunk in 1950, of whose crew nobody is told) · the Roe brothers (killed)
"""

from collections.abc import Iterator

from testimonia.extract.prose.chunk import NOTHING, Chunk
from testimonia.extract.prose.clauses import DASHES
from testimonia.extract.prose.fitting import fitting_trigger
from testimonia.extract.prose.lexemes import Trigger
from testimonia.extract.prose.scene import Found, Scene
from testimonia.model import Quantity

__all__ = ["find_fates"]

_BEHIND = DASHES | {":", ","}


def find_fates(scene: Scene) -> Iterator[Found]:
    """Find the fate that a bracket, or a line of a list, tells of the machine named before it."""
    row = scene.chunks
    if scene.main:
        machine, at = _before(scene), 0
    else:
        listed = len(row) > 2 and row[1].low in _BEHIND and scene.sentence.passage.item
        machine, at = (row[0] if listed else NOTHING), 2
    at += row.near(at).kind == "adv"
    trigger = _fate(scene, machine, row.near(at)) if machine is not NOTHING else None
    if trigger is not None:
        words = scene.words(machine)
        yield Found(
            trigger.measure,
            Quantity("exact", 1, 1, words),
            machine.first,
            row[at].last,
            at,
            "prose.verb.passive",
            counted=machine,
            item=words,
        )


def _before(scene: Scene) -> Chunk:
    """Give the noun phrase that ends where the bracket opens."""
    opens = scene.chunks[0].first - 1
    return next((chunk for chunk in scene.main if chunk.last == opens), NOTHING)


def _fate(scene: Scene, machine: Chunk, verb: Chunk) -> Trigger | None:
    """Give the sense in which a participle tells what became of a single machine."""
    named = machine.kind == "np" and machine.figure is None and not (machine.plural or machine.owner)
    if not named or verb.kind != "vp" or not verb.bare or verb.gerund:
        return None
    row = scene.main or scene.chunks
    trigger = fitting_trigger(row, verb, machine, "passive")
    return trigger if trigger is not None and trigger.materiel else None

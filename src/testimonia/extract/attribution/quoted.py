"""Those whose words somebody else passes on: they say it, an outlet is only the way it came.

example          the agency quoted a doctor as saying that 20 had died        → a doctor
example          the agency, citing locals, said 20 had died · the agency reported 20 dead, citing locals
                                                                              → locals
example          Roe, quoting Orr, puts the losses at 20                      → Orr
counter-example  the ministry, citing police records, said 20 had died        → the ministry answers for it
counter-example  Roe quoted a figure of 20                                    → Roe
"""

from testimonia.extract.attribution.cue import Cue
from testimonia.extract.attribution.media import OUTLETS, is_outlet, medium_of
from testimonia.extract.attribution.reach import forward_end
from testimonia.extract.attribution.speakers import can_speak, speaks
from testimonia.extract.prose.chunk import Row
from testimonia.extract.prose.clauses import behind, owned
from testimonia.extract.prose.lists import list_on
from testimonia.extract.prose.scene import Scene
from testimonia.lexicon import word_set

__all__ = ["is_quoting", "passed_on", "quoted", "through_speech"]

_QUOTING = word_set("grammar", "quoting")
_MARKS = frozenset({'"', "“", "”"})
_WORD_FOR_WORD = frozenset({"quoting"})
_AGENCIES = frozenset(
    {"agency", "agencies", "channel", "channels", "paper", "papers", "daily", "broadcaster"}
)


def through_speech(scene: Scene, first: int, last: int) -> int:
    """Give where a speech closes that stands open at `last`: 'said they "hold out, but are few. …"'."""
    tokens = scene.sentence.tokens
    if _MARKS.isdisjoint(scene.sentence.lows):
        return last
    opened = sum(token.text in _MARKS for token in tokens[first:last]) % 2
    closes = (at for at in range(last, len(tokens)) if tokens[at].text in _MARKS)
    return next(closes, last) if opened else last


def is_quoting(scene: Scene, at: int, carriers: tuple[int, ...]) -> bool:
    """Tell "quoted a doctor as saying", "citing police, Reuters said" from "quoted a figure of 20"."""
    row = scene.chunks
    if row[at].low not in _QUOTING or not _speaker(scene, at + 1):
        return False
    outlet = row[at].gerund and any(_is_news(scene, carrier) for carrier in carriers)
    return outlet or _saying_behind(row, at + 1) is not None


def quoted(scene: Scene, at: int, carriers: tuple[int, ...]) -> Cue | None:
    """Read "quoted a doctor as saying that 20 had died" from the verb of quoting at `at`.

    None for "Reuters, citing police, said", where another verb says it.
    """
    row = scene.chunks
    saying = _saying_behind(row, at + 1)
    if saying is None:
        return None
    through = carriers[0] if len(carriers) == 1 and _is_news(scene, carriers[0]) else None
    last = forward_end(row, saying)
    return Cue(saying, (at + 1,), "claimed", row[saying].last, last, "forward", through)


def passed_on(scene: Scene, at: int, carriers: tuple[int, ...]) -> tuple[int, ...]:
    """Give whom the outlet that says something at `at` cites in the same sentence; () if nobody."""
    row = scene.chunks
    if _QUOTING.isdisjoint(scene.sentence.lows) or len(carriers) != 1:
        return ()
    news = _is_news(scene, carriers[0])
    for step, chunk in enumerate(row):
        beside = row.near(step - 1).kind in {"", "np", "date"} or row.comma(step - 1)
        cites = chunk.gerund and chunk.low in _QUOTING and (news or chunk.low in _WORD_FOR_WORD)
        near = step in range(carriers[0], at) or (news and (step == 0 or step > at))
        if cites and beside and near and _speaker(scene, step + 1):
            return tuple(place for place in list_on(row, step + 1) if can_speak(scene, row[place]))
    return ()


def _speaker(scene: Scene, at: int) -> bool:
    row = scene.chunks
    if row.near(at).kind != "np" or row[at].figure is not None:
        return False
    who = row[owned(row, at)]
    return can_speak(scene, who) and (medium_of(scene, who) is None or speaks(scene.words(who)))


def _saying_behind(row: Row, at: int) -> int | None:
    """Give the "saying" of "quoted Ann Roe, a doctor in the town, as saying that"."""
    step = behind(row, owned(row, at))
    if row.comma(step) and row.near(step + 1).kind == "np":
        step = behind(row, owned(row, step + 1))
    step += row.comma(step)
    step += row.near(step).low == "as"
    return step if row.near(step).gerund and row[step].reports else None


def _is_news(scene: Scene, at: int) -> bool:
    chunk = scene.chunks[at]
    medium = medium_of(scene, chunk) if chunk.kind == "np" else None
    words = scene.words(chunk)
    paper = medium is not None and medium.kind in OUTLETS
    return chunk.kind == "np" and (paper or chunk.low in _AGENCIES or is_outlet(words))

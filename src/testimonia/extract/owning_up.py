"""Whose dead they are that follow a noun of loss, or that somebody owns up to.

example          his losses amounted to 15 dead · the losses of the Roes came to 20 killed and 40 hurt
                 Roe's own casualties totalled 87 dead, 640 wounded and four missing → Roe's
example          the Dow ministry admitted nine dead                                 → the Dows'
counter-example  the Dow ministry confirmed nine dead  (whoever confirms may speak of anybody)
"""

from testimonia.extract.drafts import Named, those
from testimonia.extract.focus import subject_before
from testimonia.extract.mentioned import Circumstances
from testimonia.extract.naming import OWN, naming_words, own_word
from testimonia.extract.prose.clauses import owned
from testimonia.extract.prose.scene import Found
from testimonia.lexicon import word_set

__all__ = ["owned_up"]

_LOSSES = frozenset({"casualties", "loss", "losses", "toll"})
_BETWEEN = frozenset({"adv", "conj", "date", "prep", "sign", "to", "vp"})
"""What stands between "his losses" and the figures that they come to."""
_ADMITTING = word_set("grammar", "admitting")
_OF = frozenset({"among", "amongst", "for", "in", "of", "on", "to", "within"})
_REPORTING = frozenset({"listed", "recorded", "reported", "reporting", "reports"})
_MISSING = "missing"
"""Whom one reports of one's own men: "Roe reported 112 dead, 195 wounded and 40 missing"."""
_HIS = word_set("grammar", "his")


def owned_up(one: Found, around: Circumstances) -> tuple[Named, ...]:
    """Give those whose losses a count of harm without a name spells out, or who admit it."""
    if one.agent is not None or one.counted is None:
        return ()
    told = _whose(one, around)
    bare = one.elided or naming_words(around.scene, one.counted) is None
    if told or not bare or around.before is not None:
        return told
    saying, lows = around.saying, around.scene.sentence.lows
    admits = saying is not None and saying.stance == "confirmed" and not _ADMITTING.isdisjoint(lows)
    admits = admits or (saying is not None and _MISSING in lows and not _REPORTING.isdisjoint(lows))
    return those(around.speaker) if admits else ()


def _whose(one: Found, around: Circumstances) -> tuple[Named, ...]:
    row = around.scene.chunks
    for at in range(one.at - 1, -1, -1):
        chunk = row[at]
        if chunk.kind == "np" and chunk.low in _LOSSES and chunk.figure is None:
            return those(_owner(at, around))
        whose = row.near(at - 1).low in _OF and row.near(at - 2).low in _LOSSES
        counted = chunk.kind == "np" and (chunk.figure is not None or whose)
        if not (counted or chunk.kind in _BETWEEN or chunk.low == "as"):
            return ()
        if chunk.low == ";" or (chunk.kind == "vp" and chunk.triggers and not chunk.copula):
            return ()
    return ()


def _owner(at: int, around: Circumstances) -> Named | None:
    """Give the one of "Roe's losses", "the losses of the Roes", "Roe losses", "his losses"."""
    scene, row = around.scene, around.scene.chunks
    losses = row[at]
    if row.near(at - 1).owner:
        return naming_words(scene, row[at - 1])
    if own_word(scene, losses) in OWN:
        if own_word(scene, losses) in _HIS:
            return around.focus.person_before(scene, losses.first)
        return subject_before(scene, losses.first) or around.speaker or around.focus.group
    told = row.near(at + 1).low in _OF and row.near(at + 2).kind == "np"
    whose = row[owned(row, at + 2)] if told else losses
    if told and row[at + 1].low != "of" and not (whose.plural_name or whose.of_kind("people", "unit")):
        whose = losses  # "losses in Roe" are nobody's by that
    return naming_words(scene, whose)

"""Numbers whose parts are told in the same sentence or the next: "They had 120 planes. Sixty were fighters".

example          the Roes had 120 planes. Sixty were fighters. Only 20 were modern.  → the Roes, each time
counter-example  the Roes had 120 planes. Orr fell. Sixty were fighters.             → nothing is parted
"""

from collections.abc import Sequence

from testimonia.extract.drafts import ClaimDraft, replace
from testimonia.extract.prose import Whole

__all__ = ["last_whole", "share_of", "whole_of"]

_SHARE = "prose.share"
_APART = "prose.share.before"


def whole_of(draft: ClaimDraft | None) -> Whole | None:
    """Give the number of a draft as one that has parts; None for none."""
    return Whole(draft.measure, draft.quantity, draft.item) if draft is not None else None


def last_whole(drafts: Sequence[ClaimDraft], before: ClaimDraft | None) -> ClaimDraft | None:
    """Give the number that the next sentence may part: the one parted here, else the last that is no part."""
    if drafts and drafts[-1].rule == _APART:
        return before
    return next((draft for draft in reversed(drafts) if draft.total is None), None)


def share_of(whole: ClaimDraft | None, draft: ClaimDraft) -> ClaimDraft:
    """Give a part the party of the number that it is of; other drafts as they are."""
    if whole is None or draft.rule not in {_SHARE, _APART}:
        return draft
    return replace(
        draft,
        parties=whole.parties,
        side=whole.side,
        category=whole.category,
        party_basis=whole.party_basis,
        own=whole.own,
        doer=whole.doer,
        holder=whole.holder,
        topic=whole.topic,
    )

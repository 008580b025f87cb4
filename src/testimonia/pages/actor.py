"""The pages of an actor and of a claimant: its part, its figures, and what others say beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from testimonia.pages import wording
from testimonia.pages.cards import actor_card
from testimonia.pages.sheets import sheets_of
from testimonia.pages.tallies import STANDS, tallies_by_rival, tallies_by_subject

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.pages.dossier import Named
    from testimonia.pages.frame import Frame
    from testimonia.pages.linked import Linked
    from testimonia.pages.register import Register
    from testimonia.pages.sheets import Sheet

__all__ = ["Actor", "actor_pages", "claimant_pages"]

_ROWS = 100
"""How many rows of a table stand on one sheet."""
_BLOCKS = 30
"""How many axes stand on one sheet."""
_BY_DATE = attrgetter("event.order")


@dataclass(frozen=True, slots=True)
class Actor:
    """Who it is."""

    iri: str
    label: str
    kinds: tuple[str, ...]
    aliases: tuple[str, ...]
    offices: tuple[str, ...]
    member_of: tuple[Named, ...]
    links: tuple[Linked, ...] = ()
    """What it is in other data sets."""


def actor_pages(
    frame: Frame, actor: Actor, register: Register, path: str, claimant: str = ""
) -> Iterator[tuple[Sheet, str]]:
    """Give the sheets of the page of an actor.

    `claimant` is the place of its page as a claimant, "" without one.
    """
    parts = sorted(register.parts.get(actor.iri, ()), key=_BY_DATE)
    said, about = register.said.get(actor.iri), register.about.get(actor.iri)
    for sheet in sheets_of(path, _ROWS, parts, said, about):
        yield (
            sheet,
            frame.render(
                "actor.html",
                path,
                title=actor.label,
                iri=actor.iri,
                card=actor_card(actor),
                actor=actor,
                claimant=claimant,
                sheet=sheet,
                totals=(len(parts), len(said), len(about)),
                parts=sheet.cut(parts),
                said=sheet.cut(said),
                about=sheet.cut(about),
                figure=partial(wording.figure, locale=frame.locale),
                whom=wording.whom_words,
                who=wording.who_words,
            ),
        )


def claimant_pages(frame: Frame, actor: Actor, register: Register, path: str) -> Iterator[tuple[Sheet, str]]:
    """Give the sheets of the page that holds the figures of a claimant against those of others."""
    rivals, pairs = register.rivals.get(actor.iri), register.pairs.get(actor.iri)
    for sheet in sheets_of(path, _BLOCKS, rivals):
        yield (
            sheet,
            frame.render(
                "claimant.html",
                path,
                title=f"{actor.label} as a claimant",
                actor=actor,
                iri=actor.iri,
                sheet=sheet,
                rivals=groupby(sheet.cut(rivals), key=attrgetter("event")),
                stands=STANDS,
                by_subject=tallies_by_subject(pairs),
                by_rival=tallies_by_rival(pairs),
                pairs=len(pairs),
                figures=register.said.length(actor.iri),
                amount=partial(wording.amount, locale=frame.locale),
                compact=frame.locale.compact,
                kind_words=wording.kind_words,
                whom_words=wording.whom_words,
                who=wording.who_words,
            ),
        )

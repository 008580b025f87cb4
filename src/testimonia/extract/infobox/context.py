"""What headings set for the items below them, and what a whole value is about."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from testimonia.extract.drafts import Named, Saying
from testimonia.extract.infobox.authors import bare_sayer, cited_authors, next_author
from testimonia.extract.infobox.counts import Base
from testimonia.extract.infobox.moments import dated_tokens, is_year
from testimonia.extract.infobox.notes import Note, read_note
from testimonia.extract.infobox.nouns import sort_of
from testimonia.extract.infobox.parties import Parties, capital_runs
from testimonia.extract.infobox.pieces import Heading
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set
from testimonia.model import Measure, Parameter, PartyBasis, Passage, When

__all__ = ["Context", "Frame", "governed"]

_SECTIONS = word_set("layout", "section")

_TIMED = word_set("layout", "timed")
_NOBODY = word_set("layout", "head_of_no_party")
"""Heads that name nobody: "City"."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One parameter and what is known around it."""

    parameter: Parameter
    base: Base
    side: int | None
    shared: bool
    """True if no side has the parameter's number: "casualties3" beside two sides."""
    parties: Parties
    when: When | None
    label: str = ""
    """The event's own name."""
    text: str = ""
    """The whole article, for telling authors from parties."""

    @property
    def passage(self) -> Passage:
        """The value."""
        return self.parameter.passage

    @property
    def name(self) -> str:
        """A short name for rule ids."""
        return "strength" if self.base == "strength" else "casualties"


@dataclass(frozen=True, slots=True)
class Context:
    """What the headings above an item say."""

    saying: Saying | None = None
    parties: tuple[Named, ...] = ()
    basis: PartyBasis = "none"
    episode: bool = False
    civilians: bool = False
    measure: Measure | None = None
    group: int = 0
    """Counts headings and flags: items of one group stand in one list."""
    scholarly: bool = False
    """True below a heading that names an author by whom figures are given."""
    thing: str | None = None
    """What the figures count: "Aircraft:", "Tanks:"."""


def governed(context: Context, heading: Heading, frame: Frame, *, opens: bool = True) -> Context:
    """Give the context below a heading; a line without a colon changes it only where it is understood.

    `opens` is true where an item follows directly: else a line without a colon is one of a list.
    """
    note = read_note(frame.passage, heading.tokens, frame.when) if heading.tokens else Note()
    inner = [read_note(frame.passage, bracket.tokens, frame.when) for bracket in heading.brackets]
    saying = note.saying or next((one.saying for one in inner if one.saying), None)
    fresh = replace(context, group=context.group + 1, thing=None)
    if saying:
        when = next((one.when for one in inner if one.when and one.stated), None)
        return _said(fresh, replace(saying, when=when) if when and saying.when is None else saying)
    sure = heading.colon or heading.bold or (opens and _is_party(heading.tokens, frame))
    if not sure or not heading.tokens:
        return context
    if note.total:
        civilians = note.civilians or (frame.shared and context.civilians)
        return replace(_unowned(fresh), measure=note.measure, episode=False, civilians=civilians)
    if note.measure or note.civilians:
        return replace(fresh, measure=note.measure, civilians=note.civilians)
    return _titled(fresh, heading, note, frame)


def _said(context: Context, saying: Saying) -> Context:
    return replace(_unowned(context), saying=saying, civilians=False)


def _unowned(context: Context) -> Context:
    """Forget the party and kind that a heading above gave."""
    return replace(context, parties=(), basis="none", measure=None)


def _titled(context: Context, heading: Heading, note: Note, frame: Frame) -> Context:
    """Read a heading that names a party, a thing, a phase, a date or an author."""
    tokens = heading.tokens
    if _is_party(tokens, frame) and not (note.episode and len(tokens) > 1):
        return replace(_owned(context, tokens, frame), civilians=False)
    if sort_of(tokens) == "materiel":
        return replace(context, thing=tokens[-1].low)
    if tokens[-1].low in {"other", "others", "unknown"}:
        return replace(_unowned(context), episode=False)
    if all(token.low in _SECTIONS or token.kind != "word" for token in tokens) and not is_year(tokens):
        return context
    return _timed(context, heading, note, frame) or _unknown(context, tokens, frame)


def _timed(context: Context, heading: Heading, note: Note, frame: Frame) -> Context | None:
    """Read a heading that names a part of the event or a time."""
    bracketed = [token for bracket in heading.brackets for token in bracket.tokens]
    dated = bool(dated_tokens([*heading.tokens, *bracketed])) or is_year(heading.tokens)
    if not (note.episode or dated):
        return None
    own = " ".join(token.low for token in heading.tokens) == frame.label.lower()
    sub = not own and not note.as_of and (note.episode or frame.base != "strength")
    return replace(_unowned(context), episode=sub)


def _unknown(context: Context, tokens: Sequence[Token], frame: Frame) -> Context:
    """Take unknown words for an author where references cite him, else for a party."""
    authors = cited_authors(frame.passage, tokens, frame.text)
    authors = authors or (next_author(frame.passage, tokens) if context.scholarly else None)
    if authors:
        return replace(_said(context, authors), scholarly=True)
    said = bare_sayer(frame.passage, tokens, frame.text, below=context.saying is not None)
    if said:
        return _said(context, said)
    return _owned(context, tokens, frame) if _names_somebody(tokens) else _unowned(context)


def _owned(context: Context, tokens: Sequence[Token], frame: Frame) -> Context:
    return replace(context, parties=_party_names(tokens, frame), basis="heading", measure=None)


def _names_somebody(tokens: Sequence[Token]) -> bool:
    """Tell a name ("3rd Division") from a time ("At start") and a place ("City")."""
    named = tokens[0].capital or tokens[0].kind == "ordinal"
    return named and tokens[0].low not in _TIMED and tokens[-1].low not in _NOBODY


def _party_names(tokens: Sequence[Token], frame: Frame) -> tuple[Named, ...]:
    """Give the whole heading as one name, or the names that "and" joins."""
    runs = tuple(capital_runs(frame.passage, tokens))
    if len(runs) > 1 and any(token.low in {"and", "&", ","} for token in tokens):
        return runs
    start, end = tokens[0].start, tokens[-1].end
    return (Named(frame.passage.shown[start:end], frame.passage.source(start, end)),)


def _is_party(tokens: Sequence[Token], frame: Frame) -> bool:
    """Tell whether a heading is the name of a party, and nothing else."""
    if not tokens or dated_tokens(tokens):
        return False
    words = frame.passage.shown[tokens[0].start : tokens[-1].end]
    return (
        tokens[0].capital and tokens[0].low not in _TIMED and len(tokens) <= 8 and frame.parties.knows(words)
    )

"""Noun phrases, verb groups and the small words between them.

A sentence becomes a list of chunks. Brackets are taken out into streams of their own, so that
"Malcolm (the commander) was killed" reads as if they were not there, and quotation marks around a few
words are looked through ("twenty "bandits" had been killed"). A noun phrase ends at its head: what
follows with a preposition is a chunk of its own.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from testimonia.extract.figures import Figure, vague_adjective
from testimonia.extract.grammar import words
from testimonia.extract.prose.lexemes import Noun, Report, Trigger, noun_of, reports_at, triggers_at
from testimonia.extract.tokens import Token

__all__ = ["Chunk", "chunk_stream", "streams"]


@dataclass(slots=True, eq=False)
class Chunk:
    """A piece of a sentence; token indexes are those of the sentence."""

    kind: str
    """np, vp, prep, conj, sub, sign, date, adv, to, pron, but."""
    first: int
    last: int
    low: str = ""
    """The words in lower case, for small chunks; the head word of a noun phrase."""
    # noun phrases
    figure: Figure | None = None
    noun: Noun | None = None
    head: int = -1
    """Index of the first token of the head noun."""
    det: str = ""
    owner: bool = False
    """True if it ends in a possessive 's."""
    name: bool = False
    """True if the head is a name."""
    harm: Trigger | None = None
    """Of a noun phrase: its head or adjective is a word of harm ("casualties", "prisoners", "the dead")."""
    body: int = -1
    """First token behind determiner and figure: where the naming words begin."""
    # verb groups
    triggers: tuple[Trigger, ...] = ()
    reports: tuple[Report, ...] = ()
    verb: int = -1
    passive: bool = False
    bare: bool = False
    """True without auxiliary: past tense or reduced participle."""
    infinitive: bool = False
    gerund: bool = False
    negated: bool = False
    modal: bool = False
    """True for what would, could or may happen."""
    copula: bool = False
    adverbs: tuple[str, ...] = ()
    members: list["Chunk"] = field(default_factory=list)

    @property
    def plural(self) -> bool:
        """True if the head is plural as far as can be told."""
        if self.noun is not None:
            return self.noun.plural
        return self.low.endswith("s") and not self.low.endswith("ss") and not self.name


_BEHIND_NOUNS = words("behind_nouns")
"""Adjectives that stand behind the noun they belong to ("112 guns available")."""
_MACHINE = re.compile(r"[A-Z][A-Za-z]{0,4}-\d{1,4}[A-Za-z]{0,4}")
"""A designation of a weapon or vehicle: T-72, Su-24MR, BM-21s."""


def streams(tokens: Sequence[Token], tags: Sequence[str]) -> list[list[int]]:
    """Cut a sentence into its main stream of token indexes and one for each pair of brackets."""
    main: list[int] = []
    inner: list[list[int]] = []
    open_brackets: list[list[int]] = []
    for at, tag in enumerate(tags):
        if tag == "(":
            open_brackets.append([])
        elif tag == ")" and open_brackets:
            inner.append(open_brackets.pop())
        elif tag in "\"'":
            continue
        else:
            (open_brackets[-1] if open_brackets else main).append(at)
    for left_open in open_brackets:
        main.extend(left_open)
    return [sorted(main), *inner]


_NP_START = frozenset("DQWCM")
_SMALL = {
    "P": "prep",
    "&": "conj",
    "K": "but",
    "S": "sub",
    "T": "to",
    "R": "pron",
    "B": "adv",
    "N": "adv",
    ",": "sign",
    ";": "sign",
    ":": "sign",
    "-": "sign",
    ".": "sign",
    '"': "sign",
    "(": "sign",
    ")": "sign",
    "'": "sign",
    "M": "sign",
}


def chunk_stream(
    tokens: Sequence[Token], tags: Sequence[str], stream: Sequence[int], figures: Sequence[Figure]
) -> list[Chunk]:
    """Group the tokens of one stream into chunks."""
    starts = {figure.first: figure for figure in figures}
    chunks: list[Chunk] = []
    at = 0
    while at < len(stream):
        tag = tags[stream[at]]
        if tag in _NP_START and tag != "M":
            chunk, at = _noun_phrase(tokens, tags, stream, at, starts)
        elif tag in "XVGI" or (tag in "NB" and _verb_follows(tags, stream, at)) or (tag == "T" and at + 1 < len(stream) and tags[stream[at + 1]] in "IXV"):
            chunk, at = _verb_group(tokens, tags, stream, at)
        elif tag == "&" and at + 1 < len(stream) and tags[stream[at + 1]] == "&":
            end = at
            while end < len(stream) and tags[stream[end]] == "&":
                end += 1
            chunk = Chunk("conj", stream[at], stream[end - 1] + 1, tokens[stream[at]].low)
            at = end
        elif tag == "@":
            end = at
            while end < len(stream) and tags[stream[end]] == "@":
                end += 1
            chunk = Chunk("date", stream[at], stream[end - 1] + 1)
            at = end
        else:
            chunk = Chunk(_SMALL.get(tag, "sign"), stream[at], stream[at] + 1, tokens[stream[at]].low)
            at += 1
        chunks.append(chunk)
    return chunks


def _verb_follows(tags: Sequence[str], stream: Sequence[int], at: int) -> bool:
    while at < len(stream) and tags[stream[at]] in "NB":
        at += 1
    return at < len(stream) and tags[stream[at]] in "XVGI"


# --- noun phrases -------------------------------------------------------------------------------


def _noun_phrase(
    tokens: Sequence[Token], tags: Sequence[str], stream: Sequence[int], at: int, starts: dict[int, Figure]
) -> tuple[Chunk, int]:
    first = at
    det, figure, body = "", None, -1
    while at < len(stream) and tags[stream[at]] == "D":
        det = det or tokens[stream[at]].low
        at += 1
    while (
        at < len(stream)
        and tags[stream[at]] == "B"
        and first < at
        and at + 1 < len(stream)
        and tags[stream[at + 1]] in "QWC"
    ):
        at += 1
    if at < len(stream) and stream[at] in starts:
        figure = starts[stream[at]]
        while at < len(stream) and stream[at] < figure.last:
            at += 1
        while (
            at < len(stream)
            and tokens[stream[at]].low in {"more", "other", "others", "additional", "further", "of"}
            and (tokens[stream[at]].low != "of" or figure.quantity.kind in {"vague", "unknown", "none"})
        ):
            if tokens[stream[at]].low == "others":
                break
            at += 1
        if (
            at < len(stream)
            and tags[stream[at]] == "D"
            and figure.quantity.kind in {"vague", "unknown", "none"}
        ):
            at += 1
    body = at
    at = _content(tokens, tags, stream, at, starts)
    at = max(at, first + 1)
    last = stream[at - 1] + 1
    chunk = Chunk("np", stream[first], last, det=det, figure=figure, body=stream[body] if body < at else -1)
    _head(chunk, tokens, tags)
    if at < len(stream) and tags[stream[at]] == "M":
        chunk.owner = True
        at += 1
    return chunk, at


def _content(
    tokens: Sequence[Token], tags: Sequence[str], stream: Sequence[int], at: int, starts: dict[int, Figure]
) -> int:
    """Go over the naming words of a noun phrase; give the position behind them."""
    while at < len(stream):
        tag = tags[stream[at]]
        if (tag in "WC" and stream[at] not in starts) or (tag == "&" and _joins(tokens, tags, stream, at)) or (
            tag == "B"
            and at + 1 < len(stream)
            and tags[stream[at + 1]] == "W"
            and at
            and tags[stream[at - 1]] in "DQ"
        ):
            at += 1
        elif (
            tag == "-"
            and at
            and at + 1 < len(stream)
            and tags[stream[at - 1]] == "Q"
            and tags[stream[at + 1]] in "WV"
        ):
            at += 2
        else:
            break
    return at


def _joins(tokens: Sequence[Token], tags: Sequence[str], stream: Sequence[int], at: int) -> bool:
    """Tell "MSA and GATIA fighters" (one phrase) from "Mali and five soldiers" (two)."""
    if tags[stream[at - 1]] != "C" or at + 2 >= len(stream) or tags[stream[at + 1]] != "C":
        return False
    if noun_of(tokens, stream[at - 1]):
        return False
    end = at + 1
    while end < len(stream) and tags[stream[end]] == "C":
        end += 1
    if end >= len(stream) or tags[stream[end]] != "W":
        return False
    found = noun_of(tokens, stream[end])
    return bool(found and found[1].kind in {"people", "materiel", "unit"})


def _head(chunk: Chunk, tokens: Sequence[Token], tags: Sequence[str]) -> None:
    """Find the head noun, and whether it is a word of harm; vague adjectives become figures."""
    start = chunk.body if chunk.body >= 0 else chunk.last
    at = start
    while at < chunk.last:
        if tags[at] in "\"'(":
            at += 1
            continue
        found = noun_of(tokens, at)
        if found and found[0] <= chunk.last:
            chunk.head, chunk.noun = at, found[1]
            at = found[0]
        else:
            if chunk.noun is not None and tokens[at].low in _BEHIND_NOUNS:
                at += 1
                continue
            if chunk.noun is None or tags[at] == "W":
                chunk.head = at
                chunk.noun = None if tags[at] == "W" and not _designation(tokens[at]) else chunk.noun
            at += 1
    if chunk.head >= 0:
        chunk.low = tokens[chunk.head].low
        if chunk.noun is None and _MACHINE.fullmatch(tokens[chunk.head].text):
            chunk.noun = Noun(
                chunk.low,
                tokens[chunk.head].text,
                "materiel",
                "combatants",
                tokens[chunk.head].text.endswith("s"),
            )
        chunk.name = tags[chunk.head] == "C" and chunk.noun is None
    chunk.harm = _harm_noun(chunk, tokens, start)
    if chunk.harm and chunk.harm.role == "noun_event" and chunk.figure is None:
        for at in range(start, chunk.last):
            figure = vague_adjective(tokens, at)
            if figure and figure.last <= chunk.last:
                chunk.figure = figure
                break


def _designation(token: Token) -> bool:
    return any(c.isdigit() for c in token.text)


def _harm_noun(chunk: Chunk, tokens: Sequence[Token], start: int) -> Trigger | None:
    for at in range(chunk.last - 1, start - 1, -1):
        end, triggers = triggers_at(tokens, at)
        for trigger in triggers:
            of = end > chunk.last and tokens[chunk.last].low == "of"  # "destruction of", "prisoners of war"
            if (end == chunk.last or of) and trigger.role in {"noun_event", "noun_person"}:
                return _wider(chunk, tokens, start, at) or trigger
    return None


def _wider(chunk: Chunk, tokens: Sequence[Token], start: int, stop: int) -> Trigger | None:
    """Prefer "civilian casualties" to "casualties"."""
    for at in range(start, stop):
        end, triggers = triggers_at(tokens, at)
        for trigger in triggers:
            if end == chunk.last and trigger.role in {"noun_event", "noun_person"}:
                return trigger
    return None


# --- verb groups --------------------------------------------------------------------------------

_BE = words("be")
_MAY = words("may")


def _verb_group(
    tokens: Sequence[Token], tags: Sequence[str], stream: Sequence[int], at: int
) -> tuple[Chunk, int]:
    first = at
    aux: list[str] = []
    adverbs: list[str] = []
    infinitive = tags[stream[at]] == "T"
    at += infinitive
    while at < len(stream) and (
        tags[stream[at]] == "X" or (tags[stream[at]] in "NB" and _verb_follows(tags, stream, at))
    ):
        (aux if tags[stream[at]] == "X" else adverbs).append(tokens[stream[at]].low)
        at += 1
    chunk = Chunk("vp", stream[first], stream[first] + 1, infinitive=infinitive, adverbs=tuple(adverbs))
    if at < len(stream) and tags[stream[at]] in "VGI":
        at = _main_verb(chunk, tokens, tags, stream, at)
    else:
        chunk.copula = True
    chunk.last = stream[at - 1] + 1
    chunk.bare = not aux and not infinitive
    chunk.negated = any(word in {"not", "never"} for word in adverbs) or any(
        word.endswith("n't") for word in aux
    )
    chunk.modal = any(word in _MAY for word in aux)
    last_aux = next((word for word in reversed(aux)), "")
    chunk.passive = last_aux in _BE and not chunk.gerund and not chunk.copula
    chunk.low = tokens[chunk.verb].low if chunk.verb >= 0 else last_aux
    return chunk, at


def _main_verb(
    chunk: Chunk, tokens: Sequence[Token], tags: Sequence[str], stream: Sequence[int], at: int
) -> int:
    here = stream[at]
    chunk.verb, chunk.gerund = here, tags[here] == "G"
    end, triggers = triggers_at(tokens, here)
    chunk.triggers = tuple(t for t in triggers if t.role not in {"noun_event", "noun_person"})
    chunk.reports = tuple(reports_at(tokens, here)[1])
    end = max(end if chunk.triggers else here, here + 1)
    while at < len(stream) and stream[at] < end:
        at += 1
    return at

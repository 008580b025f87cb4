"""The words of a noun phrase that name or describe people, without figure and determiner.

example          three MSA and GATIA fighters → MSA and GATIA fighters · Orr's cavalry → Orr's cavalry
example          three members of the militia → members of the militia · a dozen of his men → men
example          two Russian planes → Russian · an army helicopter → army
counter-example  12 casualties, three tanks: nobody is named
"""

import re
from functools import cache

from testimonia.extract.actors.naming import is_demonym
from testimonia.extract.drafts import Named
from testimonia.extract.prose.chunk import Chunk, Row
from testimonia.extract.prose.clauses import guessed_number, owned
from testimonia.extract.prose.scene import REST, Scene
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms, rows, word_set

__all__ = ["OWN", "flag_of", "naming_words", "own_word"]

OWN = word_set("grammar", "their")
"""Words that tell that something is somebody's own."""
_MANNED = word_set("grammar", "manned")
_SIZES = word_set("grammar", "force_sizes")
_COUNTED = frozenset({"toll", "tolls", "estimate", "estimates", "figure", "figures", "count", "number"})
_POINTING = frozenset({"former", "latter"})
_NUMERAL = re.compile(r"[IVX]{2,}")
_TREATED = frozenset({"beheaded", "burned", "burnt", "charred", "decapitated", "mutilated", "tortured"})
_PREFIXES = word_set("naming", "ship_prefixes")
_LOOSE = word_set("grammar", "loose")
_FORCES = word_set("grammar", "forces")
_OWNERS = forms("demonyms") | _FORCES
_UNNAMING = word_set("grammar", "unnaming")
_LINKS_OF_OWNERS = {"belonging": {"to"}, "operated": {"by"}, "flown": {"by"}, "owned": {"by"}}
_MAKERS = frozenset(word.capitalize() for word in word_set("naming", "makers"))


def own_word(scene: Scene, chunk: Chunk) -> str:
    """Give the "his" of "his men", "four of his own", "many of his men"; "" for other phrases."""
    if chunk.low in _COUNTED:
        return ""  # "their initial toll of 200" is their figure, not their dead
    row, position = scene.chunks, scene.chunks.place(chunk)
    behind = row.near(position + 2).det if row.near(position + 1).low == "of" else ""
    inside = [token.low for token in scene.sentence.tokens[chunk.first : max(chunk.body, chunk.first)]]
    return next((word for word in (chunk.det, behind, *inside) if word in OWN), "")


def naming_words(scene: Scene, chunk: Chunk, *, machine: bool = False) -> Named | None:
    """Give the naming words of a noun phrase, None if it names nobody.

    For a `machine` only the words that tell whose it is.
    """
    if chunk.kind != "np" or (chunk.low in _SIZES and chunk.det in OWN) or chunk.low in _POINTING:
        return None  # "its original strength", "the latter" is somebody's, and nobody's name
    position = scene.chunks.place(chunk)
    if chunk.low in REST and scene.chunks.near(position + 1).low != "of":
        return None  # "the rest were killed": those told of before
    first, last = _core(scene, chunk)
    owner = _owner(scene, position)
    if first >= last:
        return owner or _behind_of(scene, position)
    if machine and chunk.name and chunk.figure is None:
        return _named(scene, first, last)  # a ship by its name
    if machine:
        last = _whose_machine(scene, chunk, first, last)
        first = _over_looks(scene, first, last)
        return _named(scene, first, last) if last > first else owner or _machine_of(scene, position)
    last = _with_chain(scene.chunks, position, last)
    if owner is not None:
        first = scene.chunks[position - 1].first
        first += scene.sentence.tokens[first].low in {"the", "a", "an"}
    return _named(scene, first, last)


def _named(scene: Scene, first: int, last: int) -> Named:
    return Named(scene.sentence.words(first, last), scene.sentence.source(first, last))


def _core(scene: Scene, chunk: Chunk) -> tuple[int, int]:
    """Give the tokens between what counts and what only speaks of harm."""
    tokens = scene.sentence.tokens
    if chunk.body < 0:
        return 0, 0
    first, last = chunk.body, chunk.last
    if chunk.harm is not None and (chunk.low in _UNNAMING or chunk.harm.role == "noun_event"):
        form = chunk.harm.form.split()
        last -= 1 if form[0] in _FORCES else len(form)  # "military casualties" names the military
        vague = chunk.figure is not None and first <= chunk.figure.first  # "severe Roe losses"
        first = chunk.figure.last if vague and chunk.figure is not None else first
    while first < last and (tokens[first].low in _LOOSE or tokens[first].kind == "sign"):
        first += 1 + (tokens[first].low == "-" and tokens[first + 1].low in _MANNED)  # "a 12-man patrol"
    while chunk.harm is not None and first < last and tokens[first].low in _TREATED:
        first += 1  # "100 beheaded bodies" are nobody's by that
    return first, last


def _owner(scene: Scene, position: int) -> Named | None:
    """Give whose they are: "Orr's cavalry" → "Orr"."""
    owner = scene.chunks.near(position - 1)
    if not owner.owner or guessed_number(scene.chunks[position]):
        return None
    return _named(scene, owner.body if owner.body >= 0 else owner.first, owner.last)


def _over_looks(scene: Scene, first: int, last: int) -> int:
    """Go over what only describes a machine before its owner: "old" in "old German tanks"."""
    tokens = scene.sentence.tokens
    at = first
    while at < last and not (tokens[at].capital or tokens[at].low in _FORCES):
        at += 1
    return at if at < last else first


def _whose_machine(scene: Scene, chunk: Chunk, first: int, last: int) -> int:
    """Keep what tells whose machine it is: "Russian" of "Russian planes"; its designation does not."""
    tokens = scene.sentence.tokens
    shared = chunk.figure is not None and is_demonym(tokens[chunk.head].text)  # "six German" (ships)
    last = min(last, chunk.head + shared)
    if any(_is_model(token.text) for token in tokens[chunk.body : chunk.last]):
        # what stands before a model is whose it is ("German Ju 88"), or its maker ("Fiat CR.42")
        known = [at for at in range(first, last) if tokens[at].low in _OWNERS]
        return max(known, default=first - 1) + 1
    while last > first and not _can_own(tokens[last - 1]):
        last -= 1
    return last


def _can_own(token: Token) -> bool:
    """Tell "Russian" and "army" from "Tiger", "Krupp" and "T-34", which tell the make of a machine."""
    if token.low in _FORCES:
        return True
    made = token.text in _makes() or any(sign.isdigit() for sign in token.text)
    return token.capital and not made


@cache
def _makes() -> frozenset[str]:
    """Give the names of machines and of their makers."""
    machines = (row["form"] for row in rows("materiel"))
    return frozenset(form for form in machines if form[:1].isupper()) | _MAKERS


def _is_model(text: str) -> bool:
    return any(sign.isdigit() for sign in text) or _NUMERAL.fullmatch(text) is not None


def flag_of(scene: Scene, chunk: Chunk) -> Named | None:
    """Give the letters before a ship's name that tell its navy: "HMS Roe"."""
    for at in range(max(chunk.first, 0), chunk.last):
        if scene.sentence.tokens[at].text in _PREFIXES:
            return _named(scene, at, at + 1)
    return None


def _machine_of(scene: Scene, position: int) -> Named | None:
    """Read "two tanks of the Roe Brigade", "bombers belonging to the 3rd Air Army": whose they are."""
    row, at = scene.chunks, position + 1
    while row.near(at).kind == "conj" and row.near(at + 1).kind == "np":
        at += 2  # "tanks and aircraft of …"
    links = _LINKS_OF_OWNERS.get(row.near(at).low)
    at += links is not None
    of = row.near(at).low in (links or {"of", "from"}) and row.near(at + 1).kind == "np"
    whole = row.near(owned(row, at + 1)) if of else None
    if whole is None or not (whole.name or whole.of_kind("unit", "people")):
        return None
    return _named(scene, row[at + 1].body if row[at + 1].body >= 0 else row[at + 1].first, whole.last)


def _with_chain(row: Row, position: int, last: int) -> int:
    """Take in "of the militia", "from the Northern Front", "on both sides" behind the head."""
    at = position + 1
    while row.near(at).kind == "prep" and row.near(at + 1).kind == "np" and row[at + 1].figure is None:
        whose = owned(row, at + 1)  # "men from the emir's army"
        link, part = row[at].low, row[whose]
        if link == "on" and part.low in {"sides", "side"}:
            return part.last
        force = part.of_kind("people", "unit") or part.low in _FORCES or part.low.endswith("forces")
        if not ((part.name or force) and link in {"of", "from"}):
            break
        last, at = part.last, whose + 1
    return last


def _behind_of(scene: Scene, position: int) -> Named | None:
    """Read "a dozen of his men": the naming words stand behind "of"."""
    whole = scene.chunks.near(position + 2)
    if scene.chunks.near(position + 1).low != "of" or whole.kind != "np" or whole.low in _UNNAMING | {""}:
        return None
    if whole.body < 0 and whole.figure is not None:
        return None  # "a toll of 200"
    if whole.of_kind("materiel"):
        return naming_words(scene, whole, machine=True)  # "twenty of their guns"
    last = scene.chunks[owned(scene.chunks, position + 2)].last  # "one of the emir's generals"
    return _named(scene, whole.body if whole.body >= 0 else whole.first, last)

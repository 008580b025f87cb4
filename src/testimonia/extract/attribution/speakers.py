"""Who can speak, and how a speaker is named in full.

example          the leader of the council claimed        → the leader of the council
example          the mission's head, Ann Roe, said        → Ann Roe
example          the Front's statement claimed            → the Front
counter-example  the explosions · initial reports · 90 percent of them
"""

import re
from functools import cache

from testimonia.extract.actors.persons import can_be_person
from testimonia.extract.attribution.joint_names import joins_name
from testimonia.extract.drafts import Named
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.clauses import behind, chain_head, owned
from testimonia.extract.prose.scene import Scene
from testimonia.lexicon import rows, word_set

__all__ = ["can_speak", "chain_end", "refers_back", "speaker_words", "speaks", "words_of"]

_BACK = word_set("grammar", "refers_back")
_BESIDE = frozenset({"by", "in"})
_EVENTS = frozenset({"battle", "siege", "war", "campaign", "massacre", "raid"})
_NOBODY = word_set("grammar", "nobody")


@cache
def _speaking() -> frozenset[str]:
    forms = {row["form"].lower() for name in ("speakers", "bodies", "offices") for row in rows(name)}
    return frozenset(form.split()[-1] for form in forms)


def speaks(phrase: str) -> bool:
    """Tell whether the last word of a phrase is somebody that speaks: "ministry", "locals"."""
    parts = re.findall(r"[\w'’\-]+", phrase.lower())
    return bool(parts) and parts[-1] in _speaking()


def refers_back(chunk: Chunk) -> bool:
    """Tell "the group said" (whoever spoke before) from "the Roe group said"."""
    return chunk.det in {"the", "this", "that"} and chunk.low in _BACK and chunk.last - chunk.first == 2


def can_speak(scene: Scene, chunk: Chunk) -> bool:
    """Tell people, bodies and names from things."""
    row, at = scene.chunks, scene.chunks.place(chunk)
    part = chunk.figure is not None and chunk.figure.quantity.verbatim.isalpha()
    if part and row.near(at + 1).low == "of" and row.near(at + 2).kind == "np":
        return can_speak(scene, row[owned(row, at + 2)])  # "one of his aides"
    tokens = scene.sentence.tokens[max(chunk.body, chunk.first) : chunk.last]
    opening = scene.sentence.tokens[0]
    plain = opening.text.capitalize() == opening.text  # its capital says nothing: "Satellite images showed"
    plain = plain and not _is_namesake(chunk)
    if chunk.name or any(token.capital and not (plain and token is opening) for token in tokens):
        if not _EVENTS.isdisjoint((tokens[0].low, tokens[-1].low)):
            return False  # "the Battle of Roe"
        alone = chunk.last - chunk.first == 1 and chunk.first == 0
        return not (alone and tokens[0].low in _NOBODY)
    return chunk.of_kind("people", "unit") or speaks(scene.words(chunk))


def _is_namesake(chunk: Chunk) -> bool:
    """Tell Sherman and Wellington, whose names machines have, from "Tanks" at the head of a sentence."""
    named = chunk.noun is not None and chunk.noun.form[:1].isupper() and not chunk.noun.plural
    return named and chunk.of_kind("materiel") and chunk.figure is None and chunk.last - chunk.first == 1


def speaker_words(scene: Scene, position: int) -> Named:
    """Name a speaker in full; a person in apposition is preferred."""
    row = scene.chunks
    position = owned(row, position)
    man = row.near(position - 3)
    if row.near(position - 1).owner and row.near(position - 2).low == "of" and _is_man(scene, man):
        return words_of(scene, man.first, man.last)  # "Ian Orr of Roe's council"
    then = behind(row, position)
    beside = row.near(then + 1)
    named = beside.name or (beside.kind == "np" and _is_titled(scene, beside))
    ends = row.comma(then + 2) or row.near(then + 2).low in {".", ""}
    if row.comma(then) and ends and named and not row[position].name:
        return words_of(scene, beside.first, beside.last)
    head = chain_head(row, position) if row[position].kind == "np" else position
    thing = not can_speak(scene, row[head]) and row.near(position - 1).low in {"from", "by"}
    thing = thing or row[head].low == "authority"  # "on the authority of Orr"
    thing = thing or (head < position and row[head].figure is not None and row[position - 1].low in _BESIDE)
    first = row[position if thing else head].first  # "plaudits from Ian Orr, saying": Orr
    return words_of(scene, first, row[chain_end(scene, position)].last)


def _is_man(scene: Scene, chunk: Chunk) -> bool:
    """Tell Ian Orr from the Staff, of whatever it is a part."""
    return chunk.name and not chunk.det and can_be_person(scene.words(chunk))


def _is_titled(scene: Scene, chunk: Chunk) -> bool:
    """Tell "Duke Ian Orr" from "the duke": all its words are capitalised."""
    return all(token.capital for token in scene.sentence.tokens[chunk.first : chunk.last])


def chain_end(scene: Scene, position: int) -> int:
    """Give the position of the last part of "the leader of the council for the north"."""
    row, last = scene.chunks, position
    while row.near(last + 1).low in {"of", "for"} and row.near(last + 2).kind == "np":
        last = owned(row, last + 2)
    return last + 2 if joins_name(row, last + 1) else last


def words_of(scene: Scene, first: int, last: int) -> Named:
    """Give the words of the tokens from first to last as a name."""
    return Named(scene.sentence.words(first, last), scene.sentence.source(first, last))

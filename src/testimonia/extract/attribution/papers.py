"""Who made the paper that is quoted: its makers, or else the paper by its own name.

example          the Front's statement · a report by the Front · the official Roe record   → the Front, Roe
example          a document prepared on 7 May by the 5th Army's staff                      → 5th Army's staff
example          the document · the medal citation      (nobody is told to have made it)   → itself
                 the Annals of Roe                          (a work by its name)       → itself
                 wartime Soviet estimates · German records  (an adjective made none)   → themselves
counter-example  initial reports: nobody
"""

from collections.abc import Sequence
from functools import cache

from testimonia.extract.actors.naming import is_demonym
from testimonia.extract.attribution.media import medium_at
from testimonia.extract.attribution.speakers import chain_end, speaker_words, speaks, words_of
from testimonia.extract.drafts import Named
from testimonia.extract.prose.chunk import Chunk
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.subjects import subjects_of
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms, word_set

__all__ = ["ESTIMATES", "is_weighty", "made_inside", "makers_told", "paper_words", "statement_makers"]

ESTIMATES = frozenset({"calculation", "calculations", "estimate", "estimates", "estimation", "estimations"})
"""What does not speak for itself: somebody estimates."""
_REGULAR = frozenset({"daily", "weekly", "monthly", "annual", "official", "initial"})
_NO_REPORTERS = word_set("grammar", "no_reporters")
_VAGUE = word_set("grammar", "vague_papers")
_WEIGHTY = word_set("grammar", "weighty_papers")
_TOLD_IN = frozenset({"account", "accounts", "entry", "narrative", "passage", "version"})
_RELATED = frozenset({"account", "accounts"})
"""What speaks for itself even if nothing is told of it: "one account", "most accounts", as sources do."""
_WORKS = frozenset({"history", "histories"})
_ARRIVING = frozenset({"account", "accounts", "news", "report", "reports"})
_MADE = word_set("grammar", "made")
_CAMPS = frozenset({"allied", "axis", "eastern", "western"})


def makers_told(scene: Scene) -> list[Named]:
    """Find who made the paper that a sentence tells of: "a document prepared by the Front's staff"."""
    for at, chunk in enumerate(scene.chunks):
        told = chunk.kind == "np" and chunk.det in {"a", "an"} and _ends_in_medium(scene, chunk)
        if told:
            return statement_makers(scene, at)
    return []


def _ends_in_medium(scene: Scene, chunk: Chunk) -> bool:
    return any(_ends_here(scene, at, chunk) for at in range(max(chunk.body, chunk.first), chunk.last))


def statement_makers(scene: Scene, position: int) -> list[Named]:
    """Find who made the statement that is the subject: "the Front's statement"; [] if unsaid."""
    row, chunk = scene.chunks, scene.chunks[position]
    if row.near(position - 1).owner:
        return [words_of(scene, row[position - 1].first, row[position - 1].last)]
    if _is_work(scene, position):
        return [words_of(scene, chunk.first, row[chain_end(scene, position)].last)]
    inside, at = _maker_inside(scene, chunk), _maker_behind(scene, position)
    counted = chunk.low in ESTIMATES and inside is not None  # "Dow estimates of the army", which is counted
    if at is not None and (
        inside is None or row[at - 1].low != "of" or (_is_body(scene, row[at]) and not counted)
    ):
        return [words_of(scene, row[at].first, row[chain_end(scene, at)].last)]
    if inside is not None:
        adjective = _is_adjective(inside.words)
        return [words_of(scene, max(chunk.body, chunk.first), chunk.last) if adjective else inside]
    if row.near(position - 1).kind == "vp" and not row[position - 1].copula:
        makers = (row[p] for p in subjects_of(row, position - 1))
        named = [
            one for one in makers if one.kind == "np" and one.figure is None
        ]  # "one widely used estimate"
        return [speaker_words(scene, row.place(one)) for one in named]
    return []


def _is_work(scene: Scene, position: int) -> bool:
    """Tell "the Annals of Roe", a work by its name, from "the annals of Roe"."""
    row, tokens = scene.chunks, scene.sentence.tokens
    if row[position].low in _WORKS and row.near(position + 1).low != "by":
        return True  # "the British official history", "the official history of the campaign"
    chunk = row[position]
    titled = tokens[chunk.last - 1].capital and chunk.last > 1
    body = tokens[max(chunk.body, chunk.first) : chunk.last]
    if titled and chunk.det == "the" and len(body) > 1 and all(token.capital for token in body):
        return True  # "the Veritable Records", "the Orr Report"
    return titled and row.near(position + 1).low == "of" and row.near(position + 2).name


def _maker_inside(scene: Scene, chunk: Chunk) -> Named | None:
    """Read "the official Roe report": Roe's."""
    places = range(max(chunk.body, 0), chunk.last)
    noun = next((at for at in places if _ends_here(scene, at, chunk)), chunk.last - 1)
    first, noun = _maker_words(scene, chunk.body, noun) if chunk.body >= 0 else (0, 0)
    return words_of(scene, first, noun) if first < noun else None


def made_inside(scene: Scene, position: int) -> bool:
    """Tell "Dow estimates", which name who made them, from "modern estimates of the Dow army"."""
    return _maker_inside(scene, scene.chunks[position]) is not None


def _is_adjective(words: str) -> bool:
    """Tell "Soviet", "Western", of whom nobody in particular makes records, from "Roe", "the Front"."""
    named = [word for word in words.split() if word[0].isupper() and word.lower() not in _NO_REPORTERS]
    return not speaks(words) and all(word.lower() in _CAMPS or is_demonym(word) for word in named)


def _maker_behind(scene: Scene, position: int) -> int | None:
    """Read "a statement by the Front", "reports of the 1st Army", "a paper prepared in May by the Front"."""
    row, at = scene.chunks, position + 1
    if row.near(at).low in _MADE:
        at = next((step for step in range(at, min(at + 5, len(row))) if row[step].low == "by"), at)
    maker = row.near(at + 1)
    named = any(token.capital for token in scene.sentence.tokens[max(maker.first, 0) : maker.last])
    body = named or speaks(scene.words(maker))
    if row.near(at).low == "in" and row[position].low in _TOLD_IN and named and maker.det == "the":
        return at + 1  # "the account in the Annals"
    made = maker.kind == "np" and row.near(at).low in ({"by", "from", "of"} if body else {"by", "from"})
    return at + 1 if made and not _is_whence(scene, position, at) else None


def _is_whence(scene: Scene, position: int, link: int) -> bool:
    """Tell "reports from the town" from "reports from the ministry"."""
    row = scene.chunks
    if row[link].low != "from" or row[position].low not in _ARRIVING:
        return False
    maker, words = row[link + 1], scene.words(row[link + 1])
    told = maker.owner or maker.person or maker.of_kind("people", "unit") or speaks(words)
    return not (told or words.split()[-1].isupper())


def _is_body(scene: Scene, chunk: Chunk) -> bool:
    """Tell "the Dale report of the Institute for War Studies" from "the Dow report of the Roes"."""
    return speaks(scene.words(chunk).split(" for ")[0])


def _maker_words(scene: Scene, first: int, last: int) -> tuple[int, int]:
    """Give the tokens of "Roe" in "official Roe daily reports"; none where no name stands there."""
    tokens = scene.sentence.tokens
    while first < last and (
        not tokens[first].capital or tokens[first].low in _NO_REPORTERS or _opens_plainly(tokens, first)
    ):
        first += 1
    while first < last and tokens[last - 1].low in _REGULAR:
        last -= 1
    return first, last


def _opens_plainly(tokens: Sequence[Token], at: int) -> bool:
    """Tell "Eyewitness" at the head of a sentence, whose capital says nothing, from "Roe"."""
    return at == 0 and tokens[at].low in _VAGUE | _common()


@cache
def _common() -> frozenset[str]:
    return forms("people") | forms("speakers")


def is_weighty(chunk: Chunk) -> bool:
    """Tell an inscription or a study, which speaks for itself, from legends and versions."""
    return chunk.low in _WEIGHTY


def paper_words(scene: Scene, position: int) -> list[Named]:
    """Name the paper itself where nobody is told to have made it: "court records", "the document".

    "A conservative estimate" is somebody's who is not named.
    """
    chunk, tokens = scene.chunks[position], scene.sentence.tokens
    if chunk.low in ESTIMATES:
        return []
    described = chunk.body >= 0 and tokens[chunk.body].low not in _VAGUE
    several = described and chunk.last - chunk.body > 1
    told = several or chunk.det in {"the", "this"} or is_weighty(chunk)
    told = told or (chunk.low in _RELATED and tokens[chunk.first].low != "no")
    return [speaker_words(scene, position)] if told else []


def _ends_here(scene: Scene, at: int, chunk: Chunk) -> bool:
    found = medium_at(scene.sentence.tokens, at)
    return found is not None and found[0] == chunk.last

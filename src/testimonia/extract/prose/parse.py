"""From a sentence and its figures to scenes: tags, chunks."""

from collections.abc import Collection, Sequence

from testimonia.extract.figures import Figure
from testimonia.extract.prose.chunk import NOTHING_KNOWN, Known, Row
from testimonia.extract.prose.chunking import chunk_line, cut_lines
from testimonia.extract.prose.completed import complete_verbs, completed_words
from testimonia.extract.prose.lexemes import reports_at, tell_openers, triggers_at
from testimonia.extract.prose.partial import read_parts
from testimonia.extract.prose.scene import Scene
from testimonia.extract.prose.shared_heads import share_heads
from testimonia.extract.prose.tagging import tag_tokens
from testimonia.extract.prose.vessels import ship_words
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["parse_sentence"]

_SIZES = word_set("grammar", "sizes")
_LEAVING = frozenset({"leave", "leaving", "left"})
_SETTING = frozenset({"set", "sets", "setting"})
"""What stands apart from "on fire"."""
_DEAR = frozenset({"cost", "costly", "paid", "paying", "suffered", "suffering"})
"""Words that sentences of heavy loss have beside any word of harm: "paid dearly"."""
_STRAY = frozenset({"ablaze", "alight", "afire", "aflame", "apart", "ashore", "aground", "action", "return"})
"""Ends of what may stand apart: "put the tank out of action", "did not return"."""
_MADE_UP = word_set("grammar", "of_ships")
_BODIES = word_set("grammar", "bodies") | {"group"}


def parse_sentence(
    sentence: Sentence,
    figures: Sequence[Figure],
    dated: Collection[int] = (),
    *,
    always: bool = False,
    known: Known = NOTHING_KNOWN,
) -> list[Scene]:
    """Give the scenes of a sentence, the main line first, then its brackets.

    [] if nothing in it could be a claim or a saying, unless it is `always` wanted. `dated` holds the
    tokens inside dates; `known` tells what is known of the article.
    """
    tokens = sentence.tokens
    if not (always or figures or _speaks(sentence)):
        return []
    tags = tag_tokens(tokens, figures, dated)
    lines = cut_lines(tokens, tags, known)
    rows = [Row(chunk_line(line, figures)) for line in lines]
    for row in rows:
        share_heads(row)
        read_parts(sentence, row)
        complete_verbs(row)
    return [Scene(sentence, row, main=Row() if row is rows[0] else rows[0]) for row in rows]


def _speaks(sentence: Sentence) -> bool:
    """Tell whether there is a word of harm or of saying, or a force of some size or of ships, in a sentence.

    Words of harm that may stand apart ("leaving their tanks behind") are looked for one by one.
    """
    tokens, lows = sentence.tokens, sentence.lows
    sized = not _SIZES.isdisjoint(lows) and not _BODIES.isdisjoint(lows)
    left = "behind" in lows and not _LEAVING.isdisjoint(lows)
    left = left or ("fire" in lows and not _SETTING.isdisjoint(lows))
    ships = not _MADE_UP.isdisjoint(lows) and not ship_words().isdisjoint(lows)
    if ships or sized or left or not (_DEAR.isdisjoint(lows) and _STRAY.isdisjoint(lows)):
        return True
    verbs, ends = completed_words()
    if not ends.isdisjoint(lows) and not verbs.isdisjoint(lows):
        return True
    openers = tell_openers()
    if openers.isdisjoint(lows):
        return False
    places = (at for at, token in enumerate(tokens) if token.low in openers)
    return any(triggers_at(tokens, at)[1] or reports_at(tokens, at)[1] for at in places)

"""What the words between two names of a sentence tell of their sides.

led       the 7th Brigade under General Roe          → both of one side
owned     Roe's 7th Brigade · the 2nd Rifles of the 7th Brigade
beside    the 2nd Rifles and the 7th Brigade · the 2nd Rifles (7th Brigade)
titled    the Roe commander, Marshal Dow
sent      General Roe ordered the 7th Brigade
own       the 7th Brigade, which consisted of two battalions of the 2nd Rifles
against   the 2nd Rifles attacked the Dows · fought against the Dows · an attack by Roe on the Dows
foes      Roe did what he could, but was driven back by Dow
counter-example  between the Roes and the Dows · both Roes and Dows · Roe informed Poe of the Dows

On unlabelled articles 97 % of pairs that are led or owned were on one side where both sides were known,
89 % of those beside one another, and 91 % of those against one another on two sides; so were all of
27 with a title, 38 of 42 that somebody sent or ordered, and 33 of 36 with an attack on somebody. Of 362
with a bracket between them 96 % were on one side, of 461 with words for one's own 94 %; of 657 with words
for foes, whatever else stood there, 87 % were on two.
"""

from testimonia.extract.actors.names import Use
from testimonia.extract.actors.naming import is_demonym
from testimonia.extract.actors.titles import is_rank
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["weigh_between", "weigh_words"]

_AGAINST = word_set("grammar", "checked") | word_set("naming", "attacked") | word_set("naming", "overcome")
_ONSLAUGHTS = word_set("grammar", "onslaughts")
_UPON = frozenset({"against", "on", "upon"})
_COMMANDING = word_set("naming", "commanding")
_LED = frozenset({"under", "led", "commanded", "headed", "("})
_LED_ALL = _LED | {"by", "general", "the", "of", "command", ",", "was", "were"}
_OWNED = frozenset({"'s", "’s"})
_TITLES = word_set("naming", "rulers") | word_set("naming", "commanding_titles")
"""Words between a people and its leader: "the Roe commander, Marshal Orr"."""
_BESIDE = frozenset({",", "and", "&", "the"})
_PARTED = frozenset({"between", "both"})
_BREAKS = frozenset(
    {",", ";", "and", "that", "who", "which", "with", "for", "to", "from", "in", "at", "on", "was", "were"}
)
"""Words over which a verb no longer tells who is against the next name."""
_PLACING = word_set("naming", "place_prepositions")
"""Words before a place, whose forces somebody else's may be: "the Roe forces in Dowland under Orr"."""
_KIN = word_set("naming", "kindred_links")
_FOES = word_set("naming", "foes")
_NEAR = 4
"""Words between two names with a bracket between them at most."""
_FAR = 9
"""Words between two names at most."""
_TITLED = 4
"""Words of a title at most: "the Roe commander-in-chief, Field Marshal Orr"."""


def weigh_between(sentence: Sentence, one: Use, other: Use) -> int:
    """Tell how surely two names are on one side: above zero; below it, on two; zero for nothing told."""
    tokens = sentence.tokens
    if not 0 < other.title - one.last <= _FAR:
        return 2 * _has_title(sentence, one, other)
    words = [token.low for token in tokens[one.last : other.title]]
    told = set(words)
    placed = one.title > 0 and tokens[one.title - 1].low in _PLACING
    led = told <= _LED_ALL and bool(told & (_LED if other.title < other.first else _LED - {"("}))
    led = (led and not placed) or _has_title(sentence, one, other)
    if led or told <= _OWNED or words in (["of"], ["of", "the"]):
        return 2
    if told <= _BESIDE:
        before = {token.low for token in tokens[max(0, one.title - 2) : one.title]}
        return 0 if "and" not in told or before & _PARTED else 1
    return _told_by_verb(told)


def _told_by_verb(told: set[str]) -> int:
    """Read the words between two names for a verb of attack, or one of what is done to one's own."""
    if told & _BREAKS:
        return -1 if told & _ONSLAUGHTS and told & _UPON else 0
    if told & _AGAINST:
        return -1
    return int(bool(told & _COMMANDING) and "by" not in told)


def weigh_words(sentence: Sentence, one: Use, other: Use) -> int:
    """Tell the same by a bracket between two names, or by words for one's own or for foes around others."""
    words = [token.low for token in sentence.tokens[one.last : other.title]]
    if not 0 < len(words) <= _FAR:
        return 0
    if len(words) <= _NEAR and "(" in {words[0], words[-1]} and ")" not in words:
        return 1
    own, foes = not _KIN.isdisjoint(words), not _FOES.isdisjoint(words)
    return 0 if own == foes else 1 if own else -1


def _has_title(sentence: Sentence, one: Use, other: Use) -> bool:
    """Tell "the Roe commander, Marshal Orr", "Roe Marshal Orr": whose leader somebody is."""
    between = [token.low for token in sentence.tokens[one.last : other.first] if token.text != ","]
    near = len(between) > 0 and other.first - one.last <= _TITLED
    return (
        near
        and all(low in _TITLES or is_rank(low) for low in between)
        and is_demonym(sentence.words(one.first, one.last))
    )

"""Who was against whom, by the words of fighting that stand between two mentions of the lead.

between   Roe troops landed and drove out the Dow defenders · the Roe conquest of the Dow port of Orm
by        the capture of the Dow port of Orm by a Roe fleet · the surrender of the Dows to the Roes
risen     a rising against the Roe policy (of rebels)
told on   the Roe invasion took place in May … The Dow garrison surrendered
counter-example  the Roes and the Dows attacked Orm · near Orm, Dowland · alongside the Dows
"""

from collections.abc import Iterator, Sequence

from testimonia.extract.actors.kinds import is_body_noun, is_people_noun
from testimonia.extract.drafts import Named
from testimonia.extract.lead.force_nouns import HOSTILE
from testimonia.extract.lead.meetings import Camps
from testimonia.extract.lead.mentions import Mention, mentions
from testimonia.extract.lead.parties import Camp, telling_words
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import rows, word_set

__all__ = ["foes"]

_BREAKS = frozenset({"and", "but", "while", "when", "who", "before", "after", "until", "then", "as", ";"})
_FRIENDLY = frozenset(
    {"alongside", "allied", "aided", "assisted", "helped", "joined", "reinforced", "together", "relieve"}
    | {"relieved", "relief", "support", "supported", "rescue", "rescued"}
)
_SPOKEN = frozenset(
    {"accused", "announced", "blamed", "called", "claimed", "condemned", "criticised", "criticized"}
    | {"denied", "denounced", "said", "stated", "threatened", "warned"}
)
"""Verbs of those who speak of an attack: "the Roes condemned the attack on Dowland"."""
_NOT_DONE = _SPOKEN | {"was", "were", "been", "of"}
_YIELDED = word_set("naming", "lead_yielded")
_HOLDING = frozenset({"defended", "held", "garrisoned", "occupied", "controlled", "opposed", "resisted"})
_DEFENCES = frozenset({"defence", "defense", "defended", "defending", "resistance"})
_LINKS = frozenset({"by", "to", "on", "upon"})
_SIZES = frozenset({"allied", "combined", "great", "huge", "joint", "large", "larger", "small", "smaller"})
_DETERMINERS = frozenset({"the", "a", "an", "some", "its", "their", "his", "two", "three", "several", "-"})
_NUMBERS = frozenset(row["word"] for row in rows("numbers"))
_REALMS = word_set("naming", "realms")
_RISINGS = word_set("naming", "risings")
_LED = word_set("naming", "led_by")
_FAR = 40
"""Words between the two, at most."""


def foes(lead: Sequence[Sentence]) -> Camps | None:
    """Give the first two whom a sentence sets against each other, else one from each of two sentences."""
    told = [(sentence, mentions(sentence)) for sentence in lead]
    for sentence, found in told:
        camps = _in_one(sentence, found)
        if camps is not None:
            return camps
    return _over_two(told) or _risen(told[:2])


def _risen(told: Sequence[tuple[Sentence, Sequence[Mention]]]) -> Camps | None:
    """Read "a rising against the Roe policy", where the lead has no name for those who rose."""
    for sentence, found in told:
        lows = [token.low for token in sentence.tokens]
        for one in found:
            before = lows[max(0, one.first - 3) : one.first]
            rising = next((k for k in range(one.first - 1, 0, -1) if lows[k] in _RISINGS), None)
            if "against" in before and rising is not None and one.role != "deed":
                name = Named(sentence.words(rising, rising + 1), sentence.source(rising, rising + 1))
                return Camp((name,), firm=True), one.camp
    return None


def _in_one(sentence: Sentence, found: Sequence[Mention]) -> Camps | None:
    """Give two mentions at odds; one of a place only where no force is named behind it."""
    for number, one in enumerate(found):
        others = [
            other
            for at, other in enumerate(found[number + 1 : number + 4], number + 1)
            if not _share(one.camp, other.camp)
            and _are_camps(one, other)
            and (
                _both_led(sentence, one, other)
                or (
                    _at_odds(sentence, one, other)
                    and all(between.role == "place" for between in found[number + 1 : at])
                )
            )
        ]
        if others:
            other = next((other for other in others if other.role == "force"), others[0])
            return one.camp, other.camp
    return None


def _are_camps(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions can be the camps: at least one is named, and one is no mere place."""
    named = _is_named(one.camp) or _is_named(other.camp)
    return named and not one.role == other.role == "place" and other.role != "deed"


def _is_named(camp: Camp) -> bool:
    return any(sign.isupper() for name in camp.names for sign in name.words)


def _at_odds(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Tell whether words of fighting stand between two mentions, or before them and a "by" between."""
    tokens = sentence.tokens
    words = [token.low for token in tokens[one.stop : other.first]]
    if len(words) > _FAR or ";" in words or not (_FRIENDLY | _SPOKEN).isdisjoint(words):
        return False
    fought = [at for at, word in enumerate(words) if word in HOSTILE or word == "against"]
    if fought and _BREAKS.isdisjoint(words[fought[-1] :]):
        return True
    while words and words[-1] in _DETERMINERS | _SIZES:
        words.pop()
    if any(word.endswith("ed") and word not in HOSTILE for word in words):
        return False  # "formed by the Roes"
    before = (token.low for token in reversed(tokens[max(0, one.first - 12) : one.first]))
    deed = next((low for low in before if low in HOSTILE or low in _DEFENCES), None)
    return bool(words) and words[-1] in _LINKS and deed is not None and deed not in _DEFENCES


def _both_led(sentence: Sentence, one: Mention, other: Mention) -> bool:
    """Tell "the Roes were led by Orr, and the Dows by Ann"."""
    tokens = sentence.tokens
    between = {token.low for token in tokens[one.first : other.first]}
    behind = {token.low for token in tokens[other.first : other.stop + 3]}
    parted = between & {"and", "while", "whereas"} and between & {"were", "was"}
    return bool(parted and between & _LED and "by" in behind)


def _share(one: Camp, other: Camp) -> bool:
    """Tell whether two camps have a telling word in common: "army" and "kingdom" tell nothing."""
    return not _words(one).isdisjoint(_words(other))


def _words(camp: Camp) -> set[str]:
    words = {word for name in camp.names for word in telling_words(name.words)}
    return {word for word in words if not is_body_noun(word) and word not in _REALMS}


def _over_two(told: Sequence[tuple[Sentence, Sequence[Mention]]]) -> Camps | None:
    """Give one whose attack it was, and another who held, defended or gave up what was attacked."""
    doers = [(at, one) for at, (sentence, found) in enumerate(told) for one in _doers(sentence, found)]
    held = [(at, one) for at, (sentence, found) in enumerate(told) for one in _holders(sentence, found)]
    for at, doer in doers:
        for place, holder in held:
            if not _share(doer.camp, holder.camp) and _are_camps(doer, holder):
                first_told = (at, doer.first) < (place, holder.first)
                return (doer.camp, holder.camp) if first_told else (holder.camp, doer.camp)
    return None


def _before(sentence: Sentence, one: Mention) -> int:
    """Give the word before a mention: that before "four members of the Roe Front" is before the four."""
    tokens, at = sentence.tokens, one.first - 1
    while at > 0 and (tokens[at].low in _DETERMINERS or tokens[at].kind == "number"):
        at -= 1
    if at > 1 and tokens[at].low == "of" and is_people_noun(tokens[at - 1].low):
        at -= 2
        while at > 0 and (tokens[at].low in _DETERMINERS or tokens[at].low in _NUMBERS):
            at -= 1
    return max(at, 0)


def _doers(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    """Give those whose deed it was: "the Roe invasion", "the capture of Orm by the Roes", "the Roes took"."""
    tokens = sentence.tokens
    for one in found:
        at = _before(sentence, one)
        before = {token.low for token in tokens[max(0, at - 12) : at]}
        by = tokens[at].low == "by" and not HOSTILE.isdisjoint(before)
        held = tokens[max(at - 1, 0)].low in _HOLDING
        behind = [token.low for token in tokens[one.stop : one.stop + 4]]
        active = not HOSTILE.isdisjoint(behind) and _NOT_DONE.isdisjoint(behind)
        if one.role == "deed" or (one.role == "force" and ((by and not held) or active)):
            yield one


def _holders(sentence: Sentence, found: Sequence[Mention]) -> Iterator[Mention]:
    """Give those who had it: "defended by the Dows", "the Dow garrison", "the Dows surrendered"."""
    tokens = sentence.tokens
    for one in found:
        at = _before(sentence, one)
        before = [token.low for token in tokens[max(0, at - 1) : at + 1]]
        behind = {token.low for token in tokens[one.stop : one.stop + 3]}
        own = {word for name in one.camp.names for word in name.words.lower().split()}
        aimed = before[-1:] and before[-1] in {"on", "upon", "against"} and before[0] in HOSTILE
        by = before[-1:] == ["by"] and before[0] in _HOLDING
        if one.role != "deed" and (
            aimed or by or own & {"garrison", "defenders", "defences"} or behind & _YIELDED
        ):
            yield one

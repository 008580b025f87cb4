"""Who met whom in a fight, where the lead names the camps side by side.

between     a battle between the Roes and an army of Dowland under General Orr
fought by   the battle was fought by a Roe force and a Dow force · by the Roes against the Dows
combatants  the combatants were the Roes and a force made up of Dow militia
many        a multi-sided battle between X, Y and Z: one camp each
counter-example  between 1914 and 1916 · between X, Y and Z (who is with whom?) · fought by Roe and Dow troops
"""

from collections.abc import Sequence
from itertools import pairwise

from testimonia.extract.lead.kind import event_words
from testimonia.extract.lead.parties import Camp, read_camp, telling_words
from testimonia.extract.lead.reach import inside_known_name, stop_of
from testimonia.extract.sentences import Sentence
from testimonia.lexicon import word_set

__all__ = ["Camps", "between", "combatants", "fought_by", "two_of_three"]

Camps = tuple[Camp, ...]
"""Two camps, or more where the lead tells of as many."""
_DETERMINERS = frozenset({"the", "a", "an", "his", "its"})
_PEACE = word_set("naming", "peace")
_FIGHTING = word_set("naming", "fighting")
_COMBATANTS = word_set("naming", "combatants")
_MANY = frozenset({"multi-sided", "three-way", "three-sided", "four-way", "three-cornered", "multi-party"})
_OUTCOME = frozenset({"rout", "victory", "defeat", "defeated", "won", "lost"})
_DAY_AND_PLACE = 14
"""Words that may stand between "fought" and "by"."""
_HANGS_ON = frozenset({"led", "commanded", "aided", "supported", "backed", "under", "and", "headed"})


def between(sentence: Sentence) -> Camps | None:
    """Read "between X and Y"; with more than one "and" the first before a determiner parts the camps."""
    at = _between_at(sentence)
    if at is None:
        return None
    stop = stop_of(sentence, at + 1)
    if not _lists_three(sentence, at + 1, stop):
        return _parted(sentence, at + 1, stop)
    return _listed(sentence, at, stop) if _MANY & {token.low for token in sentence.tokens[:at]} else None


def fought_by(sentence: Sentence) -> Camps | None:
    """Read "fought by X and Y", where each has its own article, and "fought by X against Y"."""
    tokens = sentence.tokens
    for at in range(1, len(tokens) - 3):
        by = _by(sentence, at) if tokens[at].low in {"fought", "waged", "contested"} else None
        if by is not None:
            stop = stop_of(sentence, by + 1)
            camps = _parted(sentence, by + 1, stop, own=True)
            return camps if camps is not None and all(camp.names for camp in camps) else None
    return None


def _by(sentence: Sentence, at: int) -> int | None:
    """Give the "by" of a fight, over its day and place: "fought on 3 May near Orm by"."""
    tokens = sentence.tokens
    for k in range(at + 1, min(at + _DAY_AND_PLACE, len(tokens) - 3)):
        if tokens[k].low == "by":
            return k
        if tokens[k].text == ";" or tokens[k].low in {"between", "when", "which", "and", "against", "over"}:
            return None
    return None


def combatants(sentence: Sentence) -> Camps | None:
    """Read "the combatants were X and Y"."""
    tokens = sentence.tokens
    for at in range(len(tokens) - 4):
        if tokens[at].low in _COMBATANTS and tokens[at + 1].low in {"were", "are"}:
            return _parted(sentence, at + 2, stop_of(sentence, at + 2), own=True)
    return None


def two_of_three(sentence: Sentence, later: Sequence[Sentence]) -> Camps | None:
    """Read "between X, Y and Z": the two whom the sentence on the outcome names."""
    at = _between_at(sentence)
    if at is None or not _lists_three(sentence, at + 1, stop := stop_of(sentence, at + 1)):
        return None
    camps = _listed(sentence, at, stop)
    outcome = next((other for other in later if _OUTCOME & {token.low for token in other.tokens}), None)
    if outcome is None:
        return None
    said = {token.low.rstrip("s") for token in outcome.tokens if token.capital}
    left = [
        camp
        for camp in camps
        if any(word in said for name in camp.names for word in telling_words(name.words))
    ]
    return (left[0], left[1]) if len(camps) == 3 and len(left) == 2 else None


def _between_at(sentence: Sentence) -> int | None:
    """Give the "between" that parts those who fight; None if none does."""
    tokens = sentence.tokens
    at = next((k for k, token in enumerate(tokens) if token.low == "between"), len(tokens))
    if at + 3 > len(tokens) or tokens[at + 1].kind in {"number", "ordinal"}:
        return None
    return at if _of_fighting(sentence, at) else None


def _of_fighting(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun or verb of fighting stands before "between", and no "peace"."""
    before = [token.low for token in sentence.tokens[:at]]
    return _PEACE.isdisjoint(before[-6:]) and any(low in event_words() or low in _FIGHTING for low in before)


def _parted(sentence: Sentence, first: int, stop: int, *, own: bool = False) -> Camps | None:
    """Part a phrase at "against", else at the "and" before a camp; with `own`, only before an article."""
    tokens = sentence.tokens
    against = next((k for k in range(first, stop) if tokens[k].low == "against"), None)
    if against is not None:
        return read_camp(sentence, first, against), read_camp(sentence, against + 1, stop)
    ands = [k for k in range(first, stop) if tokens[k].low == "and"]
    marked = [k for k in ands if tokens[k + 1].low in _DETERMINERS or (not own and tokens[k - 1].text == ",")]
    cut = ands[0] if len(ands) == 1 and not own else marked[0] if marked else None
    return (read_camp(sentence, first, cut), read_camp(sentence, cut + 1, stop)) if cut is not None else None


def _listed(sentence: Sentence, at: int, stop: int) -> Camps:
    """Read each item of a list of camps as one camp."""
    cuts = [at, *(k for k in range(at + 1, stop) if _parts(sentence, k, at + 1, stop)), stop]
    camps = (read_camp(sentence, first + 1, last) for first, last in pairwise(cuts))
    return tuple(camp for camp in camps if camp.names)


def _parts(sentence: Sentence, at: int, first: int, stop: int) -> bool:
    """Tell whether a comma, or an "and" before an article, parts two camps."""
    tokens = sentence.tokens
    parts = tokens[at].text == "," or (tokens[at].low == "and" and tokens[at + 1].low in _DETERMINERS)
    return parts and not inside_known_name(sentence, first, at, stop)


def _lists_three(sentence: Sentence, first: int, stop: int) -> bool:
    """Tell "between X, Y and Z": a comma that no "led by", "aided by" or "and" follows."""
    tokens = sentence.tokens
    inside = False
    for at in range(first, stop):
        if tokens[at].text == ",":
            follows = at + 1 < stop and tokens[at + 1].low in _HANGS_ON
            if not follows and not inside:
                return True
            inside = follows and tokens[at + 1].low != "and"
    return False

"""Persons who lead without an office's name: who commands what, by the ways in which a text says so.

led by      the 7th Roe Division, commanded by General Dow · the 7th Roe Division under the command of Dow
under       the 7th Roe Division under General Dow
bracket     the 7th Roe Division (General Dow)
who         Ann Roe, who was leading the defence · Ann Roe, in charge of the defence
commanding  Ann Roe, commanding the 7th Roe Division
in command  in command of the left wing was Ann Roe
counter-example  the 7th Roe Division (Kayes) · under Roe (a hill) · Ann Roe, leading by example
"""

from collections.abc import Callable, Iterator

from testimonia.extract.actors.bodies import place_kinds
from testimonia.extract.actors.deeds import is_deed
from testimonia.extract.actors.holding import Holder, PersonUses
from testimonia.extract.actors.kinds import body_kind, is_foreign_head
from testimonia.extract.actors.names import Use
from testimonia.extract.actors.naming import norm
from testimonia.extract.actors.titles import rank_end
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set

__all__ = ["find_leaders"]

_LEADING = {"led": "leader", "commanded": "commander", "headed": "head", "lead": "leader"}
_LEADS = word_set("naming", "leads")
_BE = frozenset({"was", "is", "were", "being"})
_COMMAND = frozenset({"command", "leadership", "control"})
_IN = frozenset({"command", "charge"})
_ENDS = frozenset({",", ".", ")", ";", ":", "—", "–", "-", '"', "”", "("})


def find_leaders(persons: PersonUses) -> Iterator[Holder]:
    """Find the persons of a sentence who lead a body or its deeds, in text order."""
    if persons.sentence.lows.isdisjoint(_RULES):
        return
    for at, token in enumerate(persons.sentence.tokens):
        rule = _RULES.get(token.low)
        holder = rule(persons, at) if rule is not None else None
        if holder is not None:
            yield holder


def _led_by(persons: PersonUses, at: int) -> Holder | None:
    """Read "the 7th Division, commanded by General Dow"."""
    tokens = persons.sentence.tokens
    if at + 2 >= len(tokens) or tokens[at + 1].low != "by":
        return None
    return _of_body(persons, at, persons.at(at + 2), _LEADING[tokens[at].low])


def _under(persons: PersonUses, at: int) -> Holder | None:
    """Read "the 7th Division under (the command of) General Dow"; without a rank only behind "command of"."""
    tokens, name = persons.sentence.tokens, at + 1
    stop = next((k for k in range(at + 1, min(at + 5, len(tokens) - 1)) if tokens[k].low in _COMMAND), 0)
    if stop and tokens[stop + 1].low == "of":
        name = stop + 2
    elif rank_end(tokens, at + 1) == at + 1:
        return None
    return _of_body(persons, at, persons.at(name), "commander")


def _bracketed(persons: PersonUses, at: int) -> Holder | None:
    """Read "the 7th Division (General Tom Dow)"."""
    use = persons.at(at + 1) if rank_end(persons.sentence.tokens, at + 1) > at + 1 else None
    if use is None or use.after not in {")", ",", ";"}:
        return None
    return _of_body(persons, at, use, "commander")


def _of_body(persons: PersonUses, at: int, use: Use | None, leader: str) -> Holder | None:
    """Give the leader of the body whose name ends before a token, signs and "was" between them left out."""
    tokens, left = persons.sentence.tokens, at
    while left > 0 and (
        tokens[left - 1].low in _BE | {"then", "now"} or tokens[left - 1].text in {",", "—", "–", "("}
    ):
        left -= 1
    body = persons.bodies.get(left)
    if use is None or body is None:
        return None
    words = persons.sentence.words(body.first, body.last)
    return persons.holder(use, f"{leader} of the {words}", words) if _can_be_led(words) else None


def _can_be_led(words: str) -> bool:
    """Tell "7th Roe Division", "Roe Front", "NRC" from "Kayes", "1941", "Kayes Province"."""
    low = norm(words).split()
    return (len(low) > 1 or words.isupper()) and (
        low[-1] not in place_kinds()
        and (
            body_kind(words) is not None or is_foreign_head(low[0]) or low[0][0].isdigit() or words.isupper()
        )
    )


def _who(persons: PersonUses, at: int) -> Holder | None:
    """Read "Ann Roe, who was leading the defence" · "Ann Roe, who was in charge of the defence"."""
    tokens, first = persons.sentence.tokens, at + 1
    if first + 1 >= len(tokens):
        return None
    first += tokens[first].low in _BE
    use = _before(persons, at)
    leads = tokens[first].low in _LEADS or (
        tokens[first].low == "in" and first + 1 < len(tokens) and tokens[first + 1].low in _IN
    )
    return _doing(persons, use, first) if leads and use is not None else None


def _commanding(persons: PersonUses, at: int) -> Holder | None:
    """Read "Ann Roe, commanding the 7th Division" and "Ann Roe, in charge of the defence"."""
    tokens = persons.sentence.tokens
    use = persons.ending.get(at - 1) if at > 1 and tokens[at - 1].text == "," else None
    if use is None or at + 2 >= len(tokens):
        return None
    if tokens[at].low == "in":
        named = tokens[at + 1].low in _IN and tokens[at + 2].low == "of"
    else:
        named = tokens[at + 1].low in {"the", "a", "an", "his", "her", "its"} or tokens[at + 1].capital
    return _doing(persons, use, at) if named else None


def _before(persons: PersonUses, at: int) -> Use | None:
    """Give the person whose name ends before a token, a comma or dash between them left out."""
    signed = persons.sentence.tokens[at - 1].text in {",", "—", "–"} if at else False
    return persons.ending.get(at - 1 if signed else at)


def _doing(persons: PersonUses, use: Use, first: int) -> Holder | None:
    """Give what somebody leads, up to the next sign, as the office."""
    tokens = persons.sentence.tokens
    stop = next((k for k in range(first + 1, len(tokens)) if _is_over(tokens[k])), len(tokens))
    return persons.holder(use, persons.sentence.words(first, stop)) if 1 < stop - first < 12 else None


def _is_over(token: Token) -> bool:
    """Tell where the words of what is led end: at a sign, a verb, "when", "attacking from the north"."""
    ends = token.text in _ENDS or token.low in {"at", "when", "while", "until"}
    return ends or is_deed(token) or (token.low.endswith("ing") and not token.capital)


def _in_command(persons: PersonUses, at: int) -> Holder | None:
    """Read "In command of the left wing was Ann Roe"."""
    tokens = persons.sentence.tokens
    if at + 3 >= len(tokens) or tokens[at + 1].low not in _IN or tokens[at + 2].low != "of":
        return None
    be = next((k for k in range(at + 3, min(at + 12, len(tokens))) if tokens[k].low in _BE), None)
    use = persons.at(be + 1) if be is not None else None
    if use is None or be is None:
        return _commanding(persons, at)
    return persons.holder(use, persons.sentence.words(at, be))


_RULES: dict[str, Callable[[PersonUses, int], Holder | None]] = {
    **dict.fromkeys(_LEADING, _led_by),
    "under": _under,
    "(": _bracketed,
    "who": _who,
    "commanding": _commanding,
    "leading": _commanding,
    "in": _in_command,
}
"""Which rule reads on from a word."""

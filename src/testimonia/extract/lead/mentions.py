"""Where a sentence of the lead mentions a people, an army or a state that may be a camp.

force    the Roes · a Dow frigate squadron · Roe and Dow troops under Orr · the rebels
deed     the Roe conquest of …  (whose deed the event was)
place    the Dow port of Orm · Dow rule · the Dow-held town (whose it is that is attacked)
counter-example  near Orm, Dowland · during the Roe invasion (what was around the event)
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from testimonia.extract.actors.acronyms import acronym_name, is_acronym
from testimonia.extract.actors.allegiance import states_served
from testimonia.extract.actors.kinds import (
    is_body_noun,
    named_kind,
)
from testimonia.extract.actors.names import Use, read_names
from testimonia.extract.actors.naming import country_of, is_demonym, is_people, norm
from testimonia.extract.actors.persons import can_be_person
from testimonia.extract.drafts import Named
from testimonia.extract.lead.force_nouns import FORCES, HOSTILE, VERBS, is_force, noun_behind
from testimonia.extract.lead.parties import Camp, is_war_front, read_camp
from testimonia.extract.lead.reach import stop_of
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.lexicon import word_set
from testimonia.model import Span

__all__ = ["Mention", "mentions"]

_REBELS = word_set("naming", "rebels") - {"opposition", "rebel", "protesters"}
_AROUND = frozenset({"during", "part", "amid", "following", "since", "preceding", "preceded"})
_CALLED = frozenset({"named", "codenamed", "code-named", "called", "known", "dubbed", "termed", "nicknamed"})
_OPENS = frozenset({"when", "where", "which", "in_which", "and", "as", "was", "were", ",", ";"})
_LOCATIVE = frozenset(
    {"in", "near", "at", "off", "within", "inside", "around", "across", "through", "into", "from", "to"}
)
_PARTS_OF_LAND = word_set("naming", "parts_of_land")
_UNARMED = word_set("naming", "lead_unarmed")
_COUNTED = frozenset({"the", "some", "several", "two", "three", "four", "five", "many", "both", "of", "and"})
_KEEPS = word_set("naming", "lead_participles")
_HELD = re.compile(r"([\w’'.]+(?: \w+)?)-(?:held|controlled|occupied|ruled|owned|garrisoned|backed|led)")
_FIGHTERS = word_set("naming", "named_fighters")
_GROUPS = word_set("naming", "group_nouns")
_REALMS = word_set("naming", "realms")
_WITH_HIS = frozenset({"and his", "and her", "with his", "with her"})
_LED = word_set("naming", "led_by")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention, from its first word to where the words on it end."""

    first: int
    stop: int
    camp: Camp
    role: Literal["force", "deed", "place"]


def mentions(sentence: Sentence) -> list[Mention]:
    """Give the mentions of a sentence in its order, but for those of what was around the event."""
    uses = sorted(
        (use for name in read_names([sentence]).values() for use in name.uses), key=lambda use: use.first
    )
    around = _around(sentence) | _calling(sentence)
    found: list[Mention] = []
    at = 0
    for mention in sorted(_all(sentence, uses), key=lambda one: one.first):
        if mention.first >= at and mention.first not in around:
            found.append(mention)
            at = mention.stop
    return found


def _around(sentence: Sentence) -> frozenset[int]:
    """Give the tokens that tell of the war around: "during the Roe invasion of Dowland"."""
    tokens = sentence.tokens
    inside: set[int] = set()
    for at, token in enumerate(tokens):
        if token.low in _AROUND:
            end = at + 1
            while end < len(tokens) and not (tokens[end].low in _OPENS and tokens[end].low != "and"):
                end += 1
            inside.update(range(at, end))
    return frozenset(inside)


def _calling(sentence: Sentence) -> frozenset[int]:
    """Give the tokens that tell who calls the event so: "code-named Dawn by Roe forces"."""
    tokens = sentence.tokens
    inside: set[int] = set()
    for at, token in enumerate(tokens):
        if token.low in _CALLED:
            stops = {"by", ",", "was", "were"}
            by = next((k for k in range(at, min(at + 12, len(tokens))) if tokens[k].low in stops), at)
            if tokens[by].low == "by":
                inside.update(range(by, min(by + 4, len(tokens))))
    return frozenset(inside)


def _all(sentence: Sentence, uses: Sequence[Use]) -> Iterator[Mention]:
    for use in uses:
        mention = _of_use(sentence, use)
        if mention is not None:
            yield mention
    for at, token in enumerate(sentence.tokens):
        held = _HELD.fullmatch(token.text)
        if held is not None and (token.capital or held[1] in {"rebel", "government"}):
            start = sentence.source(at, at + 1).start
            named = Named(held[1], Span(start, start + len(held[1])))
            yield Mention(at, at + 1, Camp((named,), firm=True), "force")
        elif not token.capital and (end := _described(sentence, at)) > at:
            stop = _stop(sentence, end)
            leaders = read_camp(sentence, at, stop).commanders
            yield Mention(at, stop, Camp((_named(sentence, at, end),), leaders, firm=True), "force")


def _described(sentence: Sentence, at: int) -> int:
    """Give the end of "rebels", "government forces", words that tell a camp without a name; `at` for none."""
    tokens = sentence.tokens
    if tokens[at].low in _REBELS:
        return at + 1
    state = tokens[at].low in {"government", "regime", "loyalist", "federal"} and at + 1 < len(tokens)
    return at + 2 if state and tokens[at + 1].low in {"forces", "troops", "soldiers", "army"} else at


def _of_use(sentence: Sentence, use: Use) -> Mention | None:
    """Read one name as a mention of a camp."""
    tokens, words = sentence.tokens, sentence.words(use.first, use.last)
    body = _is_fighting_body(words)
    people = country_of(words) is None and (is_demonym(words) or _ends_as_people(words))
    end, role = (
        (use.last, None)
        if is_people(words) and words.endswith("s")
        else noun_behind(sentence, use.last, people=people)
    )
    if role == "deed" and use.before in {"a", "an"} and tokens[use.title - 2].low == "by":
        end, role = end + 1, "force"  # "taken by a Roe expedition"
    if role == "force" or (role is not None and (people or (body and role == "deed"))):
        if role == "place":
            return Mention(use.first, end, Camp((_named(sentence, use.first, use.last),), firm=True), role)
        return _force(sentence, use, end, role)
    if tokens[use.first].low in _REALMS and tokens[use.title - 1].text == ",":
        return Mention(use.first, _stop(sentence, use.last), _camp(sentence, use.first, use.last), "place")
    alone = people and _stands_alone(sentence, use)
    state = _is_state(words) and not _is_placed(sentence, use)
    if _is_leader(sentence, use):
        return Mention(
            use.first, use.last, Camp((_named(sentence, use.first, use.last),), firm=True), "force"
        )
    if alone or body or state or _is_tribe(sentence, use):
        return Mention(use.first, _stop(sentence, use.last), _camp(sentence, use.first, use.last), "force")
    return None


def _force(sentence: Sentence, use: Use, end: int, role: Literal["force", "deed"]) -> Mention:
    """Give those whom a name and the noun behind it name, which ends before `end`."""
    tokens, own = sentence.tokens, use.first
    if tokens[end - 1].low in _UNARMED:
        end = use.last  # "took eleven Roe team members hostage": the camp is theirs
    elif tokens[end - 1].low in _GROUPS and end < len(tokens) and tokens[end].capital:
        own = end  # "the Roe group Dow Front"
        end = next((k for k in range(end, len(tokens)) if tokens[k].text[0].islower()), end)
    whole = own > use.first or end == use.last
    return Mention(use.first, _stop(sentence, end), _camp(sentence, own, end, whole=whole), role)


def _is_state(words: str) -> bool:
    """Tell a known state, or one by its head: "the Sultanate of Roe"."""
    return country_of(words) is not None or words.split(maxsplit=1)[0].lower() in _REALMS


def _is_leader(sentence: Sentence, use: Use) -> bool:
    """Tell "King Roe", "an army led by Ann Roe" from others whom the lead names."""
    before = use.before in {"by", "under", "of"} and use.title > 1
    led = before and (
        sentence.tokens[use.title - 2].low in _LED or is_force(sentence.tokens[use.title - 2].low)
    )
    words = sentence.words(use.first, use.last)
    behind = sentence.tokens[use.last : use.last + 2]
    acts = " " in words and bool(behind) and (behind[0].low in HOSTILE or _words(behind) in _WITH_HIS)
    own = len(behind) > 1 and behind[0].low in {"'s", "’s"} and behind[1].capital  # "King Roe's Dow army"
    person = can_be_person(words) and not _is_state(words)
    return person and not own and (use.title < use.first or led or acts)


def _words(tokens: Sequence[Token]) -> str:
    return " ".join(token.low for token in tokens)


def _is_tribe(sentence: Sentence, use: Use) -> bool:
    """Tell "against the Roes", "the forces of the Roes": a people that no table has."""
    tokens, at = sentence.tokens, use.first
    if at < 3 or tokens[at - 1].low != "the":
        return False
    return tokens[at - 2].low == "against" or (tokens[at - 2].low == "of" and is_force(tokens[at - 3].low))


def _ends_as_people(words: str) -> bool:
    """Tell "Yorkists", "Carlists": people by their ending."""
    return " " not in words and words.endswith(("ists", "ites", "ians", "eers")) and len(words) > 6


def _stands_alone(sentence: Sentence, use: Use) -> bool:
    """Tell "the Dutch", "Roes" from the adjective of some other word."""
    words = sentence.words(use.first, use.last)
    return is_people(words) or words.endswith("s") or use.before in _COUNTED | {"by", "against"}


def _is_fighting_body(words: str) -> bool:
    """Tell an army or a front of fighters from the front of a war: "the Eastern Front"."""
    last = words.rsplit(maxsplit=1)[-1]
    kind = named_kind(acronym_name(last) or words if is_acronym(last) else words)
    if kind in {"state force", "armed group"}:
        return not is_war_front(words)
    low = norm(words)
    if last.lower() in _REALMS:
        return False
    return low in _FIGHTERS or next(states_served(norm(last)), None) is not None


def _is_placed(sentence: Sentence, use: Use) -> bool:
    """Tell a state where something lies: "in Roeland", "city of Orm, Roeland", "king of Roeland"."""
    tokens, at = sentence.tokens, use.title - 1
    while at >= 0 and tokens[at].low in _PARTS_OF_LAND:
        at -= 1
    before = tokens[at].low if at >= 0 else ""
    if before == "of":
        low = tokens[at - 1].low
        armed = low in FORCES or low in {"troops", "soldiers", "armies"} or is_body_noun(low)
        return tokens[at - 1].capital or not armed
    return before in _LOCATIVE or (before == "," and tokens[at - 1].capital)


def _named(sentence: Sentence, first: int, last: int) -> Named:
    return Named(sentence.words(first, last), sentence.source(first, last))


def _camp(sentence: Sentence, first: int, end: int, *, whole: bool = False) -> Camp:
    """Read the camp of a mention; its `whole` words, or where the reader of parties finds none of them."""
    camp = read_camp(sentence, first, _stop(sentence, end))
    own = _named(sentence, first, end)
    rest = tuple(name for name in camp.names if name.span.start != own.span.start)
    own = own if whole or len(rest) == len(camp.names) else camp.names[0]
    return Camp((own, *rest), camp.commanders, firm=True)


def _stop(sentence: Sentence, first: int) -> int:
    """Give where the words on a party end: before the verb."""
    tokens = sentence.tokens
    end = stop_of(sentence, first) if first < len(tokens) else first
    for at in range(first, end):
        low = tokens[at].low
        verb = low in VERBS or low in HOSTILE or low in {"against", "upon", "to"}
        verb = verb or (low == "by" and tokens[at - 1].low not in _KEEPS)
        if verb or (low.endswith("ed") and low not in _KEEPS and not tokens[at].capital):
            return at - (tokens[at - 1].low in {"and", ","} and at > first)
    return end

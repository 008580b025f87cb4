"""What kind of happening a clause tells: its governing verb first, then the nouns around it."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from testimonia.extract.timeline.clauses import Clause, is_break
from testimonia.extract.timeline.sayings import is_saying, says_by_noun
from testimonia.extract.timeline.verbs import Verb, tag_of
from testimonia.extract.timeline.words import Word, best, stem, stems, telling, words_of
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows
from testimonia.model import HappeningKind

__all__ = ["Judged", "judge"]


class Judged(NamedTuple):
    """A kind and the rule that gave it."""

    kind: HappeningKind
    rule: str


# Verbs that say no more than that something went on: their subject tells what.
_GOES_ON = stems(
    "begin start commence continue open occur happen take break erupt resume intensify end finish last rage ensue renew"
    " stop cease subside conclude be is was were come remain go report rumour escalate spread initiate become fight"
)
_ENDS = stems("end conclude finish stop cease")
# Verbs whose object tells what was done.
_DOES = stems(
    "launch mount stage conduct carry make lead begin start commence resume open give hold initiate perform see witness"
    " experience suffer sustain face meet join renew receive continue undertake organise organize participate stop"
    " repel repulse foil thwart rebuff step respond"
)
_HARM = stems("kill wound injure die lose slay hurt perish execute damage destroy")
_REPELS = stems("repel repulse foil thwart rebuff")
_TRIES = stems("attempt try seek")
_SHOWS = stems("publish release broadcast show share post")
_GAINS = stems("gain take seize regain retake assume establish wrest win")
_THRUSTS = stems("push drive force")
_PRONOUNS = frozenset({"it", "they", "this", "which", "that"})
_SMALL = frozenset("a an one two three four five six seven eight nine ten several dozens hundreds some many".split())
_CIVILIANS = frozenset("civilians residents people inhabitants wounded families villagers".split())
_PICTURES = frozenset("footage photo photos photograph photographs picture pictures video videos image images".split())
_OTHER = Judged("other", "timeline.other")


@cache
def _people() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("people"))


def judge(tokens: Sequence[Token], clause: Clause, verbs: Sequence[Verb], title: HappeningKind) -> Judged:
    """Give the kind of what a clause tells; `title` is what "it" stands for in "It began on 3 May"."""
    words = words_of(tokens, clause.first, len(tokens))
    heads = {verb.head for verb in verbs}
    telling_words = telling(tokens, [word for word in words if word.last <= clause.last], heads)
    verb = clause.verb
    if verb is None:
        return Judged(best(word.kind for word in telling_words), "timeline.nouns") if telling_words else _OTHER
    if is_saying(tokens, verb):
        told = _told(tokens, telling_words, verb, clause)
        return Judged(told, "timeline.told") if told else Judged("statement", "timeline.saying")
    if says_by_noun(tokens, verb):
        return Judged("statement", "timeline.saying")
    joined = _joined(tokens, verbs, verb)
    said = [_of_verb(tokens, words, head) for head in (verb, *joined)]
    known = [kind for kind in said if kind]
    if known and best(known) != "other":
        return Judged(best(known), "timeline.verb")
    if known and said[0]:
        return Judged("other", "timeline.verb")
    return _around(tokens, telling_words, clause, verb, title)


def _joined(tokens: Sequence[Token], verbs: Sequence[Verb], verb: Verb) -> list[Verb]:
    """Give the verbs joined to the governing one: "attacked the town and captured it"."""
    found = []
    for other in verbs:
        if verb.head < other.first:
            if any(is_break(tokens, k) for k in range(verb.head + 1, other.first)):
                break
            before = tokens[other.first - 1]
            if before.low.endswith("ly") or tag_of().get(before.low) == "B":
                before = tokens[other.first - 2]
            reported = before is tokens[verb.head] or (before.low == "to" and other.first - verb.head == 2)
            if reported or tag_of().get(before.low) == "&" or before.text == ",":
                found.append(other)
    return found


def _of_verb(tokens: Sequence[Token], words: Sequence[Word], verb: Verb) -> HappeningKind | None:
    """Give the kind that a verb says by itself, None where the words around it must tell."""
    over = next((word for word in words if word.first <= verb.head < word.last), None)
    root = stem(tokens[verb.head].low)
    if root in _GAINS and "control" in [token.low for token in tokens[verb.head + 1 : verb.head + 5]]:
        return "capture"
    if root == "meet" and any(token.low in {"fleets", "armies", "forces", "troops"} for token in tokens[max(0, verb.first - 3) : verb.first]):
        return "clash"
    if root in _THRUSTS and any(token.low == "out" for token in tokens[verb.head + 1 : verb.head + 6]):
        return "capture" if root == "push" else "retreat"
    if over is None or root in _HARM or (root == "leav" and _leaves_harmed(tokens, verb)):
        return None
    if over.kind == "statement" and verb.passive:
        return next((word.kind for word in words if word.first == verb.head + 1), None)
    if over.last - over.first > 1 and over.kind != "other":
        return over.kind
    if root in _REPELS:
        tried = any(word.kind == "attack" for word in words) or any(token.low in {"attempt", "attempts"} for token in tokens)
        return "attack" if tried else over.kind
    if over.kind == "other" and (root in _GOES_ON or root in _DOES or root in _TRIES):
        return None
    return _corrected(tokens, over.kind, root, verb)


def _corrected(tokens: Sequence[Token], kind: HappeningKind, root: str, verb: Verb) -> HappeningKind:
    """Let the words beside a verb change what it says."""
    if kind == "capture" and _counts_people(tokens, verb):
        return "other"
    if root == "evacuat" and _near(tokens, verb, _CIVILIANS):
        return "other"
    if (root in _SHOWS and verb.passive) or (kind in {"capture", "deployment"} and _near(tokens, verb, _PICTURES)):
        return "other"
    if root == "storm" and tokens[verb.head - 1].low in {"finally", "eventually"}:
        return "capture"
    return kind


def _counts_people(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether men, not a place, are taken: "captured 13 militants", "two officers were captured"."""
    window = tokens[max(0, verb.first - 5) : verb.first] if verb.passive else tokens[verb.head + 1 : verb.head + 6]
    counted = any(token.kind == "number" or token.low in _SMALL for token in window[:3])
    return counted and any(token.low in _people() for token in window)


def _near(tokens: Sequence[Token], verb: Verb, wanted: frozenset[str]) -> bool:
    return any(token.low in wanted for token in tokens[max(0, verb.first - 6) : verb.head + 6])


def _leaves_harmed(tokens: Sequence[Token], verb: Verb) -> bool:
    return any(token.low in {"dead", "killed", "wounded", "injured", "without"} for token in tokens[verb.head : verb.head + 10])


def _told(tokens: Sequence[Token], words: Sequence[Word], verb: Verb, clause: Clause) -> HappeningKind | None:
    """Give the kind of what "reported heavy shelling on 3 May" tells: the date belongs to the shelling."""
    if clause.fronted or tokens[verb.head].low not in {"reported", "claimed", "alleged", "recorded", "documented"}:
        return None
    behind = [word for word in words if 0 < word.first - verb.head < 5]
    between = tokens[verb.head + 1 : behind[0].first] if behind else ()
    if not behind or clause.date < behind[0].first or any(token.low in {"that", "to", ","} for token in between):
        return None
    return behind[0].kind


def _around(tokens: Sequence[Token], words: Sequence[Word], clause: Clause, verb: Verb, title: HappeningKind) -> Judged:
    """Judge by the words around a verb that says little itself."""
    root = stem(tokens[verb.head].low)
    ahead = [word for word in words if word.last <= verb.first]
    behind = [word for word in words if word.first > verb.head]
    if root in _HARM or root == "leav":
        return _harmed(tokens, ahead, behind, verb)
    if root in _TRIES:
        return Judged("attack", "timeline.attempt") if behind else _OTHER
    if root in _DOES:
        behind = [word for word in behind if tokens[word.first - 1].low != "to"]
    if root in _DOES and not verb.passive and behind and not _goes_on(tokens, verb):
        by = [word for word in behind if "by" in {tokens[word.first - 1].low, tokens[word.first - 2].low}]
        return Judged((by or behind)[0].kind, "timeline.object")
    if _held(tokens, verb):
        return Judged("capture", "timeline.control")
    if root in _GOES_ON or root in _DOES:
        return _went_on(tokens, ahead, behind, verb, title)
    return _unknown(tokens, behind, verb)


def _held(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether a place was "in control of", "under the control of" somebody."""
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + 7]]
    before = set(behind[: behind.index("control")]) if "control" in behind else set()
    return bool({"in", "under"} & before) and "for" not in before


def _goes_on(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether an event begins or goes on, rather than somebody beginning one: no object follows."""
    if stem(tokens[verb.head].low) not in _GOES_ON:
        return False
    after = tokens[verb.head + 1] if verb.head + 1 < len(tokens) else None
    if after is None or after.text in {",", "."} or after.low in {"taking", "happening", "occurring"}:
        return True
    return tag_of().get(after.low) in {"P", "S", "&", "B"}


def _went_on(
    tokens: Sequence[Token], ahead: Sequence[Word], behind: Sequence[Word], verb: Verb, title: HappeningKind
) -> Judged:
    """Judge "the clashes began", "it lasted", "there was shelling" by subject, title or what follows."""
    ends = stem(tokens[verb.head].low) in _ENDS
    subject = tokens[verb.first - 1].low if verb.first else ""
    if ahead and not ends:
        return Judged(ahead[0].kind, "timeline.subject")
    if subject in _PRONOUNS and not ends:
        return Judged(title, "timeline.pronoun")
    if ends:
        since = [word for word in behind if any(is_break(tokens, k) for k in range(verb.head + 1, word.first))]
        return Judged(best(word.kind for word in since), "timeline.end") if since and not ahead else _OTHER
    return Judged(behind[0].kind, "timeline.behind") if behind else _OTHER


def _harmed(tokens: Sequence[Token], ahead: Sequence[Word], behind: Sequence[Word], verb: Verb) -> Judged:
    """Judge a killing, wounding or destroying by what did it: "killed by shelling", "the ambush killed"."""
    root = stem(tokens[verb.head].low)
    if root == "los":
        return Judged("other", "timeline.harm")
    for words in (behind, ahead) if verb.passive else (ahead, behind):
        real = [word for word in words if stem(tokens[word.last - 1].low) not in _HARM]
        if real:
            return Judged(real[0].kind, "timeline.harm")
    passive = verb.passive or root in {"di", "perish", "leave"}
    return Judged("other" if passive else "attack", "timeline.harm")


def _unknown(tokens: Sequence[Token], behind: Sequence[Word], verb: Verb) -> Judged:
    """Judge a verb the table does not know: "managed to capture", "blanketed the town with shells"."""
    for word in behind:
        reach = 12 if tokens[verb.head].low == "used" else 5
        if tokens[word.first - 1].low == "to" and word.first - verb.head <= reach:
            return Judged(word.kind, "timeline.infinitive")
    for word in behind:
        if word.kind in {"bombardment", "siege", "ceasefire", "clash"}:
            return Judged(word.kind, "timeline.behind")
    return _OTHER

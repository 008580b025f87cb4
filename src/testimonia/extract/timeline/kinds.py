"""What kind of happening a clause tells: its governing verb first, then the nouns around it."""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple, cast

from testimonia.extract.timeline.clauses import Clause
from testimonia.extract.timeline.sayings import is_saying
from testimonia.extract.timeline.verbs import Verb, tag_of
from testimonia.extract.tokens import Token
from testimonia.lexicon import rows
from testimonia.model import HappeningKind

__all__ = ["Judged", "judge", "kind_of_title"]


class Judged(NamedTuple):
    """A kind and the rule that gave it."""

    kind: HappeningKind
    rule: str


class _Word(NamedTuple):
    """A word or phrase of the happenings table in a sentence."""

    first: int
    last: int
    kind: HappeningKind


# What is told where a clause tells several things: to attack and capture a town is to capture it.
_RANK: tuple[HappeningKind, ...] = (
    "capture", "siege", "ceasefire", "bombardment", "attack", "retreat", "clash", "advance", "deployment", "statement", "other",
)  # fmt: skip
# Verbs that say no more than that something went on: their subject tells what.
_GOES_ON = frozenset(
    "began begun started commenced continued opened occurred happened took taken broke erupted resumed intensified ended"
    " finished lasted raged ensued renewed stopped ceased subsided concluded was were been be is came remained went"
    " reported rumoured escalated spread fought".split()
)
# Verbs whose object tells what was done.
_DOES = frozenset(
    "launched mounted staged conducted carried made led began started commenced resumed opened gave held initiated performed"
    " saw witnessed experienced suffered sustained faced met joined renewed received continued undertook organised organized"
    " attempted tried participated ended stopped broke took used repelled repulsed foiled thwarted rebuffed stepped".split()
)
_HARM = frozenset("killed wounded injured died lost slain hurt perished executed dead damaged destroyed shot".split())
_REPELS = frozenset("repelled repulsed foiled thwarted rebuffed".split())
_TRIES = frozenset("attempted tried sought attempt attempts trying attempting".split())
_GUNS = frozenset(
    "artillery missile missiles rocket rockets shell shells mortar mortars howitzers bomb bombs bombers jets".split()
)
_PRONOUNS = frozenset({"it", "they", "this", "which", "that"})
_PLACED = frozenset({"place", "part", "due", "advantage", "office", "note", "care"})


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], HappeningKind]]]:
    table: dict[str, list[tuple[tuple[str, ...], HappeningKind]]] = {}
    for row in rows("happenings"):
        words = tuple(row["form"].lower().split())
        table.setdefault(words[0], []).append((words, cast("HappeningKind", row["kind"])))
    for found in table.values():
        found.sort(key=lambda entry: (-len(entry[0]), entry))
    return table


@cache
def _people() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("people"))


def _words(tokens: Sequence[Token], first: int, last: int) -> list[_Word]:
    """Give the telling words and phrases of a stretch, the longest at each place."""
    found, at, table = [], first, _phrases()
    while at < last:
        entries = table.get(tokens[at].low)
        word = next((one for one in entries if _stands(tokens, at, one[0])), None) if entries else None
        if word is None or (len(word[0]) == 1 and _idle(tokens, at)):
            at += 1
            continue
        found.append(_Word(at, at + len(word[0]), word[1]))
        at += len(word[0])
    return found


def _idle(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is part of "took place", "took part", or of a name ("Storm Brigade")."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.low in _PLACED:
        return True
    return at > 0 and tokens[at].capital and (tokens[at - 1].capital or (after is not None and after.capital))


def _stands(tokens: Sequence[Token], at: int, words: tuple[str, ...]) -> bool:
    end = at + len(words)
    return end <= len(tokens) and all(tokens[at + k].low == word for k, word in enumerate(words))


def _best(words: Sequence[_Word]) -> HappeningKind:
    return min((word.kind for word in words), key=_RANK.index)


def kind_of_title(tokens: Sequence[Token]) -> HappeningKind:
    """Give the kind that an article's title names: "Siege of X" is a siege, "Battle of X" a clash."""
    found = [one for at in range(len(tokens)) for one in _phrases().get(tokens[at].low, ()) if len(one[0]) == 1]
    return found[0][1] if found else "other"


def judge(tokens: Sequence[Token], clause: Clause, verbs: Sequence[Verb], title: HappeningKind) -> Judged:
    """Give the kind of what a clause tells; `title` is what "it" tells of at "It began on 3 May"."""
    words = _words(tokens, clause.first, clause.last)
    telling = [word for word in words if word.kind not in {"other", "statement"}]
    verb = clause.verb
    if verb is None:
        return Judged(_best(telling), "timeline.nouns") if telling else Judged("other", "timeline.other")
    if is_saying(tokens, verb):
        told = _told(tokens, telling, verb, clause)
        return Judged(told, "timeline.told") if told else Judged("statement", "timeline.saying")
    heads = [verb, *_joined(tokens, verbs, clause, verb)]
    said = [kind for kind in (_of_verb(tokens, words, head) for head in heads) if kind]
    if said:
        return Judged(min(said, key=_RANK.index), "timeline.verb")
    return _around(tokens, telling, clause, verb, title)


def _joined(tokens: Sequence[Token], verbs: Sequence[Verb], clause: Clause, verb: Verb) -> list[Verb]:
    """Give the verbs joined to the governing one: "attacked the town and captured it"."""
    found = []
    for other in verbs:
        if verb.head < other.first < clause.last:
            before = tokens[other.first - 1]
            if before.low.endswith("ly") or tag_of().get(before.low) == "B":
                before = tokens[other.first - 2]
            if tag_of().get(before.low) == "&" or before.text == ",":
                found.append(other)
    return found


def _of_verb(tokens: Sequence[Token], words: Sequence[_Word], verb: Verb) -> HappeningKind | None:
    """Give the kind that a verb says by itself, None where the words around it must tell."""
    over = next((word for word in words if word.first <= verb.head < word.last), None)
    low = tokens[verb.head].low
    behind = [word for word in words if word.first > verb.head]
    if over is None or low in _HARM:
        return _guns(tokens, words, verb) if over or low in {"fired", "opened"} else None
    if over.last - over.first > 1 and over.kind != "other":
        return over.kind
    if low in _REPELS and any(word.kind == "attack" for word in words):
        return "attack"
    if low in _GOES_ON or low in _DOES or low in _TRIES:
        return None
    if over.kind == "capture" and _counts_people(tokens, verb):
        return "other"
    if low == "evacuated" and _of_civilians(tokens, verb):
        return "other"
    if low in {"pushed", "drove", "driven", "forced"} and _out_of(tokens, verb):
        return "capture" if low == "pushed" else "retreat"
    if over.kind == "attack" and behind and behind[0].kind == "bombardment" and tokens[behind[0].first - 1].low == "with":
        return "bombardment"
    return over.kind


def _guns(tokens: Sequence[Token], words: Sequence[_Word], verb: Verb) -> HappeningKind | None:
    return None


def _counts_people(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether men, not a place, are taken: "captured 13 militants", "two officers were captured"."""
    window = tokens[max(0, verb.first - 5) : verb.first] if verb.passive else tokens[verb.head + 1 : verb.head + 6]
    return any(token.kind == "number" or token.low in _SMALL for token in window[:3]) and any(
        token.low in _people() for token in window
    )


_SMALL = frozenset("a an one two three four five six seven eight nine ten several dozens hundreds some many".split())


def _of_civilians(tokens: Sequence[Token], verb: Verb) -> bool:
    window = tokens[max(0, verb.first - 6) : verb.head + 6]
    return any(token.low in {"civilians", "residents", "people", "inhabitants", "wounded", "families"} for token in window)


def _out_of(tokens: Sequence[Token], verb: Verb) -> bool:
    return any(token.low == "out" for token in tokens[verb.head + 1 : verb.head + 6])


def _told(tokens: Sequence[Token], telling: Sequence[_Word], verb: Verb, clause: Clause) -> HappeningKind | None:
    """Give the kind of what "reported heavy shelling on 3 May" tells: the date belongs to the shelling."""
    if clause.fronted or tokens[verb.head].low not in {"reported", "claimed", "alleged", "recorded", "documented"}:
        return None
    behind = [word for word in telling if 0 < word.first - verb.head < 5]
    between = tokens[verb.head + 1 : behind[0].first] if behind else ()
    if not behind or clause.date < behind[0].first or any(token.low in {"that", "to", ","} for token in between):
        return None
    return behind[0].kind


def _around(
    tokens: Sequence[Token], telling: Sequence[_Word], clause: Clause, verb: Verb, title: HappeningKind
) -> Judged:
    """Judge by the words around a verb that says little itself."""
    low = tokens[verb.head].low
    ahead = [word for word in telling if word.last <= verb.first]
    behind = [word for word in telling if word.first > verb.head]
    if low in _HARM:
        return _harmed(tokens, ahead, behind, verb)
    if low in _TRIES:
        return Judged("attack", "timeline.attempt") if behind else Judged("other", "timeline.other")
    if low in _DOES and not verb.passive and behind and not _goes_on(tokens, verb, behind):
        return Judged(behind[0].kind, "timeline.object")
    if low in _GOES_ON or low in _DOES:
        subject = tokens[max(clause.first, verb.first - 1)].low
        if subject in _PRONOUNS and low not in {"ended", "concluded", "finished"}:
            return Judged(title, "timeline.pronoun")
        if ahead and low not in {"ended", "concluded", "finished"}:
            return Judged(ahead[0].kind if low in {"was", "were"} else ahead[-1].kind, "timeline.subject")
        if behind and low not in {"remained"}:
            return Judged(_best(behind) if low == "ended" else behind[0].kind, "timeline.object")
        return Judged("other", "timeline.other")
    return _unknown(tokens, ahead, behind, verb)


def _goes_on(tokens: Sequence[Token], verb: Verb, behind: Sequence[_Word]) -> bool:
    """Tell whether an event begins or goes on, rather than somebody beginning one: no object follows."""
    if tokens[verb.head].low not in _GOES_ON:
        return False
    after = tokens[verb.head + 1].low if verb.head + 1 < len(tokens) else ""
    return tag_of().get(after) in {"P", "S", "&", "B"} or after in {",", "."}


def _harmed(tokens: Sequence[Token], ahead: Sequence[_Word], behind: Sequence[_Word], verb: Verb) -> Judged:
    """Judge a killing, wounding or destroying by what did it: "killed by shelling", "the ambush killed"."""
    first, second = (behind, ahead) if verb.passive else (ahead, behind)
    for words in (first, second):
        real = [word for word in words if tokens[word.first].low not in _HARM]
        if real:
            return Judged(real[0].kind, "timeline.harm")
    if verb.passive or tokens[verb.head].low in {"died", "lost", "perished"}:
        return Judged("other", "timeline.harm")
    return Judged("attack", "timeline.harm")


def _unknown(tokens: Sequence[Token], ahead: Sequence[_Word], behind: Sequence[_Word], verb: Verb) -> Judged:
    """Judge a verb the table does not know: "managed to capture", "blanketed the town with shells"."""
    for word in behind:
        if tokens[word.first - 1].low == "to" and word.first - verb.head <= 5:
            return Judged(word.kind, "timeline.infinitive")
    for word in behind:
        if word.kind in {"bombardment", "siege", "ceasefire", "clash"}:
            return Judged(word.kind, "timeline.behind")
    return Judged("other", "timeline.other")

"""What kind of happening a clause tells: its governing verb first, then the nouns around it."""

from collections.abc import Sequence

from testimonia.extract.dates.letters import among
from testimonia.extract.timeline.around import by_guns, judge_around
from testimonia.extract.timeline.clauses import Clause, is_break
from testimonia.extract.timeline.doing import (
    DOES,
    kind_of_verb,
)
from testimonia.extract.timeline.gerunds import dated_gerund
from testimonia.extract.timeline.harm import Judged, by_laid_bomb
from testimonia.extract.timeline.orders import is_order, ordered
from testimonia.extract.timeline.sayings import is_saying, says_by_noun
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.timeline.words import Word, best, stem, stems, telling, words_of
from testimonia.extract.tokens import Token
from testimonia.lexicon import function_tags
from testimonia.model import HappeningKind

__all__ = ["Judged", "judge"]


_OTHER = Judged("other", "timeline.other")
# How many words behind the quoted clause a verb joined to its own may stand.
_BEYOND = 15
# How far behind a verb its object is looked for, if the quote ends before.
_OBJECT = 8
# How far before its verb an operation may be named: "Operation Elm, by the 2nd Corps, was launched".
_SUBJECT = 18
_REPORTS = among("reported claimed alleged recorded documented")
_LAUNCHES = stem("launch")
_BEGINS = stems("launch begin start commence open")
_PREPARES: frozenset[HappeningKind | None] = frozenset({None, "other", "deployment"})
_STARTING = among("starting beginning commencing")
_AGREED = among("declared announced agreed signed brokered concluded arranged reached")
_FOUGHT = "Fought"  # opens a sentence: "Fought from 1 to 3 May, it ended in defeat"
_FOLLOWING = among("after following despite")
_WITHOUT = among("not never")


def judge(tokens: Sequence[Token], clause: Clause, verbs: Sequence[Verb], title: HappeningKind) -> Judged:
    """Give the kind of what a clause tells; `title` is what "it" stands for in "It began on 3 May"."""
    judged = _judge(tokens, clause, verbs, title)
    laid = judged.kind == "bombardment" and by_laid_bomb(tokens, clause, title)
    return Judged("attack", judged.rule) if laid else judged


def _judge(tokens: Sequence[Token], clause: Clause, verbs: Sequence[Verb], title: HappeningKind) -> Judged:
    words = words_of(tokens, clause.first, min(clause.last + _BEYOND, len(tokens)))
    verb, heads = clause.verb, {verb.head for verb in verbs}
    reach = max(clause.last, verb.head + _OBJECT if verb else 0)
    nouns = telling(tokens, [word for word in words if word.last <= reach], heads)
    started = _starting(tokens, clause) or _dated_noun(tokens, clause)
    dated = telling(tokens, words_of(tokens, *started), ()) if started is not None else []
    if verb is None or dated:
        told = dated or nouns
        return Judged(best(word.kind for word in told), "timeline.nouns") if told else _OTHER
    if tokens[clause.first].text == _FOUGHT:
        return Judged("clash", "timeline.verb")
    if _is_operation(tokens, clause, verb, nouns):
        return Judged("attack", "timeline.operation")
    return _said(tokens, nouns, clause, verb) or _done_by_verbs(tokens, words, nouns, clause, verbs, title)


def _said(tokens: Sequence[Token], nouns: Sequence[Word], clause: Clause, verb: Verb) -> Judged | None:
    """Judge a verb that says or orders something, or that denies that something happened."""
    if is_order(tokens, verb):
        behind = [word for word in nouns if word.first > verb.head]
        return Judged(ordered(tokens, behind, verb), "timeline.order")
    after = tokens[verb.head + 1].low if verb.head + 1 < len(tokens) else ""
    agreed = verb.passive and tokens[verb.head].low in _AGREED and after != "by"
    if agreed and any(word.kind == "ceasefire" and 0 <= verb.first - word.last < 3 for word in nouns):
        return Judged("ceasefire", "timeline.subject")
    if is_saying(tokens, verb):
        told = _told(tokens, nouns, verb, clause)
        return Judged(told, "timeline.told") if told else Judged("statement", "timeline.saying")
    if says_by_noun(tokens, verb):
        return Judged("statement", "timeline.saying")
    return _OTHER if _denied(tokens, verb, clause) else None


def _done_by_verbs(
    tokens: Sequence[Token],
    words: Sequence[Word],
    nouns: Sequence[Word],
    clause: Clause,
    verbs: Sequence[Verb],
    title: HappeningKind,
) -> Judged:
    """Judge by the governing verb and those joined to it, else by the words around.

    A date before the verbs is of all of them; one behind the first is of others only where that says little.
    """
    verb = clause.verb
    if verb is None:
        return _OTHER
    behind = dated_gerund(tokens, words, clause, verb)
    if behind is not None:
        return behind
    own = kind_of_verb(tokens, words, verb)
    if stem(tokens[verb.head].low) == _LAUNCHES:
        opened = Judged(own, "timeline.verb") if own else judge_around(tokens, nouns, clause, verb, title)
        if opened.kind != "other":
            return opened  # "launched an offensive and seized two villages": an attack, whatever it brought
    beyond = own in _PREPARES or clause.fronted
    joined = [one for one in _joined(tokens, verbs, verb) if beyond or one.first < clause.last]
    said = [own, *(kind_of_verb(tokens, words, one) for one in joined)]
    if own is None and len(said) > 1 and stem(tokens[verb.head].low) in DOES:
        said[0] = judge_around(tokens, nouns, clause, verb, title).kind
    known = [kind for kind in said if kind]
    if known and (said[0] or best(known) != "other"):
        kind = best(known)
        suffered = [one._replace(passive=True) for one in joined if verb.passive and one.first == one.head]
        shelled = kind == "attack" and any(by_guns(tokens, clause, one) for one in (verb, *suffered))
        return Judged("bombardment" if shelled else kind, "timeline.verb")
    return judge_around(tokens, nouns, clause, verb, title)


def _starting(tokens: Sequence[Token], clause: Clause) -> tuple[int, int] | None:
    """Give the words that "starting on 3 May" tells of: "…, with rocket fire starting on 3 May"."""
    at = clause.date - 1
    while at > 0 and function_tags().get(tokens[at].low) == "P":
        at -= 1
    if at <= 0 or tokens[at].low not in _STARTING:
        return None
    first = at
    while first and tokens[first - 1].low not in {",", "with", ";"}:
        first -= 1
    return first, at


def _dated_noun(tokens: Sequence[Token], clause: Clause) -> tuple[int, int] | None:
    """Give the words that the date stands with: "following the attacks on 3 May, the mayor said"."""
    if not clause.fronted or tokens[clause.first].low not in _FOLLOWING:
        return None
    words = telling(tokens, words_of(tokens, clause.first + 1, clause.date), ())
    apart = any(token.text == "," for token in tokens[clause.first : clause.date])
    return (clause.first + 1, clause.date) if words and not apart else None


def _is_operation(tokens: Sequence[Token], clause: Clause, verb: Verb, nouns: Sequence[Word]) -> bool:
    """Tell whether an operation with a name begins: "launched Operation Elm", "Operation Elm began"."""
    root = stem(tokens[verb.head].low)
    if root not in _BEGINS or (root != _LAUNCHES and nouns):
        return False
    behind = [token.text for token in tokens[verb.head + 1 : verb.head + 3]]
    before = [token.text for token in tokens[max(clause.first, verb.first - _SUBJECT) : verb.first]]
    return "Operation" in behind or "Operation" in before


def _denied(tokens: Sequence[Token], verb: Verb, clause: Clause) -> bool:
    """Tell whether nothing happened: "was not making progress"; "did not attack until May" did happen."""
    group = {token.low for token in tokens[verb.first : verb.head + 1]}
    denied = bool(group & _WITHOUT) or any(low.endswith("n't") for low in group)
    return denied and not any(token.low == "until" for token in tokens[clause.first : clause.last])


def _joined(tokens: Sequence[Token], verbs: Sequence[Verb], verb: Verb) -> list[Verb]:
    """Give the verbs joined to the governing one: "attacked the town and captured it"."""
    found: list[Verb] = []
    for other in verbs if tokens[verb.head].low not in {"was", "were"} else ():
        if verb.head >= other.first:
            continue
        if any(is_break(tokens, k) for k in range(verb.head + 1, other.first)):
            break
        before = tokens[other.first - 1]
        if before.low.endswith("ly") or function_tags().get(before.low) == "B":
            before = tokens[other.first - 2]
        reported = before is tokens[verb.head] or (before.low == "to" and other.first - verb.head == 2)
        if reported or function_tags().get(before.low) == "&" or before.text == ",":
            found.append(other)
    return found


def _told(tokens: Sequence[Token], nouns: Sequence[Word], verb: Verb, clause: Clause) -> HappeningKind | None:
    """Give the kind of what "reported heavy shelling on 3 May" tells: the date belongs to the shelling."""
    if clause.fronted or tokens[verb.head].low not in _REPORTS:
        return None
    behind = [word for word in nouns if 0 < word.first - verb.head < 5]
    between = tokens[verb.head + 1 : behind[0].first] if behind else ()
    if not behind or clause.date < behind[0].first:
        return None
    return None if any(token.low in {"that", "to", ","} for token in between) else behind[0].kind

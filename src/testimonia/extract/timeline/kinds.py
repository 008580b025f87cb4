"""What kind of happening a clause tells: its governing verb first, then the nouns around it."""

from collections.abc import Sequence
from itertools import pairwise

from testimonia.extract.dates.letters import among
from testimonia.extract.timeline.clauses import Clause, is_break
from testimonia.extract.timeline.doing import (
    DOES,
    GOES_ON,
    HARM,
    LEAVES,
    TRIES,
    kind_of_verb,
)
from testimonia.extract.timeline.harm import GUNS, Judged, by_laid_bomb, judge_harm
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
# How far behind "was" the noun stands that says what something was.
_PREDICATE = 5
# How far before its verb an operation may be named: "Operation Elm, by the 2nd Corps, was launched".
_SUBJECT = 14
_ENDS = stems("end conclude finish stop cease")
_BREAKS_PEACE = stems("break violate collapse")
_CAUSES = stems("force allow permit compel")
_MARKS = stem("mark")
_STAYS = stems("remain stay keep")
_PRONOUNS = among("it they this which that")
_REPORTS = among("reported claimed alleged recorded documented")
_LAUNCHES = stem("launch")
_BEGINS = stems("launch begin start commence open")
_PREPARES: frozenset[HappeningKind | None] = frozenset({None, "other", "deployment"})
_HELPED = among("reinforced supported backed covered escorted accompanied")
_STARTING = among("starting beginning commencing")
_FORCES = among("forces troops attackers")
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
    if verb is None or started is not None:
        nouns = nouns if started is None else telling(tokens, words_of(tokens, *started), ())
        return Judged(best(word.kind for word in nouns), "timeline.nouns") if nouns else _OTHER
    if _is_operation(tokens, clause, verb, nouns):
        return Judged("attack", "timeline.operation")
    return _said(tokens, nouns, clause, verb) or _done_by_verbs(tokens, words, nouns, clause, verbs, title)


def _said(tokens: Sequence[Token], nouns: Sequence[Word], clause: Clause, verb: Verb) -> Judged | None:
    """Judge a verb that says or orders something, or that denies that something happened."""
    if is_order(tokens, verb):
        behind = [word for word in nouns if word.first > verb.head]
        return Judged(ordered(tokens, behind, verb), "timeline.order")
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
    own = kind_of_verb(tokens, words, verb)
    if stem(tokens[verb.head].low) == _LAUNCHES:
        opened = Judged(own, "timeline.verb") if own else _around(tokens, nouns, clause, verb, title)
        if opened.kind != "other":
            return opened  # "launched an offensive and seized two villages": an attack, whatever it brought
    beyond = own in _PREPARES or clause.fronted
    joined = [one for one in _joined(tokens, verbs, verb) if beyond or one.first < clause.last]
    said = [own, *(kind_of_verb(tokens, words, one) for one in joined)]
    if own is None and len(said) > 1 and stem(tokens[verb.head].low) in DOES:
        said[0] = _around(tokens, nouns, clause, verb, title).kind
    known = [kind for kind in said if kind]
    if known and (said[0] or best(known) != "other"):
        kind = best(known)
        shelled = kind == "attack" and _by_guns(tokens, clause, verb)
        return Judged("bombardment" if shelled else kind, "timeline.verb")
    return _around(tokens, nouns, clause, verb, title)


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


def _by_guns(tokens: Sequence[Token], clause: Clause, verb: Verb) -> bool:
    """Tell whether guns are what attacks: "the mountain guns destroyed", "artillery opened fire"."""
    if verb.passive:
        return False
    subject = [token.low for token in tokens[clause.first : verb.first]]
    led = next((k for k, low in enumerate(subject) if k and low in _HELPED), len(subject))
    subject = subject[:led]
    flying = any(one == "air" and two in {"force", "forces"} for one, two in pairwise(subject))
    return flying or not GUNS.isdisjoint(subject)


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


def _around(
    tokens: Sequence[Token], nouns: Sequence[Word], clause: Clause, verb: Verb, title: HappeningKind
) -> Judged:
    """Judge by the words around a verb that says little itself."""
    root, by_guns = stem(tokens[verb.head].low), _by_guns(tokens, clause, verb)
    ahead = _of_subject(tokens, [word for word in nouns if word.last <= verb.first], verb)
    behind = [word for word in nouns if word.first > verb.head]
    if root in HARM or root == LEAVES:
        return judge_harm(tokens, ahead, behind, verb, title, by_guns=by_guns)
    if root in TRIES:
        return Judged("attack", "timeline.attempt") if behind else _OTHER
    held = _held(tokens, verb)
    if held is not None:
        return Judged(held, "timeline.control")
    if root in _BREAKS_PEACE and ahead and ahead[0].kind == "ceasefire":
        return Judged("clash", "timeline.subject")
    objects = [word for word in behind if tokens[word.first - 1].low != "to" and _within(tokens, verb, word)]
    if root in DOES and objects and not verb.passive and not _goes_on(tokens, verb):
        return _done(tokens, objects, by_guns=by_guns)
    light = root in GOES_ON or root in DOES
    return _went_on(tokens, ahead, behind, verb, title) if light else _unknown(tokens, behind, verb)


def _within(tokens: Sequence[Token], verb: Verb, word: Word) -> bool:
    """Tell whether a word behind a verb stands in its own clause."""
    return not any(is_break(tokens, k) for k in range(verb.head + 1, word.first))


def _of_subject(tokens: Sequence[Token], ahead: list[Word], verb: Verb) -> list[Word]:
    """Put the words of the subject first: "after days of bombardment, the assault started"."""
    comma = next((k for k in range(verb.first - 1, -1, -1) if tokens[k].text == ","), -1)
    return [word for word in ahead if word.first > comma] + [word for word in ahead if word.first < comma]


def _done(tokens: Sequence[Token], objects: Sequence[Word], *, by_guns: bool) -> Judged:
    """Judge by what was done, or by how: "started the offensive by heavily shelling the town"."""
    means = [one for one in objects if "by" in {tokens[one.first - 1].low, tokens[one.first - 2].low}]
    kind = (means or objects)[0].kind
    return Judged("bombardment" if by_guns and kind == "attack" else kind, "timeline.object")


def _held(tokens: Sequence[Token], verb: Verb) -> HappeningKind | None:
    """Judge a place "under the control of" somebody, and an army that "held the attackers" somewhere."""
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + 7]]
    before = set(behind[: behind.index("control")]) if "control" in behind else set()
    if stem(tokens[verb.head].low) in _STAYS:
        return "other" if before else None
    if {"in", "under"} & before and "for" not in before:
        return "capture"
    return "clash" if tokens[verb.head].low == "held" and _FORCES & set(behind[:4]) else None


def _goes_on(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether an event begins or goes on, rather than somebody beginning one: no object follows."""
    if stem(tokens[verb.head].low) not in GOES_ON:
        return False
    after = tokens[verb.head + 1] if verb.head + 1 < len(tokens) else None
    if after is None or after.text in {",", "."} or after.low in {"taking", "happening", "occurring"}:
        return True
    return function_tags().get(after.low) in {"P", "S", "&", "B"}


def _went_on(
    tokens: Sequence[Token], ahead: Sequence[Word], behind: Sequence[Word], verb: Verb, title: HappeningKind
) -> Judged:
    """Judge "the clashes began", "it lasted", "there was shelling" by subject, title or what follows."""
    subject = tokens[verb.first - 1].low if verb.first else ""
    if _is_defined(tokens, behind, verb):
        return Judged(behind[0].kind, "timeline.predicate")
    if stem(tokens[verb.head].low) in _ENDS:
        since = [one for one in behind if _is_since(tokens, verb.head + 1, one.first)]
        taken = [one for one in behind if one.kind == "capture" and "with" in _before(tokens, one)]
        ended = taken or (since if not ahead else [])
        return Judged(best(word.kind for word in ended), "timeline.end") if ended else _OTHER
    if subject in {"which", "that"}:
        ahead = telling(tokens, words_of(tokens, max(0, verb.first - 8), verb.first), ())
    if ahead:
        return Judged(ahead[0].kind, "timeline.subject")
    if subject in _PRONOUNS:
        return Judged(title, "timeline.pronoun")
    return Judged(behind[0].kind, "timeline.behind") if behind else _OTHER


def _is_defined(tokens: Sequence[Token], behind: Sequence[Word], verb: Verb) -> bool:
    """Tell whether a noun says what something was: "the Battle of Orm was a raid"."""
    article = tokens[verb.head + 1].low if verb.head + 1 < len(tokens) else ""
    near = bool(behind) and behind[0].first - verb.head <= _PREDICATE
    return tokens[verb.head].low in {"was", "were"} and article in {"a", "an"} and near


def _before(tokens: Sequence[Token], word: Word) -> set[str]:
    """Give the three words before a word: "with the German (capture)"."""
    return {token.low for token in tokens[max(0, word.first - 3) : word.first]}


def _is_since(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Tell whether a clause or "after" lies between: "ended after the rebels captured the town"."""
    return any(is_break(tokens, k) or tokens[k].low == "after" for k in range(first, last))


def _unknown(tokens: Sequence[Token], behind: Sequence[Word], verb: Verb) -> Judged:
    """Judge a verb the table does not know: "managed to capture", "blanketed the town with shells"."""
    root, after = stem(tokens[verb.head].low), tokens[verb.head + 1 : verb.head + 2]
    if root == _MARKS and behind and [token.low for token in after] == ["by"]:
        return Judged(behind[0].kind, "timeline.behind")
    reach = 12 if root in _CAUSES or tokens[verb.head].low == "used" else 5
    for word in behind:
        if tokens[word.first - 1].low in {"to", "in"} and word.first - verb.head <= reach:
            return Judged(word.kind, "timeline.infinitive")
    for word in behind:
        if word.kind in {"bombardment", "siege", "ceasefire", "clash"}:
            return Judged(word.kind, "timeline.behind")
    return _OTHER

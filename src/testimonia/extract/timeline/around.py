"""What the words around a verb tell where the verb itself says little: subject, object, means, end.

example          the shelling went on → bombardment · a second attempt was made → attack
                 forced the army to withdraw → retreat · the fort was under their control → capture
counter-example  received orders to withdraw → other · the siege ended → other
"""

from collections.abc import Sequence
from itertools import pairwise

from testimonia.extract.dates.letters import among
from testimonia.extract.timeline.clauses import Clause, is_break
from testimonia.extract.timeline.doing import DOES, GOES_ON, HARM, LEAVES, REPELS, TRIES
from testimonia.extract.timeline.harm import GUNS, Judged, judge_harm
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.timeline.words import Word, best, stem, stems, telling, words_of
from testimonia.extract.tokens import Token
from testimonia.lexicon import function_tags
from testimonia.model import HappeningKind

__all__ = ["by_guns", "judge_around"]

_OTHER = Judged("other", "timeline.other")
# How far behind a verb its means may stand: "defied his orders by attacking the town".
_FAR = 8
# How far behind "was" the noun stands that says what something was.
_PREDICATE = 5
# How far behind a verb in the passive its guns stand: "attacked by several land-based aircraft".
_MEANS = 6
_OPENS = stems("launch begin start open commence initiate")
_STRIKES = stems("attack hit raid sink strike target")
_SHOTS = among("bombs missile missiles rocket rockets shells phosphorus")
_ENDS = stems("end conclude finish stop cease")
_BREAKS_PEACE = stems("break violate collapse")
_CAUSES = stems("force allow permit compel")
_MARKS = stem("mark")
_STAYS = stems("remain stay keep")
_PRONOUNS = among("it this which that")
_DEFINES = among("a an one part")
_BE = among("was were is are")
_HELPED = among("reinforced supported backed covered escorted accompanied")
_FORCES = among("forces troops attackers")
_LASTS = among("around against at for near until")  # "held on until dark"
_LEADS = among("to in")
_FAILS = stem("fail")
_MAKES = stem("make")
_ATTEMPTS = among("attempt attempts effort efforts")
_PERMITS = among("order orders permission authority")


def by_guns(tokens: Sequence[Token], clause: Clause, verb: Verb) -> bool:
    """Tell whether guns are what attacks: "the mountain guns destroyed", "artillery opened fire"."""
    if verb.passive:
        behind = [token.low for token in tokens[verb.head + 1 : verb.head + _MEANS]]
        struck = stem(tokens[verb.head].low) in _STRIKES
        return struck and behind[:1] in (["by"], ["with"]) and not (GUNS | _SHOTS).isdisjoint(behind)
    subject = [token.low for token in tokens[clause.first : verb.first]]
    led = next((k for k, low in enumerate(subject) if k and low in _HELPED), len(subject))
    subject = subject[:led]
    flying = any(one == "air" and two in {"force", "forces"} for one, two in pairwise(subject))
    return flying or not GUNS.isdisjoint(subject)


def judge_around(
    tokens: Sequence[Token], nouns: Sequence[Word], clause: Clause, verb: Verb, title: HappeningKind
) -> Judged:
    """Judge by the words around a verb that says little itself."""
    root, shelled = stem(tokens[verb.head].low), by_guns(tokens, clause, verb)
    ahead = _of_subject(tokens, [word for word in nouns if word.last <= verb.first], verb)
    behind = [word for word in nouns if word.first > verb.head]
    if root in HARM or root == LEAVES:
        return judge_harm(tokens, ahead, behind, verb, title, by_guns=shelled)
    tried = _tried(tokens, ahead, behind, clause, verb)
    if tried is not None:
        return tried
    held = _held(tokens, verb)
    if held is not None:
        return Judged(held, "timeline.control")
    if root in _BREAKS_PEACE and ahead and ahead[0].kind == "ceasefire":
        return Judged("clash", "timeline.subject")
    behind = [word for word in behind if not _is_planned(tokens, verb, word)]
    objects = [word for word in behind if tokens[word.first - 1].low != "to" and _within(tokens, verb, word)]
    if root in DOES and objects and not verb.passive and not _goes_on(tokens, verb):
        return _done(tokens, objects, verb, by_guns=shelled)
    light = root in GOES_ON or root in DOES
    return _went_on(tokens, ahead, behind, verb, title) if light else _unknown(tokens, behind, verb)


def _tried(
    tokens: Sequence[Token], ahead: Sequence[Word], behind: Sequence[Word], clause: Clause, verb: Verb
) -> Judged | None:
    """Judge what was tried: "tried to storm it", "a second attempt was made", "the assault failed"."""
    root = stem(tokens[verb.head].low)
    if root in TRIES:
        return Judged("attack", "timeline.attempt") if behind else _OTHER
    attempt = any(token.low in _ATTEMPTS for token in tokens[clause.first : verb.first])
    made = root == _MAKES and any(token.low in _ATTEMPTS for token in tokens[verb.head + 1 : verb.head + 5])
    if made and behind:
        return Judged("attack", "timeline.attempt")
    failed = root == _FAILS and bool(ahead) and tokens[verb.head + 1].low != "to"
    if failed or (attempt and root in {_FAILS, _MAKES}):
        return Judged(ahead[0].kind if ahead else "attack", "timeline.attempt")
    return None


def _is_planned(tokens: Sequence[Token], verb: Verb, word: Word) -> bool:
    """Tell what is only thought of: "made plans for an attack", "set the deadline for the capture"."""
    between = (token.low for token in tokens[max(verb.head + 1, word.first - _THOUGHT) : word.first])
    return not _PLANS.isdisjoint(between)


_THOUGHT = 7
_PLANS = among("arrangements deadline doubts plan plans preparation preparations proposal provision need")


def _within(tokens: Sequence[Token], verb: Verb, word: Word) -> bool:
    """Tell whether a word behind a verb stands in its own clause."""
    return not any(is_break(tokens, k) for k in range(verb.head + 1, word.first))


def _of_subject(tokens: Sequence[Token], ahead: list[Word], verb: Verb) -> list[Word]:
    """Put the words of the subject first: "after days of bombardment, the assault started"."""
    comma = next((k for k in range(verb.first - 1, -1, -1) if tokens[k].text == ","), -1)
    return [word for word in ahead if word.first > comma] + [word for word in ahead if word.first < comma]


def _done(tokens: Sequence[Token], objects: Sequence[Word], verb: Verb, *, by_guns: bool) -> Judged:
    """Judge by what was done, or by how: "started the offensive by heavily shelling the town"."""
    means = [one for one in objects if "by" in {tokens[one.first - 1].low, tokens[one.first - 2].low}]
    word = (means or objects)[0]
    opens = not means and stem(tokens[verb.head].low) in _OPENS
    opened = opens and tokens[word.first].text == "Battle"  # who launches a battle attacks
    kind = "attack" if opened else word.kind
    return Judged("bombardment" if by_guns and kind == "attack" else kind, "timeline.object")


def _held(tokens: Sequence[Token], verb: Verb) -> HappeningKind | None:
    """Judge a place "under the control of" somebody, and an army that "held the attackers" somewhere."""
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + 7]]
    before = set(behind[: behind.index("control")]) if "control" in behind else set()
    if stem(tokens[verb.head].low) in _STAYS:
        return "other" if before else None
    if {"in", "under"} & before and "for" not in before:
        return "capture"
    if tokens[verb.head].low != "held" or verb.passive:
        return None
    against = _FORCES & set(behind[:4]) or (behind[:1] == ["on"] and _LASTS & set(behind[1:3]))
    return "clash" if against else None


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
        return Judged(title, "timeline.pronoun") if _means_event(tokens, verb) else _OTHER
    if not behind:
        return _OTHER
    between = {token.low for token in tokens[verb.head + 1 : behind[0].first]}
    idle = not _PERMITS.isdisjoint(between) or _denied(tokens, verb, behind[0])
    return _OTHER if idle else Judged(_met(tokens, behind[0], behind), "timeline.behind")


def _met(tokens: Sequence[Token], word: Word, behind: Sequence[Word]) -> HappeningKind:
    """Give the kind of a word; to repel an attack is to be attacked."""
    met = stem(tokens[word.first].low) in REPELS and any(one.kind == "attack" for one in behind)
    return "attack" if met else word.kind


def _means_event(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether "it" can be the event: "it began", "it was a defeat"; not "it was noon", "it was made"."""
    if tokens[verb.head].low in _BE:
        after = tokens[verb.head + 1].low if verb.head + 1 < len(tokens) else ""
        return after in _DEFINES
    return not (verb.passive and stem(tokens[verb.head].low) == _MAKES)


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
        led = tokens[word.first - 1].low in _LEADS and word.first - verb.head <= reach
        means = tokens[word.first - 1].low == "by" and tokens[word.first].low.endswith("ing")
        if led or (means and word.first - verb.head <= _FAR):
            return Judged(_met(tokens, word, behind), "timeline.infinitive")
    for word in behind:
        if word.kind in _TOLD_ANYWHERE and not _is_aside(tokens, verb, word):
            return Judged(word.kind, "timeline.behind")
    return _OTHER


def _is_aside(tokens: Sequence[Token], verb: Verb, word: Word) -> bool:
    """Tell a fight that only places what is told: "brought in on the first day of the battle"."""
    between = [token.low for token in tokens[verb.head + 1 : word.first]]
    if _denied(tokens, verb, word):
        return True
    if word.kind != "clash":
        return False
    placed = any(low == "day" or low in _DURING for low in between[-5:])
    return placed or not _within(tokens, verb, word)


def _denied(tokens: Sequence[Token], verb: Verb, word: Word) -> bool:
    """Tell what did not happen: "there was no fighting"; "there were no raids until May" did happen."""
    before = tokens[max(verb.head + 1, word.first - 4) : word.first]
    later = tokens[word.last : word.last + 1]
    return any(token.low in _DENIES for token in before) and [token.low for token in later] != ["until"]


_TOLD_ANYWHERE = frozenset({"bombardment", "siege", "ceasefire", "clash"})
_DENIES = among("no without")
_DURING = among("during until before")

"""What did harm, and whose deed it was: shells that fall, bombs that are laid, men who kill.

example          killed by shelling → bombardment · a car bomb killed two → attack
counter-example  ten villagers died → other · two soldiers were killed → clash (who fell was fighting)
"""

from collections.abc import Sequence
from typing import NamedTuple

from testimonia.extract.actors.naming import country_of
from testimonia.extract.actors.titles import is_rank, office_heads
from testimonia.extract.dates.letters import among
from testimonia.extract.timeline.clauses import Clause
from testimonia.extract.timeline.doing import HARM, LEAVES, LOSES
from testimonia.extract.timeline.taking import loses_place, names_combatants, names_people
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.timeline.words import Word, stem, stems
from testimonia.extract.tokens import Token
from testimonia.model import HappeningKind

__all__ = ["GUNS", "Judged", "by_laid_bomb", "judge_harm"]


class Judged(NamedTuple):
    """A kind and the rule that gave it."""

    kind: HappeningKind
    rule: str


GUNS = among(
    "artillery missile missiles rocket rockets mortar mortars howitzers bombers jets guns aircraft warplanes"
    " airplanes drones helicopters"
)
_LAID = among("suicide car truck lorry roadside van tunnel parcel nail motorcycle planted detonated ied ieds")
_BOMBS = among("bomb bombed bombing")
_FALLING = GUNS | among(
    "air aerial airstrike airstrikes raid raids shell shells shelled shelling mortared cannon cannons barrel"
    " dropped plane planes jet helicopter drone gunfire naval bombarded bombardment"
)
_DIES = stems("die died perish leave")
_KILLS = stem("kill")
_LINGERS = among("hospital injuries wounds complications")
"""What one dies of or in after the deed: "died of his wounds that night"."""


def judge_harm(
    tokens: Sequence[Token],
    ahead: Sequence[Word],
    behind: Sequence[Word],
    verb: Verb,
    title: HappeningKind,
    *,
    by_guns: bool,
) -> Judged:
    """Judge a killing, wounding or destroying; `title` is the kind of the article's event."""
    harmed = _harmed(tokens, ahead, behind, verb, by_guns=by_guns)
    return Judged("attack", harmed.rule) if _is_deed(tokens, harmed, verb, title) else harmed


def _harmed(
    tokens: Sequence[Token], ahead: Sequence[Word], behind: Sequence[Word], verb: Verb, *, by_guns: bool
) -> Judged:
    """Judge a killing, wounding or destroying by what did it: "killed by shelling", "the ambush killed"."""
    root = stem(tokens[verb.head].low)
    itself = verb.head + 1 < len(tokens) and tokens[verb.head + 1].low.endswith("self")
    later = root in _DIES and any(token.low in _LINGERS for token in tokens[verb.head + 1 : verb.head + 8])
    if later:
        return Judged("other", "timeline.harm")
    if root == LOSES or itself:
        return Judged("capture" if root == LOSES and loses_place(tokens, verb) else "other", "timeline.harm")
    for words in (behind, ahead) if verb.passive else (ahead, behind):
        real = [word for word in words if stem(tokens[word.last - 1].low) not in HARM]
        if real:
            return Judged(real[0].kind, "timeline.harm")
    if by_guns:
        return Judged("bombardment", "timeline.harm")
    if not (verb.passive or root in _DIES):
        return Judged("attack", "timeline.harm")
    fell = root != LEAVES and names_combatants(tokens, verb)
    return Judged("clash" if fell else "other", "timeline.harm")


def _is_deed(tokens: Sequence[Token], harmed: Judged, verb: Verb, title: HappeningKind) -> bool:
    """Tell whether a harm was somebody's deed: the text says by whom, or the article is of an attack."""
    if harmed.kind != "other" or not verb.passive or _is_one_leader(tokens, verb):
        return False
    if stem(tokens[verb.head].low) == _KILLS and title == "attack":
        return True
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + 6]]
    return behind[:1] == ["by"] and names_people(behind[1:])


def _is_one_leader(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell that one person of rank fell, which is no attack of its own: "Major General Roe was killed"."""
    if tokens[verb.first].low != "was":
        return False
    before = tokens[max(0, verb.first - _TITLED) : verb.first]
    return any((token.capital and is_rank(token.text)) or token.low in office_heads() for token in before)


_TITLED = 14
"""Words before the verb where a rank may stand: "Colonel Tom Roe (commander of the 5th Brigade) was"."""


def by_laid_bomb(tokens: Sequence[Token], clause: Clause, title: HappeningKind) -> bool:
    """Tell bombs that somebody brings or lays from bombs and shells that fall: "a car bomb", "bombings"."""
    words = {token.low for token in tokens[clause.first : clause.last]}
    if not _FALLING.isdisjoint(words):
        return False
    if clause.verb and tokens[clause.verb.head].low in _BOMBS:
        states = any(country_of(token.text) for token in tokens[clause.first : clause.verb.first])
        return title == "attack" and not states
    return not _LAID.isdisjoint(words) or (title == "attack" and any("bomb" in low for low in words))

"""What a verb says by itself to have been done: "captured the town", "pulled them back"."""

from collections.abc import Sequence

from testimonia.extract.dates.letters import among
from testimonia.extract.timeline.taking import (
    force_nouns,
    names_combatants,
    people_nouns,
    takes_line,
    takes_no_place,
    takes_unit,
    unit_nouns,
)
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.timeline.words import Word, kind_of_phrase, stem, stems
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms
from testimonia.model import HappeningKind

__all__ = [
    "DOES",
    "GOES_ON",
    "HARM",
    "LEAVES",
    "LOSES",
    "REPELS",
    "TRIES",
    "kind_of_verb",
]

# Verbs that say no more than that something went on: their subject tells what.
GOES_ON = stems(
    "begin start commence continue open occur happen take break erupt resume intensify end finish last rage"
    " ensue renew stop cease subside conclude be is was were been come remain go report rumour escalate"
    " hear spread initiate become fight increase worsen persist flare restart record ongoing expand extend"
)
# Verbs whose object tells what was done.
DOES = stems(
    "launch mount stage conduct carry make lead begin start commence resume open give hold initiate perform"
    " see witness experience suffer sustain face meet join renew receive continue undertake organise organize"
    " participate order stop repel repulse foil thwart rebuff step respond inflict deal follow result"
)
HARM = stems("kill wound injure die died lose slay hurt perish execute damage destroy")
TRIES = stems("attempt try seek")
LEAVES = stem("leave")
LOSES = stem("lose")
_BEGINS = stems("begin start continue commence keep")
REPELS = stems("repel repulse foil thwart rebuff")
_WEATHERS = stems("fall strike hit descend reach")
_LEADS = stem("lead")
_FORCES = stem("force")
_OVERRUNS = stem("overrun")
_EXPELS = stem("expel")
_FORCE_NOUNS = among("army armies band cavalry column corps expedition fleet force forces men troops")
_AGAINST = among("against assault attack charge")
_TOWARDS = among("across into through toward towards")
_SHOWS = stems("publish release broadcast show share post")
_REACHES = stem("reach")
_DEALS = among("agreement deal accord compromise settlement consensus stalemate peak")
_FALLS = stem("fall")
_HANDS = among("hands control possession")
_WEATHER = among("snow rain storm snowstorm temperature temperatures frost fog typhoon hurricane earthquake")
_SHOOTS = stems("fire drop launch hurl")
_ORDNANCE = among(
    "shells shell rockets missiles missile rocket rounds salvo salvoes bombs bomb grenades munitions"
)
_THRUSTS = stems("push drive force")
_DRIVES = stems("drive")
_AWAY = among("from across into over")  # "drove the corps from the valley", "back across the river"
_TRAVELS = stems("arrive return")
_GAINS = stems("gain take seize regain retake assume establish wrest win restore have")
_ARMIES = among("fleets armies forces troops")
_PARTICLES = among("back off away down")
_TRIED = among("attempt attempts")
_JOINS = stem("join")
_SUPPLIES = among("electricity power water supply gas")
_SAILS = stems("depart leave sail")
_FLEETS = among(
    "convoy convoys fleet fleets flotilla flotillas squadron ship ships destroyer destroyers cruiser cruisers"
    " submarine submarines transports boats"
)
_MOVED = stems("evacuate transfer relocate transport shift")
_CIVILIANS = among(
    "civilians residents people inhabitants population wounded families villagers refugees prisoners captives"
    " detainees hostages flag command bodies body remains dead injured power ownership responsibility"
)
_PICTURES = among("footage photo photos photograph photographs picture pictures video videos image images")
_PEACEABLE = among(
    "aid humanitarian protest protests protesters demonstrators journalists observers mediators pilgrims"
    " mourners"
)
"""Whose coming and going is no move of an army."""
_HARMED = among("dead killed wounded injured without")


def kind_of_verb(tokens: Sequence[Token], words: Sequence[Word], verb: Verb) -> HappeningKind | None:
    """Give the kind that a verb says by itself, None where the words around it must tell."""
    root = stem(tokens[verb.head].low)
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + 6]]
    by_particle = _by_particle(tokens, root, verb, behind)
    over = next((word for word in words if word.first <= verb.head < word.last), None)
    told = _begun(tokens, words, verb) if root in _BEGINS else _by_object(tokens, words, verb, over)
    told = told or by_particle or (_leading(tokens, verb, behind) if root == _LEADS else None)
    if told or over is None or root in HARM or (root == LEAVES and _HARMED & set(behind)):
        return told
    if over.kind == "statement" and verb.passive:
        return _reported(tokens, words, verb)
    if over.last - over.first > 1 and over.kind != "other":
        return over.kind
    if over.kind == "other" and root in GOES_ON | DOES | TRIES:
        return None
    if root in REPELS and _was_tried(tokens, words):
        return "attack"
    return _corrected(tokens, over.kind, root, verb)


def _reported(tokens: Sequence[Token], words: Sequence[Word], verb: Verb) -> HappeningKind | None:
    """Give what "was reported captured" says; of "was reported killed" who it was."""
    told = next((word for word in words if word.first == verb.head + 1), None)
    if told is not None and stem(tokens[told.first].low) in HARM:
        return "clash" if names_combatants(tokens, verb) else "other"
    return told.kind if told is not None else None


def _begun(tokens: Sequence[Token], words: Sequence[Word], verb: Verb) -> HappeningKind | None:
    """Give what "began encircling the town" and "began to encircle it" say."""
    at = verb.head + 1
    infinitive = at < len(tokens) and tokens[at].low == "to"
    at += infinitive
    gerund = at < len(tokens) and tokens[at].low.endswith("ing")
    if gerund and any(token.low in _PEACEABLE for token in tokens[at : at + 5]):
        return "other"
    begun = next((word.kind for word in words if word.first == at and word.kind != "other"), None)
    return begun if gerund or infinitive else None


def _by_particle(
    tokens: Sequence[Token], root: str, verb: Verb, behind: Sequence[str]
) -> HappeningKind | None:
    """Judge "took full control", "pushed them out", "pulled them back", "the fleets met"."""
    if root in _SAILS and _names_fleet(tokens, verb):
        return "deployment"
    gained = root in _GAINS and "control" in behind[:4]
    if gained or (root == LOSES and behind[:1] == ["to"]):
        return "capture"
    if root in _THRUSTS and "out" in behind:
        return "capture" if root == "push" or (root == _FORCES and not verb.passive) else "retreat"
    if root == "meet" and _ARMIES & {token.low for token in tokens[max(0, verb.first - 3) : verb.first]}:
        return "clash"
    if (
        root in _DRIVES
        and not verb.passive
        and _AWAY & {t.low for t in tokens[verb.head + 2 : verb.head + 12]}
    ):
        return "advance"
    particle = next((low for low in behind[1:4] if low in _PARTICLES), None)
    return kind_of_phrase(root, particle) if particle else None


def _leading(tokens: Sequence[Token], verb: Verb, behind: Sequence[str]) -> HappeningKind | None:
    """Judge where an army is led: "led his army towards Orm", "led a force against the walls"."""
    if _FORCE_NOUNS.isdisjoint(behind):
        return None
    far = {token.low for token in tokens[verb.head + 2 : verb.head + 16]}
    return "attack" if _AGAINST & far else "advance" if _TOWARDS & far else None


def _by_object(
    tokens: Sequence[Token], words: Sequence[Word], verb: Verb, over: Word | None
) -> HappeningKind | None:
    """Judge "joined the fighting", "sent howitzers to shell the town", "the tanks came under fire"."""
    if stem(tokens[verb.head].low) in _SHOOTS and any(
        t.low in _ORDNANCE for t in tokens[verb.head + 1 :][:6]
    ):
        return "bombardment"
    if over is None:
        return None
    near = [word for word in words if verb.head < word.first <= verb.head + 7]
    if stem(tokens[verb.head].low) == _JOINS and near and near[0].kind in {"clash", "attack", "siege"}:
        return near[0].kind
    shells = [word for word in near if word.kind == "bombardment" and tokens[word.first - 1].low == "to"]
    if over.kind == "deployment" and shells:
        return "bombardment"
    return _by_phrase(tokens, verb, over)


def _by_phrase(tokens: Sequence[Token], verb: Verb, over: Word) -> HappeningKind | None:
    """Judge phrases that tell different things of places and forces: "came under fire", "was shot down"."""
    phrase = " ".join(token.low for token in tokens[over.first : over.last])
    if phrase == "shot down" and verb.passive:
        return "clash"
    if phrase == "cut off" and not _SUPPLIES.isdisjoint(token.low for token in tokens[over.last :][:4]):
        return "other"
    if phrase == "came under fire":
        return "clash" if _names_force(tokens, verb) else "bombardment"
    return None


def _names_force(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether the words right before a verb name a force or its machines, not a place."""
    before = {token.low for token in tokens[max(0, verb.first - 3) : verb.first]}
    return not before.isdisjoint(force_nouns() | unit_nouns() | forms("materiel")) or "they" in before


def _names_fleet(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell ships that put to sea from troops that leave a town: "a convoy departed Orm"."""
    return any(token.low in _FLEETS for token in tokens[max(0, verb.first - 9) : verb.first])


def _was_tried(tokens: Sequence[Token], words: Sequence[Word]) -> bool:
    return any(word.kind == "attack" for word in words) or any(token.low in _TRIED for token in tokens)


def _corrected(tokens: Sequence[Token], kind: HappeningKind, root: str, verb: Verb) -> HappeningKind:
    """Let the words beside a verb change what it says."""
    near = {token.low for token in tokens[max(0, verb.first - 6) : verb.head + 6]}
    if kind in {"capture", "retreat"} and (taken := _taken(tokens, kind, root, verb)) != kind:
        return taken
    if root == _FALLS and near & _ORDNANCE:
        return "bombardment"
    if (
        (root in _WEATHERS and near & _WEATHER)
        or (root in _MOVED and near & _CIVILIANS)
        or (root in _TRAVELS and _is_person(tokens, verb))
        or (root in _SHOWS and verb.passive)
        or (root == _FALLS and _falls_into(tokens, verb))
        or (root == _REACHES and _DEALS & {t.low for t in tokens[max(0, verb.first - 10) : verb.first]})
        or (kind in {"capture", "deployment", "retreat"} and near & _PICTURES)
        or (kind in {"advance", "deployment", "retreat"} and near & _PEACEABLE)
        or (kind == "retreat" and _CIVILIANS & {t.low for t in tokens[max(0, verb.first - 5) : verb.first]})
    ):
        return "other"
    if root == "storm" and tokens[verb.head - 1].low in {"finally", "eventually"}:
        return "capture"
    return kind


def _taken(tokens: Sequence[Token], kind: HappeningKind, root: str, verb: Verb) -> HappeningKind:
    """Judge what is taken, if it is no place, and who is driven from one: "expelled them from Orm"."""
    if kind == "retreat":
        behind = {token.low for token in tokens[verb.head + 1 : verb.head + 6]}
        return "capture" if root == _EXPELS and "from" in behind and not verb.passive else kind
    if takes_no_place(tokens, root, verb):
        return "other"
    if root == _OVERRUNS and takes_unit(tokens, verb):
        return "attack"
    return "advance" if takes_line(tokens, verb) else kind


def _falls_into(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell "fell into a rage" from "fell into their hands"."""
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + 6]]
    return behind[:1] == ["into"] and _HANDS.isdisjoint(behind)


def _is_person(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether the subject is a person's name: "General Orm arrived", not "the 5th Brigade arrived"."""
    before = tokens[verb.first - 1] if verb.first else None
    if before is None or not before.capital or before.text.isupper() or before.low in people_nouns():
        return False
    return before.low not in unit_nouns()

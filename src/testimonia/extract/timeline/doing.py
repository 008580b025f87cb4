"""What a verb says by itself to have been done: "captured the town", "pulled them back"."""

from collections.abc import Sequence
from functools import cache

from testimonia.extract.dates.letters import among
from testimonia.extract.timeline.verbs import Verb
from testimonia.extract.timeline.words import Word, kind_of_phrase, stem, stems
from testimonia.extract.tokens import Token
from testimonia.lexicon import forms, function_tags, rows
from testimonia.model import HappeningKind

__all__ = [
    "DOES",
    "GOES_ON",
    "HARM",
    "LEAVES",
    "LOSES",
    "TRIES",
    "kind_of_verb",
    "loses_place",
    "names_combatants",
    "names_people",
]

# Verbs that say no more than that something went on: their subject tells what.
GOES_ON = stems(
    "begin start commence continue open occur happen take break erupt resume intensify end finish last rage"
    " ensue renew stop cease subside conclude be is was were been come remain go report rumour escalate"
    " hear spread initiate become fight increase worsen persist flare"
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
_REPELS = stems("repel repulse foil thwart rebuff")
_WEATHERS = stems("fall strike hit descend reach")
_FALLS = stem("fall")
_WEATHER = among("snow rain storm snowstorm temperature temperatures frost fog typhoon hurricane earthquake")
_SHOOTS = stems("fire drop launch hurl")
_ORDNANCE = among(
    "shells shell rockets missiles missile rocket rounds salvo salvoes bombs bomb grenades munitions"
)
_SHOWS = stems("publish release broadcast show share post")
_THRUSTS = stems("push drive force")
_DRIVES = stems("drive")
_AWAY = among("from across into over")  # "drove the corps from the valley", "back across the river"
_TRAVELS = stems("arrive return")
_GAINS = stems("gain take seize regain retake assume establish wrest win restore have")
_ARMIES = among("fleets armies forces troops")
_PARTICLES = among("back off away down")
_TRIED = among("attempt attempts")
_SMALL = among("a an one two three four five six seven eight nine ten several dozens hundreds some many")
_THINGS = among(
    "equipment weapons weaponry ammunition documents supplies vehicles prisoners refuge shelter power command"
    " initiative ill"
)
_JOINS = stem("join")
_LINES = among("line lines")
_SUPPLIES = among("electricity power water supply gas")
_SURRENDER = stem("surrender")
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


@cache
def _combatants() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("people") if row["kind"] == "force")


def names_combatants(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether the words before a verb name fighters: "three rebels were killed", not "three people"."""
    return any(token.low in _combatants() for token in tokens[max(0, verb.first - 4) : verb.first])


def names_people(words: Sequence[str]) -> bool:
    """Tell whether words, in lower case, have a noun for people: "Orm partisans", not "a fire"."""
    return not _people().isdisjoint(words)


@cache
def _place_nouns() -> frozenset[str]:
    return forms("placekinds") | {"control"}


def loses_place(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell "lost the village" from "lost four tanks"."""
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + 5]]
    return behind[:1] == ["the"] and not _place_nouns().isdisjoint(behind)


@cache
def _people() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("people"))


@cache
def _units() -> frozenset[str]:
    return frozenset(row["form"].lower() for row in rows("units"))


def kind_of_verb(tokens: Sequence[Token], words: Sequence[Word], verb: Verb) -> HappeningKind | None:
    """Give the kind that a verb says by itself, None where the words around it must tell."""
    root = stem(tokens[verb.head].low)
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + 6]]
    by_particle = _by_particle(tokens, root, verb, behind)
    over = next((word for word in words if word.first <= verb.head < word.last), None)
    told = _begun(tokens, words, verb) if root in _BEGINS else _by_object(tokens, words, verb, over)
    told = told or by_particle
    if told or over is None or root in HARM or (root == LEAVES and _HARMED & set(behind)):
        return told
    if over.kind == "statement" and verb.passive:
        return _reported(tokens, words, verb)
    if over.last - over.first > 1 and over.kind != "other":
        return over.kind
    if over.kind == "other" and root in GOES_ON | DOES | TRIES:
        return None
    if root in _REPELS and _was_tried(tokens, words):
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
        return "capture" if root == "push" else "retreat"
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
    return not before.isdisjoint(_combatants() | _units() | forms("materiel")) or "they" in before


def _names_fleet(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell ships that put to sea from troops that leave a town: "a convoy departed Orm"."""
    return any(token.low in _FLEETS for token in tokens[max(0, verb.first - 9) : verb.first])


def _was_tried(tokens: Sequence[Token], words: Sequence[Word]) -> bool:
    return any(word.kind == "attack" for word in words) or any(token.low in _TRIED for token in tokens)


def _corrected(tokens: Sequence[Token], kind: HappeningKind, root: str, verb: Verb) -> HappeningKind:
    """Let the words beside a verb change what it says."""
    near = {token.low for token in tokens[max(0, verb.first - 6) : verb.head + 6]}
    if kind == "capture" and _takes_no_place(tokens, root, verb):
        return "other"
    if kind == "capture" and _takes_line(tokens, verb):
        return "advance"
    if root == _FALLS and near & _ORDNANCE:
        return "bombardment"
    if (
        (root in _WEATHERS and near & _WEATHER)
        or (root in _MOVED and near & _CIVILIANS)
        or (root in _TRAVELS and _is_person(tokens, verb))
        or (root in _SHOWS and verb.passive)
        or (kind in {"capture", "deployment", "retreat"} and near & _PICTURES)
        or (kind in {"advance", "deployment", "retreat"} and near & _PEACEABLE)
        or (kind == "retreat" and _CIVILIANS & {t.low for t in tokens[max(0, verb.first - 5) : verb.first]})
    ):
        return "other"
    if root == "storm" and tokens[verb.head - 1].low in {"finally", "eventually"}:
        return "capture"
    return kind


def _takes_line(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether a line of defence is taken, not a place: "the second line was overrun"."""
    behind = [token.low for token in tokens[verb.head + 1 : verb.head + 6]]
    before = [token.low for token in tokens[max(0, verb.first - 2) : verb.first]]
    told = before if verb.passive or tokens[verb.head].low in {"fell", "fallen"} else behind
    return not _LINES.isdisjoint(told)


def _is_person(tokens: Sequence[Token], verb: Verb) -> bool:
    """Tell whether the subject is a person's name: "General Orm arrived", not "the 5th Brigade arrived"."""
    before = tokens[verb.first - 1] if verb.first else None
    if before is None or not before.capital or before.text.isupper() or before.low in _people():
        return False
    return before.low not in _units()


def _takes_no_place(tokens: Sequence[Token], root: str, verb: Verb) -> bool:
    """Tell whether men or things are taken: "captured 13 militants", "seized arms", "two men surrendered"."""
    before, behind = tokens[max(0, verb.first - 5) : verb.first], tokens[verb.head + 1 : verb.head + 6]
    window = before if verb.passive or root == _SURRENDER else _object(behind)
    if root == _SURRENDER and not verb.passive:
        return _men_surrender([token.low for token in window], [token.low for token in behind])
    if any(token.low in _THINGS for token in window[:4]) and not _place_nouns() & {t.low for t in window}:
        return True
    counted = any(token.kind == "number" or token.low in _SMALL for token in window[:3])
    return counted and any(token.low in _people() for token in window)


def _object(behind: Sequence[Token]) -> Sequence[Token]:
    """Give the object right behind a verb: "two villages" of "two villages from rebel forces"."""
    tags = function_tags()
    ends = (k for k, token in enumerate(behind) if tags.get(token.low) == "P" and token.low != "of")
    return behind[: next(ends, len(behind))]


def _men_surrender(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Tell men who give up from a place that does: "the last troops surrendered", "the fort surrendered"."""
    given = behind[:1] and (function_tags().get(behind[0], "D") == "D") and behind[0][0].isalpha()
    if given and _units().isdisjoint(behind[:3]):
        return False  # "the mayor surrendered Orm", "surrendered the city of Orm"
    men = _people() | _units() | {"they", "he", "reds", "whites", "remnants"}
    placed = not (_place_nouns() | {"garrison", "at", "in"}).isdisjoint(before)
    return not men.isdisjoint(before) and not placed

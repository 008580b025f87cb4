"""An invented skirmish, in which each test lets voices speak in a short notation.

army on 2020-05-01: 20 killed of raiders
infobox: ~60 strength of side 2
& infobox: 3 killed of side 2          (in the same line or sentence as the one before)
> army: 35 killed of raiders            (revises the one before, says the text)
"""

import re
from collections.abc import Callable
from itertools import accumulate

import pytest

from testimonia.compare import compare_claims
from testimonia.model import (
    Actor,
    ActorKind,
    Claim,
    Findings,
    Office,
    Participation,
    Quantity,
    QuantityKind,
    Relation,
    Span,
    Statement,
    When,
)

HERE = Span(0, 1)


def _actor(key: str, label: str, kind: ActorKind, side: int | None = None, **more: object) -> Actor:
    return Actor(key, label, kind, HERE, side=side, **more)  # type: ignore[arg-type]


ACTORS = (
    _actor("ardia", "Ardia", "state", 1),
    _actor("league", "Free Valley League", "armed group", 1, aliases=("FVL",)),
    _actor("front", "Red Hill Front", "armed group", 2),
    _actor("guard", "River Guard", "armed group", 2),
    _actor("column", "Third Column", "armed group", 2, member_of=("front",)),
    _actor("army", "Ardian Army", "state force", 1, member_of=("ardia",)),
    _actor("staff", "general staff", "organisation", member_of=("army",)),
    _actor("head", "head of the League", "person", office=Office("head", "league")),
    _actor("speaker", "Ola Tir", "person", office=Office("speaker", "league")),
    _actor("watch", "Valley Watch", "organisation"),
    _actor("raiders", '"raiders"', "described group", 2),
    _actor("hill fighters", "hill fighters", "described group", 2, aligned_to=("front", "guard")),
    _actor("ardian soldiers", "Ardian soldiers", "described group", 1, aligned_to=("ardia",)),
    _actor("valley men", "valley men", "described group", 1, aligned_to=("ardia", "league")),
    _actor("scouts", "scouts", "described group", 2),
    _actor("ardian officers", "Ardian officers", "described group", 1, aligned_to=("ardia",)),
    _actor("archers", "archers", "described group"),
    _actor("villagers", "the villagers", "described group"),
    _actor("children", "children", "described group"),
    _actor("people", "people", "described group"),
)  # fmt: skip

BELLIGERENTS = {"ardia": 1, "league": 1, "front": 2, "guard": 2}

_PATTERN = re.compile(
    r"(?P<who>[\w ]+?(?: and \w+)*)(?: on (?P<date>[-\d]+))?: (?P<figure>.+?) (?P<measure>[a-z_]+)"
    r"(?: of (?P<item>\w+) by)?(?: of (?P<party>.+?))?(?: at (?P<scope>\S+))?$"
)


_FIGURES: tuple[tuple[str, QuantityKind], ...] = (
    (r"(?P<low>(?P<high>\d+))", "exact"),
    (r"~(?P<low>(?P<high>\d+))", "approximate"),
    (r"(?P<low>\d+)-(?P<high>\d+)", "range"),
    (r"(?P<low>\d+)\+(?P<high>)", "lower_bound"),
    (r"(?P<low>)<(?P<high>\d+)", "upper_bound"),
    (r"(?P<low>(?P<high>\d+)) more", "exact"),
)

_WORDS = {
    "none": Quantity("none", 0, 0, "none"),
    "unknown": Quantity("unknown", None, None, "unknown", "unknown"),
    "unreported": Quantity("not_reported", None, None, "unreported", "not reported"),
    "dozens": Quantity("vague", 24, None, "dozens", "dozens"),
}


def _quantity(words: str) -> Quantity:
    for pattern, kind in _FIGURES:
        if match := re.fullmatch(pattern, words):
            low, high = (int(match[name]) if match[name] else None for name in ("low", "high"))
            return Quantity(kind, low, high, words)
    return _WORDS.get(words, Quantity("vague", None, None, words, words))


def _parties(words: str | None) -> dict[str, object]:
    if words is None:
        return {}
    if words.startswith("side "):
        return {"side": int(words[-1]), "category": "combatants"}
    keys = tuple(words.split(" and "))
    if keys[0] in {"villagers", "children", "civilians"}:
        return {"parties": keys if keys[0] != "civilians" else (), "category": "civilians"}
    found = {actor.side for actor in ACTORS if actor.key in keys and actor.side}
    return {"parties": keys, "side": found.pop() if len(found) == 1 else None, "category": "unknown"}


def _claim(line: str, place: int, sentence: int, statements: list[Statement]) -> Claim:
    match = _PATTERN.fullmatch(line.removeprefix("& ").removeprefix("> "))
    assert match is not None, line
    who = match["who"]
    voices = (
        ()
        if who in {"infobox", "lead", "article"}
        else tuple(who.removeprefix("infobox per ").split(" and "))
    )
    key = None
    if voices and not who.startswith("infobox") and (match["date"] or not line.startswith("> ")):
        key = f"{who} {match['date']}"
        when = When(match["date"], match["date"]) if match["date"] else None
        if key not in {statement.key for statement in statements}:
            statements.append(Statement(key, voices, HERE, when=when))
    scope = match["scope"]
    return Claim(
        match["measure"],  # type: ignore[arg-type]
        _quantity(match["figure"].removeprefix("not ")),
        "ford",
        HERE,
        Span(sentence, sentence + 1),
        "rule",
        0.9,
        claimants=voices,
        stance="claimed" if voices else "unmarked",
        polarity="negated" if match["figure"].startswith("not ") else "affirmed",
        statement=key,
        item=match["item"],
        zone="infobox" if who.startswith("infobox") else "lead" if who == "lead" else "prose",
        scope="main" if scope is None else "other" if scope == "elsewhere" else "sub",
        when=When(scope, scope) if scope and scope[0].isdigit() else None,
        replaces=place - 1 if line.startswith("> ") and place else None,
        **_parties(match["party"]),  # type: ignore[arg-type]
    )


def _told(*lines: str) -> Findings:
    statements: list[Statement] = []
    sentences = accumulate(not line.startswith(("& ", "> ")) for line in lines)
    numbered = zip(lines, sentences, strict=True)
    claims = tuple(
        _claim(line, place, sentence, statements) for place, (line, sentence) in enumerate(numbered)
    )
    parts = tuple(
        Participation(key, "ford", "belligerent", side, HERE, "rule", 0.9)
        for key, side in BELLIGERENTS.items()
    )
    return Findings(actors=ACTORS, participations=parts, statements=tuple(statements), claims=claims)


@pytest.fixture(scope="session")
def told() -> Callable[..., Findings]:
    """Turn lines of the notation into the findings of one article."""
    return _told


@pytest.fixture(scope="session")
def compared() -> Callable[..., tuple[Relation, ...]]:
    """Compare the claims of lines of the notation."""
    return lambda *lines: compare_claims(_told(*lines))

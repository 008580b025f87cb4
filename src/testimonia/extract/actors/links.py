"""What the links of a source tell: the words shown are another name of the title behind them.

example          [[Ann Mary Roe|Ann "Red" Roe]] · [[Roe Front (Kayes)|Roe Front]] · [[Ann Roe|Roe]]
counter-example  [[Roe Army|government]] (they share no word)
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from testimonia.extract.actors.acronyms import acronym_name, initials, is_acronym, letters_of, matches
from testimonia.extract.actors.body_words import body_words
from testimonia.extract.actors.bracket_names import BODIES
from testimonia.extract.actors.kinds import is_body_noun, is_foreign_head, named_kind
from testimonia.extract.actors.naming import key_of, norm
from testimonia.extract.actors.persons import can_be_person, has_given_name
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.short_bodies import CLOSEST, fits_actor, fits_body, of_other_nation
from testimonia.extract.actors.short_persons import fits_person
from testimonia.extract.actors.titles import strip_ranks
from testimonia.extract.actors.unit_numbers import abbreviates_unit, counted_as
from testimonia.lexicon import word_set
from testimonia.model import Actor, Passage, Span

__all__ = ["follow_links"]

_PARTICLES = word_set("naming", "name_particles")


def follow_links(registry: Registry, passages: Iterable[Passage]) -> None:
    """Let the target of a link tell whom its words name, where the two share a word or letters."""
    for passage in {id(passage): passage for passage in passages}.values():
        for mark in passage.marks:
            if mark.kind == "link" and mark.value and mark.start < mark.end and ":" not in mark.value:
                shown = passage.shown[mark.start : mark.end]
                target = re.sub(r"\s*\([^()]*\)$|#.*", "", mark.value)  # but "52nd (Roe) Division"
                _follow(registry, shown, target, passage.source(mark.start, mark.end))
                _keep_target(registry, shown, mark.value)


def _keep_target(registry: Registry, shown: str, target: str) -> None:
    key = registry.known(shown)
    if key is not None and registry.get(key).link is None:
        registry.update(replace(registry.get(key), link=target))


def _follow(registry: Registry, shown: str, target: str, span: Span) -> None:
    named = shown[:1].isupper() or shown[:1].isdigit() or shown.split(" ", 1)[0] in _PARTICLES
    if not named or norm(shown) == norm(target) or not target:
        return
    peer = shown.rpartition(" ")[2] if _is_titled_so(shown, target) else ""
    known = registry.known(target) or registry.known(shown) or registry.known(peer)
    key = known or _newcomer(registry, shown, target, span)
    if key is None:
        return
    actor = registry.get(key)
    if actor.kind == "person":
        untitled = target.split(",", maxsplit=1)[0]  # "Ann Roe, 1st Baroness Dow"
        if not (can_be_person(shown) and can_be_person(untitled)):
            return
        short = strip_ranks(shown)
        one = fits_person(short, untitled) or fits_person(untitled, short) or _same_last(short, untitled)
        if one or _is_titled_so(shown, target):
            registry.name(key, shown) and registry.name(key, untitled)
    elif actor.kind != "state" and not _of_other_nation(registry, shown, actor):
        one = _is_same_unit(shown, target) or _is_lettered(shown, target)
        if one or matches(shown, target) or fits_actor(shown, actor) not in {None, "head"}:
            registry.name(key, shown)
        if one or fits_actor(target, registry.get(key)) in CLOSEST | {"number"}:
            registry.name(key, target)


def _of_other_nation(registry: Registry, shown: str, actor: Actor) -> bool:
    """Tell whether the words shown are already a name of a body of another nation: "1st Army" of several."""
    known = registry.known(shown)
    mine = registry.get(known) if known is not None else None
    return mine is not None and any(of_other_nation(name, actor) for name in (mine.label, *mine.aliases))


def _newcomer(registry: Registry, shown: str, target: str, span: Span) -> str | None:
    """Register whom a link names in full and the prose only in short: "[[Ann Roe|Roe]]"."""
    if (
        has_given_name(target)
        and can_be_person(target)
        and can_be_person(shown)
        and (fits_person(shown, target) == "last" or _same_last(shown, target))
    ):
        return registry.add(Actor(key_of(target), target, "person", span, rule="actor.linked"))
    kind = named_kind(target)
    named = all(len(part) < 4 or not part.islower() for part in target.split())  # no "armoured division"
    if kind in {None, "person", "state", "media"} or not named or not _is_short(shown, target):
        return None
    return registry.add(Actor(key_of(target), target, kind, span, aliases=(shown,), rule="actor.linked"))


def _is_short(shown: str, target: str) -> bool:
    """Tell letters of a body's name, or the name without its country: "RF", "7RRR", "5th Army"."""
    letters = is_acronym(shown) and (matches(shown, target) or acronym_name(shown) == target)
    one = letters or _is_lettered(shown, target) or _is_same_unit(shown, target)
    return one or abbreviates_unit(shown, target) or fits_body(shown, target) in CLOSEST


def _is_lettered(shown: str, target: str) -> bool:
    """Tell letters of a body in another language, that the title behind has in another order: "GPRR"."""
    if not is_acronym(shown) or len(shown) < _SHORTEST or named_kind(target) not in BODIES:
        return False
    return acronym_name(shown) is None and sorted(letters_of(shown)) == sorted(initials(target))


_SHORTEST = 3


def _is_same_unit(shown: str, target: str) -> bool:
    """Tell one unit by its number and kind, in two languages or with another arm: "6. Roe-Division"."""
    mine, theirs = _numbers(shown), _numbers(target)
    if not mine or mine != theirs or not {named_kind(shown), named_kind(target)} <= BODIES:
        return False
    heads = [{word for word in body_words(words) if is_body_noun(word)} for words in (shown, target)]
    foreign = is_foreign_head(norm(shown).split()[0])
    return (bool(heads[0] & heads[1]) or foreign) and not any(
        head.endswith("s") and head != "corps" for head in heads[0] ^ heads[1]
    )


def _numbers(words: str) -> list[int]:
    """Give the numbers in the name of a unit, in whatever figures: "VI", "6th", "Sixth"."""
    counted = (counted_as(part) for part in body_words(words))
    return [number for number in counted if number is not None]


def _same_last(one: str, other: str) -> bool:
    """Tell whether a link's words and its title are full names of one person: "Tommy Roe", "Tom B. Roe"."""
    a, b = norm(one).split(), norm(other).split()
    return len(a) > 1 and len(b) > 1 and a[-1] == b[-1]


def _is_titled_so(shown: str, target: str) -> bool:
    """Tell a peer by the title behind the name: "Lord Dow" of "Ann Roe, 1st Viscount Dow"."""
    title = target.partition(",")[2].split()
    rank, _, called = shown.rpartition(" ")
    return bool(title) and bool(rank) and called == title[-1] and rank.split()[-1] in _PEERS


_PEERS = frozenset({"Baron", "Count", "Duke", "Earl", "Lord", "Marquess", "Viscount"})

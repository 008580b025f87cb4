"""What the links of a source tell: the words shown are another name of the title behind them.

example          [[Ann Mary Roe|Ann "Red" Roe]] · [[Roe Front (Kayes)|Roe Front]]
counter-example  [[Roe Army|government]] (they share no word)
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from testimonia.extract.actors.acronyms import matches
from testimonia.extract.actors.naming import norm
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.short_bodies import fits_actor
from testimonia.extract.actors.short_persons import fits_person
from testimonia.extract.sentences import Sentence

__all__ = ["follow_links"]


def follow_links(registry: Registry, sentences: Sequence[Sentence]) -> None:
    """Let the target of a link tell whom its words name, where the two share a word or letters."""
    for passage in {id(sentence.passage): sentence.passage for sentence in sentences}.values():
        for mark in passage.marks:
            if mark.kind == "link" and mark.value and mark.start < mark.end:
                shown = passage.shown[mark.start : mark.end]
                _follow(registry, shown, re.sub(r"\s*\(.*|#.*", "", mark.value))
                _keep_target(registry, shown, mark.value)


def _keep_target(registry: Registry, shown: str, target: str) -> None:
    key = registry.known(shown)
    if key is not None and registry.get(key).link is None and ":" not in target:
        registry.update(replace(registry.get(key), link=target))


def _follow(registry: Registry, shown: str, target: str) -> None:
    key = registry.known(target) or registry.known(shown)
    if key is None or not shown[:1].isupper() or norm(shown) == norm(target) or not target or ":" in target:
        return
    actor = registry.get(key)
    if actor.kind == "person":
        if fits_person(shown, target) or fits_person(target, shown) or _same_ends(shown, target):
            registry.name(key, shown) and registry.name(key, target)
    elif actor.kind != "state" and (matches(shown, target) or fits_actor(shown, actor) not in {None, "head"}):
        registry.name(key, shown)


def _same_ends(one: str, other: str) -> bool:
    """Tell whether two persons' names begin and end alike: "Ann (later Dame Ann) Roe", "Ann Mary Roe"."""
    a, b = norm(one).split(), norm(other).split()
    return len(a) > 1 and len(b) > 1 and a[0] == b[0] and a[-1] == b[-1]

"""Gives the short names of states and bodies to the actors that they fit.

A short form goes to the one actor that it fits; where it fits several it goes to the one that the
article named before it, and to none where that does not decide. No actor is better than a wrong one.
"""

from collections import defaultdict
from collections.abc import Container, Iterator, Sequence

from testimonia.extract.actors.body_words import spelled
from testimonia.extract.actors.deeds import is_deed
from testimonia.extract.actors.kinds import is_body_noun
from testimonia.extract.actors.names import Name, Use, longer_readings, order_of
from testimonia.extract.actors.naming import country_of, is_former, key_of, norm
from testimonia.extract.actors.persons import likely_place, shows_person
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.short_bodies import CLOSEST, fits_actor, of_other_nation
from testimonia.extract.actors.unit_numbers import abbreviates_unit
from testimonia.extract.sentences import Sentence
from testimonia.extract.tokens import Token
from testimonia.model import Actor

__all__ = ["BodyLinker"]


_CALLED_BARE = frozenset({"army", "navy", "police"})
"""Heads that stand for the one body of their kind without "the" too: "two Army captains"."""


_LAST_DAY = 31
_PLACED_HEADS = ("command", "fleet", "force", "front", "fronts", "garrison", "group", "sector")
"""Heads of forces named for where they are: "Kayes Front", "Western Sea Fleet"."""


def _is_placed(name: Name, actor: Actor) -> bool:
    """Tell whether a name is a place's, or where the force is named for: "Kayes" of "Kayes Front"."""
    if likely_place(name):
        return True
    low = norm(actor.label)
    forces = actor.kind == "state force" or low.endswith(("front", "fronts"))
    named_for = forces and low.endswith(_PLACED_HEADS) and not low.startswith("al ")
    return named_for and not any(shows_person(use) for use in name.uses)


def _goes_on(use: Use, rest: str) -> bool:
    """Tell whether "and" and the rest of a double name follow, and no head: "the Roe | and Dow crossed"."""
    behind = use.sentence.tokens[use.last : use.last + 3]
    words = [token.text for token in behind[:2]]
    return words == ["and", rest] and not (len(behind) > 2 and is_body_noun(behind[2].low))


def _bare_numbers(sentence: Sentence) -> Iterator[str]:
    """Give the numbers that stand for units by themselves: "the 327th fled", not "the 327th Dow Regiment"."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens[1:-1], 1):
        if token.kind == "ordinal" and tokens[at - 1].low == "the":
            after = _behind_list(tokens, at + 1)
            if after.text == "(":
                continue  # "the 43rd (Dale) Division"
            acts = is_deed(after) and tokens[max(0, at - 2)].low not in _BEFORE_DAYS
            if not after.capital and (acts or int(token.low[:-2]) > _LAST_DAY):
                yield token.text


def _behind_list(tokens: Sequence[Token], at: int) -> Token:
    """Give the word behind further numbers, named together: "the 221st | and 222nd | Roes"."""
    while at < len(tokens) - 1 and (tokens[at].text in _LISTING or tokens[at].kind == "ordinal"):
        at += 1
    return tokens[at]


def _lettered(sentence: Sentence, numbers: Container[str]) -> Iterator[str]:
    """Give letters with a number behind them: "KG 7"."""
    tokens = sentence.tokens
    for at in range(1, len(tokens)):
        letters = tokens[at - 1].text
        if tokens[at].text in numbers and letters.isalpha() and letters[-1].isupper():
            yield f"{letters} {tokens[at].text}"


_LISTING = frozenset({",", "and", "or", "the", "/", "–", "-", "&"})
_BEFORE_DAYS = frozenset({"by", "from", "of", "on", "since", "the", "till", "to", "until"})


class BodyLinker:
    """The names of an article on the way to its states and bodies."""

    def __init__(self, registry: Registry, names: dict[str, Name]) -> None:
        """Take the registry that holds the participants, and the names of the prose."""
        self.registry = registry
        self.names = names

    def link_states(self) -> None:
        """Give "Kingdom of Roe" and "Roe" to the state that takes part, or is named in both ways."""
        by_state: dict[str, list[Name]] = defaultdict(list)
        for name in self.names.values():
            state = country_of(name.words) or _of_forces(name.low)
            if state is not None:
                by_state[state].append(name)
        for state, names in by_state.items():
            key = self.registry.known(state) or next(
                (found for name in names if (found := self.registry.known(name.words))), None
            )
            if key is None:
                key = self._of_the_land(state) or self._by_its_land(state)
            if key is None and len(names) > 1:
                first = max(names, key=lambda name: len(name.words))
                key = self.registry.add(
                    Actor(key_of(first.words), first.words, "state", first.span, rule="actor.named")
                )
            for name in names if key is not None else ():
                self.registry.name(key, name.words)  # type: ignore[arg-type]

    def _of_the_land(self, state: str) -> str | None:
        """Give the one state of old in the article that is of a land: "Japan" for "Empire of Japan"."""
        ending = f" {norm(state)}"
        found = [
            actor.key
            for actor in self.registry
            if actor.kind == "state"
            and any(norm(name).endswith(ending) and is_former(name) for name in (actor.label, *actor.aliases))
        ]
        return found[0] if len(found) == 1 else None

    def _by_its_land(self, state: str) -> str | None:
        """Give the state taking part that a state of old is named for: "Roeland" for "Imperial Roeland"."""
        key = self.registry.known(norm(state).split()[-1]) if is_former(state) else None
        return key if key is not None and self.registry.get(key).side is not None else None

    def link_short_forms(self) -> None:
        """Give the short names of bodies, and other spellings, to the bodies that they fit."""
        by_word: dict[str, list[Actor]] = defaultdict(list)
        for actor in self.registry:
            if actor.kind not in {"person", "described group"}:
                names = " ".join(norm(name) for name in (actor.label, *actor.aliases))
                for word in {spelled(part) for part in names.split()}:
                    by_word[word].append(actor)
        for name in (*self.names.values(), *self._listed(), *self._pairs()):
            self._link_body(name, by_word)

    def link_numbers(self, sentences: Sequence[Sentence]) -> None:
        """Give "the 327th" to the one unit of that number, a day's number only where it acts."""
        units: dict[str, set[str]] = defaultdict(set)
        for actor in self.registry:
            for name in (actor.label, *actor.aliases) if actor.kind == "state force" else ():
                if first := norm(name).split()[:1]:
                    units[first[0]].add(actor.key)
        for sentence in sentences:
            if not units.keys().isdisjoint(sentence.lows):
                for number in _bare_numbers(sentence):
                    if len(keys := units.get(norm(number), set())) == 1:
                        self.registry.name(next(iter(keys)), number)
        self._link_lettered(sentences)

    def _link_lettered(self, sentences: Sequence[Sentence]) -> None:
        """Give "KG 7" to the one unit of that number with such letters: "Kampfgeschwader 7"."""
        units: dict[str, list[str]] = defaultdict(list)
        for actor in self.registry:
            if actor.kind == "state force" and (last := actor.label.rsplit(" ", 1)[-1]).isdigit():
                units[last].append(actor.label)
        for sentence in sentences if units else ():
            if not units.keys().isdisjoint(sentence.lows):
                for words in _lettered(sentence, units):
                    fitting = [full for full in units[words.split()[-1]] if abbreviates_unit(words, full)]
                    known = self.registry.known(fitting[0]) if len(fitting) == 1 else None
                    if known is not None:
                        self.registry.name(known, words)

    def _listed(self) -> list[Name]:
        """Give the names of participants that the prose does not have."""
        names = (actor.label for actor in self.registry if actor.kind not in {"person", "described group"})
        return [Name(words, norm(words)) for words in names if norm(words) not in self.names]

    def _pairs(self) -> Iterator[Name]:
        """Give both halves of a double name where they stand without the head: "the Roe and Dow"."""
        for actor in self.registry:
            first, _, rest = actor.label.rpartition(" ")[0].partition(" and ")
            name = self.names.get(norm(first)) if rest and " " not in rest else None
            if name is not None and any(_goes_on(use, rest) for use in name.uses):
                yield Name(f"{first} and {rest}", norm(f"{first} and {rest}"))

    def _link_body(self, name: Name, by_word: dict[str, list[Actor]]) -> None:
        parts = [spelled(part) for part in name.low.split()]
        parts += norm(country_of(parts[0]) or "").split()
        near = {
            actor.key: actor
            for part in [part for part in parts if not is_body_noun(part)] or parts
            for word in (part, part[:-1], _other_spelling(part), part.rstrip("stndrh"))
            for actor in by_word.get(word, ())
        }
        if not near:
            return
        own = self.registry.known(name.words)
        if own is None and name.uses and not any(self._stands_alone(use) for use in name.uses):
            return
        fitting: dict[str, str] = {}
        for key in near:
            now = self.registry.key(key)
            actor = self.registry.get(now)  # with the names that it was given by now
            rule = fits_actor(name.words, actor) if now != own and now not in fitting else None
            if rule is None or self._of_other_nation(own, actor):
                continue
            placed = rule in {"headless", "translated"} and _is_placed(name, actor)
            if not (placed or (rule == "byname" and likely_place(name, sure=True))):
                fitting[now] = rule
        for key in [key for key, rule in fitting.items() if rule == "reordered"]:
            self.registry.name(self.registry.key(key), name.words)
            del fitting[key]
        closest = [key for key, rule in fitting.items() if rule in CLOSEST]
        if len(closest) == 1 and self.registry.name(closest[0], name.words):
            now = self.registry.key(closest[0])
            rest = {key: rule for key, rule in fitting.items() if self.registry.key(key) != now}
            fitting = {
                key: rule
                for key, rule in rest.items()
                if not self._of_other_nation(now, self.registry.get(key))
            }
        chosen = self._choose(name, fitting, name.low.count(" ") + 1)
        if chosen is not None:
            self.registry.name(chosen, name.words)

    def _of_other_nation(self, own: str | None, actor: Actor) -> bool:
        """Tell whether the names of two actors tell other nations: a bare "Navy" joins none that do."""
        mine = self.registry.get(own) if own is not None else None
        return mine is not None and any(of_other_nation(one, actor) for one in (mine.label, *mine.aliases))

    def _stands_alone(self, use: Use) -> bool:
        """Tell "the Observatory" by itself from the first half of "the Observatory for Rights"."""
        ends = longer_readings(use)
        return not any(self.registry.known(use.sentence.words(use.first, end)) is not None for end in ends)

    def _choose(self, name: Name, fitting: dict[str, str], size: int) -> str | None:
        """Give the one actor that a short form is for, None where several fit."""
        if not fitting:
            return None
        if "head" in fitting.values():
            fitting = {key: rule for key, rule in fitting.items() if rule != "head"} or self._of_the_head(
                name, fitting
            )
        if size == 1 and name.low in fitting:
            return None
        if list(fitting.values()).count("numberless") > 1:
            return None  # of two that only their numbers tell apart
        if len(fitting) > 1:
            earlier = [key for key in fitting if order_of(self.registry.get(key), self.names) <= name.order]
            return earlier[0] if len(earlier) == 1 else None
        return next(iter(fitting), None)

    def _of_the_head(self, name: Name, fitting: dict[str, str]) -> dict[str, str]:
        """Keep the bodies that "the Army" alone can mean: regular forces go before armed groups."""
        called = name.share(frozenset({"the"})) >= 0.5 or name.low in _CALLED_BARE
        if not called or sum(use.after in {"of", "for"} for use in name.uses) * 3 > len(name.uses):
            return {}
        regular = {key: rule for key, rule in fitting.items() if self.registry.get(key).kind != "armed group"}
        return regular or fitting


def _of_forces(low: str) -> str | None:
    """Give the state whose people stands before "Forces": "Free Roelander Forces", not "Roeland Forces"."""
    people = low.removesuffix(" forces")
    state = country_of(people) if people != low else None
    return state if state is not None and norm(state) != people else None


def _other_spelling(part: str) -> str:
    return part.replace("defence", "defense") if "defence" in part else part.replace("defense", "defence")

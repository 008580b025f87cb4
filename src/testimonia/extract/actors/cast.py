"""The cast: the registry of an article's actors, and the answer to "who is meant?".

Named actors come from the infobox and from full names, acronyms and offices in the prose. Words that
only describe ("jihadists", "Malian soldiers") become described groups of this event, aligned to the
actors that the text lets them stand for, never merged with one.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from testimonia.extract.actors.acronyms import acronym_name, is_acronym
from testimonia.extract.actors.alignment import aligned_to, state_of
from testimonia.extract.actors.attacks import Attacks, is_attack
from testimonia.extract.actors.camps import camp_word
from testimonia.extract.actors.kinds import (
    FIGHTING,
    body_kind,
    head_of,
    is_outlet,
    is_people_noun,
    is_same_outlet,
    kind_of,
    named_kind,
    people_category,
    speaker_kind,
)
from testimonia.extract.actors.naming import bare, is_demonym, key_of, norm
from testimonia.extract.actors.persons import can_be_person, likely_place
from testimonia.extract.actors.recalled import Recalled
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.short_persons import fits_person
from testimonia.extract.actors.sides import Sides
from testimonia.extract.actors.titles import strip_ranks
from testimonia.extract.actors.told import Told
from testimonia.extract.actors.wording import (
    author_of,
    has_office,
    is_office,
    name_behind_group,
    title_and_person,
)
from testimonia.model import Actor, ActorKind, Category, Office, Span

if TYPE_CHECKING:
    from testimonia.extract.actors.linking import Linker

__all__ = ["Cast", "Party"]

_RULING = frozenset(
    {"chancellor", "governor", "king", "minister", "premier", "president", "prince", "queen", "secretary"}
)
_SIDED = FIGHTING | {"person"}


@dataclass(frozen=True, slots=True)
class Party:
    """Whom words mean as a party of a claim."""

    keys: tuple[str, ...]
    side: int | None
    category: Category


class Cast:
    """All actors of one article; grows while claims are read."""

    def __init__(self, sides: Sides) -> None:
        """Begin with the camps of the event."""
        self.sides = sides
        self.registry = Registry(sides)
        self.linker: Linker | None = None
        self.described: dict[str, tuple[str, ...]] = {}
        """Words that the text uses of an actor beside its names, by key."""
        self.told = Told()
        """Which sides the sentences speak of."""
        self.recalled = Recalled()
        """Which bodies are called by their last word."""
        self.attacks = Attacks()
        """Which side attacked where."""

    def learn(self) -> None:
        """Let the camps know every name of the actors whose side is known."""
        for actor in self.registry:
            if actor.side is not None and actor.kind != "described group":
                for name in (actor.label, *actor.aliases):
                    self.sides.add(name, actor.side, person=actor.kind == "person")

    def find(self, words: str) -> str | None:
        """Give the key of the actor that goes by these words, titles and a person's last name allowed."""
        known = self.registry.known(words)
        if known is not None:
            return known
        stripped = strip_ranks(bare(words))
        if is_acronym(stripped) and self.linker is not None:
            return self.linker.link_acronym(stripped)
        return self.registry.known(stripped) or self._by_last_name(norm(stripped)) or self._military(stripped)

    def _military(self, words: str) -> str | None:
        """Give the armed forces that a people's military is: "the Malian military"."""
        people = words.removesuffix(" military")
        key = self.registry.known(f"{people} Armed Forces") if people != words else None
        if key is not None:
            self.registry.name(key, words)
        return key

    def _by_last_name(self, low: str) -> str | None:
        """Give the one person with this last name."""
        if not low or " " in low:
            return None
        keys = [
            actor.key
            for actor in self.registry
            if actor.kind == "person"
            and any(fits_person(low, name) == "last" for name in (actor.label, *actor.aliases))
        ]
        return keys[0] if len(keys) == 1 else None

    def get(self, key: str) -> Actor:
        """Give an actor by its key."""
        return self.registry.get(key)

    def actors(self) -> tuple[Actor, ...]:
        """Give all actors, in the order of their first mention."""
        return tuple(sorted(self.registry, key=lambda actor: (actor.span, actor.key)))

    # --- parties --------------------------------------------------------------------------------

    def resolve_party(self, words: str, span: Span, category: Category = "unknown") -> Party:
        """Give the actor, or the described group, that the words of a party mean."""
        words, span = self.recalled.of(words, span) or (words, span)
        known = self.find(words) or self._named(words, span)
        if known is not None and self.get(known).kind != "described group":
            if self._holds_civil_office(known):
                return Party((known,), None, _category(category, "civilians"))
            side = self.get(known).side
            side = self.sides.of(words) if side is None and _takes_sides(self.get(known)) else side
            return Party((known,), side, _category(category, "combatants"))
        told = _category(category, people_category(head_of(words)))
        side = None if told == "civilians" else self.sides.of(words)
        return Party((self._group(words, span, side),), side, told)

    def side_of_words(self, words: str, span: Span) -> int | None:
        """Give the side that words put somebody on where they stand: "the attackers", "the assault"."""
        side, word = self.sides.of(words), camp_word(norm(words))
        attack = is_attack(words)
        if side is not None or not (attack or word in {"attack", "defence"}):
            return side
        attacked = self.attacks.last_before(span.start, words)
        defending = attacked is not None and not attack and word == "defence"
        return self.sides.other(attacked) if attacked is not None and defending else attacked

    def _holds_civil_office(self, key: str) -> bool:
        """Tell a mayor or a journalist from a commander, and from those who rule and wage war."""
        actor = self.get(key)
        head = head_of(actor.office.title) if actor.office is not None and actor.kind == "person" else ""
        return head not in _RULING and people_category(head) == "civilians"

    def _named(self, words: str, span: Span) -> str | None:
        """Register a titled person or a body with a capitalised head; give a state for its bare adjective."""
        label = bare(words)
        person = self._person(label, span)
        if person is not None:
            return person
        if is_demonym(label) and not label.endswith("s") and people_category(norm(label)) == "unknown":
            return self._state(label)
        if label[:1].isupper() and " " in label and label.split()[-1][0].isupper():
            kind = named_kind(label)
            if kind is not None and kind != "person":
                return self._add(label, kind, span, "actor.named")
            if can_be_person(label):
                return self._add(label, "person", span, "actor.named")
        return None

    def _state(self, label: str) -> str | None:
        """Give the state for its adjective or people, by which it is named here: "the Dutch", "Italian"."""
        state = state_of(label, self.registry)
        if state is not None:
            self.registry.name(state, label)
        return state

    def _person(self, label: str, span: Span) -> str | None:
        """Give the person of "Kayes general Tom Roe"; the title is kept as an office unless it is a rank."""
        cut = title_and_person(label)
        if cut is None:
            return None
        title, name = cut
        known = self.find(name)
        if known is not None:
            return known if self.get(known).kind == "person" else None
        office = Office(title) if has_office(title) else None
        side = self.sides.named(title)
        return self.registry.add(
            Actor(key_of(name), name, "person", span, office=office, side=side, rule="actor.named")
        )

    def _group(self, words: str, span: Span, side: int | None) -> str:
        label = bare(words)
        key = "group-" + key_of(label)
        if key not in self.registry:
            aligned = aligned_to(label, side, self.registry, self.described)
            self.registry.update(
                Actor(
                    key, label, "described group", span, side=side, aligned_to=aligned, rule="actor.described"
                )
            )
        return key

    # --- speakers -------------------------------------------------------------------------------

    def resolve_speaker(self, words: str, span: Span) -> tuple[str, ...]:
        """Give the actor that speaks: a named one, an office holder, a body, or a described group."""
        known = self.find(words)
        if known is not None:
            return (known,)
        label = bare(author_of(bare(words)))
        behind = name_behind_group(label)
        if behind is not None and not is_outlet(label):
            return (
                self.find(behind) or self._add(behind, self._speaking_kind(behind), span, "actor.speaker"),
            )
        known = self.find(label) or self._person(label, span) or self._longest_end(label)
        if known is not None:
            return (known,)
        if is_outlet(label):
            return (self._add(label, "media", span, "actor.speaker"),)
        return (self._speaker(label, span),)

    def _longest_end(self, label: str) -> str | None:
        """Give the named actor at the end of a label: "Roetown-based Roe Observatory"."""
        parts = label.split()
        for at in range(1, len(parts)):
            if parts[at - 1].lower() in {"of", "for", "in", "the"} or not parts[at][0].isupper():
                return None
            known = self.registry.known(" ".join(parts[at:]))
            if known is not None and len(parts) - at > 1 and self.get(known).kind != "described group":
                return known
        return None

    def _speaker(self, label: str, span: Span) -> str:
        """Give a state for its people, an office holder, a described group, else a body by its own name."""
        state = self._state(label) if is_demonym(label) else None
        if state is not None:
            return state
        speaker = speaker_kind(label) if not can_be_person(label) else None
        if speaker is None:
            return self._unlisted(label, span)
        kind, number = speaker
        named = number == "singular" and is_office(label) and any(part[0].isupper() for part in label.split())
        if kind == "person" or named or (number == "singular" and " of " in label):
            return self._office_holder(label, span)
        if kind == "described group":
            return self._group(label, span, self.sides.of(label))
        return self._add(label, kind_of(label) if named_kind(label) else kind, span, "actor.speaker")

    def _unlisted(self, label: str, span: Span) -> str:
        """Give the speaker of words that the lexicon of speakers does not have."""
        if named_kind(label) is None and is_office(label):
            return self._office_holder(label, span)
        if named_kind(label) is None and _only_described(label):
            return self._group(label, span, self.sides.of(label))
        return self._add(label, self._speaking_kind(label), span, "actor.speaker")

    def _speaking_kind(self, label: str) -> ActorKind:
        """Give the kind of a named speaker; a single name without "the" is mostly a writer's."""
        full = acronym_name(label) if is_acronym(label) else None
        kind = kind_of(full) if full is not None else kind_of(label)
        name = self.linker.names.get(norm(label)) if self.linker is not None else None
        if kind == "person":
            return kind if can_be_person(label) else "organisation"
        writer = (
            kind == "organisation" and named_kind(label) is None and " " not in label and can_be_person(label)
        )
        return (
            "person"
            if writer and name is not None and name.share(frozenset({"the"})) < 0.2 and not likely_place(name)
            else kind
        )

    def _office_holder(self, label: str, span: Span) -> str:
        """Give the person who holds an office: "the leader of the NRC", by name where the text has one."""
        told = set(norm(label).split())
        holders = [
            actor
            for actor in self.registry
            if actor.office is not None and told <= set(norm(actor.office.title).split())
        ]
        if len(holders) == 1 and holders[0].kind == "person":
            return holders[0].key
        body = next(iter(aligned_to(label, None, self.registry, {})), None)
        side = self.get(body).side if body is not None else self.sides.named(label)
        return self.registry.add(
            Actor(
                key_of(label),
                label,
                "person",
                span,
                office=Office(label, body),
                side=side,
                rule="actor.office-holder",
            )
        )

    def _add(self, label: str, kind: ActorKind, span: Span, rule: str) -> str:
        actor = Actor(key_of(label), label, kind, span, rule=rule)
        key = self.registry.add(replace(actor, side=self.sides.of(label)) if _takes_sides(actor) else actor)
        if kind in {"organisation", "state force"} and not self.get(key).member_of:
            state = state_of(label, self.registry)
            if state is not None:
                self.registry.update(replace(self.get(key), member_of=(state,)))
        if kind == "media":
            self._join_outlet(key)
        return self.registry.key(key)

    def _join_outlet(self, key: str) -> None:
        """Make one of an outlet with and without its kind: "Roe News", "Roe"."""
        label = self.get(key).label
        for other in self.registry:
            if other.kind == "media" and other.key != key and is_same_outlet(label, other.label):
                self.registry.name(other.key, label)


def _takes_sides(actor: Actor) -> bool:
    """Tell whether an actor of this kind stands in a camp by what it is; observers and media do not."""
    return actor.kind in _SIDED or body_kind(actor.label) == "state"


def _only_described(label: str) -> bool:
    """Tell words that name nobody: no capital, or one that only begins a sentence ("Satellite images")."""
    first, *rest = label.split()
    if any(c.isupper() for part in rest for c in part):
        return bool(rest) and not rest[-1][0].isupper() and _is_people(rest[-1])
    if not rest:
        return first.islower() or _is_people(first) or is_demonym(first)
    return _is_people(rest[-1]) or not (is_demonym(first) or is_acronym(first)) or not label[:1].isupper()


def _is_people(word: str) -> bool:
    return is_people_noun(norm(word)) or word.lower() in {"source", "sources"}


def _category(told: Category, guessed: str) -> Category:
    return told if told != "unknown" else guessed  # type: ignore[return-value]

"""The cast: the registry of an article's actors, and the answer to "who is meant?".

Named actors come from the infobox and from full names, acronyms and offices in the prose. Words that
only describe ("jihadists", "Malian soldiers") become described groups of this event, aligned to the
actors that the text lets them stand for, never merged with one.
"""

from dataclasses import dataclass

from testimonia.extract.actors.acronyms import is_acronym
from testimonia.extract.actors.kinds import head_of, is_outlet, is_person_name, kind_of, speaker_kind
from testimonia.extract.actors.linking import Linker
from testimonia.extract.actors.naming import bare, key_of, norm, place_forms
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.sides import Sides, people_category
from testimonia.extract.actors.titles import strip_ranks
from testimonia.model import Actor, ActorKind, Category, Office, Span

__all__ = ["Cast", "Party"]


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
        return self.registry.known(stripped) or self._by_last_name(norm(stripped))

    def _by_last_name(self, low: str) -> str | None:
        keys = [
            actor.key for actor in self.registry
            if actor.kind == "person" and any(norm(name).endswith(" " + low) for name in (actor.label, *actor.aliases))
        ] if low and " " not in low else []  # fmt: skip
        return keys[0] if len(keys) == 1 else None

    def get(self, key: str) -> Actor:
        """Give an actor by its key."""
        return self.registry.get(key)

    def actors(self) -> tuple[Actor, ...]:
        """Give all actors, in the order of their first mention."""
        return tuple(sorted(self.registry, key=lambda actor: (actor.span, actor.key)))

    # --- whom words mean ------------------------------------------------------------------------

    def resolve_party(self, words: str, span: Span, category: Category = "unknown") -> Party:
        """Give the actor, or the described group, that the words of a party mean."""
        known = self.find(words)
        if known is not None and self.registry.get(known).kind != "described group":
            side = self.registry.get(known).side
            return Party(
                (known,),
                side if side is not None else self.sides.of(words),
                _category(category, "combatants"),
            )
        told = _category(category, people_category(head_of(words)))
        side = None if told == "civilians" else self.sides.of(words)
        if words[:1].isupper() and is_person_name(bare(words)):
            key = self.registry.add(
                Actor(key_of(words), bare(words), "person", span, side=side, rule="actor.named")
            )
            return Party((key,), side, told)
        return Party((self._group(words, span, side),), side, told)

    def _group(self, words: str, span: Span, side: int | None) -> str:
        label = bare(words)
        key = "group-" + key_of(label)
        if key not in self.registry:
            aligned = tuple(self._aligned(label))
            self.registry.update(
                Actor(
                    key, label, "described group", span, side=side, aligned_to=aligned, rule="actor.described"
                )
            )
        return key

    def _aligned(self, words: str) -> list[str]:
        """Give the keys of the named actors whose name or people stand in the words."""
        padded = f" {norm(words)} "
        found = []
        for actor in self.registry:
            if actor.kind in {"described group", "person"}:
                continue
            names = {norm(name) for name in (actor.label, *actor.aliases)}
            if actor.kind == "state":
                names |= place_forms(actor.label)
            if any(f" {name} " in padded for name in names if name):
                found.append(actor.key)
        return found

    def resolve_speaker(self, words: str, span: Span) -> tuple[str, ...]:
        """Give the actor that speaks: a named one, an office holder, a body, or a described group."""
        known = self.find(words)
        if known is not None:
            return (known,)
        label = bare(words)
        if is_outlet(label):
            return (self.registry.add(Actor(key_of(label), label, "media", span, rule="actor.speaker")),)
        speaker = speaker_kind(label)
        if speaker is not None and not is_person_name(label):
            return (self._speaking(label, span, *speaker),)
        kind = kind_of(label)
        side = self.sides.of(label)
        return (
            self.registry.add(
                Actor(
                    key_of(label),
                    label,
                    kind,
                    span,
                    side=side,
                    rule="actor.speaker",
                    member_of=self._member(label, kind),
                )
            ),
        )

    def _speaking(self, label: str, span: Span, kind: ActorKind, number: str) -> str:
        side = self.sides.of(label)
        if kind == "person" or (number == "singular" and " of " in label):
            body = next(iter(self._aligned(label)), None)
            office = Office(label, body)
            return self.registry.add(
                Actor(
                    key_of(label), label, "person", span, office=office, side=side, rule="actor.office-holder"
                )
            )
        if kind == "described group":
            return self._group(label, span, side)
        return self.registry.add(
            Actor(
                key_of(label),
                label,
                kind,
                span,
                side=side,
                rule="actor.speaker",
                member_of=self._member(label, kind),
            )
        )

    def _member(self, label: str, kind: ActorKind) -> tuple[str, ...]:
        """Give the state that a body of a state belongs to, where its name says so."""
        if kind not in {"organisation", "state force"}:
            return ()
        return tuple(key for key in self._aligned(label) if self.registry.get(key).kind == "state")[:1]


def _category(told: Category, guessed: str) -> Category:
    return told if told != "unknown" else guessed  # type: ignore[return-value]

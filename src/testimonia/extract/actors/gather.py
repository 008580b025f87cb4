"""Read an article once for its named actors and all the names they go by.

participants   the entries of the infobox or lead
named          bodies and persons of the prose
explained      second names that the text gives: "(NRC)", "also known as"
acronyms       initials, and widely known acronyms of names that stand there
short forms    "the 5th Division", "Roe", "al-Roe"; spellings; the words of links
offices        who holds which
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from testimonia.extract.actors.acronyms import is_acronym
from testimonia.extract.actors.attacks import tell_attacks
from testimonia.extract.actors.belonging import take_sides
from testimonia.extract.actors.bodies import find_bodies
from testimonia.extract.actors.body_linking import BodyLinker
from testimonia.extract.actors.camps import attackers_of
from testimonia.extract.actors.cast import Cast
from testimonia.extract.actors.company import keep_company
from testimonia.extract.actors.describing import describe
from testimonia.extract.actors.explained import find_explained
from testimonia.extract.actors.honours import spell_honours
from testimonia.extract.actors.kinds import kind_of, named_kind
from testimonia.extract.actors.linking import Linker
from testimonia.extract.actors.links import follow_links
from testimonia.extract.actors.names import Name, read_names
from testimonia.extract.actors.naming import country_of, is_demonym, key_of, norm, place_forms
from testimonia.extract.actors.nobles import find_nobles
from testimonia.extract.actors.offices import Holder, find_office_holders
from testimonia.extract.actors.person_linking import link_persons
from testimonia.extract.actors.persons import can_be_person, find_persons, likely_place
from testimonia.extract.actors.recalled import recall_bodies
from testimonia.extract.actors.registry import Registry
from testimonia.extract.actors.ships import find_ships
from testimonia.extract.actors.sides import Sides
from testimonia.extract.actors.told import tell_sides
from testimonia.extract.drafts import Entry
from testimonia.extract.sentences import Sentence
from testimonia.model import Actor, Office, Parameter

__all__ = ["gather_cast"]

_LISTS = frozenset(f"{key}{side}" for key in ("combatant", "commander", "units") for side in ("", *"123456"))
"""Parameters of an infobox that list actors."""


def gather_cast(
    sentences: Sequence[Sentence], entries: Sequence[Entry], parameters: Sequence[Parameter] = ()
) -> Cast:
    """Build the cast of an article from its prose and the participants its infobox or lead names.

    `parameters` are those of the infobox, where acronyms stand that the prose does not use.
    """
    cast = Cast(Sides(entries))
    registry = cast.registry
    for entry in entries:
        registry.add(_of_entry(entry))
    # notes of the infobox shorten what the prose names in full, so the prose is read before them
    names = read_names(sorted(sentences, key=lambda sentence: sentence.zone == "infobox"))
    linker = cast.linker = Linker(
        registry, names, sentences, [parameter.passage.shown for parameter in parameters]
    )
    _add_named(registry, names, linker.full_names())
    for pair in find_explained(sentences, names):
        linker.explain(pair)
    bodies = BodyLinker(registry, names)
    bodies.link_states()
    linker.link_acronyms()
    listed = [parameter.passage for parameter in parameters if parameter.key in _LISTS]
    passages = [*(sentence.passage for sentence in sentences), *listed]
    follow_links(registry, passages)
    bodies.link_short_forms()
    bodies.link_numbers(sentences)
    for holder in find_office_holders(sentences, names):
        _give_office(cast, holder)
    link_persons(registry, names)
    spell_honours(registry, names)
    follow_links(registry, passages)  # again, since persons are known by offices and last names now
    _find_sides(cast, sentences, names)
    return cast


def _add_named(registry: Registry, names: Mapping[str, Name], full: Collection[str]) -> None:
    """Register the persons and bodies that the prose names."""
    for name in find_persons(names):
        known = registry.known(name.words)
        if known is None or registry.get(known).kind == "person":
            registry.add(
                Actor(
                    key_of(name.words), name.words, "person", name.span, rule="actor.named", confidence=0.85
                )
            )
    for noble in find_nobles(names):
        key = registry.add(
            Actor(key_of(noble.words), noble.words, "person", noble.span, rule="actor.named", confidence=0.85)
        )
        registry.name(key, noble.called)
    for body in find_bodies(names, full):
        kind = named_kind(body.words)
        if kind is not None and kind != "person":
            registry.add(
                Actor(key_of(body.words), body.words, kind, body.span, rule="actor.named", confidence=0.85)
            )


def _give_office(cast: Cast, holder: Holder) -> None:
    """Give a person an office; "governor of Kayes" goes before a bare "governor"."""
    within = cast.find(holder.body) if holder.body else None
    if within and cast.get(within).kind == "person":
        within = None  # "Roe's chief of staff" holds no office in a body that has a name
    key = cast.registry.add(
        Actor(key_of(holder.name), holder.name, "person", holder.span, rule="actor.office")
    )
    actor = cast.get(key)
    if actor.kind == "person" and (actor.office is None or _fuller(holder.title, actor.office.title)):
        cast.registry.update(replace(actor, office=Office(holder.title, within)))


def _fuller(new: str, old: str) -> bool:
    if " " in old or " " not in new:
        return False
    return old.lower() in new.lower().split() or (old.lower() in _GENERAL and " of " in new)


_GENERAL = frozenset({"chief", "commander", "head", "leader", "officer", "official", "representative"})


def _find_sides(cast: Cast, sentences: Sequence[Sentence], names: Mapping[str, Name]) -> None:
    """Put the actors of the prose on their sides; learn who attacks, and what the prose calls them."""
    cast.learn()
    cast.sides.forget(low for low, name in names.items() if likely_place(name) and not is_demonym(low))
    take_sides(cast.registry, names)
    cast.learn()
    for ship, navy in find_ships(sentences):
        name = names.get(norm(ship))
        if cast.registry.known(ship) is None and not (name is not None and likely_place(name)):
            cast.sides.add_ship(ship, navy)
    cast.described = describe(sentences, names, cast.registry)
    cast.sides.makeup.attackers = attackers_of(sentences, cast.sides.of, cast.sides.numbers)
    keep_company(cast.registry, names, cast.sides)
    cast.told = tell_sides(sentences, names, cast.registry, cast.sides)
    cast.recalled = recall_bodies(sentences, names)
    cast.attacks = tell_attacks(sentences, cast.sides.of)


def _of_entry(entry: Entry) -> Actor:
    name = entry.name.words
    leads = entry.rule.startswith("lead") and can_be_person(name) and len(place_forms(name)) < 2
    if not any(c.isupper() for c in name):
        return Actor(
            "group-" + key_of(name),
            name,
            "described group",
            entry.name.span,
            side=entry.side,
            rule=entry.rule,
            confidence=entry.confidence,
        )
    kind = "person" if leads else kind_of(name, entry.role)
    note = (
        entry.name.note if entry.role == "unit" and entry.name.note and is_acronym(entry.name.note) else None
    )
    aliases = tuple(alias for alias in (entry.alias, note) if alias)
    country = country_of(name)
    if country and country != name:
        aliases = (*aliases, country)
    return Actor(
        key_of(name),
        name,
        kind,
        entry.name.span,
        aliases=aliases,
        side=entry.side,
        rule=entry.rule,
        confidence=entry.confidence,
        office=Office(entry.office) if entry.office else None,
        link=entry.name.link,
    )

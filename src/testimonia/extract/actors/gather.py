"""Read an article once for its named actors and all the names they go by.

participants   the entries of the infobox or lead
named          bodies and persons of the prose
explained      second names that the text gives: "(NRC)", "also known as"
acronyms       initials, and widely known acronyms of names that stand there
short forms    "the 5th Division", "Roe", "al-Roe"; spellings; the words of links
offices        who holds which
"""

from collections.abc import Sequence

from testimonia.extract.actors.acronyms import is_acronym
from testimonia.extract.actors.belonging import take_sides
from testimonia.extract.actors.bodies import find_bodies
from testimonia.extract.actors.camps import attackers_of
from testimonia.extract.actors.cast import Cast
from testimonia.extract.actors.describing import describe
from testimonia.extract.actors.explained import find_explained
from testimonia.extract.actors.kinds import kind_of, named_kind
from testimonia.extract.actors.linking import Linker
from testimonia.extract.actors.names import read_names
from testimonia.extract.actors.naming import country_of, is_demonym, key_of, place_forms
from testimonia.extract.actors.offices import find_office_holders
from testimonia.extract.actors.persons import can_be_person, find_persons, likely_place
from testimonia.extract.actors.sides import Sides
from testimonia.extract.drafts import Entry
from testimonia.extract.sentences import Sentence
from testimonia.model import Actor, Office, Parameter

__all__ = ["gather_cast"]


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
    names = read_names(sentences)
    linker = cast.linker = Linker(
        registry, names, sentences, [parameter.passage.shown for parameter in parameters]
    )
    for name in find_persons(names):
        known = registry.known(name.words)
        if known is not None and registry.get(known).kind != "person":
            continue
        registry.add(
            Actor(key_of(name.words), name.words, "person", name.span, rule="actor.named", confidence=0.85)
        )
    for body in find_bodies(names, linker.full_names()):
        kind = named_kind(body.words)
        if kind is not None and kind != "person":
            registry.add(
                Actor(key_of(body.words), body.words, kind, body.span, rule="actor.named", confidence=0.85)
            )
    for pair in find_explained(sentences, names):
        linker.explain(pair)
    linker.link_states()
    linker.link_acronyms()
    linker.follow_links()
    linker.link_short_forms()
    for holder in find_office_holders(sentences, names):
        within = cast.find(holder.body) if holder.body else None
        if within and registry.get(within).kind == "person":
            within = None  # "Roe's chief of staff" holds no office in a body that has a name
        key = registry.add(
            Actor(key_of(holder.name), holder.name, "person", holder.span, rule="actor.office")
        )
        linker.settle(key, Office(holder.title, within))
    linker.link_persons()
    cast.learn()
    cast.sides.forget(low for low, name in names.items() if likely_place(name) and not is_demonym(low))
    take_sides(registry, names)
    cast.learn()
    cast.described = describe(sentences, names, registry)
    cast.sides.set_attackers(attackers_of(sentences, cast.sides.of, cast.sides.numbers))
    return cast


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

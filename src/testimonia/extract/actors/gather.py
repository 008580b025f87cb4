"""Read an article once for its named actors: the infobox, acronyms, offices."""

from collections.abc import Sequence

from testimonia.extract.actors.aliases import find_aliases
from testimonia.extract.actors.cast import Cast
from testimonia.extract.actors.kinds import kind_of
from testimonia.extract.actors.naming import country_of, key_of
from testimonia.extract.actors.offices import find_office_holders
from testimonia.extract.actors.sides import Sides
from testimonia.extract.drafts import Entry
from testimonia.extract.sentences import Sentence
from testimonia.model import Actor, Office

__all__ = ["gather_cast"]


def gather_cast(sentences: Sequence[Sentence], entries: Sequence[Entry]) -> Cast:
    """Build the cast of an article from its prose and the participants its infobox or lead names."""
    cast = Cast(Sides(entries))
    for entry in entries:
        cast.add(_of_entry(entry))
    for alias in find_aliases(sentences):
        known = cast.find(alias.name) or cast.find(alias.short)
        kind = cast.get(known).kind if known else kind_of(alias.name)
        if known is None and kind == "person":
            continue
        cast.add(Actor(key_of(alias.name), alias.name, kind, alias.span, aliases=(alias.short,), rule="actor.alias",
                       side=cast.sides.of(alias.name) or cast.sides.of(alias.short), also=alias.also))  # fmt: skip
    for holder in find_office_holders(sentences):
        body = cast.find(holder.body) if holder.body else None
        cast.add(Actor(key_of(holder.name), holder.name, "person", holder.span, office=Office(holder.title, body), rule="actor.office"))
    return cast


def _of_entry(entry: Entry) -> Actor:
    name = entry.name.words
    kind = kind_of(name, entry.role)
    aliases = tuple(alias for alias in (entry.alias,) if alias)
    country = country_of(name)
    if country and country != name:
        aliases = (*aliases, country)
    return Actor(
        key_of(name), name, kind, entry.name.span, aliases=aliases, side=entry.side, rule=entry.rule, confidence=entry.confidence,
        office=Office(entry.office) if entry.office else None, link=entry.name.link,
    )  # fmt: skip

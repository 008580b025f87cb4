"""Whose figures stand in a table, who gives them and what they count, where the heads of its columns tell it.

example          | Force | Casualties | Source       |
                 | Roes  | 300 killed | Dow ministry |   → 300 Roes killed, as the Dow ministry claims
                 | Force | Killed | Wounded |
                 | Roes  | 300    | 700     |            → 300 Roes killed, 700 wounded
counter-example  a table without a column of casualties   → each cell stands for itself
                 | Area | Casualties |                    → the dead are not those of the area
                 | Force | Tanks lost |                   → what is lost only the words of a cell tell
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from testimonia.extract.drafts import Named, Saying
from testimonia.extract.prose import Found, Scene
from testimonia.lexicon import rows, word_set
from testimonia.model import Article, Cell, Measure, Passage, Quantity

__all__ = ["Tabled", "bare_count", "fate_told", "read_tables"]

_MEASURES: dict[str, Measure] = {
    **dict.fromkeys(("dead", "deaths", "fatalities", "kia", "killed"), "killed"),
    **dict.fromkeys(("injured", "wia", "wounded"), "wounded"),
    **dict.fromkeys(("mia", "missing"), "missing"),
    **dict.fromkeys(("captured", "pow", "pows", "prisoners"), "captured"),
    **dict.fromkeys(("casualties", "losses"), "losses"),
    "strength": "strength",
}
"""What the figures below a head count."""
_FATES = word_set("layout", "head_of_fates")
_SHIPS = word_set("layout", "head_of_ships")
_NAVIES = word_set("layout", "head_of_navies")
_BESIDE = word_set("layout", "head_alone") | frozenset(row["form"].lower() for row in rows("months"))
_SOURCES = word_set("layout", "head_of_sources")
_ELSE = word_set("layout", "head_of_no_party")
_NAME = re.compile(r"(?:\d+(?:st|nd|rd|th)\b|[^\d(\[,;:\n])+")
"""A name at the head of a cell, up to a bracket or a figure: "7th Roe Division", "Roe ministry"."""
_LONGEST = 7
"""Words of the longest name of a force or source: "Ministry of Defence of the Dow Republic"."""
_UNNAMED = frozenset({"all", "overall", "sum", "total", "totals", "unknown", "various"})


@dataclass(frozen=True, slots=True)
class Tabled:
    """What the head, the row and the title around a cell say of its counts."""

    whose: Named | None
    saying: Saying | None
    civilians: bool
    """True where the title, the head of the column or that of the first one speaks of civilians."""
    measure: Measure | None
    """What a bare figure counts; None where the head does not tell."""
    head: bool = False
    """True for the head itself, which counts nobody."""
    fate: bool = False
    """True for a cell that tells what became of the ship of its row."""

    def says(self, names: Sequence[Named]) -> bool:
        """Tell whether a name is the one at the head of the cell of sources."""
        return self.saying is not None and any(self.saying.span.meets(name.span) for name in names)


def read_tables(article: Article) -> Mapping[int, Tabled]:
    """Tell of each cell of casualties or of sources, by where it begins, whose counts it gives."""
    tables: dict[int, list[Passage]] = defaultdict(list)
    for passage in article.passages:
        if passage.cell is not None and passage.cell.row >= 0:
            tables[passage.cell.table].append(passage)
    return dict(found for cells in tables.values() for found in _of_table(article, cells))


def _of_table(article: Article, cells: Sequence[Passage]) -> Iterator[tuple[int, Tabled]]:
    places = [(one.cell, one) for one in cells if one.cell is not None]
    head = {cell.column: one.shown.lower() for cell, one in places if cell.row == 0}
    counting = {column for column, words in head.items() if not _MEASURES.keys().isdisjoint(_words(words))}
    sources = {column for column, words in head.items() if not _SOURCES.isdisjoint(_words(words))} - counting
    if not counting or len(head) < 2:
        yield from _of_ships(places, head)
        return
    named = min(head)
    title = f"{article.sections[cells[0].section].title} {head[named]}".lower()
    mixed = any("civilian" in words for words in head.values())  # then the title speaks of both
    party = named not in counting | sources and _ELSE.isdisjoint(_words(head[named]))
    rows: dict[int, dict[int, Passage]] = defaultdict(dict)
    for cell, one in places:
        rows[cell.row][cell.column] = one
    for one in rows.pop(0).values():
        yield one.starts[0], Tabled(None, None, civilians=False, measure=None, head=True)
    for _, row in sorted(rows.items()):
        whose = _name_in(row.get(named)) if party else None
        saying = next((_said_by(row[column]) for column in sorted(sources) if column in row), None)
        for column in (counting | sources) & row.keys():
            civilians = "civilian" in (head.get(column, "") if mixed else title)
            yield row[column].starts[0], Tabled(whose, saying, civilians, _measure_of(head[column]))


def _of_ships(
    places: Sequence[tuple[Cell, Passage]], head: Mapping[int, str]
) -> Iterator[tuple[int, Tabled]]:
    """Read a table of ships, with a column of what became of them."""
    of = {column: frozenset(_words(words)) for column, words in head.items()}
    named = next((column for column in sorted(of) if not _SHIPS.isdisjoint(of[column])), None)
    navy = next((column for column in sorted(of) if not _NAVIES.isdisjoint(of[column])), named)
    if named is None:
        return
    rows: dict[int, dict[int, Passage]] = defaultdict(dict)
    for cell, one in places:
        rows[cell.row][cell.column] = one
    for number, row in sorted(rows.items()):
        whose = _name_in(row.get(navy if navy is not None else named)) or _name_in(row.get(named))
        for column, one in row.items() if number and whose is not None else ():
            if not _FATES.isdisjoint(of.get(column, ())):
                told = Tabled(whose, None, civilians=False, measure=None, fate=True)
                yield one.starts[0], told


def fate_told(scene: Scene, tabled: Tabled | None) -> list[Found]:
    """Read "Sunk by a submarine on 3 May" in the row of a ship."""
    verb = scene.chunks[0]
    if tabled is None or not tabled.fate or verb.kind != "vp" or not verb.bare or verb.gerund:
        return []
    done = any(sense.materiel and sense.role == "participle" for sense in verb.triggers)
    if scene.main or not done or scene.sentence.start:
        return []
    words = scene.words(verb)
    one = Quantity("exact", 1, 1, words)
    return [Found("materiel_lost", one, verb.first, verb.last, 0, "table.cell", item=words)]


def _words(head: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", head)


def _measure_of(head: str) -> Measure | None:
    """Give what "Killed", "Soldiers killed", "Strength on 1 May" count; None for two kinds, for machines."""
    words = _words(head)
    found = {_MEASURES[word] for word in words if word in _MEASURES}
    alone = all(word in _MEASURES or word in _BESIDE for word in words)
    return found.pop() if alone and len(found) == 1 else None


def bare_count(scene: Scene, tabled: Tabled | None) -> list[Found]:
    """Read a cell that holds nothing but a figure, as the head of its column says."""
    at = next((at for at, chunk in enumerate(scene.chunks) if chunk.figure is not None), None)
    if at is None or tabled is None or tabled.measure is None:
        return []
    figure, tokens = scene.chunks[at].figure, scene.sentence.tokens
    beside = (*tokens[: figure.first], *tokens[figure.last :]) if figure is not None else tokens
    if figure is None or any(token.kind != "sign" for token in beside):
        return []
    rule = "table.cell"
    return [Found(tabled.measure, figure.quantity, figure.first, figure.last, at, rule, figure=figure)]


def _name_in(cell: Passage | None) -> Named | None:
    """Give the name that a cell begins with; None for a number, a sum and long prose."""
    match = _NAME.match(cell.shown) if cell is not None else None
    words = match[0].rstrip(" .–-") if match else ""
    named = any(word[0].isupper() for word in words.split()[:2]) and words.lower() not in _UNNAMED
    if cell is None or not named or len(words.split()) > _LONGEST:
        return None
    return Named(words, cell.source(0, len(words)))


def _said_by(cell: Passage) -> Saying | None:
    name = _name_in(cell)
    return Saying((name,), "claimed", name.span) if name is not None else None

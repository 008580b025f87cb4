"""What templates mean: the tables of this room, and the rows that a user adds to them.

A file of rows (`--templates FILE`) looks as templates.tsv does: tab-separated, the first line names the
columns. Its meanings are those of templates.tsv and four more::

    template                          meaning      shows
    Drapeau                           country      {1}
    Infobox Conflit militaire         infobox      battle        (the kind of event, or nothing)
    combattants1                      parameter    combatant1    (as the military-conflict infobox has it)
    Palette Guerre                    campaignbox
    titre                             citation     title         (a field of citations.tsv)

A row of the user stands above one of ours.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple, get_args

from testimonia.errors import InputError, LexiconError
from testimonia.lexicon.load import parse
from testimonia.model import EventKind
from testimonia.read.keys import canonical_keys, is_canonical
from testimonia.read.tables import table

__all__ = ["SHOWN", "Meaning", "Meanings", "Rows", "load_templates", "meanings_of", "template_name"]

Rows = tuple[tuple[str, str, str], ...]
"""Template, meaning and what it shows, as a user gives them."""

SHOWN = frozenset(
    [
        "show", "foreign", "list", "flag", "country", "fate", "reference", "note", "source", "short", "named",
        "pages", "break", "convert", "fraction", "date",
    ]
)  # fmt: skip
"""Meanings of templates within text."""
_FURTHER = frozenset(["infobox", "parameter", "campaignbox", "citation"])
_COMMENT = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_COLUMNS = {"template", "meaning", "shows"}


class Meaning(NamedTuple):
    """What a template means to a reader."""

    kind: str
    """"" for one that nobody knows."""
    shows: str


_UNKNOWN = Meaning("", "")
_REMEMBERED = 4096
"""Names of unknown templates that are kept in mind; a dump has them by the million."""


class Meanings:
    """All tables together."""

    def __init__(self, rows: Rows) -> None:
        shipped = [(row["template"], row["meaning"], row["shows"]) for row in table("templates")]
        self._exact: dict[str, Meaning] = {}
        self._looked_up: dict[str, Meaning] = {}
        self._beginnings: dict[str, Meaning] = {}
        self._campaign_boxes: tuple[str, ...] = ()
        self.infoboxes = {row["template"]: row["event"] for row in table("infoboxes")}
        """Name of an infobox to the kind of its event, "" where it does not say."""
        self.keys = dict(canonical_keys())
        """Parameter, bare, to the one of the military-conflict infobox."""
        fields = enumerate(table("citations"))
        self.citations = {row["parameter"]: (rank, row["field"]) for rank, row in fields}
        """Parameter of a citation template to its rank and field."""
        for name, kind, shows in (*shipped, *rows):
            self._take(template_name(name), Meaning(kind, shows))

    def _take(self, name: str, meaning: Meaning) -> None:
        if meaning.kind == "infobox":
            self.infoboxes[name] = meaning.shows
        elif meaning.kind == "parameter":
            self.keys["".join(name.split())] = meaning.shows
        elif meaning.kind == "citation":
            self.citations[name] = (len(self.citations), meaning.shows)
        elif meaning.kind == "campaignbox":
            self._campaign_boxes += (name.rstrip("*"),)
        elif len(name) > 1 and name[-1] == "*":
            earlier = {begin: one for begin, one in self._beginnings.items() if begin != name[:-1]}
            self._beginnings = {name[:-1]: meaning, **earlier}
        else:
            self._exact[name] = meaning

    def of(self, name: str) -> Meaning:
        """Give what a template means, by its name as `template_name` gives it."""
        found = self._exact.get(name) or self._looked_up.get(name)
        if found is None:
            if len(self._looked_up) >= _REMEMBERED:
                self._looked_up.clear()
            begun = (meaning for begin, meaning in self._beginnings.items() if name.startswith(begin))
            found = self._looked_up[name] = next(begun, _UNKNOWN)
        return found

    def is_campaign_box(self, name: str) -> bool:
        """Tell whether a template lists the engagements of a campaign, by its name as above."""
        return name.startswith(self._campaign_boxes)

    @cached_property
    def citing(self) -> re.Pattern[str]:
        """Match the beginning of a citation template."""
        begun = [name.strip() for name, one in self._beginnings.items() if one.kind == "source"]
        whole = [name for name, one in self._exact.items() if one.kind == "source"]
        heads = [rf"{re.escape(name)}\b" for name in begun] + [
            rf"{re.escape(name)}\s*(?=[|}}])" for name in whole
        ]
        return re.compile(r"\{\{\s*(?:" + "|".join(heads) + ")", re.IGNORECASE)


def meanings_of(rows: Rows = ()) -> Meanings:
    """Give the tables with a user's rows; the same rows give the same object."""
    return _meanings_of(rows)


_meanings_of = lru_cache(maxsize=8)(Meanings)


def template_name(words: str) -> str:
    """Give a template's name as the tables hold it: lower case, blanks for underscores."""
    if "<" in words:
        words = _COMMENT.sub("", words)
    name = " ".join(words.replace("_", " ").split()).lower()
    return name.removeprefix("template:").removeprefix("#")


def load_templates(path: str | Path) -> Rows:
    """Read a user's rows; InputError, naming file, line and words, if the file is none such."""
    try:
        data = Path(path).read_bytes()
        rows = parse(data, str(path))
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {(error.strerror or str(error)).lower()}.") from error
    except LexiconError as error:
        raise InputError(str(error)) from error
    if rows and set(rows[0]) != _COLUMNS:
        raise InputError(f"{path}:1: the columns should be template, meaning and shows, parted by tabs.")
    for row in rows:
        problem = _problem(row["template"], row["meaning"], row["shows"])
        if problem:
            line = data.decode().splitlines().index("\t".join(row.values())) + 1
            raise InputError(f"{path}:{line}: {problem}.")
    return tuple((row["template"], row["meaning"], row["shows"]) for row in rows)


def _problem(name: str, meaning: str, shows: str) -> str:
    """Say what is wrong with a row, "" if nothing is."""
    fields = {row["field"] for row in table("citations")}
    if not name.strip():
        return "the name of the template is missing"
    if meaning not in SHOWN | _FURTHER:
        return f"«{meaning}» is not a meaning; there are {', '.join(sorted(SHOWN | _FURTHER))}"
    if meaning == "infobox" and shows not in {"", *get_args(EventKind)}:
        return f"«{shows}» is not a kind of event; there are {', '.join(get_args(EventKind))}"
    if meaning == "parameter" and not is_canonical(shows):
        return f"«{shows}» is not a parameter of the military-conflict infobox, such as combatant1 or date"
    if meaning == "citation" and shows not in fields:
        return f"«{shows}» is not a field of a citation; there are {', '.join(sorted(fields))}"
    return ""

"""How results look: tables and colour on a terminal, clean lines in a pipe.

rich is imported only where there is a terminal to draw on.
"""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

from testimonia.vocab import BASE, PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

__all__ = ["heading", "marked", "on_terminal", "paragraph", "shorten", "table"]

_GAP = "  "


def on_terminal() -> bool:
    """Tell whether standard output is a terminal."""
    return sys.stdout.isatty()


def heading(text: str) -> None:
    """Print the heading of a part, with an empty line before it."""
    print()
    _styled(text, "bold")


def paragraph(text: str, style: str = "", indent: int = 0) -> None:
    """Print text in a rich style such as "dim", indented; on a terminal it is broken between words."""
    margin = " " * indent
    if on_terminal():
        from textwrap import TextWrapper

        wrapper = TextWrapper(
            shutil.get_terminal_size().columns,
            initial_indent=margin,
            subsequent_indent=margin,
            break_long_words=False,  # an IRI must stay one word to be copied
            break_on_hyphens=False,
        )
        _styled(wrapper.fill(text), style)
    else:
        print(f"{margin}{text}")


def marked(text: str, start: int, end: int) -> None:
    """Print a sentence with the words between two offsets marked: by colour, in a pipe by brackets."""
    before, words, after = text[:start], text[start:end], text[end:]
    if on_terminal():
        from rich.console import Console
        from rich.padding import Padding
        from rich.text import Text

        shown = Text.assemble(before, (words, "bold reverse"), after)
        Console(highlight=False).print(Padding(shown, (0, 0, 0, 4), expand=False))
    else:
        print(f"    {' '.join(f'{before}[{words}]{after}'.split())}")


def shorten(value: str) -> str:
    """Shorten an IRI for people: "event/battle-of-…" under the usual base, else with a prefix.

    `testimonia explain` takes both. What is no IRI, or has no short form, is given as it is.
    """
    for prefix, namespace in {"": BASE, **PREFIXES}.items():
        local = value.removeprefix(namespace)
        if local != value and local and " " not in value:
            return f"{prefix}:{local}" if prefix else local
    return value


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their columns.

    In a pipe: aligned columns. On a terminal: a table, or one record after the other where the table
    would be wider than the screen and cannot be read.
    """
    cells = [[" ".join(cell.split()) for cell in row] for row in rows]
    if not on_terminal():
        _plain_table(columns, cells)
    elif len(columns) * 10 > shutil.get_terminal_size().columns:
        _records(columns, cells)
    else:
        _drawn_table(columns, cells)


def _plain_table(columns: Sequence[str], rows: list[list[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(columns, *rows, strict=True)]
    for row in (columns, *rows):
        print(_GAP.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _drawn_table(columns: Sequence[str], rows: list[list[str]]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table

    drawn = Table(box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*(_verbatim(cell) for cell in row))
    Console().print(drawn)


def _records(columns: Sequence[str], rows: list[list[str]]) -> None:
    """Print each row as lines of column and value, leaving out what is empty."""
    width = max(map(len, columns))
    for number, row in enumerate(rows, start=1):
        _styled(f"{'' if number == 1 else chr(10)}{number}", "bold")
        for column, cell in zip(columns, row, strict=True):
            if cell:
                print(f"{_GAP}{column.ljust(width)}{_GAP}{cell}")


def _styled(text: str, style: str) -> None:
    if style and on_terminal():
        from rich.console import Console

        Console(highlight=False, soft_wrap=True).print(_verbatim(text), style=style)
    else:
        print(text)


def _verbatim(text: str) -> str:
    """Keep square brackets in the words of an article from being taken for markup."""
    from rich.markup import escape

    return escape(text)

"""The data files of this room, read as the lexicon reads its own."""

from functools import cache
from pathlib import Path

from testimonia.lexicon.load import parse

__all__ = ["table"]


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """Give the rows of a table beside this module, "keys" for keys.tsv; LexiconError if malformed."""
    file = Path(__file__).parent / f"{name}.tsv"
    return parse(file.read_bytes(), f"{name}.tsv")

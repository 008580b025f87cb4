"""A search that needs no server: an inverted index in small files, of which a page loads what it asks for.

Everything that can be found has a number: the events first, those with the most contradictions and figures
leading, then actors, then places. The index has

    search/words/KEY.js     the words that begin alike, each with the numbers that have it
    search/things/N.js      what is shown of ten things: page, name, a line about it, quotes

Numbers are written as differences in base 36. A word of a name is kept apart from one of a quote, because a
hit in a name comes first. What can be filtered (kind, date, place, war, whether voices contradict each
other) is in files of its own in the same form. All files are scripts that hand over their data, since a
page that was opened from a folder may load nothing else. A word of one letter finds nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from testimonia.pages.frame import script_json
from testimonia.pages.groups import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from testimonia.pages.things import Thing

__all__ = ["PER_FILE", "key_of", "search_files", "word_files", "words_of"]

Postings = dict[str, list[str]]
"""For each word the numbers that have it in a name, and those that have it in a quote alone."""

PER_FILE = 10
"""How many things are told of in one file."""
_LARGE = 60_000
"""From how many characters on the words of a file are spread over files for longer beginnings."""
_LONGEST = 8
_WORD = re.compile(r"[^\W_]+")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def words_of(text: str) -> set[str]:
    """Give the words of a text as they are searched: lower case, without accents, two letters at least."""
    return {word for word in _WORD.findall(plain(text)) if len(word) > 1}


def key_of(start: str) -> str:
    """Name the file of words that begin so: by the letters where they are of ASCII, else by their codes."""
    return start if start.isascii() else "-".join(f"{ord(char):x}" for char in start)


def search_files(things: Sequence[Thing]) -> Iterator[tuple[str, str]]:
    """Give the files of things: place in the site, and script."""
    for number, start in enumerate(range(0, len(things), PER_FILE)):
        told = [[one.place, one.name, one.line, one.quotes] for one in things[start : start + PER_FILE]]
        yield f"search/things/{number}.js", f"testimonia.things({number}, {script_json(told)});\n"


def word_files(things: Sequence[Thing]) -> Iterator[tuple[str, str, str]]:
    """Give the files of words: how they begin ("" for filters), place in the site, and script."""
    marks: dict[str, Postings] = defaultdict(dict)
    words: Postings = {}
    for word, found in sorted(_postings(things).items()):
        (marks[word.partition(":")[0]] if ":" in word else words)[word] = found
    for key, told in marks.items():
        yield "", *_word_file(key, told)
    for start, told in _spread(words, 2):
        yield start, *_word_file(key_of(start), told)


def _word_file(key: str, words: Postings) -> tuple[str, str]:
    return f"search/words/{key}.js", f'testimonia.words("{key}", {script_json(words)});\n'


def _spread(words: Postings, length: int) -> Iterator[tuple[str, Postings]]:
    """Spread words over files by how they begin; where there are too many, by a letter more."""
    starts: dict[str, Postings] = defaultdict(dict)
    for word, found in words.items():
        starts[word[:length]][word] = found
    for start, told in starts.items():
        size = sum(len(word) + len(named) + len(quoted) for word, (named, quoted) in told.items())
        if size > _LARGE and length < _LONGEST and len(told) > 1:
            yield from _spread(told, length + 1)
        else:
            yield start, told


def _postings(things: Sequence[Thing]) -> Postings:
    named: dict[str, list[int]] = defaultdict(list)
    quoted: dict[str, list[int]] = defaultdict(list)
    for number, thing in enumerate(things):
        own = words_of(" ".join((thing.name, *thing.also)))
        for word in (*own, *thing.marks):
            named[word].append(number)
        for word in words_of(" ".join(words for _, words in thing.quotes)) - own:
            quoted[word].append(number)
    return {
        word: [_written(named.get(word, ())), _written(quoted.get(word, ()))]
        for word in named.keys() | quoted.keys()
    }


def _written(numbers: Iterable[int]) -> str:
    """Write ascending numbers as the first one and then the differences: "4 1 a"."""
    return " ".join(_base36(there - here) for here, there in pairwise((0, *numbers)))


def _base36(number: int) -> str:
    digits = ""
    while True:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
        if not number:
            return digits

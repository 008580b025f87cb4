"""Measure the index of labels: misspelt names among 250,000, against rapidfuzz over all of them.

    python benchmarks/labels.py [FILE]

The names are those of the gazetteer, of generated places that look like them, and of battles there; with
FILE, a table that `authority add` takes, those of its places come first. Queries are names with none, one or
two typos (letters changed, put in, left out, doubled or exchanged). Both answer the same queries in one run;
time is that of the processor, so that a busy machine changes little. Writes RESULTS-labels.md, unless FILE
is given; 1 if a limit was not kept.
"""

import random
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import NamedTuple, TypeVar

import numpy as np
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA
from slips import ALPHABET, likeliest

from testimonia.reconcile.authority import read_things
from testimonia.reconcile.authority.gazetteer import gazetteer
from testimonia.reconcile.labels import Entry, build_index, fold, open_index

T = TypeVar("T")
HERE = Path(__file__).resolve().parent
LABELS = 250_000
BANDS = ((range(2, 999), 3000), (range(6, 8), 300), (range(4, 6), 300))
"""Letters of names, and how many of these are misspelt: names as they come, for the limit, and more of the
short ones, of which few come. With two of four letters wrong often nobody can tell which was meant."""
SHOWN = {"8 letters and more": range(8, 99), "6 or 7 letters": range(6, 8), "4 or 5 letters": range(4, 6)}
SLOWER = 4
"""rapidfuzz, which needs a while, is put every fourth query."""
LEAST_HIT, LEAST_RATIO = 0.99, 5
LONGEST = 30
"""Letters of a generated name, with three before it."""
KINDS = ("Battle of {}", "Siege of {} ({})", "{} offensive ({})", "Raid on {}")
GUESSED = 100
"""So many queries of the shortest with two typos are put to one who knows how the typos were made."""


class Query(NamedTuple):
    """A misspelt name."""

    words: str
    number: int
    """Of the label that is meant."""
    typos: int
    letters: int
    """Of the label, folded."""
    band: int
    """The place in BANDS of the lengths that it was drawn for."""


class Method(NamedTuple):
    """What one method found."""

    queries: Sequence[Query]
    hits: Sequence[bool]
    """Whether the label that is meant is among the five."""


def main(arguments: list[str]) -> int:
    """Measure, print and write the table."""
    chance = random.Random(1)  # noqa: S311 - the same names on every run
    labels = make_labels([thing.name for path in arguments for thing in read_things(Path(path))], chance)
    queries = make_queries(labels, chance)
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "names.labels"
        making, _ = timed(lambda: build_index((Entry(str(n), (one,)) for n, one in enumerate(labels)), path))
        size = path.stat().st_size
        opening, index = timed(lambda: open_index(path))
        ours, found = timed(lambda: [[int(one.id) for one in index.find(words)] for words, *_ in queries])
    part = queries[::SLOWER]
    theirs, extracted = timed(lambda: [_extract(words, labels) for words, *_ in part])
    ratio = (len(queries) / ours) / (len(part) / theirs)
    rows, hit = hits(_method(queries, found), _method(part, extracted), possible(queries, labels))
    faster = f"{_kept(good=ratio >= LEAST_RATIO)}, {ratio:.1f} times (at least {LEAST_RATIO})"
    lines = [
        "# Names, misspelt",
        (__doc__ or "").splitlines()[0],
        "",
        f"{len(labels):,} labels: made in {making:.0f} s, {size / 1e6:.0f} MB, opened in {opening:.4f} s.",
        "At most: of so many no five other labels are nearer by typos than the one that is meant.",
        f"Of {GUESSED} labels of 4 or 5 letters with 2 typos, one who knows how these were made has the",
        f"right one among five for {guessed(queries, labels):.2f}; the others cannot be told apart.",
        "",
        f"{short(labels):.0%} of the labels have five letters or fewer.",
        "",
        "| what | index | rapidfuzz over all | at most | kept |",
        "|---|---|---|---|---|",
        *rows,
        f"| queries a second | {len(queries) / ours:.0f} | {len(part) / theirs:.1f} | | {faster} |",
    ]
    page = "\n".join(lines) + "\n"
    print(page)
    if not arguments:
        (HERE / "RESULTS-labels.md").write_text(page, encoding="utf-8")
    return int(ratio < LEAST_RATIO or hit < LEAST_HIT)


def make_labels(given: Sequence[str], chance: random.Random) -> list[str]:
    """Give distinct labels: those given, real ones of the gazetteer, and names that look like them."""
    real = [*given, *(name for thing in gazetteer() for name in (thing.name, *thing.names))]
    kept: dict[str, str] = {}
    for label in chain(real, _generated(real, chance)):
        kept.setdefault(fold(label), label)
        if len(kept) == LABELS:
            break
    kept.pop("", None)
    # As if read from a file: scattered in memory, rapidfuzz would need four times as long to go through them.
    return "\n".join(sorted(kept.values())).split("\n")


def _generated(real: Sequence[str], chance: random.Random) -> Iterator[str]:
    """Give names without end: a letter follows three as in real names; every other name is a battle's."""
    following: dict[str, list[str]] = defaultdict(list)
    for name in real:
        padded = f"   {name.lower()}\n"
        for place in range(len(padded) - 3):
            following[padded[place : place + 3]].append(padded[place + 3])
    while True:
        name = "   "
        while not name.endswith("\n") and len(name) < LONGEST:
            name += chance.choice(following[name[-3:]])
        label = name.strip().title()
        if len(label) >= 4:
            yield label
            yield chance.choice(KINDS).format(label, chance.randrange(1100, 2020))


def make_queries(labels: Sequence[str], chance: random.Random) -> list[Query]:
    """Give misspelt names of each length, with as many of none, one and two typos."""
    found = []
    letters = [len(fold(label)) for label in labels]
    for band, (lengths, count) in enumerate(BANDS):
        fitting = [number for number in range(len(labels)) if letters[number] in lengths]
        for n, number in enumerate(chance.sample(fitting, count)):
            found.append(Query(misspelt(labels[number], n % 3, chance), number, n % 3, letters[number], band))
    return found


def misspelt(label: str, typos: int, chance: random.Random) -> str:
    """Give a label with so many typos."""
    letters = list(label)
    for _ in range(typos):
        place = chance.randrange(len(letters) - 1)
        kind = chance.randrange(5)
        if kind == 0:
            letters[place] = chance.choice(ALPHABET)
        elif kind == 1:
            del letters[place]
        elif kind == 2:
            letters.insert(place, letters[place])
        elif kind == 3:
            letters.insert(place, chance.choice(ALPHABET))
        else:
            letters[place], letters[place + 1] = letters[place + 1], letters[place]
    return "".join(letters)


def possible(queries: Sequence[Query], labels: Sequence[str]) -> Method:
    """Tell for each query whether at most four labels are nearer, by typos, than the one that is meant.

    Where five are nearer, no method that goes by letters can have it among the five best.
    """
    keys = [fold(label) for label in labels]
    hits = []
    for query in queries:
        typos = process.cdist([fold(query.words)], keys, scorer=OSA.distance, dtype=np.uint8)[0]
        hits.append(bool((typos < typos[query.number]).sum() < 5))
    return Method(queries, hits)


def guessed(queries: Sequence[Query], labels: Sequence[str]) -> float:
    """Tell how often one who knows how typos are made would have the label among five: no method has more."""
    keys = [fold(label) for label in labels]
    hardest = [query for query in queries if query.letters in BANDS[-1][0] and query.typos == 2][-GUESSED:]
    return sum(query.number in likeliest(fold(query.words), keys, 2) for query in hardest) / len(hardest)


def short(labels: Sequence[str]) -> float:
    """Give the part of the labels that have no more than five letters."""
    return sum(len(fold(label)) < BANDS[1][0].start for label in labels) / len(labels)


def hits(*methods: Method) -> tuple[list[str], float]:
    """Give the rows of the table, and the part of the names in the first band that the first one finds."""
    rows = []
    for words, lengths in SHOWN.items():
        for typos in (0, 1, 2):
            parts = (f"{_hit(method, lengths, {typos}):.3f}" for method in methods)
            rows.append(f"| hit@5, {words}, {typos} typos | {' | '.join(parts)} | |")
    every = [_hit(method, BANDS[0][0], {0, 1, 2}, band=0) for method in methods]
    kept = f"{_kept(good=every[0] >= LEAST_HIT)} (at least {LEAST_HIT})"
    parts = (f"{part:.3f}" for part in every)
    rows.append(f"| hit@5, labels as they come, up to two typos | {' | '.join(parts)} | {kept} |")
    return rows, every[0]


def timed(what: Callable[[], T]) -> tuple[float, T]:
    """Run something; give the seconds of the processor and what it gave."""
    begin = time.process_time()
    given = what()
    return time.process_time() - begin, given


def _extract(words: str, labels: Sequence[str]) -> list[int]:
    return [number for _, _, number in process.extract(words, labels, scorer=fuzz.ratio, limit=5)]


def _method(queries: Sequence[Query], answers: Sequence[Sequence[int]]) -> Method:
    pairs = zip(queries, answers, strict=True)
    return Method(queries, [query.number in best for query, best in pairs])


def _hit(method: Method, lengths: range, typos: set[int], band: int | None = None) -> float:
    """Give the part of the queries of such length and so many typos whose label is among the five best.

    `band` takes only what was drawn for one.
    """
    marks = [
        hit
        for query, hit in zip(method.queries, method.hits, strict=True)
        if query.letters in lengths and query.typos in typos and band in {None, query.band}
    ]
    return sum(marks) / len(marks)


def _kept(*, good: bool) -> str:
    return "yes" if good else "no"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

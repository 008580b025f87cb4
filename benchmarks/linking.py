"""Measure the linker on places and states of real articles, against what a person judged.

    python benchmarks/linking.py [CORPUS [FILE...]]

judged_places.tsv and judged_countries.tsv say what is right, and judged_countries_elsewhere.tsv for states of
articles that nobody had looked at before. The articles of CORPUS are built, and their places and states are
linked to the gazetteer and to CORPUS/authority/whosonfirst-mali.csv; with FILEs, which `authority add` takes,
a second time with these as well. Writes RESULTS-linking.md. CORPUS is ../shared/corpus unless given.
"""

import csv
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from testimonia.cli import main as command
from testimonia.errors import ReconcileError
from testimonia.graphs import read_graph
from testimonia.links import new_table
from testimonia.reconcile.authority import Authority, add_authority, authorities
from testimonia.reconcile.client import Subject, subjects_of
from testimonia.reconcile.judging import Threshold, accept_by_threshold
from testimonia.reconcile.linking import find_things, link_things, sought_in

HERE = Path(__file__).resolve().parent
RULE = Threshold(least=90, lead=10)
"""Under which links are accepted without a person, to see how many of them would be false."""


PARTS = {
    "prose": "unlabelled/prose",
    "seedform": "unlabelled/seedform",
    "wikitext": "unlabelled/wikitext",
    "gold-dev": "gold-dev",
    "dump": "dumps/enwiki-2016-206-pages.xml.bz2",
}
"""What the tables call them, and where they are in the corpus."""
Right = frozenset[str]
"""Last parts of the IRIs that are right, none where nothing is."""
Asked = dict[tuple[str, str], Right]
"""What is right for the places and states of each part of the corpus, by their IRIs."""


class Measured(NamedTuple):
    """How one kind fared with some authorities; all are numbers of subjects but the last two, of links."""

    judged: int
    held: int
    """Those of which something right is at hand."""
    first: int
    five: int
    shown: int
    """Those of which nothing right is at hand, and yet there are candidates."""
    accepted: int
    false: int


def main(arguments: list[str]) -> int:
    """Build, link, compare and write the table; 2 if the corpus is not there."""
    corpus = Path(arguments[0]) if arguments else HERE.parent.parent / "shared" / "corpus"
    if not corpus.is_dir():
        print(f"{corpus}: no such folder; give the corpus whose places were judged", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subjects = {part: build(corpus / path, folder / part) for part, path in PARTS.items()}
        kinds = {
            "places": things(subjects, "judged_places.tsv"),
            "countries": countries(subjects),
            "countries, elsewhere": things(subjects, "judged_countries_elsewhere.tsv"),
        }
        add_authority(corpus / "authority" / "whosonfirst-mali.csv", folder / "authority")
        sets = {"gazetteer and Who's On First for Mali": authorities(folder / "authority")}
        for path in map(Path, arguments[1:]):
            add_authority(path, folder / "authority")
            sets[f"… and {path.name}"] = authorities(folder / "authority")
        rows = [
            row(kind, words, measure(asked, subjects, held))
            for kind, asked in kinds.items()
            for words, held in sets.items()
        ]
    page = "\n".join(["# Links", (__doc__ or "").splitlines()[0], "", *HEAD, *rows]) + "\n"
    print(page)
    (HERE / "RESULTS-linking.md").write_text(page, encoding="utf-8")
    return 0


HEAD = (
    f"Accepted: what `--accept-above {RULE.least:g} --lead {RULE.lead:g}` would accept without a person.",
    "",
    "| what | authorities | judged | right one at hand | hit@1 | hit@5 | others offered | accepted | false |",
    "|---|---|---|---|---|---|---|---|---|",
)


def row(kind: str, words: str, found: Measured) -> str:
    """Write one line of the table."""
    hits = (f"{number / found.held:.2f}" for number in (found.first, found.five))
    cells = (kind, words, found.judged, found.held, *hits, found.shown, found.accepted, found.false)
    return f"| {' | '.join(map(str, cells))} |"


def build(articles: Path, folder: Path) -> list[Subject]:
    """Build the articles of a folder and give what is looked for."""
    command(["build", str(articles), "--output", str(folder), "--format", "nquads", "--quiet"])
    return subjects_of(read_graph(folder), ("place", "actor"))


def things(subjects: dict[str, list[Subject]], name: str) -> Asked:
    """Give what is right for the judged things; those that are not read any more are told and left out."""
    found: Asked = {}
    for line in judged(name):
        end = f"/{line['thing']}"
        iri = next((one.iri for one in subjects[line["part"]] if one.iri.endswith(end)), "")
        if iri:
            found[line["part"], iri] = _right(line)
        else:
            print(f"{line['part']}: «{line['label']}» is not read any more", file=sys.stderr)
    return found


def countries(subjects: dict[str, list[Subject]]) -> Asked:
    """Give what is right for all that may be a state, by name."""
    lines = {(line["part"], line["label"]): _right(line) for line in judged("judged_countries.tsv")}
    return {
        (part, subject.iri): lines[part, subject.label]
        for part in PARTS
        for subject, sought in sought_in(subjects[part])
        if (sought.state or sought.group == "country") and (part, subject.label) in lines
    }


def judged(name: str) -> list[dict[str, str]]:
    """Read what a person has judged."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t"))


def measure(asked: Asked, subjects: dict[str, list[Subject]], held: Sequence[Authority]) -> Measured:
    """Link what was judged and count."""
    every: Right = frozenset().union(*asked.values())
    known = {name for name in every if any(_holds(one, name) for one in held)}
    counts = [0] * len(Measured._fields)
    for part in PARTS:
        for subject, sought in sought_in(subjects[part]):
            if (part, subject.iri) in asked:
                right = asked[part, subject.iri] & known
                best = [_last(each.thing.id) for each in find_things(sought, held)][:5]
                marks = (True, right, right & set(best[:1]), right & set(best), best and not right)
                counts[:5] = [count + bool(mark) for count, mark in zip(counts, marks, strict=False)]
        wanted = {iri for where, iri in asked if where == part}
        links = accepted(subjects[part], held, wanted)
        counts[5] += len(links)
        counts[6] += sum(_last(theirs) not in asked[part, ours] for ours, theirs in links)
    return Measured(*counts)


def accepted(
    subjects: Sequence[Subject], held: Iterable[Authority], wanted: set[str]
) -> list[tuple[str, str]]:
    """Give what the rule would accept for the wanted ones among the subjects of a graph."""
    table = new_table()
    for one in held:
        table = link_things(table, subjects, one, 5).table
    _, links = accept_by_threshold(table, RULE, "2026-01-01")
    return [link.pair for link in links if link.subject in wanted]


def _holds(authority: Authority, name: str) -> bool:
    """Tell whether an authority has a thing of Wikidata or GeoNames, by the last part of its IRI."""
    iri = f"http://www.wikidata.org/entity/{name}" if name[0] == "Q" else f"https://sws.geonames.org/{name}/"
    try:
        authority.thing(iri)
    except (KeyError, ReconcileError):
        return False
    return True


def _right(line: dict[str, str]) -> Right:
    return frozenset(line["right"].split("|")) - {"-"}


def _last(iri: str) -> str:
    return iri.rstrip("/").rpartition("/")[2]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

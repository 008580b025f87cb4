"""Measure how far a claim's confidence can be relied on, on articles that people had read before.

    python benchmarks/reliability.py [CORPUS]

hand_read.tsv says what people took from articles of the corpus: where, how many, of whom, who says so.
The program reads the same articles; a claim is right in full where kind, figure, party and claimant are a
person's. `fitting.py` fits the weights of confidence on the articles marked "fitted"; those marked "tried"
show what they are worth. Writes docs/reliability.md. CORPUS is ../shared/corpus unless given; beside it
lies the scorer that decides whether two names are one (eval/score.py).
"""

import csv
import sys
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import NamedTuple

from testimonia.extract import extract_findings
from testimonia.extract.bearer import Bearer
from testimonia.extract.confidence import name_evidence
from testimonia.model import ActorKind, Article, Claim, Findings
from testimonia.read import read_path

HERE = Path(__file__).resolve().parent
BANDS = (0.95, 0.9, 0.8, 0.7, 0.5, 0.0)


_ALL_RIGHT = 5
"""The fit of a pair whose kind, figure, party and claimant are alike."""


class Judged(NamedTuple):
    """One claim of the program, and whether a person took the same."""

    use: str
    confidence: float
    figure: bool
    """Kind and figure are right."""
    full: bool
    evidence: tuple[str, ...]
    """What its confidence was weighed by; nothing where the layout of an infobox gave it."""


def main(corpus: Path) -> int:
    """Judge all claims of the hand-read articles and write the table; 2 if the corpus is not there."""
    judged = judge_all(corpus)
    if judged is None:
        return 2
    page = "\n".join(_page(judged))
    (HERE.parent / "docs" / "reliability.md").write_text(page, encoding="utf-8")
    print(page)
    return 0


def given_corpus() -> Path:
    """Give the corpus named on the command line, else the one beside the project."""
    return Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent.parent / "shared" / "corpus"


def judge_all(corpus: Path, use: str = "") -> list[Judged] | None:
    """Judge the claims of all hand-read articles, or of those of one use; None if the corpus is not there."""
    if not corpus.is_dir():
        print(
            f"{corpus}: no such folder; give the corpus that hand_read.tsv names as argument", file=sys.stderr
        )
        return None
    scorer = _scorer(corpus.parent / "eval")
    read = [(name, rows) for name, rows in _hand_read().items() if use in {"", rows[0]["use"]}]
    return [one for name, rows in read for one in _judge(corpus / name, rows, scorer)]


def _scorer(folder: Path) -> ModuleType:
    sys.path.insert(0, str(folder))  # it imports its neighbour
    spec = util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _hand_read() -> dict[str, list[dict[str, str]]]:
    """Give the rows of each article."""
    lines = (HERE / "hand_read.tsv").read_text(encoding="utf-8").splitlines()
    found: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in csv.DictReader((line for line in lines if line[0] != "#"), delimiter="\t"):
        found[row["article"]].append(row)
    return found


def _judge(path: Path, rows: list[dict[str, str]], scorer: ModuleType) -> Iterator[Judged]:
    """Pair the claims of the program with those of a person, the best fit first."""
    article = read_path(path)
    if not sha256(article.text.encode()).hexdigest().startswith(rows[0]["sha256"]):
        raise ValueError(f"{path}: not the text that was read by hand")
    findings = extract_findings(article)
    table = [_row(claim, findings, article) for claim in findings.claims]
    people = [row for row in rows if row["kind"] != "alias"]
    names = scorer.Names(_names(rows, findings))
    gold = [(_gold(row), (int(row["start"]), int(row["end"]))) for row in people]

    def fits(one: tuple[dict[str, object], tuple[int, int]], row: dict[str, object]) -> int:
        claim, span = one
        alike = scorer.same_kind(claim["kind"], row["kind"]) and scorer.same_figure(claim, row)
        if not (alike and scorer.near(span, row)):
            return 0
        party, claimant = scorer.right_party(claim, row, names), scorer.right_claimant(claim, row, names)
        return 1 + 2 * bool(party) + 2 * bool(claimant)

    pairs = {found: read for read, found in scorer.pair(gold, table, fits)}
    kinds = {actor.key: actor.kind for actor in findings.actors}
    for at, claim in enumerate(findings.claims):
        read = pairs.get(at)
        full = read is not None and fits(gold[read], table[at]) == _ALL_RIGHT
        yield Judged(rows[0]["use"], claim.confidence, read is not None, full, _evidence(claim, kinds))


def _evidence(claim: Claim, kinds: dict[str, ActorKind]) -> tuple[str, ...]:
    if claim.rule.startswith("infobox."):
        return ()
    harmed = Bearer(claim.parties, claim.side, claim.category, claim.party_basis)
    kind = kinds[claim.parties[0]] if claim.parties else None
    said = bool(claim.claimants)
    return tuple(name_evidence(claim.rule, claim.measure, claim.quantity, harmed, kind, said=said))


def _names(rows: list[dict[str, str]], findings: Findings) -> list[list[str]]:
    told = [row["names"].split(" | ") for row in rows if row["kind"] == "alias"]
    return told + [[actor.label, *actor.aliases] for actor in findings.actors]


def _gold(row: dict[str, str]) -> dict[str, object]:
    """Give a person's claim as the scorer wants it."""
    number = {end: int(row[end]) if row[end] else None for end in ("low", "high")}
    vague = number["low"] is None and number["high"] is None
    return {
        "kind": row["kind"],
        **number,
        "approximate": bool(row["about"]),
        "wording": "some" if vague else None,
        "affected": {
            "names": _listed(row["names"]),
            "side": int(row["side"]) if row["side"] else None,
            "category": row["category"],
        },
        "claimants": _listed(row["claimants"]),
    }


def _listed(cell: str) -> list[str]:
    return cell.split(" | ") if cell else []


def _row(claim: Claim, findings: Findings, article: Article) -> dict[str, object]:
    """Give the program's claim as a row of the query "claims"."""
    labels = {actor.key: actor.label for actor in findings.actors}
    low, high = claim.quantity.low, claim.quantity.high
    return {
        "kind": claim.measure,
        "low": "" if low is None else str(low),
        "high": "" if high is None else str(high),
        "approximate": str(claim.quantity.approximate).lower(),
        "wording": claim.quantity.wording or "",
        "parties": " | ".join(labels[key] for key in claim.parties),
        "side": "" if claim.side is None else str(claim.side),
        "category": claim.category,
        "claimants": " | ".join(labels[key] for key in claim.claimants),
        "quote": article.quote(claim.span),
        "start": claim.span.start,
        "end": claim.span.end,
    }


def _page(judged: list[Judged]) -> Iterator[str]:
    yield "# How far a confidence can be relied on\n"
    yield "Made by `python benchmarks/reliability.py` from articles whose claims people had taken by hand. A"
    yield "claim is right in full where kind, figure, party and claimant are the ones that a person took. The"
    yield "weights of confidence were fitted on one part of the articles and tried on the other; the rules"
    yield "that find claims have since learned from both.\n"
    for use, told in (
        ("tried", "Articles that gave no weight to anything"),
        ("fitted", "Articles that the weights were fitted on"),
    ):
        yield from _table(told, [one for one in judged if one.use == use])


def _table(title: str, judged: list[Judged]) -> Iterator[str]:
    yield f"## {title}\n"
    yield "| confidence | claims | share | kind and figure right | right in full |"
    yield "|---|---|---|---|---|"
    upper = 1.01
    for lower in BANDS:
        band = [one for one in judged if lower <= one.confidence < upper]
        if band:
            figure = sum(one.figure for one in band) / len(band)
            full = sum(one.full for one in band) / len(band)
            share = len(band) / len(judged)
            yield f"| {lower:.2f} and above | {len(band)} | {share:.0%} | {figure:.2f} | {full:.2f} |"
        upper = lower
    yield ""


if __name__ == "__main__":
    sys.exit(main(given_corpus()))

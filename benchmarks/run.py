"""Measure the speed of the installed command as ratios taken in the same run.

    python benchmarks/run.py

Each line compares a command with a yardstick on the same machine in the same minute; the two take
turns, so that a busy moment hits both, and medians are compared. A time counts only if the command's
answer has the expected check value. Writes RESULTS.md beside this file; ends with 1 if a limit is missed.
"""

import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from extraction import MODEL, measure_extraction
from scaling import PAGES, measure

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
EXAMPLE = ROOT / "examples" / "battle-of-akabar.txt"
TESTIMONIA = str(Path(sys.executable).with_name("testimonia"))
TURNS = 15
COMPARED = ("lxml", "mwparserfromhell", "mwxml", "pyoxigraph", "rdflib")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""What is installed has its bytecode; so has what is measured."""


@dataclass(frozen=True)
class Measure:
    """One thing that must not be slow."""

    name: str
    command: list[str]
    yardstick: list[str]
    limit: float
    """How many times the yardstick's time the command may take."""
    check: Callable[[str, Path], bool]
    """From the command's output and the folder it wrote to: whether it did what it should."""


def main() -> int:
    """Measure everything, write RESULTS.md, and tell whether all limits are kept."""
    with tempfile.TemporaryDirectory() as name:
        rows = [_row(measure, *_take_turns(measure, Path(name) / "out")) for measure in _measures(Path(name))]
    table = "\n".join(
        ["| what | median ms | yardstick ms | ratio | limit | kept |", "|---|---|---|---|---|---|", *rows]
    )
    print(table)
    scaling = "\n".join(measure(PAGES))
    print(scaling)
    extraction = "\n".join(measure_extraction())
    print(extraction)
    (HERE / "RESULTS.md").write_text(_page(table, scaling, extraction), encoding="utf-8")
    return int("| no |" in table + scaling + extraction)


def _measures(folder: Path) -> list[Measure]:
    python = sys.executable
    return [
        Measure(
            "`testimonia --help` against a bare `python -c pass`",
            [TESTIMONIA, "--help"],
            [python, "-c", "pass"],
            6,
            lambda printed, _: "testimonia build" in printed,
        ),
        Measure(
            '`testimonia build` of the example against `python -c "import rdflib"`',
            [TESTIMONIA, "build", str(EXAMPLE), "--output", str(folder / "out")],
            [python, "-c", "import rdflib"],
            3,
            _is_the_committed_output,
        ),
    ]


def _is_the_committed_output(_: str, folder: Path) -> bool:
    return all(
        _hash(folder / name) == _hash(ROOT / "output" / name)
        for name in ("battle-of-akabar.ttl", "battle-of-akabar.jsonld")
    )


def _hash(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def _take_turns(measure: Measure, folder: Path) -> tuple[float, float]:
    """Run command and yardstick in turns; give the two medians in seconds."""
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(TURNS + 1):
        for kept, command in zip(times, (measure.command, measure.yardstick), strict=True):
            _empty(folder)
            begin = time.perf_counter()
            done = subprocess.run(command, capture_output=True, text=True, check=True, env=ENVIRONMENT)
            if turn:  # the first turn warms the disk cache and writes bytecode
                kept.append(time.perf_counter() - begin)
            if command is measure.command and not measure.check(done.stdout, folder):
                sys.exit(f"{measure.name}: the answer is not the expected one, so its time does not count")
    return statistics.median(times[0]), statistics.median(times[1])


def _empty(folder: Path) -> None:
    """Remove what the last turn built, which would otherwise be found unchanged."""
    if folder.is_dir():
        for path in folder.iterdir():
            path.unlink()


def _row(measure: Measure, seconds: float, yardstick: float) -> str:
    ratio = seconds / yardstick
    kept = "yes" if ratio <= measure.limit else "no"
    times = f"{seconds * 1000:.0f} | {yardstick * 1000:.0f}"
    return f"| {measure.name} | {times} | {ratio:.1f} | {measure.limit:.0f} | {kept} |"


def _page(table: str, scaling: str, extraction: str) -> str:
    versions = ", ".join(f"{name} {version(name)}" for name in COMPARED)
    return (
        "# Results\n"
        "Written by `make benchmarks`; read the ratios, the milliseconds are one machine's. Command and\n"
        f"yardstick took turns, {TURNS} each, medians; Python {platform.python_version()} on"
        f" {platform.system()} {platform.machine()}.\n\n{table}\n\n"
        "## Dumps and graphs\n"
        f"On a dump of {PAGES:,} pages, 5 % of them battles, made by `dumps.py`; processor\n"
        f"time, medians, taken in turns, against {versions}.\n\n{scaling}\n\n"
        "## Extraction\n"
        "Words of prose and infobox a second of processor time, one thread, medians, taken in\n"
        "turns, against spaCy "
        f"{version('spacy')} with the pipeline en_core_web_sm {version(MODEL)} (on PyPI as {MODEL}).\n\n"
        f"{extraction}\n"
    )


if __name__ == "__main__":
    sys.exit(main())

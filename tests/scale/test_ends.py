"""Whatever ends a run, no file is half written and the next run goes on where it was."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ARTICLE = "= Raid on {0} =\n\nOn {1} May 1998 the army raided {0}. It said {1} soldiers were killed.\n"

DRIVER = """
import os, signal, sys
from pathlib import Path
from testimonia.pipeline import Options, build_article
from testimonia.scale import OutputFolder, Reading, build_articles, find_articles

CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir"}

def run(left):
    def count(event, arguments):
        nonlocal left
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if (writes or event in CHANGES) and "out" in str(arguments[0]):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(count)
    options = Options(formats=("nquads",))
    for outcome in build_articles(Reading(find_articles(["in"])), OutputFolder(Path("out"), "1"), options):
        print(outcome.state, end=" ", flush=True)

build_article(b"Orr was raided.", "warm.txt")
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        run(int(line))
        os._exit(0)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""
"""Builds as often as it is told to, in a child that kills itself before one of its changes to the output."""


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    write(tmp_path, Orr=3, Northford=4)
    (tmp_path / "in" / "Empty.txt").touch()
    return tmp_path


def write(place: Path, **raids: int) -> None:
    for name, day in raids.items():
        (place / "in" / f"{name}.txt").write_text(ARTICLE.format(name, day), encoding="utf-8")


class Driver:
    """Runs builds in a folder."""

    def __init__(self, place: Path) -> None:
        command = [sys.executable, "-c", DRIVER]
        self.process = subprocess.Popen(
            command, cwd=place, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def run(self, changes: int = 1_000_000) -> tuple[list[str], int]:
        """Build, kill it before it makes more changes, and give what became of the articles and of the build."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{changes}\n")
        self.process.stdin.flush()
        *states, code = self.process.stdout.readline().split()
        return states, int(code)


@pytest.fixture
def driver(place: Path) -> Iterator[Driver]:
    driver = Driver(place)
    with driver.process:
        yield driver
        assert driver.process.stdin
        driver.process.stdin.close()


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def published(folder: Path) -> dict[str, bytes]:
    """Everything but drafts and journals, whose names begin with a dot."""
    return {name: data for name, data in files(folder).items() if not name.startswith(".")}


@pytest.mark.usefixtures("unmeasured")
def test_a_kill_between_any_two_changes_costs_nothing_that_was_finished(place: Path, driver: Driver) -> None:
    assert driver.run() == (["failed", "built", "built"], 0)
    old = published(place / "out")
    write(place, Orr=5)  # one article gets new words, the other a new title, too
    (place / "in" / "Northford.txt").write_text(ARTICLE.format("Northford Mill", 6), encoding="utf-8")
    assert driver.run() == (["failed", "built", "built"], 0)
    new = files(place / "out")
    assert new == published(place / "out")
    assert len(new) == 4

    for changes in range(100):
        copy(old, place / "out")
        states, code = driver.run(changes)
        for name, data in published(place / "out").items():
            assert data in {old.get(name), new.get(name)}, f"{name} is half written after {changes} changes"
        if code == 0:
            break
        assert code == -signal.SIGKILL
        again, code = driver.run()
        assert code == 0
        assert again.count("built") <= 2 - states.count("built"), f"finished work done again after {changes}"
        assert files(place / "out") == new, f"another end after {changes} changes"
    else:
        pytest.fail("the run never ended by itself")
    assert changes > 8


def copy(kept: dict[str, bytes], folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in kept.items():
        (folder / name).write_bytes(data)


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs a file system of its own")
def test_a_full_disk_keeps_what_is_finished_and_the_next_run_goes_on(place: Path) -> None:
    """On a real file system of a third of a megabyte: the first build fills it, the second has room again."""
    for number in range(1, 15):
        write(place, **{f"Town{number}": number})
    script = f"""
        set -e
        mount -t tmpfs -o size=320k none out
        code=0; {sys.executable} -m testimonia build in --output out --format nquads >told 2>&1 || code=$?
        echo code $code; tail -n 1 told
        ls -A out | grep -c '[.]draft$' || true
        mount -o remount,size=64m out
        {sys.executable} -m testimonia build in --output out --format nquads 2>/dev/null || true
    """
    (place / "out").mkdir()
    ran = subprocess.run(
        ["unshare", "--map-root-user", "--mount", "sh", "-c", script],
        cwd=place, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "mount" in ran.stderr or "unshare" in ran.stderr:
        pytest.skip(f"no file system of one's own may be made here: {ran.stderr.strip()}")
    code, told, drafts, then = ran.stdout.splitlines()
    assert code == "code 2"
    assert told.startswith("testimonia: out/")
    assert told.endswith("cannot be written: no space left on device.")
    assert drafts == "0"
    built, unchanged = (int(part.split()[0]) for part in then.split(":")[0].split(", ")[:2])
    assert built + unchanged == 16
    assert unchanged >= 3


@pytest.mark.usefixtures("unmeasured")  # measuring holds a lock for good where an interrupt meets it
def test_an_interrupt_while_workers_start_is_one_line(place: Path) -> None:
    """Of so many articles that none but the first are done when the interrupt comes, however busy the machine."""
    write(place, **{f"Town{number}": 1 + number % 28 for number in range(400)})
    words = [
        sys.executable,
        "-m",
        "testimonia",
        "build",
        "in",
        "--output",
        "out",
        "--workers",
        "2",
        "--quiet",
    ]
    # A job in the background of a shell ignores interrupts, and so would all that it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    run = subprocess.Popen(words, cwd=place, stderr=subprocess.PIPE, text=True, start_new_session=True)
    signal.signal(signal.SIGINT, before)
    while not any(imports(worker) for worker in workers_of(run.pid)):
        assert run.poll() is None
        time.sleep(0.01)
    os.killpg(run.pid, signal.SIGINT)
    _, told = run.communicate(timeout=120)
    assert told == "testimonia: interrupted; what is written is whole, run the command again to go on.\n"
    assert run.returncode == 130


def workers_of(process: int) -> list[Path]:
    """Where the system tells of the workers of a process, as far as there are any by now."""
    children = Path(f"/proc/{process}/task/{process}/children")
    if not children.exists():
        pytest.skip("the system does not tell the children of a process")
    found = [Path("/proc", child) for child in children.read_text().split()]
    return [child for child in found if b"spawn_main" in (child / "cmdline").read_bytes()]


def imports(worker: Path) -> bool:
    """Whether a worker has begun to import what it works with."""
    return "pyoxigraph" in (worker / "maps").read_text()

"""Help, version, exit codes, and what is told when something goes wrong."""

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from testimonia import __version__
from testimonia.cli.entry import COMMANDS, _tell_defect, main

Command = Callable[..., Any]


def test_help_names_every_command_and_shows_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    printed = capsys.readouterr().out
    assert all(re.search(rf"^    {name} ", printed, re.MULTILINE) for name in COMMANDS)
    assert "example:\n  testimonia build examples/battle-of-akabar.txt --output output\n" in printed


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"testimonia {__version__}\n"


NEED_A_SERVER = {"fetch", "load", "reconcile", "review", "serve"}
"""Commands whose examples run with a live server: in tests/peers, tests/serve, tests/load, tests/reconcile."""


@pytest.mark.usefixtures("unmeasured")
@pytest.mark.parametrize("name", sorted(COMMANDS.keys() - NEED_A_SERVER))
def test_the_example_in_the_help_of_every_command_runs(
    testimonia: Command,
    capsys: pytest.CaptureFixture[str],
    checkout: Path,
    graph: Path,
    tmp_path: Path,
    name: str,
) -> None:
    for folder in ("output", "yesterday", "today"):
        shutil.copytree(graph, tmp_path / folder)
    (tmp_path / "examples").symlink_to(checkout / "examples")
    with pytest.raises(SystemExit):
        main([name, "--help"])
    shown = capsys.readouterr().out
    examples = [line.strip() for line in shown.split("example:\n")[1].splitlines()]
    assert examples
    for line in examples:
        ran = testimonia(*shlex.split(line)[1:])
        assert (ran.code, ran.told) == (0, "")
        assert ran.printed


def test_a_reader_that_has_seen_enough_ends_the_command_quietly(graph: Path) -> None:
    shell = f"{shlex.quote(sys.executable)} -m testimonia query claims {shlex.quote(str(graph))} | head -n 1"
    done = subprocess.run(["sh", "-c", shell], capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


def test_a_closed_pipe_is_told_by_the_exit_code_alone() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as pipe:
        command = [sys.executable, "-m", "testimonia", "query", "--list"]
        done = subprocess.run(command, stdout=pipe, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_full_disk_is_one_line(tmp_path: Path) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full on this system")
    with full.open("wb") as disk:
        command = [sys.executable, "-m", "testimonia", "query", "--list"]
        done = subprocess.run(
            command, stdout=disk, stderr=subprocess.PIPE, text=True, check=False, cwd=tmp_path
        )
    assert (done.returncode, done.stderr) == (2, "testimonia: standard output: no space left on device.\n")


@pytest.mark.usefixtures("unmeasured")  # measuring holds a lock for good where an interrupt meets it
def test_ctrl_c_is_one_line_and_leaves_no_draft(tmp_path: Path, example: Path) -> None:
    (tmp_path / "in").mkdir()
    for number in range(400):
        text = example.read_text(encoding="utf-8").replace("Akabar", f"Northford {number}")
        (tmp_path / "in" / f"{number}.txt").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "testimonia", "build", "in", "--output", "out"]
    # A job in the background of a shell ignores interrupts, and so would all that it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    begun = subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, before)
    while len(list(tmp_path.glob("out/*.ttl"))) < 3 and begun.poll() is None:
        time.sleep(0.01)
    begun.send_signal(signal.SIGINT)
    _, told = begun.communicate(timeout=60)
    assert begun.returncode == 130
    assert told.splitlines()[-1].startswith("testimonia: interrupted")
    assert "Traceback" not in told
    assert not list(tmp_path.rglob("*.draft"))
    assert (tmp_path / "out" / "manifest.json").is_file()


def test_a_mistake_in_the_program_is_one_line_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    try:
        dict[str, str]()["missing"]
    except KeyError as defect:
        _tell_defect(KeyError, defect, defect.__traceback__)
    told = capsys.readouterr().err
    assert told.startswith("testimonia: the program itself failed, please report it: KeyError: 'missing' at ")
    assert told.count("\n") == 1


def test_the_module_is_the_command() -> None:
    command = [sys.executable, "-m", "testimonia", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"testimonia {__version__}\n"

"""Running the command as a user does: words in; exit code, what is printed and what is told out."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest

from testimonia.cli import main


@dataclass(frozen=True)
class Ran:
    """What a command left behind."""

    code: int
    printed: str
    """On standard output."""
    told: str
    """On standard error."""


Command = Callable[..., Ran]


@pytest.fixture
def testimonia(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Command:
    """Run `testimonia WORDS...` in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*words: object) -> Ran:
        capsys.readouterr()
        code = main([str(word) for word in words])
        printed, told = capsys.readouterr()
        return Ran(code, printed, told)

    return run


@pytest.fixture(scope="session")
def graph(example: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that `build` makes of the example."""
    place = tmp_path_factory.mktemp("graph") / "output"
    assert main(["build", str(example), "--output", str(place), "--quiet"]) == 0
    return place


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., str]:
    """Run `testimonia WORDS...` on a real terminal of 100 columns and give what the screen gets."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.delenv("NO_COLOR", raising=False)

    def run(*words: object) -> str:
        master, slave = os.openpty()
        with ThreadPoolExecutor(1) as pool:
            screen = pool.submit(_read_all, master)
            with os.fdopen(slave, "w", encoding="utf-8") as terminal, monkeypatch.context() as patched:
                patched.setattr("sys.stdout", terminal)
                patched.setattr("sys.stderr", terminal)
                main([str(word) for word in words])
            return screen.result(timeout=60)

    return run


def _read_all(master: int) -> str:
    """Read a terminal until its other end is closed."""
    found = bytearray()
    try:
        while chunk := os.read(master, 4096):
            found += chunk
    except OSError:
        pass  # how Linux says that the other end is closed
    finally:
        os.close(master)
    return found.decode("utf-8").replace("\r\n", "\n")

"""Running the command as a user does: words in; exit code, what is printed and what is told out."""

from collections.abc import Callable
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

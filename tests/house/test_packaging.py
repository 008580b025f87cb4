"""What is shipped is what is in the checkout, and it works where it is installed."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

SHIPPED = ("ontology", "shapes")


def pip(*arguments: object) -> None:
    command = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, checkout)
    (built,) = folder.glob("testimonia-*.whl")
    return built


@pytest.fixture(scope="module")
def sdist(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sdist")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", str(folder)]
    subprocess.run(command, cwd=checkout, capture_output=True, check=True)
    (built,) = folder.glob("testimonia-*.tar.gz")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The commands of a fresh environment that has the wheel, and the dependencies of this one."""
    place = tmp_path_factory.mktemp("installed") / "venv"
    venv.create(place)
    pip("--python", place / "bin" / "python", "install", "--no-deps", "--no-index", wheel)
    site = next((place / "lib").glob("python*/site-packages"))
    # A folder named in a .pth file is searched last, and what its own .pth files say is not followed:
    # the checkout, which is installed there as editable, stays out of reach.
    dependencies = next(path for path in sys.path if Path(path, "pyoxigraph").is_dir())
    (site / "dependencies.pth").write_text(f"{dependencies}\n", encoding="utf-8")
    return place / "bin"


@pytest.mark.parametrize("folder", SHIPPED)
def test_the_wheel_ships_every_file_byte_for_byte(wheel: Path, checkout: Path, folder: str) -> None:
    with zipfile.ZipFile(wheel) as archive:
        prefix = f"testimonia/{folder}/"
        shipped = {
            n.removeprefix(prefix): archive.read(n) for n in archive.namelist() if n.startswith(prefix)
        }
    assert shipped == files_of(checkout / folder)
    assert shipped


@pytest.mark.parametrize("folder", SHIPPED)
def test_the_sdist_ships_every_file_byte_for_byte(sdist: Path, checkout: Path, folder: str) -> None:
    with tarfile.open(sdist) as archive:
        found = {
            Path(*Path(member.name).parts[2:]).as_posix(): extracted.read()
            for member in archive.getmembers()
            if Path(member.name).parts[1] == folder and (extracted := archive.extractfile(member))
        }
    assert found == files_of(checkout / folder)


def files_of(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize("folder", SHIPPED)
def test_no_code_lies_among_the_data(checkout: Path, folder: str) -> None:
    assert not list((checkout / folder).rglob("*.py"))


def test_the_wheel_holds_the_package_its_data_files_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
    assert {name.split("/")[0].split("-")[0] for name in names} == {"testimonia"}
    assert "testimonia/py.typed" in names
    assert [name for name in names if name.startswith("testimonia/lexicon/") and name.endswith(".tsv")]
    assert [name for name in names if name.startswith("testimonia/query/") and name.endswith(".rq")]


def test_the_installed_command_shows_its_help(installed: Path) -> None:
    done = subprocess.run([installed / "testimonia", "--help"], capture_output=True, text=True, check=True)
    assert "testimonia build" in done.stdout


def test_the_installed_command_builds_validates_and_answers(
    installed: Path, example: Path, tmp_path: Path
) -> None:
    for words in (
        ["build", str(example), "--output", "out"],
        ["validate", "out"],
        ["query", "claims", "out", "--format", "csv"],
    ):
        done = subprocess.run(
            [installed / "testimonia", *words], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_the_version_is_written_once_and_cited_truly(checkout: Path) -> None:
    import yaml

    from testimonia import __version__

    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    cited = yaml.safe_load((checkout / "CITATION.cff").read_text(encoding="utf-8"))
    assert "version" in project["dynamic"]
    assert cited["version"] == __version__
    assert f"## {__version__}" in (checkout / "CHANGELOG.md").read_text(encoding="utf-8")

"""What every room's tests share: where the checkout lies, the example's built graph, small dumps."""

from __future__ import annotations

import importlib
import os
import pkgutil
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

import testimonia

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from testimonia.pipeline import Built

ROOT = Path(__file__).resolve().parents[1]

# The same cases on every run and every machine: a property that fails, fails for everybody.
# Fifty of each, unless a test says otherwise: they are the same ones on every run, and time is short.
settings.register_profile("same everywhere", derandomize=True, deadline=None, max_examples=50)
settings.load_profile("same everywhere")


@pytest.fixture(scope="session", autouse=True)
def _own_caches(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what commands remember between runs out of the user's folders, and out of the next test run."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("caches")))
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture
def unmeasured() -> None:
    """Run a test at full speed, with its fixtures and the processes that it starts: their lines are not counted.

    Python 3.11 takes two or three times as long where lines are counted, in other people's code too. This is
    for tests that repeat what others have passed: the same rules on many real articles, other engines and
    other people's programs on the same graph, the commands of the documentation.
    """


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Count no lines from the first fixture of an `unmeasured` test to the last."""
    if "unmeasured" not in getattr(item, "fixturenames", ()):
        return (yield)
    with pytest.MonkeyPatch.context() as patch, _uncounted(item.config):
        patch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Generator[None, object, object]:
    """Count what our modules do when they are imported, and nothing else while the tests are gathered.

    Each worker gathers them all; with pytest's own lines watched, that took each four times as long.
    """
    for module in pkgutil.walk_packages(testimonia.__path__, "testimonia."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):  # an extra that is not installed
                importlib.import_module(module.name)
    with _uncounted(session.config):
        return (yield)


@contextmanager
def _uncounted(config: pytest.Config) -> Iterator[None]:
    """Count no lines meanwhile, if any are counted."""
    plugin = config.pluginmanager.getplugin("_cov")
    if not (plugin and plugin.cov_controller):
        yield
        return
    plugin.cov_controller.pause()
    try:
        yield
    finally:
        plugin.cov_controller.resume()


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def example() -> Path:
    """The article that README, demo and committed output show."""
    return ROOT / "examples" / "battle-of-akabar.txt"


@pytest.fixture(scope="session")
def built(example: Path) -> Built:
    """The example, built in all formats with the options of the demo."""
    from testimonia.pipeline import FORMATS, Options, build_article

    return build_article(example.read_bytes(), example.name, Options(formats=tuple(FORMATS)))


_SLOW = ("peers", "docs", "scale", "serve", "publish", "validate", "export", "cli")
"""Rooms whose tests wait for other programs or take seconds each."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the slow rooms, so that none of two workers ends with one of them while the other has nothing."""
    here = ROOT / "tests"
    places = {room: place for place, room in enumerate(_SLOW)}
    items.sort(key=lambda item: places.get(item.path.relative_to(here).parts[0], len(_SLOW)))


HEAD = """<mediawiki xmlns="http://www.mediawiki.org/xml/export-{schema}/" version="{schema}" xml:lang="en">
  <siteinfo>
    <sitename>Orrpedia</sitename>
    <dbname>orrwiki</dbname>
    <base>https://wiki.example.org/wiki/Main_Page</base>
    <generator>MediaWiki 1.39.0</generator>
    <namespaces>
      <namespace key="0" case="first-letter" />
      <namespace key="1" case="first-letter">Talk</namespace>
    </namespaces>
  </siteinfo>
"""
PAGE = """  <page>
    <title>{title}</title>
    <ns>{namespace}</ns>
    <id>{number}</id>{redirect}
    <revision>
      <id>{revision}</id>
      <timestamp>{timestamp}</timestamp>
      <contributor>
        <username>Ann</username>
        <id>7</id>
      </contributor>
      <model>wikitext</model>
      <format>text/x-wiki</format>
      <text bytes="{size}" xml:space="preserve">{text}</text>
    </revision>
  </page>
"""
BATTLE = "{{Infobox military conflict\n| conflict = Raid on Orr\n}}\n'''Orr''' was raided on 3 May 1998."


def make_page(title: str, text: str = BATTLE, *, namespace: int = 0, redirect: str = "", **said: str) -> str:
    return PAGE.format(
        title=escape(title),
        text=escape(text),
        size=len(text.encode()),
        namespace=namespace,
        number=11,
        redirect=f'\n    <redirect title="{escape(redirect)}" />' if redirect else "",
        revision=said.get("revision", "12"),
        timestamp=said.get("timestamp", "2020-07-10T14:05:14Z"),
    )


def make_dump(*pages: str, schema: str = "0.11") -> bytes:
    return f"{HEAD.format(schema=schema)}{''.join(pages)}</mediawiki>\n".encode()


@pytest.fixture(scope="session")
def page() -> Callable[..., str]:
    """Makes the XML of a page of an invented wiki: `page(title, text, namespace=0, redirect="")`."""
    return make_page


@pytest.fixture(scope="session")
def dump() -> Callable[..., bytes]:
    """Makes an export of pages: `dump(page("A"), page("B"))`."""
    return make_dump


@pytest.fixture
def on_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[..., str]:
    """Run `testimonia WORDS...` on a real terminal of 100 columns and give what the screen gets."""
    from testimonia.cli import main

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

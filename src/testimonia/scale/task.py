"""One article on its way: what a worker gets, and what becomes of it.

`attempt` is the per-article function of everything that builds many articles: of one process, of
several, and of a cluster. What goes in is bytes, what comes out is bytes or one sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from testimonia.errors import TestimoniaError
from testimonia.pipeline import build_article, build_page
from testimonia.scale.gate import pass_gate

if TYPE_CHECKING:
    from testimonia.pipeline import Built, Options
    from testimonia.read.dump import Site
    from testimonia.scale.gate import Refused

__all__ = ["Outcome", "Task", "attempt"]

_DEFECTS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a mistake in a rule raises: a strange article among thousands must not cost the others."""


@dataclass(frozen=True, slots=True)
class Task:
    """An article to be built."""

    source: str
    """The file, as the user named it."""
    data: bytes
    """The file, or the XML of a page of a dump."""
    page: str = ""
    """The title of the page; "" for a file that is an article itself."""
    site: Site | None = None
    """The wiki that the page is of."""
    repeated: int = 0
    """How many pages of the same title the dump has had before."""

    @property
    def name(self) -> str:
        """What tells the article from every other of a run."""
        again = f" ({self.repeated + 1})" if self.repeated else ""
        return f"{self.source}, page «{self.page}»{again}" if self.page else self.source

    def text(self) -> str:
        """Give the text that offsets count in; raises InputError when it cannot be read."""
        from testimonia.read import decode_text
        from testimonia.read.dump import read_page

        return (
            decode_text(self.data, self.name) if self.site is None else read_page(self.data, self.name).text
        )

    @property
    def sha256(self) -> str:
        """The SHA-256 of everything that the article is made of, in lower-case hexadecimal."""
        digest = sha256(self.data)
        if self.site:
            digest.update(repr((self.site.name, self.site.base)).encode())
        return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one article."""

    source: str
    """What tells the article from every other of a run."""
    state: Literal["built", "unchanged", "failed", "quarantined"]
    counts: dict[str, int] = field(default_factory=dict)
    """How many events, claims, … were found; empty if the article was not built."""
    problem: str = ""
    """Why the article failed or was refused, in one sentence; empty if it was not."""
    page: str = ""
    """The title of the page of a dump."""


def attempt(task: Task, options: Options) -> Built | Refused | str:
    """Build an article and hold it against the shapes, or say in one sentence why it cannot be built."""
    try:
        return pass_gate(_build(task, options), options.shapes)
    except TestimoniaError as error:
        return str(error)
    except _DEFECTS as defect:
        return f"{task.name}: the program itself failed on this article, please report it: {_place(defect)}."


def _build(task: Task, options: Options) -> Built:
    if task.site is None:
        return build_article(task.data, task.source, options)
    return build_page(task.data, task.site, task.source, options)


def _place(defect: BaseException) -> str:
    """Say what went wrong and in which line of the program, for a report."""
    trace = defect.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f" in {Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else ""
    return f"{type(defect).__name__}: {defect}{where}"

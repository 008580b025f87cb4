"""Articles through the pipeline, one after the other or several at once, in the order given.

A few articles are ahead of the writing at any time, no more, so that memory does not grow with the number
of articles. Only the first process writes, in the order of the sources: what is written does not depend
on how many others work for it.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from testimonia.scale.aliases import Aliases
from testimonia.scale.gate import Refused
from testimonia.scale.task import Outcome, attempt
from testimonia.workforce import ahead, workforce

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from testimonia.pipeline import Built, Options
    from testimonia.scale.folder import OutputFolder
    from testimonia.scale.reading import Reading
    from testimonia.scale.stream import OutputStream
    from testimonia.scale.task import Task
    from testimonia.workforce import Begin

    Output = OutputFolder | OutputStream
    Pending = Callable[[], Outcome]
    """Waits for an article, writes it and tells what became of it."""
    Attempt = Callable[[], Built | Refused | str]
    """Waits for an article and gives what was built or refused, or why neither, in one sentence."""

__all__ = ["build_articles"]


def build_articles(
    reading: Reading, output: Output, options: Options, workers: int = 1
) -> Generator[Outcome]:
    """Build every article into a folder or stream, giving the outcomes in the order of the sources.

    Close the iterator (`contextlib.closing`) to stop early: what is written stays, and the manifest
    tells of it. Raises OutputError when that cannot be written.
    """
    aliases = reading.aliases = Aliases()
    try:
        with workforce(workers) as begin:
            line = _Line(output, options, begin)
            for finish in ahead(map(line.send, reading), 2 * workers):
                outcome = finish()
                alone = reading.files == 1 and not reading.pages
                if outcome.problem and not alone:  # of one article the message says it all
                    output.fail(outcome)
                yield outcome
        output.write_beside(aliases.files(options))
    finally:
        aliases.close()
        output.save()


class _Line:
    """Sends articles on their way, each text once."""

    def __init__(self, output: Output, options: Options, begin: Begin) -> None:
        self._output = output
        self._options = options
        self._begin = begin
        self._sent: set[bytes] = set()
        """Hashes of the texts of this run: a copy must not race with its original."""

    def send(self, item: Task | Outcome) -> Pending:
        """Send an article on its way; calling the answer waits for its end and writes it."""
        if isinstance(item, Outcome):
            return lambda: item
        digest = item.sha256
        copy = bytes.fromhex(digest) in self._sent
        self._sent.add(bytes.fromhex(digest))
        if copy or self._output.unchanged(digest, self._options):
            return partial(self._keep, item, digest, copy=copy)
        return partial(self._finish, item, self._begin(attempt, item, self._options))

    def _keep(self, task: Task, digest: str, *, copy: bool) -> Outcome:
        """Tell of an article that is built already, unless what came before it has changed that."""
        entry = self._output.known(digest)
        if entry is None:
            return self._finish(task, self._begin(attempt, task, self._options))
        if not copy:
            self._output.rename(entry, task.name)
        return Outcome(task.name, "unchanged", entry.counts, page=task.page)

    def _finish(self, task: Task, wait: Attempt) -> Outcome:
        built = wait()
        if isinstance(built, str):
            return Outcome(task.name, "failed", problem=built, page=task.page)
        if isinstance(built, Refused):
            problem = built.problem(task.name, self._output.refuse(task, built))
            return Outcome(task.name, "quarantined", problem=problem, page=task.page)
        self._output.write(task, built, self._options)
        return Outcome(task.name, "built", built.counts, page=task.page)

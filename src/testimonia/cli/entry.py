"""Where the command begins and ends: the parser, the exit code, the one line when it goes wrong."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING, NoReturn

from testimonia import __version__
from testimonia.cli import (
    authority,
    build,
    compare,
    diff,
    estimate,
    explain,
    export,
    fetch,
    load,
    publish,
    query,
    reconcile,
    report,
    review,
    serve,
    show,
    store,
    validate,
)
from testimonia.errors import TestimoniaError, UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

__all__ = ["main", "make_parser"]

COMMANDS = {
    "fetch": fetch,
    "build": build,
    "show": show,
    "validate": validate,
    "store": store,
    "query": query,
    "explain": explain,
    "diff": diff,
    "compare": compare,
    "estimate": estimate,
    "report": report,
    "reconcile": reconcile,
    "review": review,
    "export": export,
    "publish": publish,
    "serve": serve,
    "load": load,
    "authority": authority,
}
"""Every command by name, in the order of the road and of `--help`."""

EXAMPLE = """\
example:
  testimonia build examples/battle-of-akabar.txt --output output
  testimonia show output

`testimonia COMMAND --help` tells more and shows an example."""

_INTERRUPTED = 130
"""128 + SIGINT, as shells count."""
_PIPE_CLOSED = 141
"""128 + SIGPIPE, as shells count."""


class _Parser(argparse.ArgumentParser):
    """A parser that raises its complaint, so that it is told in one line like any other."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}; see `{self.prog} --help`.")


class _Columns(argparse.RawDescriptionHelpFormatter):
    """Leaves room for the indent of commands, which argparse forgets: the longest would break its line."""

    def format_help(self) -> str:
        self._action_max_length += self._indent_increment
        return super().format_help()


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command, `sys.argv` by default, and give its exit code (0, 1 or 2; 130 when interrupted)."""
    sys.excepthook = _tell_defect
    try:
        code = _run(argv)
        sys.stdout.flush()
    except TestimoniaError as error:
        return _tell(str(error), 2)
    except BrokenPipeError:
        return _close_pipe()
    except OSError as error:
        return _tell(f"{error.filename or 'standard output'}: {(error.strerror or str(error)).lower()}.", 2)
    except KeyboardInterrupt:
        return _tell("interrupted; what is written is whole, run the command again to go on.", _INTERRUPTED)
    return code


def make_parser() -> argparse.ArgumentParser:
    """Make the parser of the whole command line."""
    parser = _Parser(
        prog="testimonia",
        description="Turn articles about battles into a graph of claims: who says what, of whom, and where.",
        epilog=EXAMPLE,
        formatter_class=_Columns,
    )
    parser.add_argument("--version", action="version", version=f"testimonia {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="command", required=True)
    for name, command in COMMANDS.items():
        command.configure(
            commands.add_parser(
                name,
                help=command.SUMMARY,
                description=command.__doc__,
                epilog=command.EXAMPLE,
                formatter_class=argparse.RawDescriptionHelpFormatter,
            )
        )
    return parser


def _run(argv: Sequence[str] | None) -> int:
    arguments = make_parser().parse_args(argv)
    code: int = COMMANDS[arguments.command].run(arguments)
    return code


def _tell(sentence: str, code: int) -> int:
    one_line = " ".join(sentence.split())
    print(f"testimonia: {one_line}", file=sys.stderr)
    return code


def _close_pipe() -> int:
    """End quietly when the reader of our output, such as `head`, has seen enough."""
    # Python flushes standard output once more at exit, and would complain again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _PIPE_CLOSED


def _tell_defect(kind: type[BaseException], defect: BaseException, trace: TracebackType | None) -> None:
    """Tell of a mistake in the program in one line, with the place for a report."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f" at {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
    _tell(f"the program itself failed, please report it: {kind.__name__}: {defect}{place}.", 1)

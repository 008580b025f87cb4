"""The command line: one file a command, which parses, calls, prints and gives the exit code.

Exit codes: 0 fine, 1 does not conform or some articles failed, 2 wrong use or unreadable input.
Whatever goes wrong is one line on standard error. Nothing heavy is imported before a command needs
it, so that `--help` answers at once.
"""

from testimonia.cli.entry import main

__all__ = ["main"]

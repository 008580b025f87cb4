"""Standard output in place of a file: what `--output -` means in every command that writes one."""

from __future__ import annotations

import sys

__all__ = ["is_printed", "print_bytes"]


def is_printed(output: str | None) -> bool:
    """Tell whether an answer goes to standard output: "-", or no file is named."""
    return output is None or output == "-"


def print_bytes(data: bytes) -> None:
    """Write bytes as they are: the text layer would turn the line ends of CSV into others."""
    sys.stdout.flush()
    sys.stdout.buffer.write(data)

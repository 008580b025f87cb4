"""The reference of the command line, made from its parser."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from testimonia.cli.entry import make_parser

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["write"]

_HEAD = "| command | what it does |\n|---|---|\n"


def write() -> str:
    """Write an overview, then each command with usage, arguments and examples."""
    parser = make_parser()
    chosen = next(a for a in parser._actions if isinstance(a, argparse._SubParsersAction))  # noqa: SLF001
    summaries = {action.dest: action.help or "" for action in chosen._choices_actions}  # noqa: SLF001
    overview = "".join(f"| [`{name}`](#{name}) | {summaries[name]} |\n" for name in chosen.choices)
    return _HEAD + overview + "".join(_section(name, one) for name, one in chosen.choices.items())


def _section(name: str, parser: argparse.ArgumentParser) -> str:
    example = "\n".join(line.strip() for line in (parser.epilog or "").splitlines()[1:])
    return "\n".join([
        f"\n## {name}",
        (parser.description or "").strip(),
        "",
        f"```text\n{parser.format_usage().removeprefix('usage: ').rstrip()}\n```",
        "",
        "| argument | what it is |",
        "|---|---|",
        *_rows(parser),
        "",
        f"```text\n{example}\n```",
        "",
    ])  # fmt: skip


def _rows(parser: argparse.ArgumentParser) -> Iterator[str]:
    formatter = parser._get_formatter()  # noqa: SLF001
    for action in parser._actions:  # noqa: SLF001
        told = formatter._expand_help(action) if action.help else ""  # noqa: SLF001
        yield f"| {_names(action, formatter)} | {_cell(told)} |"


def _names(action: argparse.Action, formatter: argparse.HelpFormatter) -> str:
    """Name an argument as it is typed, each form with its value."""
    plain = formatter._get_default_metavar_for_optional(action)  # noqa: SLF001
    if not action.option_strings:
        return f"`{_cell(formatter._format_args(action, action.dest))}`"  # noqa: SLF001
    value = "" if action.nargs == 0 else f" {formatter._format_args(action, plain)}"  # noqa: SLF001
    return ", ".join(f"`{_cell(option + value)}`" for option in action.option_strings)


def _cell(words: str) -> str:
    return " ".join(words.split()).replace("|", "\\|").replace("<", "&lt;")

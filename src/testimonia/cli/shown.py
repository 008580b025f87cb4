"""What `publish` and `serve` are both told about their pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from testimonia.validate import Texts

__all__ = ["add_page_options", "page_options"]


def add_page_options(parser: argparse.ArgumentParser) -> None:
    """Declare the options."""
    parser.add_argument(
        "--text",
        action="append",
        default=[],
        metavar="PATH",
        help="articles or dumps that the graph was read from, to be shown whole (default: where they lay)",
    )
    parser.add_argument(
        "--estimates", metavar="POLICY", help="estimate figures under a policy, such as ucdp (see `estimate`)"
    )
    parser.add_argument(
        "--lang",
        default="en-GB",
        metavar="TAG",
        help="how days and numbers are written (default: %(default)s)",
    )


def page_options(arguments: argparse.Namespace) -> tuple[Texts, str, str]:
    """Give the texts that are at hand, the language and the policy."""
    from pathlib import Path

    from testimonia.scale import texts_of
    from testimonia.validate import Texts

    texts = Texts(texts_of(arguments.text))
    texts.add_built(Path(arguments.graph))
    return texts, arguments.lang, arguments.estimates or ""

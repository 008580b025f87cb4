"""How Sphinx makes the documentation site: `make docs`, with warnings as errors.

Nothing is fetched from elsewhere. Pages are Markdown that reads well in a clone, too; where one says
`<!-- made: NAME -->`, the site has what is made from the code at that very moment, and where one says
`<!-- include: FILE -->`, a file of the clone.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

from made import codes, commands, python_names, questions  # noqa: E402 - found by the line above

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "Testimonia"
author = "The Testimonia contributors"
copyright = "The Testimonia contributors; quotes from Wikipedia under CC BY-SA 4.0"  # noqa: A001 - Sphinx's name
language = "en"

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx_copybutton"]
exclude_patterns = ["made"]
nb_execution_mode = "off"  # a test runs the notebook; the site shows what it drew
myst_heading_anchors = 3
default_role = "code"  # docstrings write `name`, as Markdown does
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
autodoc_member_order = "bysource"
autodoc_default_options = {"members": True}
add_module_names = False
copybutton_prompt_text = "$ "
copybutton_only_copy_prompt_lines = True
smartquotes = False  # words in quotes are often code
highlight_language = "text"

html_theme = "furo"
html_title = "Testimonia"
html_static_path = ["pictures"]
html_css_files = ["site.css"]
html_logo = "pictures/mark.svg"
html_favicon = "pictures/mark.svg"
html_show_sphinx = False
html_copy_source = False
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#1f5d99", "color-brand-content": "#1f5d99"},
    "dark_css_variables": {"color-brand-primary": "#8bbcec", "color-brand-content": "#8bbcec"},
}

MADE = {
    "codes": codes.write,
    "commands": commands.write,
    "python": python_names.write,
    "questions": questions.write,
}
"""What is made from the code, by the name that a page asks for it."""

_MADE = re.compile(r"<!-- made: (?P<name>\w+) -->")
_INCLUDE = re.compile(r"<!-- include: (?P<path>\S+) -->")
_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_TITLE = re.compile(r'^(?P<fence> *```)(?P<language>\w+) title="(?P<name>[^"]+)"$', re.MULTILINE)
_SHAPES = re.compile(r"\(\.\./shapes\)")
"""The folder of the shapes: on the site, the page of their codes."""


def fill(markdown: str) -> str:
    """Put into a page what is made or included, and name the files that its blocks show."""
    filled = _MADE.sub(lambda mark: MADE[mark["name"]](), markdown)
    filled = _INCLUDE.sub(lambda mark: _lowered(HERE.parent / mark["path"]), filled)
    return _TITLE.sub(_captioned, _SHAPES.sub("(codes.md)", filled))


def _lowered(path: Path) -> str:
    """Read a page of the clone with its headings one step lower."""
    return _HEADING.sub(r"#\1 ", path.read_text(encoding="utf-8")).rstrip()


def _captioned(fence: re.Match[str]) -> str:
    margin = fence["fence"].removesuffix("```")
    return f"{fence['fence']}{{code-block}} {fence['language']}\n{margin}:caption: {fence['name']}\n"


def _fill_source(_: Sphinx, __: str, source: list[str]) -> None:
    source[0] = fill(source[0])


def setup(app: Sphinx) -> None:
    """Let Sphinx show each page as it is filled."""
    app.connect("source-read", _fill_source)

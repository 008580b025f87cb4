"""Characters in, Article out: text is never altered, every part keeps its true offsets.

`read_article` takes bytes or text, `read_path` a file. Three forms are known: `plain`, `wikitext`,
`prose`; `recognise_form` tells them by content.
"""

from testimonia.read.article import read_article, read_path
from testimonia.read.coordinates import parse_coordinates
from testimonia.read.form import recognise_form
from testimonia.read.keys import normalise_key
from testimonia.read.meanings import Rows, load_templates, meanings_of
from testimonia.read.sections import is_back_matter
from testimonia.read.source import decode_text
from testimonia.read.titles import page_title

__all__ = [
    "Rows",
    "decode_text",
    "is_back_matter",
    "load_templates",
    "meanings_of",
    "normalise_key",
    "page_title",
    "parse_coordinates",
    "read_article",
    "read_path",
    "recognise_form",
]

"""Words that mean saying, killing, forces, vagueness, offices, media and demonyms, as data files.

Each file beside this module is a table of tab-separated cells; `README.md` tells its columns.
`rows` gives one of them, checked and cached; `word_set` one set of words of a table of sets.
"""

from testimonia.lexicon.load import names, parse, rows
from testimonia.lexicon.sets import forms, function_tags, least, peoples, plural_of, word_set

__all__ = ["forms", "function_tags", "least", "names", "parse", "peoples", "plural_of", "rows", "word_set"]

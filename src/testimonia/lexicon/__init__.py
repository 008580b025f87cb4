"""Words that mean saying, killing, forces, vagueness, offices, media and demonyms, as data files.

Each file beside this module is a table of tab-separated cells; `README.md` tells its columns.
`rows` gives one of them, checked and cached.
"""

from testimonia.lexicon.load import names, rows

__all__ = ["names", "rows"]

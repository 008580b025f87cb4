"""What kind of equipment a claim counts, without how many, whose and in what state.

example          42 tanks → tanks · at least eight aircraft → aircraft · six 81 mm mortars → 81 mm mortars
example          a destroyed tank → tank · nine Russian planes → planes · a total of 46 guns → guns
counter-example  the Roebuck → Roebuck: a name is kept · Twenty, it: no kind is told
"""

from testimonia.extract.actors.naming import is_demonym
from testimonia.extract.numbers import parse_number
from testimonia.extract.tokens import tokenize
from testimonia.lexicon import function_tags, word_set
from testimonia.model import Quantity

__all__ = ["kind_of_item"]

_LOOSE = word_set("grammar", "loose")
_PRONOUNS = frozenset({"it", "one", "ones", "they", "them"})


def kind_of_item(words: str, quantity: Quantity) -> str | None:
    """Take figure, small words and owner off the words of an item; None where nothing else is told."""
    _, _, rest = words.partition(quantity.verbatim)
    left = rest if rest.strip() else words
    tokens = tokenize(left)
    while tokens and (tokens[0].low in function_tags() or tokens[0].low in _LOOSE):
        del tokens[0]
    while len(tokens) > 1 and is_demonym(tokens[0].text):
        del tokens[0]
    number = parse_number(tokens, 0) if tokens else None
    untold = not tokens or tokens[0].low in _PRONOUNS or (number is not None and number.last == len(tokens))
    return None if untold else left[tokens[0].start :].strip()

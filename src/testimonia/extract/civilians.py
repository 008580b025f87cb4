"""Whether "people" are civilians: what was hit tells.

example          a missile hit a residential building, killing four people
counter-example  ten people were killed in the clashes
"""

import re

from testimonia.extract.sentences import Sentence

__all__ = ["civilian_setting"]

_TARGETS = re.compile(
    r"\b(?:residential|apartment|dormitor|house|houses|homes?|civilian|hospital|clinic|school|kindergarten|market|bus|bakery|breadline|"
    r"mosque|church|shop|shopping|mall|cafe|restaurant|theatre|theater|neighbou?rhood|villagers?|residents|funeral|wedding|protest|"
    r"demonstrat|refugee|passenger|train station|bus stop|storey|playground|supermarket|hotel|university|families|family)\w*",
    re.IGNORECASE,
)


def civilian_setting(sentence: Sentence) -> bool:
    """Tell whether a sentence is about harm done at a civilian place or to civilians."""
    return _TARGETS.search(sentence.shown) is not None

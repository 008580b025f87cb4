"""Quads and shapes in, a report out: what is wrong, in a sentence, and where the article says so.

Every result has the code of a shape in shapes/ (`C203`), a severity, a sentence for people, and the
words of the article from which the thing at fault was read. `check_quotes` compares the quotes of a
graph with the text itself, which no shape can see.
"""

from testimonia.validate.graph import validate_graph
from testimonia.validate.quotes import check_quotes
from testimonia.validate.report import Report, Result, Severity, Source
from testimonia.validate.rulebook import Rule, shape_rules

__all__ = [
    "Report",
    "Result",
    "Rule",
    "Severity",
    "Source",
    "check_quotes",
    "shape_rules",
    "validate_graph",
]

"""Quads and shapes in, a report out: what is wrong, in a sentence, and where the article says so.

`validate_graph` holds one graph against the shapes; a `Checker` takes files, folders, standard input and
endpoints, each article on its own, and remembers what it has seen. Every result has the code of a shape
in shapes/ (`C203`), a severity, a sentence for people, and the words of the article from which the thing
at fault was read. `check_quotes` compares the quotes of a graph with the text itself, which no shape sees.

    shape, translate, components, constraints   shapes, taken apart and asked as SPARQL
    engine, sets, reference, fast               who does the work
    report, lines, turtle, record, sarif        what is found, for people and for programs
    check, known, texts, endpoint               many graphs, and where they come from
"""

from testimonia.validate.check import Checked, Checker
from testimonia.validate.graph import validate_graph
from testimonia.validate.known import KnownReports, usual_place
from testimonia.validate.lines import WORDS, count_words, report_lines
from testimonia.validate.quotes import check_quotes
from testimonia.validate.record import as_record, graphs_record
from testimonia.validate.report import Report, Result, Severity, Source
from testimonia.validate.rulebook import Rule, shape_rules
from testimonia.validate.sarif import as_sarif
from testimonia.validate.texts import Texts
from testimonia.validate.turtle import report_turtle

__all__ = [
    "WORDS",
    "Checked",
    "Checker",
    "KnownReports",
    "Report",
    "Result",
    "Rule",
    "Severity",
    "Source",
    "Texts",
    "as_record",
    "as_sarif",
    "check_quotes",
    "count_words",
    "graphs_record",
    "report_lines",
    "report_turtle",
    "shape_rules",
    "usual_place",
    "validate_graph",
]

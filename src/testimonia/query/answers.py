"""Answers: columns and rows for reading, and the standard forms for other programs."""

import json
from dataclasses import dataclass, field
from typing import Literal

from testimonia.errors import QueryError
from testimonia.vocab import PREFIXES

__all__ = ["FORMS", "Answer", "AnswerForm"]

AnswerForm = Literal["table", "boolean", "graph"]

FORMS: tuple[str, ...] = ("csv", "json", "xml", "turtle")
"""Forms that `Answer.write` knows; a table is drawn from `columns` and `rows`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question.

    A SELECT gives a row for each solution; an ASK gives the one row "true" or "false" under
    "answer"; CONSTRUCT and DESCRIBE give a row for each triple, sorted.
    """

    form: AnswerForm
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """IRIs and literals as plain strings; "" where a column is not bound."""
    source: bytes = field(repr=False, default=b"")
    """The whole answer, with datatypes: SPARQL results JSON, or sorted N-Triples for a graph."""

    def records(self) -> list[dict[str, str]]:
        """Give each row as its cells by column."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]

    def write(self, form: str) -> str:
        """Write the answer in one of FORMS. Raises QueryError where the answer cannot take it."""
        writers = {"csv": self.csv, "json": self.json, "xml": self.xml, "turtle": self.turtle}
        if form not in writers:
            raise QueryError(f"«{form}» is not a form of an answer; there are table, {', '.join(FORMS)}.")
        return writers[form]()

    def csv(self) -> str:
        """Give comma-separated values with a heading row.

        As SPARQL 1.1 asks for: RFC 4180, so rows end in CR LF, and a cell with a comma, quotation
        mark or line break is quoted.
        """
        from csv import writer
        from io import StringIO

        buffer = StringIO()
        lines = writer(buffer, lineterminator="\r\n")
        lines.writerow(self.columns)
        lines.writerows(self.rows)
        return buffer.getvalue()

    def json(self) -> str:
        """Give SPARQL 1.1 Query Results JSON."""
        if self.form == "graph":
            raise QueryError("The answer is a graph, which has no form in JSON here; ask for turtle.")
        return json.dumps(json.loads(self.source), ensure_ascii=False, indent=1) + "\n"

    def xml(self) -> str:
        """Give SPARQL Query Results XML."""
        from pyoxigraph import QueryResultsFormat, parse_query_results

        if self.form == "graph":
            raise QueryError("The answer is a graph, which has no form in XML here; ask for turtle.")
        parsed = parse_query_results(self.source, format=QueryResultsFormat.JSON)
        return _text(parsed.serialize(format=QueryResultsFormat.XML)) + "\n"

    def turtle(self) -> str:
        """Give the triples in Turtle, sorted, with our prefixes."""
        from pyoxigraph import RdfFormat, parse, serialize

        if self.form != "graph":
            raise QueryError("The answer is a table, not a graph; Turtle needs CONSTRUCT or DESCRIBE.")
        triples = (quad.triple for quad in parse(self.source, format=RdfFormat.N_TRIPLES))
        return _text(serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES))


def _text(data: bytes | None) -> str:
    return (data or b"").decode()

"""Asking: a name, a file or SPARQL text in, an `Answer` out."""

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, cast

from testimonia.errors import QueryError
from testimonia.query.answers import Answer
from testimonia.query.engine import run
from testimonia.query.named import list_queries, named_query

if TYPE_CHECKING:
    from collections.abc import Callable

    from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

__all__ = ["ask"]

_OPENS_SPARQL = ("{", "(", "?", "<")


def ask(store: "Store", question: str, known: "Callable[[str], bytes | None]" = lambda _: None) -> Answer:
    """Answer a question: the name of a named query, a path to an .rq file, or SPARQL text.

    The text may be a SELECT, ASK, CONSTRUCT or DESCRIBE; it is asked over all graphs of the store
    taken together, unless it names graphs itself. Our prefixes need not be declared. `known` gives
    the answer to a SPARQL text, as results in JSON, where it is known already (`Kept.known`). Raises
    QueryError, naming line and words, where the question is unknown or cannot be answered.
    """
    from pyoxigraph import QueryBoolean, QuerySolutions

    name, sparql = _resolve(question)
    if (source := known(sparql)) is not None:
        return _read_table(source)
    results = run(store, sparql, name)
    try:
        if isinstance(results, QuerySolutions):
            return _table(results)
        return _boolean(results) if isinstance(results, QueryBoolean) else _graph(results)
    except (OSError, RuntimeError, ValueError) as error:
        # Solutions are found while they are read, so a failing SERVICE shows only here.
        raise QueryError(f"{name}: cannot be answered: {error}.") from error


def _resolve(question: str) -> tuple[str, str]:
    """Give how messages call the question, and its SPARQL."""
    named = named_query(question)
    if named:
        return named.name, named.sparql
    if question.endswith(".rq"):
        return question, _read(Path(question))
    if any(sign in question for sign in _OPENS_SPARQL):
        return "query", question
    names = [query.name for query in list_queries()]
    close = get_close_matches(question.lower(), names, n=1)
    hint = f"did you mean «{close[0]}»?" if close else f"there are {', '.join(names)}."
    raise QueryError(f"«{question}» is no named query, .rq file or SPARQL; {hint}")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise QueryError(f"{path}: cannot be read: {error.strerror or error}.") from error
    except UnicodeDecodeError as error:
        raise QueryError(f"{path}: is not UTF-8 text (byte {error.start}).") from error


def _table(found: "QuerySolutions") -> Answer:
    from pyoxigraph import QueryResultsFormat

    return _read_table(found.serialize(format=QueryResultsFormat.JSON) or b"")


def _read_table(source: bytes) -> Answer:
    from pyoxigraph import QueryResultsFormat, parse_query_results

    again = cast("QuerySolutions", parse_query_results(source, format=QueryResultsFormat.JSON))
    columns = tuple(variable.value for variable in again.variables)
    rows = tuple(tuple("" if term is None else _plain(term) for term in row) for row in again)
    return Answer("table", columns, rows, source)


def _plain(term: object) -> str:
    """Give an IRI or literal without brackets, quotation marks and datatype."""
    value = getattr(term, "value", None)
    return value if isinstance(value, str) else str(term)


def _boolean(found: "QueryBoolean") -> Answer:
    from pyoxigraph import QueryResultsFormat

    source = found.serialize(format=QueryResultsFormat.JSON) or b""
    return Answer("boolean", ("answer",), (("true" if found else "false",),), source)


def _graph(found: "QueryTriples") -> Answer:
    lines = sorted({f"{triple} .\n": triple for triple in found}.items())
    rows = tuple((_plain(t.subject), _plain(t.predicate), _plain(t.object)) for _, t in lines)
    return Answer(
        "graph", ("subject", "predicate", "object"), rows, "".join(line for line, _ in lines).encode()
    )

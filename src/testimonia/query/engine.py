"""The border to pyoxigraph: SPARQL in, results out, its errors told as ours."""

import re
from typing import TYPE_CHECKING, cast

from testimonia.errors import QueryError
from testimonia.graphs import is_whole
from testimonia.query.named import part
from testimonia.vocab import BASE, PREFIXES

if TYPE_CHECKING:
    from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, QueryTriples, Store

__all__ = ["base_of", "run", "solutions", "whole"]

_POSITION = re.compile(r"error at (?P<line>\d+):(?P<column>\d+): (?P<rest>.*)", re.DOTALL)
_NAMES_GRAPHS = re.compile(r"\b(?:GRAPH|FROM(?:\s+NAMED)?)\s*(?:[?$<]|\w*:)", re.IGNORECASE)
"""GRAPH ?g, FROM <…>, FROM NAMED ex:g."""
_READ = {"Prefix not found": ("unknown prefix", " "), "IRI parsing failed": ("broken IRI", "<")}
"""What the parser has read already and stands behind: the reason, and how the words at fault begin."""
_IN_WORDS = re.compile(r"[A-Z][\w' ]* [\w' .]+")
"""A reason such as "Duplicated variable name in SELECT", among signs and keywords."""
_AROUND = 40
"""How many characters of a query are shown from where it does not parse."""


def run(store: "Store", sparql: str, name: str) -> "QuerySolutions | QueryBoolean | QueryTriples":
    """Evaluate SPARQL over the whole of a store, with our prefixes at hand.

    `name` is how messages call the query. Raises QueryError where it does not parse or cannot run.
    """
    asked = store if _NAMES_GRAPHS.search(sparql) else whole(store)
    try:
        return asked.query(sparql, prefixes=PREFIXES, use_default_graph_as_union=not is_whole(asked))
    except SyntaxError as error:
        raise QueryError(_where(name, sparql, str(error))) from error
    except (OSError, RuntimeError, ValueError) as error:
        raise QueryError(f"{name}: cannot be answered: {error}.") from error


def solutions(store: "Store", sparql: str, **given: str) -> list[dict[str, str]]:
    """Answer one of our own SELECT queries, with IRIs in place of its $names, as rows by column.

    They are put into the text, not bound to variables, so that the query is planned from them.
    Raises QueryError where one is no IRI.
    """
    for name, iri in given.items():
        sparql = sparql.replace(f"${name}", str(_node(iri)))
    found = cast("QuerySolutions", store.query(sparql, use_default_graph_as_union=not is_whole(store)))
    names = [variable.value for variable in found.variables]
    return [
        {name: "" if value is None else value.value for name, value in zip(names, row, strict=True)}
        for row in found
    ]


def base_of(store: "Store") -> str:
    """Give what the IRIs of a graph begin with, told by its articles; our own base where it has none."""
    rows = solutions(store, part("base"))
    return rows[0]["article"].rpartition("article/")[0] if rows else BASE


def _node(iri: str) -> "NamedNode":
    from pyoxigraph import NamedNode

    try:
        return NamedNode(iri)
    except ValueError as error:
        raise QueryError(f"«{iri}» is not an IRI: {error}.") from error


def whole(store: "Store") -> "Store":
    """Give a store whose default graph is the whole: each triple once.

    pyoxigraph's union default graph gives a triple once for every named graph that holds it, so
    that counts would be wrong, and joins over what many articles share would grow without end. A
    store without named graphs, and one that was made with such a default graph, is given as it is.
    """
    from pyoxigraph import RdfFormat, Store

    if is_whole(store) or next(iter(store.named_graphs()), None) is None:
        return store
    found = store.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", use_default_graph_as_union=True)
    triples = cast("QueryTriples", found).serialize(format=RdfFormat.N_TRIPLES)
    merged = Store()
    merged.bulk_load(triples or b"", RdfFormat.N_TRIPLES)
    return merged


def _where(name: str, sparql: str, message: str) -> str:
    """Say in one sentence at which line and words the query does not parse."""
    found = _POSITION.search(message)
    if found is None:
        return f"{name}: is not SPARQL: {' '.join(message.split())}."
    number, column = int(found["line"]), int(found["column"])
    lines = sparql.splitlines() or [""]
    line = lines[min(number, len(lines)) - 1]
    before, rest = line[: column - 1].strip(), line[column - 1 : column - 1 + _AROUND].strip()
    for sign, (reason, opening) in _READ.items():
        if sign in found["rest"]:
            return f"{name}:{number}: {reason} in «{before[max(0, before.rfind(opening)) :].strip()}»."
    words = f"«{rest}»" if rest else f"the end of «{before[-_AROUND:]}»"
    return f"{name}:{number}: {_why(found['rest'])} at {words}."


def _why(expected: str) -> str:
    """Pick the reason from the list of what the parser expected, where it gives one in words."""
    parts = expected.removeprefix("expected ").removeprefix("one of ").split(", ")
    told = next((part for part in parts if _IN_WORDS.fullmatch(part)), None)
    return f"is not SPARQL ({told})" if told else "is not SPARQL"

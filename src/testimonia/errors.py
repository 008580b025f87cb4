"""Every error that Testimonia raises on purpose.

The tree::

    TestimoniaError
    ├── InputError        an input cannot be read: missing, binary, wrong encoding, broken markup
    ├── FetchError        a wiki cannot be asked, refuses, or has not what was asked for
    ├── OutputError       a result cannot be written
    ├── LexiconError      a data file of the lexicon is malformed
    ├── GraphError        a graph or its serialisation cannot be read, or is not one of ours
    ├── QueryError        an unknown named query, or SPARQL that does not parse or run
    ├── LoadError         a triple store cannot be reached, or does not keep what it is given
    ├── ReconcileError    a service or an authority cannot be used, or answers what it must not
    ├── LinksError        a file of links to other data sets is malformed
    ├── ShapesError       a shapes file cannot be used
    └── UsageError        the command was called wrongly

Each message is one sentence for people that names the file, the line where there is one, and
the words at fault. Errors of foreign libraries are translated where the library is called.
"""

__all__ = [
    "FetchError",
    "GraphError",
    "InputError",
    "LexiconError",
    "LinksError",
    "LoadError",
    "OutputError",
    "QueryError",
    "ReconcileError",
    "ShapesError",
    "TestimoniaError",
    "UsageError",
]


class TestimoniaError(Exception):
    """The base of all errors of this package; catching it catches them all."""

    __test__ = False  # the name begins with "Test", and pytest collects what does


class InputError(TestimoniaError):
    """An input cannot be read as an article."""


class FetchError(TestimoniaError):
    """A wiki cannot be asked, refuses to answer, or has not what was asked for."""


class OutputError(TestimoniaError):
    """A result cannot be written where it was asked for."""


class LexiconError(TestimoniaError):
    """A data file of the lexicon is malformed."""


class GraphError(TestimoniaError):
    """A graph file cannot be read, or does not hold what the command needs."""


class QueryError(TestimoniaError):
    """A query is unknown, does not parse, or fails."""


class LinksError(TestimoniaError):
    """A file of links to other data sets is malformed."""


class LoadError(TestimoniaError):
    """A triple store cannot be reached, or does not keep what it is given."""


class ReconcileError(TestimoniaError):
    """A service or an authority to reconcile with cannot be used, or answers what it must not."""


class ShapesError(TestimoniaError):
    """A shapes file cannot be used for validation."""


class UsageError(TestimoniaError):
    """The command was called with words that do not go together."""

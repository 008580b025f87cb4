"""The elements of a stretch of XML, with an eye on what an export must not hold."""

from __future__ import annotations

from typing import NamedTuple, NoReturn
from xml.parsers import expat

__all__ = ["BrokenXMLError", "Element", "elements_of"]

_BUFFER = 1 << 18
"""Bytes of text that the parser gathers before it hands them on."""


class BrokenXMLError(Exception):
    """Says in a few words what is wrong with the XML, and in which line of the stretch."""

    def __init__(self, reason: str, line: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.line = line


class Element(NamedTuple):
    """An element that has ended."""

    path: str
    """The names from the outermost element to this one: "page/revision/id"."""
    attributes: dict[str, str]
    words: str
    """The text directly in it."""


def elements_of(xml: bytes, *, whole: bool) -> list[Element]:
    """Give the elements of a stretch of XML in the order in which they end.

    With `whole` the stretch has to be complete; without, elements may be open at its end. Raises
    BrokenXMLError if it is not well-formed, uses an entity other than the five of XML itself, or declares
    a document type: entities that hold entities are how a few lines are made to fill a memory.
    """
    gathered = _Gathered()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.buffer_size = _BUFFER
    parser.StartElementHandler = gathered.start
    parser.EndElementHandler = gathered.end
    parser.CharacterDataHandler = gathered.say
    parser.StartDoctypeDeclHandler = lambda *_: _refuse(parser)
    try:
        parser.Parse(xml, whole)
    except expat.ExpatError as error:
        raise BrokenXMLError(expat.ErrorString(error.code), error.lineno) from error
    return gathered.elements


def _refuse(parser: expat.XMLParserType) -> NoReturn:
    raise BrokenXMLError(
        "a document type declaration, which MediaWiki never writes", parser.CurrentLineNumber
    )


class _Gathered:
    """Gathers what the parser tells."""

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self._open: list[tuple[str, dict[str, str], list[str]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        path = f"{self._open[-1][0]}/{name}" if self._open else name
        self._open.append((path, attributes, []))

    def say(self, words: str) -> None:
        if self._open:
            self._open[-1][2].append(words)

    def end(self, _: str) -> None:
        path, attributes, words = self._open.pop()
        self.elements.append(Element(path, attributes, "".join(words)))

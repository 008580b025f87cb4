"""Judge the candidates of DIR/links.sssom.tsv: each thing of ours with its sentence, and what it may be.

Every decision is written at once, with who decides and when. In the end what is accepted becomes a link in
the graph of the folder (skos:exactMatch or skos:closeMatch; owl:sameAs only where you say so), and is still
there when everything is built again. Answers come from the keyboard or, line by line, through a pipe.
"""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from testimonia.cli.judged import day_of, keep, links_place, tell_conflicts
from testimonia.cli.progress import count
from testimonia.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from testimonia.links import Link, LinkTable
    from testimonia.reconcile.client import Subject
    from testimonia.reconcile.judging import Session
    from testimonia.reconcile.judging.session import Item

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "judge candidates of links: accept, reject, skip, undo"
EXAMPLE = """\
answers:
  1          accept the first as the same (exact match)
  c 1        accept it as nearly the same (close match)
  = 1        accept it as the same for all purposes (owl:sameAs)
  r 1        reject it
  n          reject all that are shown
  0          there is no such thing there: reject all, and do not ask again
  s          skip
  u          undo the last step
  q          leave; everything is written already
A remark may stand behind each: "1 named in the same sentence".

example:
  testimonia review output --who "the reviewer"
  testimonia review output --only akabar --who orcid:0000-0002-1825-0097"""

_KEYS = (
    "1 accept · c 1 nearly the same · r 1 reject · n none · 0 not there · s skip · u undo · q quit · ? help"
)


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `review` takes."""
    add = parser.add_argument
    add("graph", metavar="DIR", help="a folder that `build` wrote, or a graph file with --links")
    add("--only", default="", metavar="WORDS", help="only things whose name or IRI holds all of these words")
    add("--links", metavar="FILE", help="the file of links (default: DIR/links.sssom.tsv)")
    add(
        "--who",
        metavar="NAME",
        help="who decides: a name, an IRI or orcid:… (default: the user of this machine)",
    )
    add("--date", metavar="DAY", help="the day of the decisions (default: today)")


def run(arguments: argparse.Namespace) -> int:
    """Show one after the other, take answers, and sum up."""
    from pathlib import Path

    from testimonia.files import write_whole
    from testimonia.graphs import read_graph
    from testimonia.links import read_links
    from testimonia.reconcile.client import subject_finder
    from testimonia.reconcile.judging import Session, Signature

    place, graph = links_place(arguments), Path(arguments.graph)
    if not place.is_file():
        raise UsageError(f"{place}: there are no candidates yet; `testimonia reconcile` gets them.")
    table = read_links(place)
    store = read_graph(graph)
    signature = Signature(arguments.who or _user(), day_of(arguments))
    session = Session(table, signature, _wanted(table, arguments.only.split()))
    try:
        _review(session, subject_finder(store), lambda: write_whole(place, session.table.write()))
    finally:  # the graph of a long file takes its time, so it is made once
        keep(session.table, place, graph)
    print(_sum(table, session))
    tell_conflicts(session.table, place, store)
    return 0


def _user() -> str:
    from getpass import getuser

    try:
        return getuser()
    except (ImportError, KeyError, OSError) as error:
        raise UsageError("Nobody knows who decides; say --who NAME.") from error


def _wanted(table: LinkTable, words: list[str]) -> set[str] | None:
    """Give the subjects whose label or IRI holds all words; None where there are none to hold."""
    if not words:
        return None
    return {
        link.subject
        for link in table.links
        if all(word.lower() in f"{link.cell('subject_label')} {link.subject}".lower() for word in words)
    }


def _review(session: Session, find: Callable[[str], Subject | None], save: Callable[[], None]) -> None:
    """Go from item to item until all are judged or somebody leaves."""
    shown: Item | None = None
    if session.item is not None:
        print(_KEYS)
    while (item := session.item) is not None:
        if item != shown:
            _show(item, find(item.subject))
            shown = item
        answer = _ask(f"{item.number} of {item.of}> ")
        if answer is None or answer.strip().lower() in {"q", "quit"}:
            return
        told = _answer(session, item, answer)
        if told is None:
            save()
        else:
            print(told)


def _ask(prompt: str) -> str | None:
    """Take a line; None at the end of the input."""
    try:
        if sys.stdin.isatty():
            import readline  # noqa: F401 - makes the line editable
        return input(prompt)
    except EOFError:
        print()
        return None


def _answer(session: Session, item: Item, answer: str) -> str | None:
    """Do what an answer says; give what is to be told where there is nothing to write."""
    head, _, rest = answer.strip().partition(" ")
    key = head.lower()
    if key in {"c", "=", "r"}:
        number, _, remark = rest.strip().partition(" ")
    else:
        number, remark = (key, rest) if key.isdigit() else ("", rest)
    remark = remark.strip()
    if key == "0" or key in {"n", "s", "u"}:
        return _whole(session, key, remark)
    candidate = _candidate(item, number)
    if candidate is None:
        return _help(item, answer)
    if key == "r":
        session.reject(candidate, remark)
    else:
        session.accept(candidate, {"c": "close", "=": "same"}.get(key, "exact"), remark)  # type: ignore[arg-type]
    return None


def _whole(session: Session, key: str, remark: str) -> str | None:
    """Do what concerns all candidates that are shown, or none of them."""
    if key == "0":
        session.absent(remark)
    elif key == "n":
        session.reject_all(remark)
    elif key == "s":
        session.skip()
    elif not session.undo():
        return "There is nothing to undo."
    return None


def _candidate(item: Item, number: str) -> Link | None:
    if number.isdigit() and 1 <= int(number) <= len(item.candidates):
        return item.candidates[int(number) - 1]
    return None


def _help(item: Item, answer: str) -> str:
    if answer.strip() in {"?", "h", "help"}:
        return EXAMPLE.partition("\n\nexample:")[0]
    return f"«{answer.strip()}» is no answer here; candidates are 1 to {len(item.candidates)}. {_KEYS}"


def _show(item: Item, subject: Subject | None) -> None:
    """Show a thing of ours, what is known of it, its sentence, and what it may be."""
    from testimonia.cli.screen import heading, paragraph, table

    first = item.candidates[0]
    label = first.cell("subject_label") or item.subject
    heading(f"{label} ({(first.cell('subject_category') or 'thing').replace('_', ' ')})")
    if subject is None:
        paragraph("It is not in this graph any more.", indent=2)
    else:
        known = {name: ", ".join(one.words for one in values) for name, values in subject.values}
        words = "; ".join(f"{name.replace('_', ' ')}: {words}" for name, words in known.items())
        paragraph(words or "Nothing more is known of it.", "dim", 2)
    _quote(first, subject)
    columns = ("", "may be", "what it is", "score", "why", "IRI")
    table(columns, [_row(number, link) for number, link in enumerate(item.candidates, start=1)])


def _quote(link: Link, subject: Subject | None) -> None:
    """Show the sentence with the name marked, by whichever name it stands there."""
    from testimonia.cli.screen import marked, paragraph

    sentence = subject.sentence if subject else link.cell("subject_sentence")
    names = [link.cell("subject_label"), *(one.words for one in (subject.known("alias") if subject else ()))]
    if not sentence:
        return
    paragraph(f"{subject.article if subject else 'an article'}:", indent=2)
    places = (re.search(re.escape(name), sentence, re.IGNORECASE) for name in names if name)
    place = next(filter(None, places), None)
    if place is None:
        paragraph(sentence, indent=4)
    else:
        marked(sentence, place.start(), place.end())


def _row(number: int, link: Link) -> tuple[str, ...]:
    what = link.cell("object_description") or link.cell("object_category").replace("|", ", ")
    why = link.cell("features").replace("|", ", ")
    return str(number), link.cell("object_label"), what, link.cell("score"), why, link.cell("object_id")


def _sum(before: LinkTable, session: Session) -> str:
    """Count what was decided, and what is open."""
    old = {(link.pair, link.verdict) for link in before.links}
    new = [link for link in session.table.links if (link.pair, link.verdict) not in old]
    accepted = sum(link.verdict == "accepted" for link in new)
    rejected = sum(link.verdict == "rejected" for link in new)
    return f"{accepted} accepted, {rejected} rejected; {count(session.left, 'thing')} left to judge"

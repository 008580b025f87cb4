"""Ask a reconciliation service what events, places and actors may be, and keep its candidates.

URL is a service of the W3C Reconciliation API (0.1, 0.2 or 1.0-draft), such as Wikidata's, csv-reconcile or
`testimonia serve`. What it offers goes into DIR/links.sssom.tsv as candidates, which say nothing until
somebody has judged them: in a spreadsheet or with `testimonia review`. What stands there already stays. A run
that was cut short goes on where it was: answers are kept in DIR/.reconcile.sqlite (see docs/linking.md).
"""

from __future__ import annotations

import sys
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from testimonia.cli.progress import count
from testimonia.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from pyoxigraph import Store

    from testimonia.links import LinkTable
    from testimonia.reconcile.client import Cache, Found, Profile, Service
    from testimonia.reconcile.judging import Merged, Threshold

__all__ = ["EXAMPLE", "SUMMARY", "configure", "run"]

SUMMARY = "ask a reconciliation service for candidates of links"
EXAMPLE = """\
example:
  testimonia reconcile output --service https://wikidata.reconci.link/en/api
  testimonia review output"""

_CACHE = ".reconcile.sqlite"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare what `reconcile` takes."""
    add = parser.add_argument
    add("graph", metavar="DIR", help="a folder that `build` wrote, or a graph file with --links")
    add("--service", required=True, metavar="URL", help="the address of the service")
    add("--links", metavar="FILE", help="the file of links (default: DIR/links.sssom.tsv)")
    add(
        "--profile",
        metavar="FILE",
        help="what the service calls our kinds and values (default: by the service)",
    )
    add("--kinds", default="place,actor,event", metavar="LIST", help="what to ask for (default: %(default)s)")
    add("--limit", type=int, default=5, metavar="N", help="candidates for each (default: %(default)s)")
    add("--batch", type=int, metavar="N", help="queries in a request (default: as the service says, else 10)")
    add(
        "--protocol",
        metavar="VERSION",
        help="0.2, 0.1 or 1.0-draft (default: the first that the service speaks)",
    )
    add("--cache", metavar="FILE", help=f'where answers are kept (default: DIR/{_CACHE}; "" for nowhere)')
    add("--refresh", action="store_true", help="ask again what was answered before")
    add("--again", action="store_true", help="ask for those, too, on which somebody has decided")
    add("--accept-above", type=float, metavar="SCORE", help="accept without a person, from this score on")
    add(
        "--lead",
        type=float,
        default=10.0,
        metavar="N",
        help="… if it is N above the next (default: %(default)g)",
    )
    add("--date", metavar="DAY", help="the day of what is accepted so (default: today)")
    add("--contact", metavar="WHO", help="a mail address or page where the service can reach you")
    add("--retries", type=int, default=5, metavar="N", help="how often to try again (default: %(default)s)")
    add("--timeout", type=float, default=60, metavar="S", help="seconds to wait (default: %(default)g)")
    add("--quiet", action="store_true", help="tell of failures and conflicts only")


def run(arguments: argparse.Namespace) -> int:
    """Ask, merge, write and sum up; 1 if some have no answer, 2 if none has."""
    from pathlib import Path

    from testimonia.cli.judged import keep, links_place, tell_conflicts
    from testimonia.graphs import read_graph
    from testimonia.links import new_table, read_links
    from testimonia.query import base_of
    from testimonia.reconcile.judging import Source, merge_offers

    place = links_place(arguments)
    store = read_graph(arguments.graph)
    table = read_links(place) if place.is_file() else new_table(base_of(store))
    rule = _rule(arguments)
    with closing(_cache(arguments)) as cache:
        gathered = _gather(arguments, store, table, cache)
    if gathered.broke_off is not None and not gathered.found:
        raise gathered.broke_off
    table = table.with_prefix(*gathered.prefix)
    merged = merge_offers(table, gathered.found, Source(*gathered.source))
    table = _accept(merged.table, rule, arguments)
    keep(table, place, Path(arguments.graph))
    if not arguments.quiet:
        print(_sum(gathered.found, merged, place))
    tell_conflicts(table, place, store)
    if gathered.broke_off is not None:
        raise gathered.broke_off
    failed = sum(bool(one.problem) for one in gathered.found)
    return 0 if not failed else 2 if failed == len(gathered.found) else 1


class _Gathered(NamedTuple):
    """What a service has answered."""

    found: list[Found]
    source: tuple[str, str]
    """Name and address of the service."""
    prefix: tuple[str, str]
    """For compact IRIs of theirs, and what it stands for; two empty words where there is none."""
    broke_off: BaseException | None
    """Why it ended early."""


def _gather(arguments: argparse.Namespace, store: Store, table: LinkTable, cache: Cache) -> _Gathered:
    """Ask for everything that is open; where it breaks off, what was answered until then counts."""
    from testimonia.errors import ReconcileError
    from testimonia.reconcile.client import find_candidates, subjects_of
    from testimonia.reconcile.judging import linked, settled

    service = _service(arguments, cache)
    profile = _profile(arguments, service)
    sample = service.manifest.iri("x", profile.entity)
    prefix = (profile.prefix, sample.removesuffix("x")) if sample.endswith("x") else ("", "")
    table = table.with_prefix(*prefix)
    done = frozenset() if arguments.again else settled(table, sample)
    subjects = [one for one in subjects_of(store, _kinds(arguments)) if one.iri not in done]
    found: list[Found] = []
    broke_off: BaseException | None = None
    answers = find_candidates(subjects, service, profile, linked(table, sample), arguments.limit)
    try:
        for one in _tell(answers, len(subjects), quiet=arguments.quiet):
            found.append(one)  # noqa: PERF402 - what came before an error counts
    except (ReconcileError, KeyboardInterrupt) as error:
        broke_off = error
        _say(f"{len(found)} of {len(subjects)} are answered, then it broke off")
    return _Gathered(found, (service.manifest.name, service.address), prefix, broke_off)


def _cache(arguments: argparse.Namespace) -> Cache:
    from pathlib import Path

    from testimonia.reconcile.client import Cache

    if arguments.cache is not None:
        return Cache(Path(arguments.cache) if arguments.cache else None)
    folder = Path(arguments.graph)
    return Cache(folder / _CACHE if folder.is_dir() else None)


def _service(arguments: argparse.Namespace, cache: Cache) -> Service:
    from testimonia import __version__
    from testimonia.manners import Manners
    from testimonia.reconcile.client import Service, Settings

    for name in ("limit", "batch"):
        if getattr(arguments, name) is not None and getattr(arguments, name) < 1:
            raise UsageError(f"--{name} {getattr(arguments, name)}: at least one is needed.")
    manners = Manners(arguments.contact, arguments.retries, arguments.timeout)
    settings = Settings(__version__, manners, arguments.protocol, arguments.batch, arguments.refresh)
    return Service(arguments.service, settings, cache, _say)


def _profile(arguments: argparse.Namespace, service: Service) -> Profile:
    from testimonia.reconcile.client import choose_profile, read_profile

    if arguments.profile is not None:
        return read_profile(arguments.profile)
    return choose_profile(service.manifest, service.address)


def _kinds(arguments: argparse.Namespace) -> list[str]:
    from testimonia.reconcile.client import KINDS

    kinds = [name.strip() for name in arguments.kinds.split(",")]
    for name in kinds:
        if name not in KINDS:
            raise UsageError(f"--kinds «{name}»: there are {', '.join(KINDS)}.")
    return kinds


def _rule(arguments: argparse.Namespace) -> Threshold | None:
    """Give the rule under which candidates are accepted without a person; usually there is none."""
    from testimonia.reconcile.judging import Threshold

    return None if arguments.accept_above is None else Threshold(arguments.accept_above, arguments.lead)


def _accept(table: LinkTable, rule: Threshold | None, arguments: argparse.Namespace) -> LinkTable:
    """Accept by the rule, and name everything that was accepted."""
    from testimonia.cli.judged import day_of
    from testimonia.reconcile.judging import accept_by_threshold

    if rule is None:
        return table
    table, accepted = accept_by_threshold(table, rule, day_of(arguments))
    for link in accepted:
        ours, theirs = (
            link.cell("subject_label"),
            f"{table.compact(link.object)} ({link.cell('object_label')})",
        )
        print(f"accepted by itself: {ours} is {theirs}, score {link.cell('score')}")
    print(f"{len(accepted)} accepted by itself: {rule.words}")
    return table


def _tell(answers: Iterable[Found], total: int, *, quiet: bool) -> Iterator[Found]:
    """Pass the answers on: with a bar on a terminal, with a line for each in a pipe."""
    if sys.stderr.isatty() and not quiet:
        yield from _with_bar(answers, total)
        return
    for one in answers:
        if one.problem or not quiet:
            _say(_line(one))
        yield one


def _with_bar(answers: Iterable[Found], total: int) -> Iterator[Found]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("reconciling"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}", markup=False),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        bar = progress.add_task("", total=total)
        for one in answers:
            if one.problem:
                progress.console.print(_line(one), markup=False, highlight=False, soft_wrap=True)
            progress.update(bar, advance=1, description=one.subject.label[:30])
            yield one


def _line(one: Found) -> str:
    if one.problem:
        return f"testimonia: {one.subject.label}: {one.problem}"
    kept = "" if one.asked else ", answered before"
    if not one.offers:
        return f"{one.subject.label}: no candidate{kept}"
    best = one.offers[0].candidate
    score = "" if best.score is None else f" {best.score:g}"
    return f"{one.subject.label}: {count(len(one.offers), 'candidate')}, first {best.name}{score}{kept}"


def _sum(found: list[Found], merged: Merged, place: Path) -> str:
    with_some = sum(bool(one.offers) for one in found)
    states = {
        "asked": sum(one.asked and not one.problem for one in found),
        "answered before": sum(not one.asked for one in found),
        "failed": sum(bool(one.problem) for one in found),
    }
    told = ", ".join(f"{number} {state}" for state, number in states.items() if number) or "nothing to ask"
    known = f", {merged.judged} known" if merged.judged else ""
    return f"{told}: {count(merged.offered, 'candidate')}{known} for {with_some} of {len(found)} → {place}"


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)

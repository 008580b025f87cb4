"""The example's findings by hand, its quads, and findings of any shape."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import strategies as st

from testimonia.mapping import MappingOptions, map_article
from testimonia.model import (
    Actor,
    Article,
    Assertion,
    Claim,
    Event,
    Findings,
    Happening,
    Office,
    Participation,
    Passage,
    Place,
    Quantity,
    Relation,
    Section,
    Side,
    Span,
    Statement,
    Unexplained,
    When,
)  # fmt: skip

if TYPE_CHECKING:
    from types import ModuleType

    from pyoxigraph import Quad, Store


@pytest.fixture(scope="session")
def akabar() -> ModuleType:
    """The module of the same name beside this file."""
    spec = spec_from_file_location("akabar", Path(__file__).with_name("akabar.py"))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def quads(akabar: ModuleType) -> tuple[Quad, ...]:
    """The example as quads."""
    return map_article(akabar.ARTICLE, akabar.FINDINGS, MappingOptions())


@pytest.fixture(scope="session")
def store(quads: tuple[Quad, ...]) -> Store:
    """The example in a store."""
    from pyoxigraph import Store

    filled = Store()
    filled.extend(quads)
    return filled


# --- findings of any shape ----------------------------------------------------------------------

TEXT = "".join(f"Line {n} tells of the ford.\n" for n in range(40)) + "حلب و Łódź «الأولى» 😀\n" * 8
NAMES = (
    "Ford",
    "ford",
    "Łódź",
    "حلب",
    "Битва",
    "the Greys",
    '"bandits"',
    "R.G.F.",
    "RGF",
    "a",
    "—",
    "日本 1945",
)
DATES = (None, "2018-04-01", "2018-04", "2018", "-0030", "-0030-09-02", "0000", "1618-05-23", "2020-02")
KEYS = ("a", "b", "c")

_spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 900), st.integers(1, 60))
_names = st.sampled_from(NAMES)
_maybe_key = st.sampled_from((None, *KEYS))
_keys = st.lists(st.sampled_from(KEYS), max_size=3, unique=True).map(tuple)
_count = st.one_of(st.none(), st.integers(0, 2000))
_rules = st.sampled_from(("infobox.casualties", "prose.said", "infobox.Casualties per X"))
_sure = st.floats(0, 1)
_any: dict[Any, st.SearchStrategy[Any]] = {}


def _of(record: type, **more: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(record, **more)


whens = st.builds(
    lambda start, end, ongoing: When(start, None if ongoing else end, inherited="the next day" if ongoing else None, ongoing=ongoing),
    st.sampled_from(DATES[1:]), st.sampled_from(DATES), st.booleans(),
)  # fmt: skip
quantities = st.builds(
    Quantity,
    st.sampled_from(("exact", "approximate", "range", "lower_bound", "upper_bound", "vague", "none", "unknown", "not_reported")),
    _count, _count, _names, st.sampled_from((None, "several", "dozens", "heavy", "an uncounted number of")),
)  # fmt: skip


def _keyed(make: Any) -> st.SearchStrategy[Any]:
    """One record for each key."""
    return st.tuples(*(make(key) for key in KEYS))


def _within(key: str) -> st.SearchStrategy[str | None]:
    """Only places with later keys lie around a place, so that there is no circle."""
    return st.sampled_from((None, *(other for other in KEYS if other > key)))


def _event(key: str) -> st.SearchStrategy[Event]:
    larger = st.lists(st.sampled_from([k for k in KEYS if k > key] or ["c"]), max_size=2, unique=True)
    return _of(
        Event, key=st.just(key), label=_names, kind=st.sampled_from(("battle", "siege", "war", "other")), span=_spans,
        main=st.booleans(), when=st.one_of(st.none(), whens), places=_keys,
        coordinates=st.one_of(st.none(), st.tuples(st.floats(-90, 90), st.floats(-180, 180))),
        part_of=larger.map(tuple) if key < "c" else st.just(()), result=st.one_of(st.none(), _names), aliases=st.lists(_names, max_size=2).map(tuple),
    )  # fmt: skip


def _actor(key: str) -> st.SearchStrategy[Actor]:
    kinds = (
        "state",
        "state force",
        "armed group",
        "coalition",
        "organisation",
        "person",
        "media",
        "described group",
    )
    return _of(
        Actor, key=st.just(key), label=_names, kind=st.sampled_from(kinds), span=_spans, aliases=st.lists(_names, max_size=2).map(tuple),
        office=st.one_of(st.none(), st.builds(Office, _names, _maybe_key)), side=st.sampled_from((None, 1, 2)), aligned_to=_keys,
        rule=st.one_of(st.just(""), _rules), confidence=_sure, link=st.one_of(st.none(), _names), member_of=_keys,
    )  # fmt: skip


def _place(key: str) -> st.SearchStrategy[Place]:
    return _of(
        Place,
        key=st.just(key),
        label=_names,
        span=_spans,
        within=_within(key),
        link=st.one_of(st.none(), _names),
    )


def _statement(key: str) -> st.SearchStrategy[Statement]:
    return _of(
        Statement, key=st.just(key), speakers=_keys.filter(bool), span=_spans, on_behalf_of=_keys, when=st.one_of(st.none(), whens),
        medium=st.one_of(st.none(), _names), medium_kind=st.sampled_from(("statement", "interview", "social media", "unspecified")), outlet=_maybe_key,
    )  # fmt: skip


_voice = {
    "parties": _keys, "side": st.sampled_from((None, 1, 2)), "claimants": _keys, "statement": _maybe_key,
    "stance": st.sampled_from(("claimed", "estimated", "confirmed", "denied", "reported", "unmarked")),
    "polarity": st.sampled_from(("affirmed", "negated")), "event": st.sampled_from(KEYS),
    "span": _spans, "sentence": st.just(Span(0, len(TEXT))), "rule": _rules, "confidence": _sure,
}  # fmt: skip
claims = _of(
    Claim, measure=st.sampled_from(("killed", "wounded", "surrendered", "missing", "losses", "strength", "materiel_strength", "materiel_lost", "killed_or_wounded")),
    quantity=quantities, category=st.sampled_from(("combatants", "civilians", "mixed", "unknown")),
    party_basis=st.sampled_from(("named", "order", "none")), scope=st.sampled_from(("main", "sub", "other")),
    item=st.sampled_from((None, "tank", "gunships")), when=st.one_of(st.none(), whens), subset_of=st.sampled_from((None, 0)), **_voice,
)  # fmt: skip
_values = st.sampled_from(
    (
        ("time", "2018-04-01"),
        ("time", "2022-02-24/"),
        ("place", "b"),
        ("part_of", "c"),
        ("kind", "siege"),
        ("coordinates", "20.5, -1.25"),
        ("coordinates", "up there"),
    )
)
assertions = st.one_of(
    st.builds(lambda value, **more: Assertion("attribute", property=value[0], value=value[1], text="So it was.", **more), _values, **_voice),
    _of(Assertion, kind=st.sampled_from(("participation", "outcome", "characterisation", "responsibility")), text=_names, value=st.one_of(st.none(), _names), winner=st.sampled_from((None, 1)), **_voice),
)  # fmt: skip


@st.composite
def _findings(draw: st.DrawFn) -> Findings:
    counted = draw(st.lists(claims, max_size=6))
    last = len(counted) - 1
    relations = st.builds(
        Relation, st.sampled_from(("agrees", "contradicts", "refines", "overlaps", "revises", "summarises", "not_comparable")),
        st.integers(0, max(last, 0)), st.integers(0, max(last, 0)), st.just("Because."), st.just("compare.law"),
    )  # fmt: skip
    return Findings(
        events=draw(_keyed(_event)), sides=draw(st.lists(st.builds(Side, st.integers(1, 3), st.sampled_from(KEYS), st.one_of(st.none(), _spans)), max_size=3).map(tuple)),
        actors=draw(_keyed(_actor)), places=draw(_keyed(_place)), statements=draw(_keyed(_statement)), claims=tuple(counted),
        participations=draw(st.lists(_of(Participation, actor=st.sampled_from(KEYS), event=st.sampled_from(KEYS), role=st.sampled_from(("belligerent", "commander", "unit", "support")), side=st.sampled_from((None, 1, 2)), span=_spans, rule=_rules, confidence=_sure), max_size=3).map(tuple)),
        assertions=draw(st.lists(assertions, max_size=4).map(tuple)),
        happenings=draw(st.lists(_of(Happening, kind=st.sampled_from(("attack", "statement", "other")), when=whens, span=_spans, sentence=st.just(Span(0, len(TEXT))), rule=_rules, confidence=_sure, actors=st.lists(_names, max_size=2).map(tuple)), max_size=3).map(tuple)),
        unexplained=draw(st.lists(_of(Unexplained, span=_spans, sentence=st.just(Span(0, len(TEXT))), reason=_names), max_size=3).map(tuple)),
        relations=tuple(draw(st.lists(relations, max_size=4))) if counted else (),
    )  # fmt: skip


def _article() -> Article:
    half = TEXT.index("حلب")
    sections = (Section("", 0, Span(0, half), ("",)), Section("حلب", 2, Span(half, len(TEXT)), ("حلب",)))
    passage = Passage(TEXT[half:], range(half, len(TEXT)), range(half + 1, len(TEXT) + 1), "prose", 1)
    return Article(
        TEXT,
        "Łódź (حلب)",
        "prose",
        sections,
        (passage,),
        revision_id="4711",
        timestamp="2024-05-01T12:00:00Z",
        url="https://example.org/wiki/Łódź (حلب)",
        source="in/ford.txt",
        redirects=("Ford",),
    )


@pytest.fixture(scope="session")
def any_findings() -> st.SearchStrategy[Findings]:
    """Findings as no article has them: names that collide, bounds that do not fit, dates of any kind."""
    return _findings()


@pytest.fixture(scope="session")
def ford() -> Article:
    """An article with letters of three scripts, for findings of any shape."""
    return _article()

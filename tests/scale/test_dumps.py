"""A dump becomes a folder of articles: the wanted ones, under their titles, with their redirects."""

from __future__ import annotations

import bz2
import gzip
import io
import json
from typing import TYPE_CHECKING

import pytest

from testimonia.pipeline import Options
from testimonia.read.dump import Selection
from testimonia.scale import Outcome, OutputFolder, Reading, build_articles, find_articles

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Make = Callable[..., str]
    Dump = Callable[..., bytes]

BATTLE = """{{{{Infobox military conflict
| conflict = {title}
| date = {day} May 1998
| casualties1 = {day} killed
}}}}
The '''{title}''' took place on {day} May 1998. The army said {day} soldiers were killed.
"""
NQUADS = Options(formats=("nquads",))


@pytest.fixture
def export(page: Make, dump: Dump, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Two battles, a page without infobox, a talk page, and redirects before and behind."""
    monkeypatch.chdir(tmp_path)
    return dump(
        page("Orr raid", "#REDIRECT [[Raid on Orr]]", redirect="Raid on Orr"),
        page("Raid on Orr", BATTLE.format(title="Raid on Orr", day=3), timestamp="2020-07-10T14:05:14Z"),
        page("Orr", "'''Orr''' is a town."),
        page("Talk:Raid on Orr", BATTLE.format(title="Raid on Orr", day=3), namespace=1),
        page("Siege of Northford", BATTLE.format(title="Siege", day=4), timestamp="2024-07-10T14:05:14Z"),
        page('The "Raid"', "#REDIRECT [[Raid on Orr]]", redirect="Raid on Orr"),
        page("Town of Orr", "#REDIRECT [[Orr]]", redirect="Orr"),
    )


def build(
    *inputs: str, workers: int = 1, output: str = "out", selection: Selection | None = None
) -> list[Outcome]:
    reading = Reading(find_articles(inputs), selection)
    return list(build_articles(reading, OutputFolder(_path(output), "1.0"), NQUADS, workers))


def _path(name: str) -> Path:
    from pathlib import Path

    return Path(name)


def states(outcomes: list[Outcome]) -> list[tuple[str, str]]:
    return [(outcome.source, outcome.state) for outcome in outcomes]


def tree(name: str) -> dict[str, bytes]:
    folder = _path(name)
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.mark.parametrize(
    ("name", "pack"),
    [("d.xml", bytes), ("d.xml.bz2", bz2.compress), ("d.xml.gz", gzip.compress)],
)
def test_the_wanted_pages_are_built_however_the_dump_is_packed(
    export: bytes, name: str, pack: Callable[[bytes], bytes]
) -> None:
    _path(name).write_bytes(pack(export))
    assert states(build(name)) == [
        (f"{name}, page «Raid on Orr»", "built"),
        (f"{name}, page «Siege of Northford»", "built"),
    ]
    assert sorted(tree("out")) == [
        "manifest.json",
        "raid-on-orr.nq",
        "redirects-d.nq",
        "siege-of-northford.nq",
    ]


def test_a_page_keeps_title_address_revision_and_the_licence_of_its_day(export: bytes) -> None:
    _path("d.xml").write_bytes(export)
    build("d.xml")
    raid, siege = tree("out")["raid-on-orr.nq"].decode(), tree("out")["siege-of-northford.nq"].decode()
    for expected in (
        '"Raid on Orr"@en',
        "<https://wiki.example.org/wiki/Raid_on_Orr>",
        "/article/raid-on-orr/rev/12>",
        '"2020-07-10T14:05:14Z"',
        '"d.xml"',
        "<https://creativecommons.org/licenses/by-sa/3.0/>",
    ):
        assert expected in raid
    assert '"Siege of Northford"@en' in siege
    assert "<https://creativecommons.org/licenses/by-sa/4.0/>" in siege


def test_redirects_of_what_was_taken_become_other_titles(export: bytes) -> None:
    _path("d.xml").write_bytes(export)
    build("d.xml")
    article = "<https://w3id.org/testimonia/kg/article/raid-on-orr"
    title = "<https://w3id.org/testimonia/ontology#redirectTitle>"
    assert tree("out")["redirects-d.nq"].decode().splitlines() == [
        f'{article}> {title} "Orr raid" {article}/redirects> .',
        f'{article}> {title} "The \\"Raid\\"" {article}/redirects> .',
    ]


def test_a_redirect_may_stand_in_another_part_of_the_dump(page: Make, dump: Dump, export: bytes) -> None:
    _path("in").mkdir()
    _path("in/p1.xml").write_bytes(export)
    _path("in/p2.xml").write_bytes(
        dump(page("Orr 1998", redirect="Raid on Orr"), page("A", BATTLE.format(title="A", day=9)))
    )
    build("in")
    (name,) = (name for name in tree("out") if name.startswith("redirects-"))
    assert name.startswith("redirects-p1-")
    assert '"Orr 1998"' in tree("out")[name].decode()


def test_a_folder_may_mix_articles_and_dumps(export: bytes) -> None:
    _path("in/deep").mkdir(parents=True)
    _path("in/deep/d.xml.bz2").write_bytes(bz2.compress(export))
    _path("in/battle.wikitext").write_text(BATTLE.format(title="Battle", day=5), encoding="utf-8")
    _path("in/not.xml").write_text("<rss></rss>", encoding="utf-8")
    assert [state for _, state in states(build("in"))] == ["built", "built", "built", "failed"]


def test_standard_input_may_be_a_dump(export: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(bz2.compress(export))))
    assert [state for _, state in states(build("-"))] == ["built", "built"]


def test_pages_without_an_infobox_are_built_when_all_are_asked_for(export: bytes) -> None:
    _path("d.xml").write_bytes(export)
    everything = Selection(infoboxes=None)
    assert len(build("d.xml", selection=everything)) == 3
    assert "orr.nq" in tree("out")


@pytest.mark.usefixtures("unmeasured")
def test_two_workers_write_the_same_bytes_as_one(export: bytes) -> None:
    _path("d.xml").write_bytes(export)
    assert build("d.xml", output="one") == build("d.xml", output="two", workers=2)
    assert tree("one") == tree("two")


def test_a_dump_that_is_cut_off_keeps_the_articles_before_and_tells_of_it(export: bytes) -> None:
    cut = export[: export.index(b"Siege") + 300]
    _path("d.xml.bz2").write_bytes(bz2.compress(cut)[:-5])
    outcomes = build("d.xml.bz2")
    assert [state for _, state in states(outcomes)][-1] == "failed"
    assert "the packed file ends early" in outcomes[-1].problem
    _path("d.xml").write_bytes(cut)
    outcomes = build("d.xml", output="second")
    assert [state for _, state in states(outcomes)] == ["built", "failed"]
    assert outcomes[-1].problem == "d.xml: the dump ends early, after 4 whole pages."


def test_failures_are_told_to_machines_until_they_are_mended(page: Make, dump: Dump, export: bytes) -> None:
    good = page("Raid on Orr", BATTLE.format(title="Raid on Orr", day=3))
    for text in ("&lol;", BATTLE.format(title="Duel", day=4)):
        _path("d.xml").write_bytes(dump(page("Duel", "{{Warbox|}} MARK").replace("MARK", text), good))
        build("d.xml")
        failures = [json.loads(line) for line in tree("out").get("failures.jsonl", b"").splitlines()]
        if text == "&lol;":
            (failure,) = failures
            assert failure["source"] == "d.xml, page «Duel»"
            assert failure["page"] == "Duel"
            assert "undefined entity" in failure["problem"]
        else:
            assert failures == []


def test_a_page_of_ten_megabytes_is_refused_and_the_next_one_built(
    page: Make, dump: Dump, export: bytes
) -> None:
    huge = page("Long war", BATTLE.format(title="Long war", day=3) + "words " * 1_700_000)
    _path("d.xml").write_bytes(dump(huge, page("Raid on Orr", BATTLE.format(title="Raid on Orr", day=3))))
    outcomes = build("d.xml")
    assert [state for _, state in states(outcomes)] == ["failed", "built"]
    assert (
        outcomes[0].problem
        == "d.xml, page «Long war»: 10 MB are too much for one article; 4 MB are taken at most."
    )


def test_two_pages_of_one_title_are_both_kept_however_often_they_are_built(
    page: Make, dump: Dump, export: bytes
) -> None:
    pages = [page("Raid on Orr", BATTLE.format(title="Raid", day=day), revision=str(day)) for day in (3, 4)]
    _path("d.xml").write_bytes(dump(*pages))
    expected = ["d.xml, page «Raid on Orr»", "d.xml, page «Raid on Orr» (2)"]
    assert states(build("d.xml")) == [(name, "built") for name in expected]
    first = tree("out")
    assert states(build("d.xml")) == [(name, "unchanged") for name in expected]
    assert tree("out") == first
    assert len(first) == 3


def test_one_changed_page_is_built_again_and_no_other(export: bytes) -> None:
    _path("d.xml").write_bytes(export)
    build("d.xml")
    _path("d.xml").write_bytes(export.replace(b"said 4 soldiers", b"said 5 soldiers"))
    assert [state for _, state in states(build("d.xml"))] == ["unchanged", "built"]
    assert sorted(tree("out")) == [
        "manifest.json",
        "raid-on-orr.nq",
        "redirects-d.nq",
        "siege-of-northford.nq",
    ]

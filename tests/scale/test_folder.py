"""The output folder: files whole or absent, a manifest that tells what is there."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from testimonia.errors import OutputError
from testimonia.pipeline import Built, Options
from testimonia.scale import OutputFolder, Task

OPTIONS = Options()
RAID = Built("Raid on Northford", "raid-on-northford", "", {"ttl": b"<a:> <b:> <c:> .\n"}, {"claims": 2})
TEXT = b"On 3 May 1998 Northford was raided."
OTHER = b"On 4 May 1998 Northford was raided again."


def listed(place: Path) -> list[str]:
    return sorted(path.name for path in place.iterdir())


def opened(place: Path, version: str = "1.0") -> OutputFolder:
    return OutputFolder(place, version)


def digest(text: bytes) -> str:
    return Task("", text).sha256


def saved(place: Path, source: str, built: Built, text: bytes = TEXT) -> OutputFolder:
    folder = opened(place)
    folder.write(Task(source, text), built, OPTIONS)
    folder.save()
    return folder


def test_opening_a_folder_makes_nothing(tmp_path: Path) -> None:
    opened(tmp_path / "a" / "b").save()
    assert listed(tmp_path) == []


def test_an_article_is_written_under_its_name_and_entered(tmp_path: Path) -> None:
    saved(tmp_path, "raid.txt", RAID)
    assert listed(tmp_path) == ["manifest.json", "raid-on-northford.ttl"]
    entry = json.loads((tmp_path / "manifest.json").read_bytes())["articles"]["raid-on-northford"]
    assert entry["source"] == "raid.txt"
    assert entry["sha256"] == digest(TEXT)
    assert entry["counts"] == {"claims": 2}
    assert entry["files"] == ["raid-on-northford.ttl"]
    assert entry["software"] == "1.0"


def test_the_manifest_does_not_depend_on_the_order_of_building(tmp_path: Path) -> None:
    raid, siege = ("a", RAID, TEXT), ("b", replace(RAID, slug="siege-of-orr"), OTHER)
    for place, order in (("one", [raid, siege]), ("two", [siege, raid])):
        for source, built, text in order:
            saved(tmp_path / place, source, built, text)
    one, two = ((tmp_path / place / "manifest.json").read_bytes() for place in ("one", "two"))
    assert one == two


def test_an_unchanged_article_is_recognised_whatever_its_file_is_called(tmp_path: Path) -> None:
    saved(tmp_path, "raid.txt", RAID)
    assert opened(tmp_path).unchanged(digest(TEXT), OPTIONS)


@pytest.mark.parametrize(
    "change",
    ["other words", "other options", "another version", "a file is missing"],
)
def test_what_changed_is_built_again(tmp_path: Path, change: str) -> None:
    saved(tmp_path, "raid.txt", RAID)
    if change == "a file is missing":
        (tmp_path / "raid-on-northford.ttl").unlink()
    folder = opened(tmp_path, "2.0" if change == "another version" else "1.0")
    options = Options(formats=("trig",)) if change == "other options" else OPTIONS
    text = OTHER if change == "other words" else TEXT
    assert folder.unchanged(digest(text), options) is None


def test_another_article_of_the_same_title_does_not_overwrite_the_first(tmp_path: Path) -> None:
    saved(tmp_path, "raid.txt", RAID)
    saved(tmp_path, "other/raid.txt", RAID, OTHER)
    second = f"raid-on-northford-{digest(OTHER)[:8]}.ttl"
    assert listed(tmp_path) == ["manifest.json", second, "raid-on-northford.ttl"]


def test_a_new_revision_of_the_same_source_takes_the_place_of_the_old(tmp_path: Path) -> None:
    saved(tmp_path, "raid.txt", RAID)
    saved(tmp_path, "raid.txt", replace(RAID, files={"trig": b""}), OTHER)
    assert listed(tmp_path) == ["manifest.json", "raid-on-northford.trig"]


def test_building_again_in_another_format_replaces_the_files_of_the_first(tmp_path: Path) -> None:
    both = replace(RAID, files={"ttl": b"", "jsonld": b"{}"})
    saved(tmp_path, "raid.txt", both)
    saved(tmp_path, "moved/raid.txt", RAID)
    assert listed(tmp_path) == ["manifest.json", "raid-on-northford.ttl"]


def test_a_source_with_a_new_title_leaves_no_file_of_the_old_one(tmp_path: Path) -> None:
    saved(tmp_path, "raid.txt", RAID)
    saved(tmp_path, "raid.txt", replace(RAID, slug="battle-of-northford"), OTHER)
    assert listed(tmp_path) == ["battle-of-northford.ttl", "manifest.json"]


def test_articles_from_standard_input_do_not_displace_one_another(tmp_path: Path) -> None:
    saved(tmp_path, "-", RAID)
    saved(tmp_path, "-", replace(RAID, slug="siege-of-orr"), OTHER)
    assert listed(tmp_path) == ["manifest.json", "raid-on-northford.ttl", "siege-of-orr.ttl"]


@pytest.mark.parametrize("text", ["{", "[]", '{"articles": {"a": {}}}', '{"articles": [1]}', '"words"'])
def test_a_foreign_manifest_is_left_alone(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    with pytest.raises(OutputError, match="not a manifest that testimonia wrote"):
        opened(tmp_path)


def test_a_folder_below_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"cannot be written: .*file is not a folder"):
        opened(tmp_path / "file" / "out")


def test_a_folder_without_permission_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)  # root, who runs CI, may write everywhere
    with pytest.raises(OutputError, match="no permission to write in"):
        opened(tmp_path)


def test_a_file_that_cannot_be_written_leaves_no_draft(tmp_path: Path) -> None:
    (tmp_path / "raid-on-northford.ttl").mkdir()
    with pytest.raises(OutputError, match=r"raid-on-northford\.ttl: cannot be written: is a directory"):
        opened(tmp_path).write(Task("raid.txt", TEXT), RAID, OPTIONS)
    assert listed(tmp_path) == ["raid-on-northford.ttl"]

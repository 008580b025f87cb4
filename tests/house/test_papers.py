"""The papers of the house: licence, citation, contributing."""

from pathlib import Path

import yaml


def test_the_licence_is_apache_2_in_full(checkout: Path) -> None:
    text = (checkout / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_citation_is_complete(checkout: Path) -> None:
    cited = yaml.safe_load((checkout / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors", "version", "license"} <= set(cited)
    assert cited["license"] == "Apache-2.0"


def test_contributing_fits_on_a_page(checkout: Path) -> None:
    lines = (checkout / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 60
    assert max(map(len, lines)) <= 120


def test_the_example_names_its_source_and_licence(checkout: Path) -> None:
    text = (checkout / "examples" / "README.md").read_text(encoding="utf-8")
    for example in (checkout / "examples").iterdir():
        assert example.name == "README.md" or f"`{example.name}`" in text
    assert "CC BY-SA 4.0" in text
    assert "Wikipedia" in text

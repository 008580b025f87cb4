"""The codes of the shapes: severity and sentence of each, by what they guard."""

from __future__ import annotations

from testimonia.pages.codes import list_guards

__all__ = ["write"]


def write() -> str:
    """Write a table for each class; each code can be linked to."""
    parts: list[str] = []
    for label, guards in list_guards():
        parts += [f"\n## {label[0].upper()}{label[1:]}\n", "| code | severity | sentence |\n|---|---|---|\n"]
        parts += [
            f'| <span id="{one.code}">`{one.code}`</span> | {one.severity} | {_cell(one.message)} |\n'
            for one in guards
        ]
    return "".join(parts)


def _cell(sentence: str) -> str:
    return sentence.replace("|", "\\|").replace("<", "&lt;").replace("{", "&#123;")

"""Characters in, Article out: the form is told by content and its reader does the rest."""

from dataclasses import replace
from pathlib import Path

from testimonia.model import Article, Form
from testimonia.read.form import recognise_form
from testimonia.read.meanings import Rows
from testimonia.read.source import decode_text, load_bytes

__all__ = ["read_article", "read_path"]


def read_article(
    data: bytes | str,
    *,
    source: str = "",
    form: Form | None = None,
    title: str | None = None,
    url: str | None = None,
    revision_id: str | None = None,
    timestamp: str | None = None,
    templates: Rows = (),
) -> Article:
    """Read one article; its text is `data` as it is, its offsets count code points of that text.

    `source` names the input in errors and tells the title where the text has none. `form` overrides
    what the content says, `title` what text or source tell. `url`, `revision_id` and `timestamp` (ISO
    8601) pass through. `templates` are rows of `load_templates`. InputError if `data` is empty, binary or
    not UTF-8.
    """
    text = decode_text(data, source)
    form = form or recognise_form(text)
    if form == "wikitext":
        from testimonia.read.wikitext import read_wikitext

        draft = read_wikitext(text, templates)
    elif form == "plain":
        from testimonia.read.plain import read_plain

        draft = read_plain(text)
    else:
        from testimonia.read.prose import read_prose

        draft = read_prose(text)
    article = draft.article(form, source)
    title = title or article.title
    known = replace(article, title=title, url=url, revision_id=revision_id, timestamp=timestamp)
    return replace(known, templates=templates) if templates else known


def read_path(path: str | Path, *, form: Form | None = None) -> Article:
    """Read an article from a file; InputError if it cannot be read as one."""
    return read_article(load_bytes(path), source=str(path), form=form)

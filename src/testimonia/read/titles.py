"""Titles of pages as a MediaWiki spells them."""

__all__ = ["page_title"]


def page_title(target: str) -> str:
    """Give the title behind the target of a link: "ford_war#Siege" is "Ford war#Siege"."""
    title = " ".join(target.replace("_", " ").strip(" :").split())
    return title[:1].upper() + title[1:]

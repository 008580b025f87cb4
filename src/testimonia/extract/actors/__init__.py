"""Who is in the article: named actors, office holders, described groups, and their sides."""

from testimonia.extract.actors.cast import Cast, Party
from testimonia.extract.actors.gather import gather_cast

__all__ = ["Cast", "Party", "gather_cast"]

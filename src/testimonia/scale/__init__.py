"""Many articles into one output folder: found, built in parallel, written whole, resumed.

`find_articles` turns what the user named into sources, `build_articles` sends each through the
pipeline and writes what becomes of it. An article that fails is an outcome like any other: the rest
go on. What was built before and has not changed is not built again.
"""

from testimonia.scale.build import Outcome, build_articles
from testimonia.scale.folder import OutputFolder
from testimonia.scale.sources import Source, find_articles
from testimonia.scale.stream import OutputStream

__all__ = ["Outcome", "OutputFolder", "OutputStream", "Source", "build_articles", "find_articles"]

"""Many articles into one output folder: found, built in parallel, written whole, resumed.

`find_articles` turns what the user named into sources, a `Reading` gives their articles one after the
other, and `build_articles` sends each through the pipeline and writes what becomes of it. An article that
fails is an outcome like any other: the rest go on. What was built before and has not changed is not built
again, however the last run ended. `testimonia.scale.spark` does the same on a cluster.
"""

from testimonia.scale.build import build_articles
from testimonia.scale.folder import OutputFolder
from testimonia.scale.reading import Reading, texts_of
from testimonia.scale.sources import Source, find_articles
from testimonia.scale.stream import OutputStream
from testimonia.scale.task import Outcome, Task

__all__ = [
    "Outcome",
    "OutputFolder",
    "OutputStream",
    "Reading",
    "Source",
    "Task",
    "build_articles",
    "find_articles",
    "texts_of",
]

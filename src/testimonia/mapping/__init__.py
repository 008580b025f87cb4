"""Events and claims in, quads out. Decides no facts, mints every IRI; one class a file.

`map_article` gives the quads of one article; `MappingOptions` holds what may be chosen about them.
"""

from testimonia.mapping.graph import map_article
from testimonia.mapping.options import MappingOptions
from testimonia.mapping.slugs import slug

__all__ = ["MappingOptions", "map_article", "slug"]

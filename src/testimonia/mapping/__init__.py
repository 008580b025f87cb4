"""Events and claims in, quads out. Decides no facts, mints every IRI; one class a file.

`map_article` gives the quads of one article; `MappingOptions` holds what may be chosen about them.
"""

from testimonia.mapping.graph import map_article
from testimonia.mapping.options import MappingOptions
from testimonia.mapping.redirect import map_redirects
from testimonia.mapping.slugs import short_hash, slug

__all__ = ["MappingOptions", "map_article", "map_redirects", "short_hash", "slug"]

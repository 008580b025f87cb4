"""Events and claims in, quads out. Decides no facts, mints every IRI; one class a file.

`map_article` gives the quads of one article; `MappingOptions` holds what may be chosen about them.
"""

from testimonia.mapping.across import map_across
from testimonia.mapping.estimate import map_estimates, policy_slug
from testimonia.mapping.graph import map_article, map_lines
from testimonia.mapping.iris import mint_iris
from testimonia.mapping.link import map_links
from testimonia.mapping.options import MappingOptions
from testimonia.mapping.redirect import map_redirects
from testimonia.mapping.slugs import short_hash, slug

__all__ = [
    "MappingOptions",
    "map_across",
    "map_article",
    "map_estimates",
    "map_lines",
    "map_links",
    "map_redirects",
    "mint_iris",
    "policy_slug",
    "short_hash",
    "slug",
]

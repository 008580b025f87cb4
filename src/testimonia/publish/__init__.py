"""A graph as a static web site: complete, needing nothing from elsewhere, at home in any folder or subpath.

`publish_site` writes it. Where things lie (`Layout` gives the place of an IRI):

    index.html                          the events
    kg/KIND/NAME.html                   the page of an IRI of the data, such as kg/event/battle-of-akabar-2018
    kg/KIND/NAME.ttl, .jsonld           what is said of it, beside the page
    ontology.html, shapes.html          and their files, beside them
    concept/NAME.html                   a concept
    browse/*.html, search.html          ways in
    static/                             style, scripts, pictures

A claim has no page of its own: it is a place on the page of its event (kg/event/EVENT.html#claim-NAME), as
are its sides, groups and happenings. Every link is relative, so that a site works from file://, too. What
makes files is a function that takes the `Site` and gives pairs of place and bytes; `site.py` lists them.
"""

from testimonia.publish.layout import Layout
from testimonia.publish.site import Published, Site, SiteOptions, publish_site

__all__ = ["Layout", "Published", "Site", "SiteOptions", "publish_site"]

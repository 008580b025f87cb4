"""Content negotiation for static files: rules for Apache, for nginx, and for the redirects of w3id.org.

A header that names a form of the data without a weight gets that form, with 303; so does one that names no
page at all. Everything else gets the page. The numbers of a header are not weighed against each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from testimonia.publish.routes import FORMS, ROUTES
from testimonia.vocab import TM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from testimonia.publish.site import Site

__all__ = ["server_files"]

_UNWEIGHTED = r"(?!\s*;\s*q)"
_PAGE = r"text/html|application/xhtml|\*/\*"
_HTACCESS = """\
# The IRIs of this site, wherever it lies: 303 to a page, to Turtle or to JSON-LD, as the client asks.
AddType text/turtle .ttl
AddType application/ld+json .jsonld
AddType application/n-quads .nq
AddType application/gzip .gz
AddCharset utf-8 .ttl .nq .html .csv .css .js .svg .xml .txt
DirectoryIndex index.html
DirectorySlash Off
Options -MultiViews -Indexes
<Files "void">
ForceType "text/turtle; charset=utf-8"
</Files>
<IfModule mod_headers.c>
Header always set Access-Control-Allow-Origin "*"
Header always merge Vary "Accept"
</IfModule>
{form}RewriteCond %{{REQUEST_FILENAME}} -f
RewriteRule ^ - [L]
# BASE becomes the path of this folder.
RewriteCond %{{REQUEST_URI}}::$1 ^(.*?/)(.*)::\\2$
RewriteRule ^(.*)$ - [E=BASE:%1]
{rules}"""
_W3ID = """\
# For {folder}/.htaccess in https://github.com/perma-id/w3id.org: the IRIs lead to {address}
{form}{rules}"""
_NGINX = """\
# A server for this site with content negotiation. Put the site where `root` says, and this file into
# /etc/nginx/conf.d; or take the map and what stands between the marks into a server of your own.
map $http_accept $testimonia_form {{
    default html;
{forms}}}

server {{
    listen 80;
    root /var/www/testimonia;
    # --- from here ---
    charset utf-8;
    charset_types text/html text/turtle application/n-quads text/css application/javascript text/csv;
    absolute_redirect off;
    types {{
        text/html html; text/css css; application/javascript js; image/svg+xml svg; text/csv csv;
        application/xml xml; text/plain txt; application/json json; application/gzip gz;
        text/turtle ttl; application/ld+json jsonld; application/n-quads nq;
    }}
    add_header Access-Control-Allow-Origin "*" always;
    add_header Vary Accept always;
    location = {path}.well-known/void {{ types {{ }} default_type text/turtle; }}
    location {path} {{ try_files $uri ${{uri}}index.html @testimonia; }}
    location @testimonia {{
        set $testimonia_asked "$testimonia_form:$uri";
{rules}        return 404;
    }}
    # --- to here ---
}}
"""


def server_files(site: Site) -> Iterator[tuple[str, bytes]]:
    """Give the rules; those for w3id.org only where the address of the site is known."""
    rules = "".join(_apache("%{ENV:BASE}", "kg/"))
    yield ".htaccess", _HTACCESS.format(form=_apache_form(), rules=rules).encode()
    path = urlsplit(site.options.address).path or "/"
    rules = "".join(_nginx(path))
    yield "servers/nginx.conf", _NGINX.format(forms="".join(_nginx_forms()), path=path, rules=rules).encode()
    if site.options.address:
        yield "servers/w3id.htaccess", _w3id(site.base, site.options.address).encode()


def _w3id(base: str, address: str) -> str:
    """Write the rules for the folder of the base, which has the ontology only if that lies there, too."""
    parts = urlsplit(base)
    folder, _, data = parts.path.lstrip("/").partition("/")
    top = f"{parts.scheme}://{parts.netloc}/{folder}/"
    rules = "".join(_apache(address, data, words=TM.startswith(top)))
    return _W3ID.format(folder=folder, address=address, form=_apache_form(), rules=rules)


def _apache_form() -> str:
    """Write what tells the form that is asked for; the later of two counts."""
    lines = ["RewriteEngine On\n# FORM becomes what is asked for: html, ttl or jsonld.\n"]
    lines.append("RewriteRule ^ - [E=FORM:html]\n")
    for suffix, types in reversed(FORMS):
        lines.append(f"RewriteCond %{{HTTP_ACCEPT}} !(?:{_PAGE}) [NC]\n")
        lines.append(f"RewriteCond %{{HTTP_ACCEPT}} (?:{types}) [NC]\n")
        lines.append(f"RewriteRule ^ - [E=FORM:{suffix}]\n")
    for suffix, types in reversed(FORMS):
        lines.append(f"RewriteCond %{{HTTP_ACCEPT}} (?:{types}){_UNWEIGHTED} [NC]\n")
        lines.append(f"RewriteRule ^ - [E=FORM:{suffix}]\n")
    return "".join(lines)


def _apache(home: str, data: str, *, words: bool = True) -> Iterator[str]:
    """Write the rules; `home` is what stands before a place of the site, `data` before the path of an IRI."""
    for route in ROUTES:
        of_data = route.pattern.startswith("kg/")
        if of_data or words:
            pattern = f"^{data}{route.pattern.removeprefix('kg/')}$" if of_data else f"^{route.pattern}$"
            yield "RewriteCond %{ENV:FORM} !=html\n"
            yield f"RewriteRule {pattern} {home}{route.data}.%{{ENV:FORM}} [R=303,NE,L]\n"
            yield f"RewriteRule {pattern} {home}{route.page} [R=303,NE,L]\n"


def _nginx_forms() -> Iterator[str]:
    for suffix, types in FORMS:
        yield f'    "~*(?:{types}){_UNWEIGHTED}" {suffix};\n'
    for suffix, types in FORMS:
        yield f'    "~*^(?!.*(?:{_PAGE})).*(?:{types})" {suffix};\n'


def _nginx(path: str) -> Iterator[str]:
    for route in ROUTES:
        for asked, place in (("html", route.page), ("(?:ttl|jsonld)", f"{route.data}.$testimonia_form")):
            yield f'        if ($testimonia_asked ~ "^{asked}:{path}{route.pattern}$") '
            yield f'{{ return 303 "{path}{place}"; }}\n'

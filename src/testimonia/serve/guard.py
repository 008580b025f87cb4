"""Around every request: time to send and to take, safe headers, and one line in the log for a refusal."""

from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["Guard", "log"]

Header = tuple[bytes, bytes]
log = logging.getLogger("testimonia.serve")

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
)


@dataclass(slots=True)
class Guard:
    """ASGI middleware."""

    app: ASGIApp
    patience: float
    """Seconds that a client may take for each piece."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status = 0
        asked = False

        async def in_time() -> Message:
            """Wait for the next piece of the request; once all of it is here, wait as long as it takes."""
            nonlocal asked
            if asked:
                return await receive()
            async with asyncio.timeout(self.patience):  # `wait_for` may swallow that it is cancelled
                message = await receive()
            asked = not message.get("more_body", False)
            return message

        async def guarded(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = _with_ours(message.get("headers", ()))
            async with asyncio.timeout(self.patience):
                await send(message)

        try:
            await self.app(scope, in_time, guarded)
        except TimeoutError:
            if not status:
                await _too_slow(send)
            status = 408
        if status >= 400:
            log.info("%s", _line(scope, status))


def _with_ours(headers: Iterable[Header]) -> list[Header]:
    """Add our headers to those of an answer; one that an answer has set itself stays."""
    own = list(headers)
    names = {name.lower() for name, _ in own}
    return [*own, *(header for header in _HEADERS if header[0] not in names)]


async def _too_slow(send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close"), *_HEADERS]
    await send({"type": "http.response.start", "status": 408, "headers": headers})
    await send({"type": "http.response.body", "body": b"The request took too long to arrive.\n"})


def _line(scope: Scope, status: int) -> str:
    """Put a refusal in one line; what the client sent is escaped and cut."""
    client = scope["client"][0] if scope.get("client") else "-"
    target = scope.get("raw_path", b"") + (b"?" + scope["query_string"] if scope.get("query_string") else b"")
    shown = ascii(target.decode("latin-1"))[1:-1]
    return f"{status} {client} {scope['method']} {shown[:200]}{'…' if len(shown) > 200 else ''}"

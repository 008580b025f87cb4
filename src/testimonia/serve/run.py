"""Starting and stopping the server."""

from __future__ import annotations

import shutil
import signal
import socket
import threading
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from testimonia.errors import OutputError, UsageError
from testimonia.graphs import find_kept

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from testimonia.graphs import Kept
    from testimonia.serve.limits import Limits
    from testimonia.serve.pages import PageOptions

__all__ = ["serve"]


def serve(
    source: str | Path,
    limits: Limits,
    host: str = "127.0.0.1",
    port: int = 8000,
    ready: Callable[[str], None] = lambda _: None,
    options: PageOptions | None = None,
) -> None:
    """Serve a store, folder, file or standard input ("-") until the process is told to stop.

    What is not a store is made one in a temporary folder. With port 0 a free one is taken. `ready` is
    called with the address once the server answers. Raises UsageError without the extra `serve`,
    OutputError when the address cannot be had, GraphError when the graph cannot be read.
    """
    try:
        import uvicorn
    except ImportError as error:
        raise UsageError(
            "`serve` needs Starlette, uvicorn and Jinja2: pip install 'testimonia[serve]'."
        ) from error
    from testimonia.serve.app import make_app
    from testimonia.serve.protocol import make_protocol

    with _store(source) as kept:
        config = uvicorn.Config(
            make_app(kept, limits, options),
            http=make_protocol(limits.patience),
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            limit_concurrency=limits.connections,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=2,
        )
        sock = _listen(host, port)
        with sock:
            address = f"http://{f'[{host}]' if ':' in host else host}:{sock.getsockname()[1]}/"
            server = uvicorn.Server(config)
            ready(address)
            server.run(sockets=[sock])


def _listen(host: str, port: int) -> socket.socket:
    """Take the address before anything is promised; connections wait until the server answers them.

    Connections inherit that small packets go out at once: else the end of an answer waits 40 ms for the
    client to confirm its beginning, on every connection that is used again. asyncio sees to this only for
    sockets that it makes itself.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        sock = socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        words = (error.strerror or str(error)).lower()
        raise OutputError(f"{host}:{port}: cannot be listened on: {words}.") from error
    sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return sock


@contextmanager
def _store(source: str | Path) -> Iterator[Kept]:
    """Give the store of a source, made for as long as it is served if there is none."""
    kept = find_kept(source)
    if kept:
        yield kept
        return
    from tempfile import TemporaryDirectory

    from testimonia.store import make_store

    with TemporaryDirectory(prefix="testimonia-") as folder, _removed_at_the_end(folder):
        make_store(source, Path(folder) / "store")
        made = find_kept(Path(folder) / "store")
        assert made is not None  # noqa: S101 - it has just been made
        yield made


@contextmanager
def _removed_at_the_end(folder: str) -> Iterator[None]:
    """Remove a folder when the process is told to stop, of which it dies at once, with nothing tidied up.

    systemd and containers stop a server by SIGTERM. uvicorn ends what it serves, and sends it on.
    """
    if threading.current_thread() is not threading.main_thread():  # others cannot be told
        yield
        return

    def end(number: int, _: object) -> None:
        shutil.rmtree(folder, ignore_errors=True)
        signal.signal(number, before)
        signal.raise_signal(number)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)

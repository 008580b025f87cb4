"""The process that answers queries: it opens the store, reads questions and writes replies.

The engine cannot be interrupted, so a query that takes too long is ended by killing this process;
one that brings the engine down takes only this process with it. Questions come on standard input and
replies go to standard output: a line of JSON that says how many bytes follow, then these bytes.

    python -m testimonia.serve.worker STORE '{"seconds": 10, …}'
"""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import asdict
from pathlib import Path

from testimonia.graphs import Kept
from testimonia.serve.answering import Question, Reply, answer
from testimonia.serve.limits import Limits

__all__ = ["main", "pack", "pack_reply"]

_GRACE = 2.0
"""Seconds that the server has to end a query that is over its time."""
_NICE = 10
"""Pages are answered by the server itself, which should come before the queries."""


def main(arguments: list[str]) -> int:
    """Answer until standard input ends."""
    kept, limits = Kept(Path(arguments[0]), {}), Limits(**json.loads(arguments[1]))
    _restrain(limits)
    _loop(kept, limits)
    return 0


def _loop(kept: Kept, limits: Limits) -> None:
    store = kept.open()
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    while head := source.readline():
        size = json.loads(head)["size"]
        question = Question(**json.loads(source.read(size)))
        _die_after(limits.seconds + _GRACE)
        sink.write(pack_reply(answer(store, question, limits, kept.known)))
        sink.flush()
        _die_after(0)


def _die_after(seconds: float) -> None:
    """End this process if it is still busy then, so that none outlives a server that was killed; 0 for never.

    The signal is left to the system, since the engine holds the interpreter while it works.
    """
    if hasattr(signal, "setitimer"):  # a Unix
        signal.setitimer(signal.ITIMER_REAL, seconds)


def pack(question: Question) -> bytes:
    """Write a question as the worker reads it."""
    body = json.dumps(asdict(question)).encode()
    return json.dumps({"size": len(body)}).encode() + b"\n" + body


def pack_reply(reply: Reply) -> bytes:
    """Write a reply as the server reads it."""
    head = {"state": reply.state, "media": reply.media, "size": len(reply.body)}
    return json.dumps(head).encode() + b"\n" + reply.body


def _restrain(limits: Limits) -> None:
    """Take no more memory than allowed, and step back behind the server, where the system can do that."""
    try:
        import resource
    except ImportError:  # not a Unix
        return
    # Not RLIMIT_AS: the allocator sets aside 128 MB of addresses for each thread of the engine, used or not,
    # so that a worker of 35 MB held 380 to 580 MB of addresses, as chance would have it.
    resource.setrlimit(resource.RLIMIT_DATA, (limits.memory, limits.memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a parser that falls over leaves no dump behind
    os.nice(_NICE)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

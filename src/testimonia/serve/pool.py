"""A few workers, and who waits for one.

A worker whose query runs too long, whose client is gone, or that fell over is killed and another is
started in its place.
"""

from __future__ import annotations

import asyncio
import json
import os
import signal
import sys
from collections import deque
from contextlib import suppress
from dataclasses import asdict
from typing import TYPE_CHECKING

from testimonia.serve.answering import Question, Reply
from testimonia.serve.worker import pack

if TYPE_CHECKING:
    from asyncio.subprocess import Process
    from pathlib import Path

    from testimonia.serve.limits import Limits

__all__ = ["BusyError", "Pool", "SlowError"]


_AT_ONCE = getattr(signal, "SIGKILL", signal.SIGTERM)
"""A query holds the interpreter, so a signal that a program may handle would wait for its end."""


class BusyError(Exception):
    """So many queries wait already that another would wait for nothing."""


class SlowError(Exception):
    """The query ran longer than allowed and was stopped."""


class Pool:
    """As many workers on a store as the limits say, started when they are first needed."""

    def __init__(self, store: Path, limits: Limits) -> None:
        """Take note of the store; nothing is started yet."""
        self.store = store
        self.limits = limits
        self.waiting = 0
        self._idle: deque[Process] = deque()
        self._slots = asyncio.Semaphore(limits.workers)

    async def ask(self, question: Question) -> Reply:
        """Answer a question, waiting for a worker. Raises BusyError and SlowError.

        When the caller is cancelled, the query is stopped.
        """
        if self.waiting >= self.limits.waiting:
            raise BusyError
        self.waiting += 1
        try:
            await self._slots.acquire()
        finally:
            self.waiting -= 1
        try:
            return await self._ask(question)
        finally:
            self._slots.release()

    async def close(self) -> None:
        """Let the workers end, which they do when there is nothing more to read."""
        for worker in self._idle:
            if worker.stdin:
                worker.stdin.close()
        while self._idle:
            worker = self._idle.popleft()
            with suppress(TimeoutError):
                await asyncio.wait_for(worker.wait(), 2)
            await _end(worker)

    async def _ask(self, question: Question) -> Reply:
        worker = self._idle.popleft() if self._idle else await self._start()
        whole = False
        try:
            async with asyncio.timeout(self.limits.seconds):
                reply = await _exchange(worker, question)
            whole = True
        except TimeoutError as error:
            raise SlowError from error
        except (asyncio.IncompleteReadError, ConnectionError):
            words = "The query brought its process down: it is nested too deep or needs too much memory."
            return Reply("failed", "text/plain", words.encode())
        finally:
            if whole:
                self._idle.append(worker)
            else:
                await _end(worker)
        return reply

    async def _start(self) -> Process:
        return await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "testimonia.serve.worker",
            str(self.store),
            json.dumps(asdict(self.limits)),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is for the server, which ends its workers itself
        )


async def _exchange(worker: Process, question: Question) -> Reply:
    assert worker.stdin is not None  # noqa: S101 - both are pipes
    assert worker.stdout is not None  # noqa: S101
    worker.stdin.write(pack(question))
    await worker.stdin.drain()
    line = await worker.stdout.readline()
    if not line:
        raise asyncio.IncompleteReadError(b"", None)
    head = json.loads(line)
    return Reply(head["state"], head["media"], await worker.stdout.readexactly(head["size"]))


async def _end(worker: Process) -> None:
    if worker.returncode is None:
        with suppress(ProcessLookupError):  # it may have fallen over by itself a moment ago
            os.kill(worker.pid, _AT_ONCE)  # `kill` would take note of that before asyncio can
    await worker.wait()

"""Processes of the command line that begin from an interpreter which has imported it already.

A start of `python -m gql_api` spends most of its time on imports, and the tests make a hundred of
them. The fork server imports once and each service is a fork of it: a process of its own, with its
own arguments, environment and output. Whoever needs the interpreter itself (its command line, its
parent) starts one with `asyncio.create_subprocess_exec`.
"""

import asyncio
import multiprocessing
import os
import runpy
import signal
import sys
from collections.abc import Mapping, Sequence
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.reduction import DupFd
from typing import Any, Final

PRELOADED: Final = (
    "gql_api.__main__",
    "gql_api.cli.server",
    "tests.preloaded",
    "browser.standin",
)
"""What the fork server imports: the command line, and what its services load when they start."""

COMMAND: Final = (sys.executable, "-m", "gql_api")
"""How a command of ours begins."""
MODULES: Final = ("gql_api", "tests.e2e.host_app", "tests.e2e.mounted")
"""What can be started from here: nothing in them asks for an interpreter of its own."""


class Service:
    """A process that runs `gql_api`, with the part of `asyncio.subprocess.Process` that is used."""

    def __init__(self, process: ForkServerProcess) -> None:
        self.stdout: asyncio.StreamReader | None = None
        self._process = process
        self._over = asyncio.Event()
        asyncio.get_running_loop().add_reader(process.sentinel, self._end)

    @property
    def pid(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        """The exit code, negative for a signal; None while it runs."""
        return self._process.exitcode

    async def wait(self) -> int:
        await self._over.wait()
        assert self._process.exitcode is not None
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        if self.returncode is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def _end(self) -> None:
        asyncio.get_running_loop().remove_reader(self._process.sentinel)
        self._process.join()
        self._over.set()


async def start(
    command: Sequence[str], env: Mapping[str, str]
) -> Service | asyncio.subprocess.Process:
    """Run a command with its output and errors in one pipe; from the fork server where it can."""
    if tuple(command[:2]) != COMMAND[:2] or command[2] not in MODULES:
        pipe, errors = asyncio.subprocess.PIPE, asyncio.subprocess.STDOUT
        return await asyncio.create_subprocess_exec(*command, env=env, stdout=pipe, stderr=errors)
    reading, writing = os.pipe()
    try:
        service = launch(command, env, writing)
    finally:
        os.close(writing)
    service.stdout = await _reader(reading)
    return service


def launch(command: Sequence[str], env: Mapping[str, str], output: int) -> Service:
    """Run a command of ours from the fork server, with its output and errors in a descriptor."""
    process = _server().Process(target=_run, args=(tuple(command[2:]), dict(env), DupFd(output)))
    process.start()
    return Service(process)


def _server() -> ForkServerContext:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(list(PRELOADED))
    return context


async def _reader(pipe: int) -> asyncio.StreamReader:
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader()
    await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader), os.fdopen(pipe, "rb", buffering=0)
    )
    return reader


def _run(command: tuple[str, ...], env: dict[str, str], output: Any) -> None:
    """In the fork: become the command, a module with its arguments."""
    descriptor = output.detach()
    for standard in (1, 2):
        os.dup2(descriptor, standard)
    os.close(descriptor)
    os.environ.clear()
    os.environ.update(env)
    # A worker of a run in several processes writes no byte code, and hands that on.
    sys.dont_write_bytecode = "PYTHONDONTWRITEBYTECODE" in env
    module, *arguments = command
    sys.argv = ["fripier", *arguments]
    runpy.run_module(module, run_name="__main__", alter_sys=True)

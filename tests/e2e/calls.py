"""The system calls of a running service, seen with strace: what was written, what was synced, and
when an answer left.

strace tells of a call when it begins; one that others came between is told to end in a line of its
own. The order of the lines is the order in which the kernel let the calls begin and end.
"""

import asyncio
import re
import shutil
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

_CALLS = "write,writev,pwrite64,sendto,sendmsg,fsync,fdatasync,rename,renameat,renameat2,mkdir"
_LINE = re.compile(r"^(?P<thread>\d+) +(?P<rest>.*)$")
_RESUMED = re.compile(r"^<\.\.\. (?P<name>\w+) resumed>.*= (?P<result>-?\d+)")
_BEGUN = re.compile(r"^(?P<name>\w+)\((?P<text>.*)$")
_OF_FILE = re.compile(r"^\d+<(?P<path>[^>]*)>")
_SYNCS = ("fsync", "fdatasync")


@dataclass(frozen=True)
class Call:
    """One call: the moments (line numbers) at which it began and ended, its file and its text."""

    thread: str
    name: str
    text: str
    begun: int
    ended: int

    @property
    def path(self) -> str:
        found = _OF_FILE.match(self.text)
        return found["path"] if found else ""


@dataclass(frozen=True)
class Trace:
    """All calls in the order of their beginnings."""

    calls: tuple[Call, ...]

    def answer(self, request_id: str) -> Call:
        """The write that sends the answer's head to the caller."""
        return first(
            (
                call
                for call in self.calls
                if "HTTP/1.1" in call.text and request_id in call.text and "socket" in call.path
            ),
            f"answer to {request_id}",
        )

    def writes(self, file: str, text: str = "") -> list[Call]:
        """Writes to the files whose path holds `file`, of something that holds `text`."""
        return [
            call
            for call in self.calls
            if call.name in ("write", "pwrite64") and file in call.path and text in call.text
        ]

    def synced(self, written: Call) -> Call:
        """The sync of the same file by the same thread that follows a write, and succeeded."""
        return first(
            (
                call
                for call in self.calls
                if call.name in _SYNCS
                and call.thread == written.thread
                and call.path == written.path
                and call.begun > written.ended
            ),
            f"sync of {written.path}",
        )

    def renamed(self, temporary: str) -> Call:
        """The call that gives a finished file its name."""
        return next(call for call in self.calls if "rename" in call.name and temporary in call.text)

    def folder_synced(self, folder: str, after: Call) -> Call:
        """The sync of a folder after a change in it."""
        return first(
            (
                call
                for call in self.calls
                if call.name in _SYNCS and call.path == folder and call.begun > after.ended
            ),
            f"sync of {folder}",
        )


def first(calls: Iterable[Call], what: str) -> Call:
    """The first of them; without one the test has found something."""
    found = next(iter(calls), None)
    assert found is not None, f"there is no {what}"
    return found


@asynccontextmanager
async def traced(pid: int, file: Path) -> AsyncIterator[None]:
    """Write the calls of a process, of its threads but not of its older children, to a file."""
    program = shutil.which("strace")
    if program is None:
        pytest.skip("strace is not installed")
    strace = await asyncio.create_subprocess_exec(
        program, "-f", "-y", "-s", "6000", "-e", f"trace={_CALLS}", "-o", str(file),
        "-p", str(pid), stderr=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert strace.stderr is not None
    said = (await asyncio.wait_for(strace.stderr.readline(), 20)).decode()
    if "attached" not in said:
        await strace.wait()
        pytest.skip(f"strace cannot look at another process here: {said.strip()}")
    try:
        yield
    finally:
        strace.terminate()
        await asyncio.gather(strace.wait(), strace.stderr.read())


def read(file: Path) -> Trace:
    """The calls that strace has written down."""
    return Trace(tuple(sorted(_calls(file.read_text().splitlines()), key=lambda call: call.begun)))


def _calls(lines: list[str]) -> Iterator[Call]:
    open_calls: dict[str, tuple[int, str, str]] = {}
    for number, line in enumerate(lines):
        told = _LINE.match(line)
        if told is None:
            continue
        thread, rest = told["thread"], told["rest"]
        if resumed := _RESUMED.match(rest):
            if thread in open_calls and int(resumed["result"]) >= 0:
                begun, name, text = open_calls.pop(thread)
                yield Call(thread, name, text, begun, number)
        elif call := _BEGUN.match(rest):
            if rest.endswith("<unfinished ...>"):
                open_calls[thread] = (number, call["name"], call["text"])
            elif " = -1 " not in rest[-60:]:
                yield Call(thread, call["name"], call["text"], number, number)

"""The processes that decode photos: started when the first photo comes, replaced when one ends.

Owns their number, their environment, how long one may take, and what it means that one died.
What they do is `decoder_process`' matter.
"""

import json
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any, BinaryIO, Final

import structlog

from browser.messages import revived
from gql_api.errors import InvalidInput, PhotoCorrupt, PhotoTooLarge, PhotoUnsupported, Unavailable
from gql_api.media.photo_limits import CleanPhoto, too_costly

log = structlog.get_logger(__name__)

if sys.platform == "linux":
    import fcntl

DECODE_SECONDS: Final = 120.0
_PIECE: Final = 1024 * 1024
"""What a pipe may hold without a privilege (pipe(7), 2026-11)."""
_PASSED_ON: Final = ("PATH", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "LANG")
# Blocks from a megabyte on go back to the system as soon as they are free (mallopt(3) of glibc).
_FRUGAL: Final = {
    "OPENBLAS_NUM_THREADS": "1",
    "MALLOC_ARENA_MAX": "2",
    "MALLOC_MMAP_THRESHOLD_": "1000000",
    "MALLOC_TRIM_THRESHOLD_": "1000000",
}
_REFUSALS: Final = {each.__name__: each for each in (PhotoCorrupt, PhotoTooLarge, PhotoUnsupported)}


class DecoderFault(Exception):
    """A mistake of ours while a photo was decoded, with its traceback there."""


class DecoderPool:
    """At most `size` processes; each takes one photo at a time. Called from threads."""

    def __init__(self, size: int, seconds: float = DECODE_SECONDS) -> None:
        self._seconds = seconds
        self._idle: queue.LifoQueue[_Decoder | None] = queue.LifoQueue()
        self._size = size
        for _ in range(size):
            self._idle.put(None)
        self._busy: set[_Decoder] = set()
        self._over = False
        self._lock: IO[bytes] | None = None
        self._starting = threading.Lock()

    def clean(self, upload: BinaryIO, name: str, limit: int) -> CleanPhoto:
        """What `decoder.clean` gives for the file, from where it stands; raises what that does."""
        decoder = self._idle.get()
        try:
            if decoder and decoder.is_gone:  # while it waited: no photo's fault
                decoder.stop()
                decoder = None
            decoder = decoder or self._start()
            with self._working(decoder):
                return self._ask(decoder, upload, name, limit)
        except (OSError, EOFError, ValueError) as error:
            status = decoder.stop() if decoder else None
            decoder = None
            if status is None or self._over:
                raise Unavailable(
                    "No process can be started to decode photos: try again later.", retry_after=5
                ) from error
            log.warning("decoder_died", status=status, photo=name)
            raise too_costly(name) from error
        finally:
            self._idle.put(decoder)

    def give_up(self) -> None:
        """End what is being decoded, and begin nothing: nobody waits for it any more."""
        self._over = True
        for decoder in tuple(self._busy):
            decoder.kill()

    def close(self) -> None:
        """End the processes; nothing is being decoded any more."""
        for decoder in [self._idle.get() for _ in range(self._size)]:
            if decoder:
                decoder.stop()
            self._idle.put(None)
        if self._lock:
            self._lock.close()
            self._lock = None

    def _start(self) -> "_Decoder":
        with self._starting:
            if self._lock is None:
                self._lock = tempfile.TemporaryFile()  # noqa: SIM115 - closed in `close`
                weakref.finalize(self, self._lock.close)
            return _Decoder(self._lock.fileno())

    @contextmanager
    def _working(self, decoder: "_Decoder") -> Iterator[None]:
        self._busy.add(decoder)
        try:
            if self._over:
                raise EOFError
            yield
        finally:
            self._busy.discard(decoder)

    def _ask(self, decoder: "_Decoder", upload: BinaryIO, name: str, limit: int) -> CleanPhoto:
        timer = threading.Timer(self._seconds, decoder.kill)
        timer.start()
        try:
            found, data = decoder.ask(upload, name, limit)
        finally:
            timer.cancel()
            timer.join()  # it holds the decoder for as long as it lives
        if fault := found.get("fault"):
            raise DecoderFault(fault)
        if kind := found.get("refused"):
            raise _REFUSALS.get(kind, InvalidInput)(revived(found["detail"]), field="file")
        return CleanPhoto(data, found["width"], found["height"], found["one_color"])


class _Decoder:
    """One process; its environment holds no key and no password of ours."""

    def __init__(self, lock: int) -> None:
        environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
        environment |= {"PYTHONPATH": os.pathsep.join(each for each in sys.path if each)} | _FRUGAL
        self._lock = lock
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", "gql_api.media.decoder_process"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            pass_fds=() if sys.platform == "win32" else (lock,),
            start_new_session=True,  # a Ctrl-C is for us, who let it finish
        )
        _widen(self._process.stdin, self._process.stdout)
        self._end = weakref.finalize(self, _ended, self._process)  # of a pool that nobody closed

    def ask(self, upload: BinaryIO, name: str, limit: int) -> tuple[dict[str, Any], bytes]:
        assert self._process.stdin and self._process.stdout  # noqa: S101
        start = upload.tell()
        size = upload.seek(0, os.SEEK_END) - start
        upload.seek(start)
        asked = {"size": size, "name": name, "limit": limit, "lock": self._lock}
        self._process.stdin.write(json.dumps(asked).encode() + b"\n")
        shutil.copyfileobj(upload, self._process.stdin, _PIECE)
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise EOFError
        found = json.loads(line)
        data = self._process.stdout.read(found.get("size", 0))
        if len(data) < found.get("size", 0):
            raise EOFError
        return found, data

    @property
    def is_gone(self) -> bool:
        return self._process.poll() is not None

    def kill(self) -> None:
        self._process.kill()

    def stop(self) -> int:
        """End it; its status, negative for the signal that did."""
        self._end()
        return self._process.wait()


def _widen(*pipes: IO[bytes] | None) -> None:
    """Let a photo through in few pieces: each costs both sides a change of processes."""
    if sys.platform != "linux":
        return
    for pipe in filter(None, pipes):
        with suppress(OSError):  # of one who has as much of it as an account may have
            fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIECE)


def _ended(process: subprocess.Popen[bytes]) -> None:
    """Let it finish, for a moment, and end it."""
    with suppress(OSError):  # of what was not written to a process that is gone
        process.stdin and process.stdin.close()
    with suppress(subprocess.TimeoutExpired):
        process.wait(1)
    process.kill()
    if process.stdout:
        process.stdout.close()
    process.wait()

"""The process that decodes: photos in, clean JPEGs or refusals out, by standard input and output.

It holds one photo at a time, no key and no file, and no more memory than `MEMORY_BYTES`: what a
hostile file breaks is this process. Who starts it and what its end means is `decoder_pool`'s.
"""

import contextlib
import json
import os
import sys
import traceback
import warnings
from collections.abc import Iterator
from typing import BinaryIO, Final

from browser.messages import stored
from gql_api.errors import InvalidInput
from gql_api.media import decoder

MEMORY_BYTES: Final = 800_000_000
"""Of data; the largest photos that are taken need up to 730 MB (docs/photos.md)."""


def main() -> None:
    """Answer until the input ends."""
    _bound_memory()
    warnings.simplefilter("ignore")  # what Pillow finds odd is judged by `integrity`
    output = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not be taken for an answer
    while line := sys.stdin.buffer.readline():
        asked = json.loads(line)
        answer, photo = _tried(_read(sys.stdin.buffer, asked["size"]), asked)
        output.write(json.dumps(answer).encode() + b"\n")
        output.write(photo)
        output.flush()


def _read(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) < size:
        raise SystemExit  # whoever asked is gone
    return data


def _tried(data: bytes, asked: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """The answer; a mistake of ours is told as one, and is no word about the photo."""
    try:
        return _answer(data, asked)
    except MemoryError:
        raise  # nothing is known of what is left: the next photo gets another process
    except Exception:
        return {"fault": traceback.format_exc(limit=-5)}, b""


def _answer(data: bytes, asked: dict[str, object]) -> tuple[dict[str, object], bytes]:
    name, limit = str(asked["name"]), int(str(asked["limit"]))
    try:
        photo = decoder.clean(data, name, limit, alone=lambda: _alone(asked["lock"]))
    except InvalidInput as error:
        return {"refused": type(error).__name__, "detail": stored(error.detail)}, b""
    size = (photo.width, photo.height)
    facts = {"width": size[0], "height": size[1], "one_color": photo.one_color}
    return {**facts, "size": len(photo.data)}, photo.data


@contextlib.contextmanager
def _alone(lock: object) -> Iterator[None]:
    """While no other process decodes a large photo; a process that dies lets go of it."""
    if sys.platform == "win32" or not isinstance(lock, int):
        yield
        return
    import fcntl  # noqa: PLC0415

    fcntl.lockf(lock, fcntl.LOCK_EX)
    try:
        yield
    finally:
        fcntl.lockf(lock, fcntl.LOCK_UN)


def _bound_memory() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415

        with contextlib.suppress(ValueError, OSError):  # a lower limit stands already
            resource.setrlimit(resource.RLIMIT_DATA, (MEMORY_BYTES, MEMORY_BYTES))
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()

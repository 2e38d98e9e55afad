"""`fripier import`: hands a file, a folder or a zip to the running service, and follows it.

Reads nothing of it itself but which files there are: the service says what is wrong, so that a
check here and one there cannot differ. A folder is sent as the zip that it would make.
"""

import asyncio
import json
import os
import tempfile
import zipfile
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, Final, cast

import httpx

from gql_api.cli.doctor import KEY_VARIABLE
from gql_api.cli.server import address
from gql_api.cli.terminal import console
from gql_api.errors import InvalidInput, Unavailable
from gql_api.settings import Settings, load_settings

Told = Mapping[str, Any]
SECONDS: Final = 600
"""A service may take minutes to take in hundreds of photos."""
_TABLES: Final = frozenset({".csv", ".tsv", ".txt", ".xlsx", ".zip"})


async def bring(
    path: Path, *, account: str | None, market: str | None, check: bool, hold: bool
) -> Told:
    """The import as the service answers it; raises what it refuses."""
    query = {"check": json.dumps(check), "hold": json.dumps(hold)}
    query |= {"account": account} if account else {}
    query |= {"market": market} if market else {}
    async with _client() as client:
        with _opened(path) as (name, file):
            files = {"files": (name, file, "application/octet-stream")}
            return await _answer(client.post("/vinted/imports", params=query, files=files))


async def follow(import_id: str) -> Told:
    """Show how far an import is until its person is needed, or it is over; how it stands then."""
    async with _client() as client:
        found: Told = {}
        with console.status("") as status:
            async for found in _told(client, import_id):
                status.update(progress(found))
                if waits(found):
                    return found
        return found


async def download(target: Path, language: str) -> Path:
    """Write the template, whose kind the file's name says."""
    kind = "xlsx" if target.suffix.lower() == ".xlsx" else "csv"
    async with _client() as client:
        answer = await client.get(
            "/vinted/imports/template",
            params={"format": kind},
            headers={"Accept-Language": language},
        )
        require_ok(answer)
        await asyncio.to_thread(_written, target, answer.content)
    return target


def _written(target: Path, content: bytes) -> None:
    try:
        with target.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise InvalidInput(f"{target} cannot be written ({error.strerror}).") from None


def progress(found: Told) -> str:
    """One line: how many rows are where."""
    return ", ".join(f"{count} {stage}" for stage, count in found["counts"].items())


def table(found: Told) -> str:
    """Every row that is bad, by line and field, then what else there is to look at."""
    lines = [
        f"line {row['line']}: {each['field']}: {each['detail']}"
        for row in found["rows"]
        for each in row["problems"]
    ]
    lines += [f"column {name!r} says nothing of a listing" for name in found["unread"]]
    later = sorted({row["planned_at"][:16] for row in found["rows"] if _is_later(row)})
    lines += [f"planned for {moment.replace('T', ' ')} UTC: {count} rows"
              for moment, count in _counted(found, later)]  # fmt: skip
    lines += [f"PAUSED: {found['paused']}"] if found["paused"] else []
    return "\n".join(lines)


def _is_later(row: Told) -> bool:
    planned = row["planned_at"] if row["stage"] == "waiting" else None
    return planned is not None and datetime.fromisoformat(planned) > datetime.now(UTC)


def _counted(found: Told, moments: list[str]) -> list[tuple[str, int]]:
    rows = [row for row in found["rows"] if _is_later(row)]
    return [(each, sum(row["planned_at"][:16] == each for row in rows)) for each in moments]


def waits(found: Told) -> bool:
    """Whether nothing goes on before somebody has acted, or before the time that was told."""
    if found["counts"].get("preparing"):
        return False
    waiting = [row for row in found["rows"] if row["stage"] == "waiting"]
    return bool(found["paused"]) or all(_is_later(row) for row in waiting)


@asynccontextmanager
async def _client() -> AsyncIterator[httpx.AsyncClient]:
    settings = load_settings()
    try:
        async with httpx.AsyncClient(
            base_url=address(settings), headers=_headers(settings), timeout=SECONDS
        ) as client:
            yield client
    except httpx.HTTPError as error:
        raise Unavailable(
            f"No Fripier takes the request at {address(settings)} ({type(error).__name__}): start "
            "`fripier serve`, or give the HOST, PORT and API_KEYS that it was started with, or a "
            f"key of `fripier keys create` in {KEY_VARIABLE}."
        ) from error


def _headers(settings: Settings) -> dict[str, str]:
    keys = settings.api_keys
    # A managed key is nowhere in clear, so it is handed in by whoever has it.
    key = os.environ.get(KEY_VARIABLE) or (keys[0].get_secret_value() if keys else None)
    return {"Authorization": f"Bearer {key}"} if key else {}


async def _answer(sent: Any) -> Told:
    answer: httpx.Response = await sent
    require_ok(answer)
    return cast(Told, answer.json())


def require_ok(answer: httpx.Response) -> None:
    """Raise what was refused, in the service's words; or that something else stands before it."""
    if answer.status_code == httpx.codes.OK:
        return
    try:
        told = answer.json()
        detail, code = told["detail"], told["code"]
    except (ValueError, KeyError, TypeError):
        raise Unavailable(
            f"The answer {answer.status_code} is not one of Fripier's: ask who runs the proxy "
            "before it, or give the HOST and PORT that it was started with."
        ) from None
    raise InvalidInput(detail, code=code, status=answer.status_code)


async def _told(client: httpx.AsyncClient, import_id: str) -> AsyncIterator[Told]:
    async with client.stream("GET", f"/vinted/imports/{import_id}/events") as stream:
        if stream.status_code != httpx.codes.OK:
            await stream.aread()
        require_ok(stream)
        async for line in stream.aiter_lines():
            if line.startswith("data: "):
                yield json.loads(line.removeprefix("data: "))


@contextmanager
def _opened(path: Path) -> Iterator[tuple[str, BinaryIO]]:
    """What is sent and its name: the file itself, or the zip of a folder."""
    if path.is_dir():
        with tempfile.TemporaryFile() as made:
            _pack(path, cast(BinaryIO, made))
            made.seek(0)
            yield f"{path.resolve().name}.zip", cast(BinaryIO, made)
        return
    if path.suffix.lower() not in _TABLES:
        raise InvalidInput(f"{path} is no table, zip or folder: give a .csv, .xlsx or .zip.")
    try:
        file = path.open("rb")
    except OSError as error:
        raise InvalidInput(f"{path} cannot be read ({error.strerror}).") from None
    with file:
        yield path.name, file


def _pack(folder: Path, into: BinaryIO) -> None:
    """The folder as a zip, photos as they are. A link in it is named, and not followed."""
    # A camera without a clock dates its files before a zip can say: they get its first day.
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED, strict_timestamps=False) as book:
        for each in sorted(folder.rglob("*")):
            if any(part.startswith(".") for part in each.relative_to(folder).parts):
                continue
            if each.is_symlink():
                raise InvalidInput(f"{each} is a link, which is not followed: put the file there.")
            if each.is_file():
                try:
                    book.write(each, each.relative_to(folder).as_posix())
                except OSError as error:
                    raise InvalidInput(f"{each} cannot be read ({error.strerror}).") from None

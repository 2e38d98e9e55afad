"""Imports in REST: their answers, what each route does, and the template to download.

What an import is and may do is said by `service.imports`; which paths there are, by `operations`.
"""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import aclosing
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import Field, StrictInt
from starlette.responses import JSONResponse, Response
from typing_extensions import TypedDict

from browser.messages import Message
from gql_api.domain import imports as values
from gql_api.domain.inputs import Input
from gql_api.domain.pagination import cursor
from gql_api.domain.tenant import shown
from gql_api.errors import InvalidInput
from gql_api.http.addresses import Media
from gql_api.imports import template
from gql_api.imports.columns import LANGUAGES
from gql_api.imports.uploads import sent_file
from gql_api.rest import bodies, models, requests, streams
from gql_api.rest.actions import Call, awaited
from gql_api.rest.schemas import Moment, doc
from gql_api.rest.schemas import Schema as Json
from gql_api.service.jobs import Accepted
from gql_api.texts import say, speech

PAGE: Final = 20
MEDIA: Final = (template.CSV, template.XLSX)
CHECK: Final[Json] = {
    "name": "check",
    "in": "query",
    "description": "true: says what the import would say of its rows, and keeps nothing.",
    "schema": {"type": "boolean", "default": False},
}
HOLD: Final[Json] = {
    "name": "hold",
    "in": "query",
    "description": "true: no row is prepared before it is approved.",
    "schema": {"type": "boolean", "default": False},
}
MARKET: Final[Json] = {
    "name": "market",
    "in": "query",
    "description": "The market's host; else that of the account's session.",
    "schema": {"type": "string"},
}
FORMAT: Final[Json] = {
    "name": "format",
    "in": "query",
    "description": "The file's kind.",
    "schema": {"enum": ["csv", "xlsx"], "default": "csv"},
}


class LinesInput(Input):
    """Rows of an import, by their lines."""

    lines: Annotated[tuple[StrictInt, ...], Field(max_length=1000)] | None = Field(
        None, description="In the order of approval; null for every row that is held."
    )


class SkipInput(Input):
    """Rows of an import that are left out."""

    lines: Annotated[tuple[StrictInt, ...], Field(max_length=1000)] = Field(
        description="Their lines."
    )


class Row(TypedDict):
    """One listing of an import."""

    line: Annotated[int, doc("Its line in the file, as a person counts.")]
    stage: Annotated[values.Stage, doc("Where it stands.")]
    problems: Annotated[list[models.FieldError], doc("Why it cannot be prepared, by field.")]
    notes: Annotated[list[models.FieldError], doc("How cells were read, and what to look at.")]
    planned_at: Annotated[Moment | None, doc("When the daily budget lets it be prepared.")]
    listing: Annotated[models.Listing | None, doc("As the file says it; null for a bad row.")]
    job_id: Annotated[str | None, doc("Its preparation; null before it began.")]
    job: Annotated[models.Job | None, doc("That job, with its token while it waits for a yes.")]


class _Summary(TypedDict):
    id: Annotated[str, doc("Its id.")]
    kept: Annotated[bool, doc("False where it was only checked: nothing is there by its id.")]
    account: Annotated[str, doc("The account that it is for.")]
    market: Annotated[str, doc("The market's host.")]
    name: Annotated[str, doc("What the file was called.")]
    created_at: Annotated[Moment, doc("When it came.")]
    counts: Annotated[dict[str, int], doc("How many rows are at each stage.")]
    unread: Annotated[list[str], doc("Columns that say nothing of a listing.")]
    paused: Annotated[str | None, doc("Why no row is prepared now; else null.")]
    is_over: Annotated[bool, doc("Whether nothing of it waits any more.")]


class Import(_Summary):
    """Listings of one file, each on its way to its own yes."""

    ok: models.Ok
    rows: Annotated[list[Row], doc("Every row, by its line.")]


class ListedImport(_Summary):
    """An import in a list, without its rows."""


class Imports(TypedDict):
    """Imports, newest first."""

    ok: models.Ok
    imports: Annotated[list[ListedImport], doc("The imports of this page.")]
    next: models.Next


def _summary(found: values.Import) -> ListedImport:
    return {
        "id": found.id,
        "kept": found.kept,
        "account": shown(found.account),
        "market": urlsplit(found.origin).netloc,
        "name": found.name,
        "created_at": found.created_at.isoformat(),
        "counts": {stage.value: count for stage, count in found.counts.items()},
        "unread": list(found.unread),
        "paused": say(found.paused) if found.paused else None,
        "is_over": found.done,
    }


def _errors(found: tuple[values.Problem, ...]) -> list[models.FieldError]:
    return [{"field": each["field"], "detail": say(each["detail"])} for each in found]


def _row(row: values.ImportRow, media: Media) -> Row:
    return {
        "line": row.line,
        "stage": row.stage,
        "problems": _errors(row.problems),
        "notes": _errors(row.notes),
        "planned_at": row.planned_at.isoformat() if row.planned_at else None,
        "listing": bodies.listing(row.listing) if row.listing else None,
        "job_id": row.job_id,
        "job": bodies.whole_job(row.job, media) if row.job else None,
    }


def body(found: values.Import, media: Media) -> Import:
    return {"ok": True, **_summary(found), "rows": [_row(row, media) for row in found.rows]}


def _answer(call: Call, found: values.Import) -> Response:
    return JSONResponse(body(found, call.media))


async def bring(call: Call) -> Response:
    account = requests.named_account(call.request)
    market = call.request.query_params.get("market")
    imports = call.service.imports
    async with requests.files(call.request, "files", "file") as uploads:
        sent = [sent_file(each.filename or "", each.file, each.size or 0) for each in uploads]
        if requests.flag(call.request, "check"):
            return _answer(call, await imports.check(sent, account=account, market=market))
        hold = requests.flag(call.request, "hold")
        found = await imports.bring(sent, account=account, market=market, hold=hold)
    return _answer(call, found)


async def every(call: Call) -> Response:
    first, start = requests.page(call.request)
    account = requests.named_account(call.request)
    found = await call.service.imports.list(account=account, limit=first + 1, start=start)
    page = found[:first]
    following = cursor(page[-1]) if len(found) > first else None
    return JSONResponse(Imports(ok=True, imports=[_summary(each) for each in page], next=following))


async def one(call: Call) -> Response:
    return _answer(call, await call.service.imports.get(call.id))


async def approve(call: Call) -> Response:
    given = await call.read(LinesInput)
    return _answer(call, await call.service.imports.approve(call.id, given.lines))


async def skip(call: Call) -> Response:
    given = await call.read(SkipInput)
    return _answer(call, await call.service.imports.skip(call.id, given.lines))


async def cancel(call: Call) -> Response:
    return _answer(call, await call.service.imports.cancel(call.id))


async def renew(call: Call) -> Response:
    job = await call.service.listings.renew(call.id)
    return await awaited(call, Accepted(job, replayed=False))


async def events(call: Call) -> Response:
    """The import as it stands, as server-sent events, until nothing of it waits."""
    await call.service.imports.get(call.id)
    media = call.media

    async def told() -> AsyncGenerator[str]:
        async with aclosing(call.service.imports.watch(call.id)) as seen:
            async for found in seen:
                text = json.dumps(body(found, media), separators=(",", ":"))
                yield f"event: import\ndata: {text}\n\n"

    return streams.texts(call.request, told(), rules=call.streaming)


async def download(call: Call) -> Response:
    """The template in the language that the caller accepts."""
    wanted = call.request.query_params.get("format", "csv")
    if wanted not in {"csv", "xlsx"}:
        raise InvalidInput(Message("{name}: csv or xlsx", name="format"), field="format")
    spoken = speech()
    spoken.promise()
    make = template.as_csv if wanted == "csv" else template.as_workbook
    name = f"{template.NAME}.{wanted}"
    language = spoken.language if spoken.language in LANGUAGES else "en"
    made = await asyncio.to_thread(make, language)  # once for each language: it is open to anybody
    return Response(
        made,
        media_type=template.CSV if wanted == "csv" else template.XLSX,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )

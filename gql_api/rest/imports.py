"""Imports in REST: their answers, what each route does, and the template to download.

What an import is and may do is said by `service.imports`; which paths there are, by `operations`.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, Mapping, Sequence
from contextlib import aclosing
from typing import Annotated, Final
from urllib.parse import urlsplit

from pydantic import Field, StrictInt
from starlette.responses import JSONResponse, Response
from typing_extensions import TypedDict

from browser.messages import Message
from gql_api.domain import imports as values
from gql_api.domain.inputs import Input
from gql_api.domain.pagination import MAX_PAGE, ROW_CURSOR, cursor, page_of, row_after
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

ROWS: Final = 50
"""Rows of a page, where none says how many."""
_DIGITS: Final = 9
STAGES: Final[Json] = {
    "name": "stage",
    "in": "query",
    "description": "Only rows at these stages, with a comma between.",
    "style": "form",
    "explode": False,
    "schema": {"type": "array", "items": {"enum": [each.value for each in values.Stage]}},
}
LINE: Final[Json] = {
    "name": "line",
    "in": "query",
    "description": "Only the rows of these lines, with a comma between.",
    "style": "form",
    "explode": False,
    "schema": {"type": "array", "items": {"type": "integer", "minimum": 1}, "maxItems": 1000},
}
FIRST_ROWS: Final[Json] = {
    "name": "first",
    "in": "query",
    "description": "At most so many rows.",
    "schema": {"type": "integer", "minimum": 1, "maximum": MAX_PAGE, "default": ROWS},
}
AFTER_ROW: Final[Json] = {
    "name": "after",
    "in": "query",
    "description": "The rows behind this `next` of the page before.",
    "schema": {"type": "string", "pattern": ROW_CURSOR},
}
LAST_SEEN: Final[Json] = {
    "name": "Last-Event-ID",
    "in": "header",
    "description": "The number of the last event seen, or an answer's `seq`: the rows that changed "
    "since come first. Without it the first event tells no rows.",
    "schema": {"type": "string", "pattern": "^[0-9]{1,9}$"},
}
ROWS_OF: Final = (FIRST_ROWS, AFTER_ROW, STAGES, LINE)
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
AGAIN: Final[Json] = {
    "name": "again",
    "in": "query",
    "description": "true: also where the same content was imported for the account in the last "
    "day, which is else answered with that import.",
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
    title: Annotated[str | None, doc("Its title; of a bad row as it was typed.")]
    stage: Annotated[values.Stage, doc("Where it stands.")]
    problems: Annotated[list[models.FieldError], doc("Why it cannot be prepared, by field.")]
    notes: Annotated[list[models.FieldError], doc("How cells were read, and what to look at.")]
    planned_at: Annotated[Moment | None, doc("When the daily budget lets it be prepared.")]
    position: Annotated[
        int | None, doc("Grows in the order of approval, over all imports of the account.")
    ]
    listing: Annotated[models.Listing | None, doc("As the file says it; null for a bad row.")]
    job_id: Annotated[str | None, doc("Its preparation; null before it began.")]
    job: Annotated[models.Job | None, doc("That job, with its token while it waits for a yes.")]
    publish_job_id: Annotated[str | None, doc("The newest yes to it; null before there is one.")]
    publish: Annotated[models.Job | None, doc("That job, with what became of it.")]


class Planned(TypedDict):
    """How many rows can begin in a quarter of an hour."""

    at: Annotated[Moment, doc("Its beginning.")]
    count: Annotated[int, doc("How many rows.")]


class _Summary(TypedDict):
    id: Annotated[str, doc("Its id.")]
    kept: Annotated[bool, doc("False where it was only checked: nothing is there by its id.")]
    account: Annotated[str, doc("The account that it is for.")]
    market: Annotated[str, doc("The market's host.")]
    name: Annotated[str, doc("What the file was called.")]
    created_at: Annotated[Moment, doc("When it came.")]
    counts: Annotated[dict[str, int], doc("How many rows are at each stage.")]
    plan: Annotated[list[Planned], doc("When those that wait can begin, the next ones first.")]
    next_at: Annotated[Moment | None, doc("When the next one can begin; null when none waits.")]
    unread: Annotated[list[str], doc("Columns that say nothing of a listing.")]
    paused: Annotated[str | None, doc("Why no row is prepared now; else null.")]
    paused_code: Annotated[str | None, doc("The same for programs; stable.")]
    is_over: Annotated[bool, doc("Whether nothing of it waits any more.")]
    seq: Annotated[int, doc("The number of its last change: follow it from here by Last-Event-ID.")]


class Import(_Summary):
    """Listings of one file, each on its way to its own yes."""

    ok: models.Ok
    rows: Annotated[list[Row], doc("The rows of this page, by their lines.")]
    next: models.Next


class ListedImport(_Summary):
    """An import in a list, without its rows."""


class ImportChange(_Summary):
    """How an import stands, with the rows that stand elsewhere than before."""

    rows: Annotated[list[Row], doc("The rows that changed.")]


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
        "counts": {stage: found.counts[stage] for stage in values.Stage if stage in found.counts},
        "plan": [{"at": at.isoformat(), "count": count} for at, count in found.plan.items()],
        "next_at": found.next_at.isoformat() if found.next_at else None,
        "unread": list(found.unread),
        "paused": say(found.paused.detail) if found.paused else None,
        "paused_code": found.paused.code if found.paused else None,
        "is_over": found.done,
        "seq": found.seq,
    }


def _errors(found: tuple[values.Problem, ...]) -> list[models.FieldError]:
    return [{"field": each["field"], "detail": say(each["detail"])} for each in found]


def _row(row: values.ImportRow, media: Media) -> Row:
    return {
        "line": row.line,
        "title": row.named,
        "stage": row.stage,
        "problems": _errors(row.problems),
        "notes": _errors(row.notes),
        "planned_at": row.planned_at.isoformat() if row.planned_at else None,
        "position": row.position,
        "listing": bodies.listing(row.listing) if row.listing else None,
        "job_id": row.job_id,
        "job": bodies.whole_job(row.job, media) if row.job else None,
        "publish_job_id": row.publish.id if row.publish else None,
        "publish": bodies.whole_job(row.publish, media) if row.publish else None,
    }


def _body(
    found: values.Import, rows: Sequence[values.ImportRow], media: Media, *, most: int
) -> Import:
    told = [_row(row, media) for row in rows[:most]]
    following = str(rows[most - 1].line) if len(rows) > most else None
    return {"ok": True, **_summary(found), "rows": told, "next": following}


async def _answer(
    call: Call,
    found: values.Import,
    lines: Sequence[int] | None = None,
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The import with its first rows, or those of the lines; all of them where none is kept."""
    rows, most = found.rows, max(1, len(found.rows))
    if found.kept:
        most = ROWS
        rows = await call.service.imports.rows(found.id, lines=lines, limit=most + 1)
    return JSONResponse(_body(found, rows, call.media, most=most), headers=headers)


async def bring(call: Call) -> Response:
    account = requests.named_account(call.request)
    market = call.request.query_params.get("market")
    imports = call.service.imports
    async with requests.files(call.request, "files", "file") as uploads:
        sent = [sent_file(each.filename or "", each.file, each.size or 0) for each in uploads]
        if requests.flag(call.request, "check"):
            return await _answer(call, await imports.check(sent, account=account, market=market))
        brought = await imports.bring(
            sent,
            account=account,
            market=market,
            hold=requests.flag(call.request, "hold"),
            key=requests.idempotency_key(call.request),
            again=requests.flag(call.request, "again"),
        )
    headers = {"Idempotent-Replayed": "true"} if brought.replayed else {}
    return await _answer(call, brought.imported, headers=headers)


async def every(call: Call) -> Response:
    first, start = requests.page(call.request)
    account = requests.named_account(call.request)
    found = await call.service.imports.list(account=account, limit=first + 1, start=start)
    page = found[:first]
    following = cursor(page[-1]) if len(found) > first else None
    return JSONResponse(Imports(ok=True, imports=[_summary(each) for each in page], next=following))


async def one(call: Call) -> Response:
    """The import with a page of its rows."""
    imports, most = call.service.imports, page_of(requests.first(call.request, ROWS))
    found, after = await imports.get(call.id), row_after(call.request.query_params.get("after"))
    stages, lines = _stages(call), _lines(call)
    rows = await imports.rows(call.id, after=after, stages=stages, lines=lines, limit=most + 1)
    return JSONResponse(_body(found, rows, call.media, most=most))


def _listed(call: Call, name: str) -> list[str]:
    text = call.request.query_params.get(name)
    return text.split(",") if text is not None else []


def _stages(call: Call) -> frozenset[values.Stage]:
    named = _listed(call, "stage")
    try:
        return frozenset(values.Stage(each) for each in named)
    except ValueError:
        known = ", ".join(values.Stage)
        raise InvalidInput(Message("stage: one of {stages}", stages=known), field="stage") from None


def _lines(call: Call) -> list[int] | None:
    named = _listed(call, "line")
    if not all(each.isascii() and each.isdecimal() and len(each) < _DIGITS for each in named):
        raise InvalidInput("line: send a whole number.", field="line")
    return [int(each) for each in named] or None


async def approve(call: Call) -> Response:
    given = await call.read(LinesInput)
    found = await call.service.imports.approve(call.id, given.lines)
    return await _answer(call, found, given.lines)


async def skip(call: Call) -> Response:
    given = await call.read(SkipInput)
    found = await call.service.imports.skip(call.id, given.lines)
    return await _answer(call, found, given.lines)


async def cancel(call: Call) -> Response:
    return await _answer(call, await call.service.imports.cancel(call.id))


async def renew(call: Call) -> Response:
    job = await call.service.listings.renew(call.id)
    return await awaited(call, Accepted(job, replayed=False))


async def events(call: Call) -> Response:
    """How the import stands and the rows that change, until nothing of it waits."""
    imports, media, after = call.service.imports, call.media, requests.event_number(call.request)
    if await imports.has_ended(call.id, after):
        return Response(status_code=204, headers={"Vary": "Last-Event-ID"})

    async def told() -> AsyncGenerator[str]:
        async with aclosing(imports.watch(call.id, after)) as seen:
            async for change in seen:
                rows = [_row(row, media) for row in change.rows]
                body: ImportChange = {**_summary(change.imported), "rows": rows}
                text = json.dumps({**body, "seq": change.seq}, separators=(",", ":"))
                yield f"id: {change.seq}\nevent: import\ndata: {text}\n\n"

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

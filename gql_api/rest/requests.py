"""Reading a REST request: JSON object, account, idempotency key, multipart files, numbers.

What an object must hold is said by `inputs`; everything that cannot be read raises `InvalidInput`
or one of the middleware's errors.
"""

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Final

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from browser.messages import Message
from gql_api.domain.input_types import DEFAULT_ACCOUNT
from gql_api.domain.inputs import AccountInput, read
from gql_api.domain.job import JobState
from gql_api.domain.pagination import PAGE, PageStart, page_of, page_start
from gql_api.errors import InvalidInput
from gql_api.http import parsing
from gql_api.http.forms import Unread, form_of, form_so_far
from gql_api.http.middleware import UnsupportedMedia

_DIGITS: Final = 9
_WAIT: Final = re.compile(r"(?:^|[,;\s])wait\s*=\s*\"?(\d{1,6})\"?(?:$|[,;\s])", re.IGNORECASE)
_ASYNC: Final = re.compile(r"(?:^|[,\s])respond-async(?:$|[,;\s])", re.IGNORECASE)


async def json_object(request: Request) -> Mapping[str, Any]:
    """The members of a JSON object; the account may come by header instead."""
    if parsing.media_type(request.headers.get("content-type")) != "application/json":
        raise UnsupportedMedia("Send JSON with the header Content-Type: application/json.")
    body = parsing.strict_json(await request.body())
    if not isinstance(body, Mapping):
        raise InvalidInput("Send a JSON object, in braces.", field="body")
    named = _account_field(request)
    return body if named is None or body.get("account") is not None else {**body, "account": named}


def account(request: Request) -> str:
    """The account that a request without a body is about."""
    return named_account(request) or DEFAULT_ACCOUNT


async def account_somewhere(request: Request) -> str:
    """The account of a request that needs no body, and that may name it in one."""
    if "account" in request.query_params or not (await request.body()).strip():
        return account(request)
    return read(AccountInput, await json_object(request)).account or DEFAULT_ACCOUNT


def named_account(request: Request) -> str | None:
    """The account that a request without a body names, if it names one."""
    field = _account_field(request)
    named = request.query_params.get("account")
    return field if named is None else parsing.account_name(named)


def states(request: Request) -> frozenset[JobState]:
    """The state that jobs are to be in; empty where any will do."""
    named = request.query_params.get("state")
    if named is None:
        return frozenset()
    try:
        return frozenset({JobState(named)})
    except ValueError:
        known = ", ".join(JobState)
        raise InvalidInput(Message("state: one of {states}", states=known), field="state") from None


def page(request: Request) -> tuple[int, PageStart | None]:
    """How many of a list are wanted, and where their page begins."""
    return page_of(first(request, PAGE)), page_start(request.query_params.get("after"))


def first(request: Request, usual: int) -> int:
    """How many are wanted, whether or not there may be so many."""
    text = request.query_params.get("first")
    if text is None:
        return usual
    if not text.isascii() or not text.isdecimal() or len(text) > _DIGITS:
        raise InvalidInput("first: send a whole number.", field="first")
    return int(text)


def _account_field(request: Request) -> str | None:
    """The account by its header, which has to name one even where the request names another."""
    values = request.headers.getlist("x-account")
    if len(values) > 1:
        raise InvalidInput("X-Account: send it once.", field="account")
    return parsing.account_name(values[0]) if values else None


def idempotency_key(request: Request) -> str | None:
    """The key under which the answer is kept, if one was sent."""
    return parsing.idempotency_key(request.headers.getlist("idempotency-key"))


def event_number(request: Request) -> int:
    """The number of the last event that the caller has seen; 0 for none."""
    text = request.headers.get("last-event-id") or request.query_params.get("after") or "0"
    is_number = text.isascii() and text.isdecimal() and len(text) <= 9
    return parsing.event_number(int(text) if is_number else -1)


def flag(request: Request, name: str) -> bool:
    """Whether the query asks for something that it may ask for."""
    text = request.query_params.get(name, "false")
    if text not in {"true", "false"}:
        raise InvalidInput(Message("{name}: true or false", name=name), field=name)
    return text == "true"


def preferred_wait(request: Request, most: int) -> int | None:
    """How long the caller wants to wait, by `Prefer: wait=N` or `respond-async` (RFC 7240)."""
    preferences = ",".join(request.headers.getlist("prefer"))
    if asked := _WAIT.search(preferences):
        return min(int(asked[1]), most)
    return 0 if _ASYNC.search(preferences) else None


@asynccontextmanager
async def files(request: Request, *names: str) -> AsyncIterator[list[UploadFile]]:
    """The files of a multipart form under one of the names; there is at least one."""
    _require_form(request)
    form = await form_of(request)
    try:
        yield _files_of(form, names)
    finally:
        await form.close()


@asynccontextmanager
async def files_so_far(
    request: Request, *names: str
) -> AsyncIterator[tuple[list[UploadFile], Unread | None]]:
    """The whole files as far as the form may be read, and that it goes on; at least one of both."""
    _require_form(request)
    form, unread = await form_so_far(request)
    try:
        has_files = any(isinstance(part, UploadFile) for _, part in form.multi_items())
        found = _files_of(form, names) if has_files or unread is None else []
        yield [each for each in found if unread is None or each is not unread.file], unread
    finally:
        await form.close()


def _require_form(request: Request) -> None:
    if parsing.media_type(request.headers.get("content-type")) != "multipart/form-data":
        raise UnsupportedMedia("Send the photo as multipart/form-data, in the field file.")


def _files_of(form: FormData, names: tuple[str, ...]) -> list[UploadFile]:
    used = [name for name in names if form.getlist(name)]
    _refuse_other_files(form, names)
    if len(used) > 1:
        raise InvalidInput(
            Message("Send all photos in the field {field}.", field=used[0]), field=used[1]
        )
    found = [part for name in used for part in form.getlist(name)]
    uploads = [part for part in found if isinstance(part, UploadFile)]
    if not uploads or len(uploads) < len(found):
        raise _no_file(form, names[0])
    return uploads


def _no_file(form: FormData, field: str) -> InvalidInput:
    """The refusal of a form in which no photo came, with the names that did."""
    came = ", ".join(name[:100] for name in list(form)[:5] if name != field)
    said = Message("Send the photo as a file in the field {field}.", field=field)
    if came:
        said = Message(
            "No file came, only {came}: send the photo as a file in the field {field}.",
            came=came,
            field=field,
        )
    return InvalidInput(said, field=field)


def _refuse_other_files(form: FormData, names: tuple[str, ...]) -> None:
    """A file under another name would be lost without a word."""
    for name, part in form.multi_items():
        if isinstance(part, UploadFile) and name not in names:
            raise InvalidInput(
                Message(
                    "A file came in the field {came}: send it in the field {field}.",
                    came=name[:100],
                    field=names[0],
                ),
                field=names[0],
            )

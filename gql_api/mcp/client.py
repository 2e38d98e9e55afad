"""The service as the tools reach it: GraphQL, uploads and the end of a run, over HTTP.

Owns what is sent and how a refusal is read; every call says that an agent makes it. What the tools
do with the answers is `tools`'.
"""

import asyncio
import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Any, BinaryIO, Final
from urllib.parse import quote

import httpx

from gql_api.http.middleware import AGENT

_TIMEOUT: Final = httpx.Timeout(150, connect=10)
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

Body = dict[str, Any]


class Refusal(Exception):
    """What was not done, and what helps: `code` is the API's, stable; `message` is for people."""

    def __init__(self, code: str, message: str, **more: Any) -> None:
        super().__init__(message)
        self.body: Body = {"code": code, "message": message, **more}

    @property
    def code(self) -> str:
        return str(self.body["code"])


class FripierClient:
    """One caller's API. `public` is where the service begins for a person."""

    def __init__(self, http: httpx.AsyncClient, public: str) -> None:
        self._http = http
        # At `/` a host application may have a page of its own.
        self._console = f"{public.rstrip('/')}/fripier"

    def link(self, job_id: str) -> str:
        """The console at a job; to open it does nothing but show it."""
        return f"{self._console}#/jobs/{job_id}"

    def sign_in_link(self, account: str | None) -> str:
        """The console where a person connects an account; the one chosen there without a name."""
        place = f"{self._console}#/connect"
        return f"{place}/{quote(account, safe='')}" if account else place

    async def ask(self, document: str, **variables: Any) -> Body:
        """The data of a query; `Refusal`."""
        sent = {"query": document, "variables": variables}
        answer = await self._sent("POST", "/graphql", json=sent)
        body = _body(answer)
        if errors := body.get("errors"):
            raise _of_error(errors[0])
        if answer.is_error or not isinstance(body.get("data"), dict):
            raise _of_problem(answer, body)
        data: Body = body["data"]
        return data

    async def change(self, document: str, given: Mapping[str, Any]) -> Body:
        """The success of a mutation; `Refusal`."""
        result: Body = (await self.ask(document, input=dict(given)))["result"]
        if "code" in result:
            raise Refusal(**_named(result))
        return result

    async def upload(self, name: str, file: BinaryIO) -> Body:
        """A photo that was taken in; `Refusal`."""
        answer = await self._sent("POST", "/vinted/photos/upload", files={"file": (name, file)})
        body = _body(answer)
        if answer.is_error:
            raise _of_problem(answer, body)
        photo: Body = body["photo"]
        return photo

    async def until_over(self, job_id: str, after: int, seconds: float) -> None:
        """Return when the job's run is over, or when the time is."""
        path = f"/vinted/jobs/{job_id}/events"
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._sent("GET", path, params={"after": after})

    async def _sent(self, method: str, path: str, **more: Any) -> httpx.Response:
        try:
            return await self._http.request(method, path, **more)
        except httpx.HTTPError as error:
            raise Refusal(
                "no_answer",
                f"No Fripier answers at {self._http.base_url} ({type(error).__name__}). Start it "
                "with `fripier serve`, or name its address in FRIPIER_URL.",
            ) from error


def client(
    base: str,
    headers: Mapping[str, str],
    transport: httpx.AsyncBaseTransport | None = None,
) -> httpx.AsyncClient:
    """An HTTP client for a service at `base`, whose calls say that an agent makes them."""
    return httpx.AsyncClient(
        base_url=base,
        headers={**headers, AGENT: "mcp"},
        timeout=_TIMEOUT,
        transport=transport,
        trust_env=False,
    )


def snake(name: str) -> str:
    """A member's name as the tools have it."""
    return _HUMP.sub("_", name).lower()


def _named(result: Mapping[str, Any]) -> Body:
    """The members of a typed error that say something, by the tools' names."""
    body = {snake(name): value for name, value in result.items() if value not in (None, [])}
    if field := body.get("field"):
        body["field"] = snake(field)
    return body


def _of_error(error: Mapping[str, Any]) -> Refusal:
    extensions = error.get("extensions") or {}
    field = extensions.get("field")
    more = {"field": snake(field)} if isinstance(field, str) else {}
    return Refusal(str(extensions.get("code", "internal")), str(error.get("message", "")), **more)


def _of_problem(answer: httpx.Response, body: Mapping[str, Any]) -> Refusal:
    more = {name: body[name] for name in ("field", "scope", "retry_at", "job_id") if body.get(name)}
    if after := answer.headers.get("retry-after"):
        more["retry_after_seconds"] = after
    said = str(body.get("detail") or f"The service answered {answer.status_code}.")
    return Refusal(str(body.get("code", "internal")), said, **more)


def _body(answer: httpx.Response) -> Body:
    try:
        found = answer.json()
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}

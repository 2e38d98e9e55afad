"""What an API process has done by a worker: looking at the site needs a browser.

Owns sealed requests and their answers, and both ends of them. What saving and
checking a session mean is `sessions`' and `browser_sessions`' matter.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

import structlog
from cryptography.fernet import InvalidToken, MultiFernet
from pydantic import TypeAdapter

from browser.background_tasks import in_background
from browser.messages import revived, stored
from browser.progress import Reporter, unreported
from gql_api import errors
from gql_api.db.jobs import new_id
from gql_api.db.page_reports import ExaminationStore
from gql_api.db.rpc_calls import RpcCall, RpcCallStore
from gql_api.db.sessions import RestStore
from gql_api.doctor.report import Doctor, Report
from gql_api.domain.inputs import SessionInput
from gql_api.errors import NoWorker, ServiceError, Unavailable
from gql_api.jobs.account_eraser import AccountEraser
from gql_api.jobs.page_search import PageSearch
from gql_api.jobs.reconciler import Reconciler
from gql_api.sessions.service import Markets, Sessions, SessionState, SessionStatus
from gql_api.sessions.vault import SessionVault

log = structlog.get_logger(__name__)

PURPOSE: Final = "errand"
WAIT_SECONDS: Final = 45.0
WALK_SECONDS: Final = 115.0
"""How long a walk over the sell page is awaited; within what a request may be held."""
LOOK_SECONDS: Final = 1.0
KEPT: Final = timedelta(minutes=10)
AT_ONCE: Final = 2

_OTHER_KEYS: Final = "The API and its workers have different SECRET_KEYs: give them the same."

_status = TypeAdapter(SessionStatus)
_report = TypeAdapter(Report)
_answer: TypeAdapter[dict[str, Any]] = TypeAdapter(dict[str, Any])


class RpcClient:
    """Asks for calls and waits for their answers; `told` is called when one is done."""

    def __init__(
        self, store: RpcCallStore, seal: MultiFernet, *, wait_seconds: float = WAIT_SECONDS
    ) -> None:
        self._store = store
        self._seal = seal
        self._wait_seconds = wait_seconds
        self._waiting: dict[str, asyncio.Event] = {}

    def told(self, call_id: str) -> None:
        if waiting := self._waiting.get(call_id):
            waiting.set()

    async def run(
        self, kind: str, request: bytes, *, wait_seconds: float | None = None
    ) -> dict[str, Any]:
        """Have it done; `NoWorker` when none does it in time."""
        call_id = new_id()
        done = self._waiting[call_id] = asyncio.Event()
        try:
            await self._store.put(call_id, kind, self._seal.encrypt(request).decode())
            answer = await self._wait(call_id, done, wait_seconds or self._wait_seconds)
        finally:
            del self._waiting[call_id]
            await self._store.remove(call_id)
        try:
            return _read(_answer.validate_json(self._seal.decrypt(answer.encode())))
        except InvalidToken:
            raise Unavailable(_OTHER_KEYS, code="vault_key_mismatch") from None

    async def _wait(self, call_id: str, done: asyncio.Event, seconds: float) -> str:
        end = asyncio.get_running_loop().time() + seconds
        while asyncio.get_running_loop().time() < end:
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await done.wait()
            except TimeoutError:
                log.debug("errand_awaited", errand=call_id)
            done.clear()
            if answer := await self._store.answer(call_id):
                return answer
        raise NoWorker(
            "No worker with a browser answered in time. Check that a worker runs, look whether the "
            "session was saved, and try again.",
            retry_after=10,
        )


class DistantSessions(Sessions):
    """The sessions of every account where there is no browser: workers look at the site."""

    def __init__(
        self,
        vault: SessionVault,
        rests: RestStore,
        markets: Markets,
        rpc: RpcClient,
        *,
        now: Callable[[], datetime],
    ) -> None:
        super().__init__(vault, rests, markets, now=now)
        self._rpc = rpc

    async def save(self, given: SessionInput, account: str | None = None) -> SessionStatus:
        named = {"given": given.model_dump(mode="json"), "account": account}
        answer = await self._rpc.run("save_session", json.dumps(named).encode())
        return _status.validate_python(answer)

    async def check(self, account: str) -> SessionStatus:
        """What a worker's look says; unknown, with the reason, where none looks."""
        known = await self.status(account)
        if not self._is_asked(known):
            return known
        try:
            answer = await self._rpc.run("check_session", account.encode())
        except NoWorker as error:
            if known.state is SessionState.EXPIRED:
                return known
            return replace(known, state=SessionState.UNKNOWN, reason=error.detail)
        return _status.validate_python(answer)

    async def resume(self, account: str) -> SessionStatus:
        answer = await self._rpc.run("resume_account", account.encode())
        return _status.validate_python(answer)


class DistantDoctor(Doctor):
    """Examinations where there is no browser: workers walk over the page."""

    def __init__(self, store: ExaminationStore, rpc: RpcClient) -> None:
        super().__init__(store)
        self._rpc = rpc

    async def run(
        self, account: str, *, force: bool = False, report: Reporter = unreported
    ) -> Report:
        request = json.dumps({"account": account, "force": force}).encode()
        answer = await self._rpc.run("run_doctor", request, wait_seconds=WALK_SECONDS)
        return _report.validate_python(answer)


class RemoteReconciler(Reconciler):
    """Looks for clicks where there is no browser: workers look."""

    def __init__(self, rpc: RpcClient) -> None:
        self._rpc = rpc

    async def again(self, job_id: str) -> None:
        await self._rpc.run("look_again", job_id.encode())


class RemotePageSearch(PageSearch):
    """Searches open forms where there is no browser: the worker that has them does."""

    def __init__(self, rpc: RpcClient) -> None:
        self._rpc = rpc

    async def search(self, job_id: str, field: str, text: str) -> None:
        asked = {"job_id": job_id, "field": field, "text": text}
        await self._rpc.run("search_page", json.dumps(asked).encode())


class RemoteEraser(AccountEraser):
    """Forgets accounts where there is no browser: workers do."""

    def __init__(self, rpc: RpcClient) -> None:
        self._rpc = rpc

    async def forget(self, account: str) -> bool:
        return bool((await self._rpc.run("forget_account", account.encode()))["forgotten"])


class RpcServer:
    """Carries out calls on a worker, a few at once."""

    def __init__(
        self,
        store: RpcCallStore,
        seal: MultiFernet,
        *,
        sessions: Sessions,
        doctor: Doctor,
        reconciler: Reconciler,
        eraser: AccountEraser,
        page_search: PageSearch,
        worker: str,
    ) -> None:
        self._store = store
        self._seal = seal
        self._sessions = sessions
        self._doctor = doctor
        self._reconciler = reconciler
        self._eraser = eraser
        self._page_search = page_search
        self._worker = worker
        self._wake = asyncio.Event()
        self._kinds: Mapping[str, Callable[[bytes], Awaitable[dict[str, Any]]]] = {
            "save_session": self._save,
            "check_session": self._check,
            "resume_account": self._resume,
            "run_doctor": self._examine,
            "look_again": self._look_again,
            "forget_account": self._forget_account,
            "search_page": self._search_page,
        }

    def told(self, call_id: str) -> None:
        """A call was asked for, or answered."""
        self._wake.set()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Carry out calls while the block runs."""
        async with in_background(*(self._keep() for _ in range(AT_ONCE))):
            yield

    async def _keep(self) -> None:
        while True:
            try:
                while call := await self._store.take(self._worker, timedelta(seconds=WAIT_SECONDS)):
                    await self._carry_out(call)
                await self._store.forget(KEPT)
            except Exception:
                log.exception("errand_failed")
            self._wake.clear()
            try:
                async with asyncio.timeout(LOOK_SECONDS):
                    await self._wake.wait()
            except TimeoutError:
                continue

    async def _carry_out(self, call: RpcCall) -> None:
        try:
            result = await self._kinds[call.kind](self._seal.decrypt(call.request.encode()))
            answer = {"status": result}
        except ServiceError as error:
            answer = {"error": _written(error)}
        except InvalidToken:
            answer = {"error": _written(Unavailable(_OTHER_KEYS, code="vault_key_mismatch"))}
        except Exception:
            log.exception("errand_failed", kind=call.kind)
            answer = {"error": _written(ServiceError("The worker failed: see its log."))}
        sealed = self._seal.encrypt(_answer.dump_json(answer)).decode()
        await self._store.done(call.id, sealed)

    async def _save(self, request: bytes) -> dict[str, Any]:
        asked = json.loads(request)
        given = SessionInput.model_validate(asked["given"])
        status = await self._sessions.save(given, asked["account"])
        return _json(_status, status)

    async def _check(self, request: bytes) -> dict[str, Any]:
        return _json(_status, await self._sessions.check(request.decode()))

    async def _resume(self, request: bytes) -> dict[str, Any]:
        return _json(_status, await self._sessions.resume(request.decode()))

    async def _examine(self, request: bytes) -> dict[str, Any]:
        asked = json.loads(request)
        report = await self._doctor.run(asked["account"], force=asked["force"])
        return _json(_report, report)

    async def _look_again(self, request: bytes) -> dict[str, Any]:
        await self._reconciler.again(request.decode())
        return {}

    async def _search_page(self, request: bytes) -> dict[str, Any]:
        await self._page_search.search(**json.loads(request))
        return {}

    async def _forget_account(self, request: bytes) -> dict[str, Any]:
        return {"forgotten": await self._eraser.forget(request.decode())}


def _json(adapter: TypeAdapter[Any], value: object) -> dict[str, Any]:
    found: dict[str, Any] = adapter.dump_python(value, mode="json")
    return found


def _written(error: ServiceError) -> dict[str, Any]:
    kind = next(each for each in type(error).__mro__ if each.__module__ == errors.__name__)
    return {
        "kind": kind.__name__,
        "detail": stored(error.detail),
        "code": error.code,
        "status": error.status,
        "field": error.field,
        "retry_after": error.retry_after,
        "members": error.members,
    }


def _read(answer: Mapping[str, Any]) -> dict[str, Any]:
    """The result, or the error that the worker met, raised here."""
    if "status" in answer:
        return dict(answer["status"])
    members = dict(answer["error"])
    kind: type[ServiceError] = getattr(errors, members.pop("kind"))
    raise kind(revived(members.pop("detail")), **members)

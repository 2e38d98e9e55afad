"""A caller's accounts and their sessions: whether a caller may, and the account by its inner name.

What is then done with a session is `gql_api.sessions`' matter.
"""

from dataclasses import dataclass

import structlog

from gql_api.domain.caller import THE_OPERATOR, Caller, Scope
from gql_api.domain.inputs import SessionInput
from gql_api.jobs.account_eraser import AccountEraser
from gql_api.limits.rate_limiter import Limits
from gql_api.sessions.service import Sessions, SessionStatus

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionService:
    sessions: Sessions
    eraser: AccountEraser
    limits: Limits
    caller: Caller = THE_OPERATOR

    async def status(self, account: str) -> SessionStatus:
        self.caller.require(Scope.READ)
        return await self.sessions.status(self.caller.account(account))

    async def statuses(self) -> tuple[SessionStatus, ...]:
        self.caller.require(Scope.READ)
        return await self.sessions.statuses(self.caller.owner)

    async def save(self, given: SessionInput) -> SessionStatus:
        self.caller.require(Scope.PREPARE)
        return await self.sessions.save(given, self.caller.account(given.account))

    async def check(self, account: str) -> SessionStatus:
        self.caller.require(Scope.READ)
        return await self.sessions.check(self.caller.account(account))

    async def resume(self, account: str) -> SessionStatus:
        self.caller.require(Scope.PREPARE)
        self.limits.of(self.caller.owner)["prepares"].check().require()
        return await self.sessions.resume(self.caller.account(account))

    async def forget(self, account: str) -> bool:
        """Delete an account's session; False when there was none."""
        self.caller.require(Scope.PREPARE)
        return await self.sessions.forget(self.caller.account(account))

    async def forget_account(self, account: str) -> bool:
        """Forget everything of an account; False when there was nothing.

        Who may destroy the receipts of publishes is who may publish.
        """
        self.caller.require(Scope.PUBLISH)
        self.limits.of(self.caller.owner)["prepares"].check().require()
        name = self.caller.account(account)
        log.info("account_forget_asked", account=name, by=self.caller.id)
        return await self.eraser.forget(name)

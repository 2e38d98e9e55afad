"""Sessions of accounts as they are kept: judged, required for a job, forgotten.

Owns what a session's state is and when it may be used. Sealing is the vault's. Looking at a
session on the site needs a browser: `browser_sessions` does it where there is one, `rpc` has it
done by a worker.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Protocol
from urllib.parse import urlsplit

from browser.errors import CHALLENGE, RATE_LIMITED
from browser.listing import Cookie, Obstacle, ObstacleKind, SessionState
from browser.messages import Message, Text
from browser.pasted_session import Source
from gql_api.db.sessions import RestStore
from gql_api.domain.inputs import SessionInput
from gql_api.domain.tenant import OPERATOR, owner_in, shown
from gql_api.errors import Conflict, InvalidInput, NoSession
from gql_api.sessions.vault import SealedSession, SessionVault, VaultError

__all__ = ["Markets", "SessionState", "SessionStatus", "Sessions"]


class Selected(Protocol):
    """The cookies of a paste that are kept, the names of those that are not, and its form."""

    @property
    def kept(self) -> tuple[Cookie, ...]: ...
    @property
    def dropped(self) -> tuple[str, ...]: ...
    @property
    def source(self) -> Source: ...
    @property
    def user_agent(self) -> str | None: ...


@dataclass(frozen=True, slots=True)
class Markets:
    """Where sessions may go: the default market, what else is accepted, and how to read a paste.

    `origin_of` turns a host or address into an accepted origin or raises ValueError; `select`
    reads a paste for a host and raises `InvalidInput` or `Conflict` with the cure.
    """

    default: str
    origin_of: Callable[[str], str]
    select: Callable[[str, str], Selected]


@dataclass(frozen=True, slots=True)
class SessionStatus:
    """What is known of an account's session; `dropped` and `source` only right after saving.

    With a challenge: `obstacle` is what stood there, `picture_id` the picture of it. The account
    rests until `resting_until`.
    """

    account: str
    state: SessionState
    market: str | None = None
    market_url: str | None = None
    username: str | None = None
    user_id: str | None = None
    saved_at: datetime | None = None
    checked_at: datetime | None = None
    expires_at: datetime | None = None
    dropped: tuple[str, ...] = ()
    source: Source | None = None
    reason: Text | None = None
    persisted: bool = False
    obstacle: Obstacle | None = None
    picture_id: str | None = None
    resting_until: datetime | None = None

    @property
    def authenticated(self) -> bool:
        """Whether the site knows the session as a member's."""
        return self.state is SessionState.VALID


class Sessions(ABC):
    """The sessions of every account; `save` and `check` are for who can look at the site."""

    def __init__(
        self,
        vault: SessionVault,
        rests: RestStore,
        markets: Markets,
        *,
        now: Callable[[], datetime],
    ) -> None:
        self._vault = vault
        self._rests = rests
        self._markets = markets
        self._now = now

    @abstractmethod
    async def save(self, given: SessionInput, account: str | None = None) -> SessionStatus:
        """Look at a pasted session on the site, and keep it unless the site refuses it.

        `account` is its name inside the service; the given one is, when it is the operator's.
        A refused one leaves the old one in place: `InvalidInput`, `SessionRefused`, `Conflict`.
        """

    @abstractmethod
    async def check(self, account: str) -> SessionStatus:
        """Ask the site whose session this is; while the account rests only what is known."""

    @abstractmethod
    async def resume(self, account: str) -> SessionStatus:
        """A person says that the challenge is solved: look once, and end the rest if it is.

        Raises `NoSession` without a session, and `Conflict` when the session is not valid (with
        what is known of it) or a job of the account works in the browser.
        """

    async def forget(self, account: str) -> bool:
        """Delete the account's session; jobs under way stop. False when there was none."""
        return await self._vault.delete(account)

    async def status(self, account: str) -> SessionStatus:
        """What is known of the account's session without asking the site."""
        session = await self._vault.load(account)
        if session is None:
            return SessionStatus(shown(account), SessionState.ABSENT)
        return replace(self._judge(session), resting_until=await self._resting_until(account))

    @staticmethod
    def _is_asked(known: SessionStatus) -> bool:
        """Whether a look at the site may say more: after a challenge it is asked nothing."""
        is_there = known.state not in (SessionState.ABSENT, SessionState.WRONG_MARKET)
        return is_there and known.resting_until is None

    async def saved_at(self, account: str) -> datetime | None:
        """When the account's session was saved; None without one."""
        return (await self.status(account)).saved_at

    async def market_of(self, account: str) -> str | None:
        """The origin that the account's session is of; None without one."""
        session = await self._vault.load(account)
        return session.origin if session else None

    async def statuses(self, owner: str = OPERATOR) -> tuple[SessionStatus, ...]:
        """What is known of every account of an owner."""
        accounts = await self._vault.accounts()
        return tuple([await self.status(each) for each in accounts if owner_in(each) == owner])

    async def readable(self) -> bool:
        """Whether every stored session can be opened with the keys that are set."""
        try:
            for account in await self._vault.accounts():
                await self._vault.load(account)
        except VaultError:
            return False
        return True

    async def require(self, account: str, market: str | None) -> SealedSession:
        """The account's session, when a job may start with it now.

        Raises `NoSession` (absent or expired) or `Conflict` (wrong market, resting).
        """
        session = await self._vault.load(account)
        if session is None:
            raise no_session(account, host_of(self._origin(market)))
        if session.expired(self._now()):
            raise NoSession(
                Message(
                    "The session of account {account} has expired. Save a fresh one.",
                    account=repr(shown(account)),
                ),
                code="session_expired",
                field="account",
                members={"market": host_of(session.origin)},
            )
        self._require_market(session, market)
        await self._require_rested(account)
        return session

    async def origin_for(self, account: str, market: str | None) -> str:
        """The market that a listing of the account is for; `InvalidInput` for none that is known.

        Without one that is named it is that of the account's session, as for a job.
        """
        session = None if market else await self._vault.load(account)
        here = session is not None and self._is_here(session.origin)
        return session.origin if session and here else self._origin(market)

    def _origin(self, market: str | None) -> str:
        try:
            return self._markets.origin_of(market) if market else self._markets.default
        except ValueError as error:
            raise InvalidInput(str(error), field="market", code="unknown_market") from error

    def _judge(self, session: SealedSession) -> SessionStatus:
        status = status_of(session)
        if not self._is_here(session.origin):
            return replace(status, state=SessionState.WRONG_MARKET)
        if session.expired(self._now()):
            return replace(status, state=SessionState.EXPIRED)
        return status

    def _is_here(self, origin: str) -> bool:
        """A session for the real site is never used on a loopback market, nor the reverse."""
        try:
            return self._markets.origin_of(origin) == origin
        except ValueError:
            return False

    def _require_market(self, session: SealedSession, market: str | None) -> None:
        wanted = self._origin(market) if market else session.origin
        if wanted != session.origin or not self._is_here(session.origin):
            asked = host_of(self._markets.default if wanted == session.origin else wanted)
            account, host = shown(session.account), host_of(session.origin)
            raise Conflict(
                Message(
                    "The session of account {account} belongs to {host} and cannot be used on "
                    "{asked}. Save one of the market that you want to use.",
                    account=repr(account),
                    host=host,
                    asked=asked,
                ),
                code="wrong_market",
                field="market",
            )

    async def is_resting(self, account: str) -> bool:
        """Whether the account rests after a challenge."""
        return await self._resting_until(account) is not None

    async def _resting_until(self, account: str) -> datetime | None:
        until = await self._rests.until(account)
        return until if until and until > self._now() else None

    async def _require_rested(self, account: str) -> None:
        if until := await self._resting_until(account):
            raise Conflict(
                Message(
                    "Account {account} rests after a challenge until {until} UTC. Solve it on the "
                    "site in your own browser meanwhile.",
                    account=repr(shown(account)),
                    until=f"{until:%H:%M}",
                ),
                code="account_cooling_down",
                field="account",
                retry_after=(until - self._now()).total_seconds(),
                members={"retry_at": until.isoformat()},
            )


def no_session(account: str, host: str) -> NoSession:
    """The refusal without a session on the market of that host."""
    return NoSession(
        Message(
            "Account {account} has no session. Save one with POST /vinted/auth/session or "
            "setSession.",
            account=repr(shown(account)),
        ),
        field="account",
        members={"market": host},
    )


def busy(account: str) -> Conflict:
    """The refusal while a job of the account is in the browser."""
    return Conflict(
        Message(
            "A job of account {account} works in the browser now: try again later.",
            account=repr(shown(account)),
        ),
        code="account_busy",
        field="account",
        retry_after=60,
    )


def cooling_down(known: SessionStatus, now: datetime) -> Conflict:
    """The refusal to go on with a session that the site does not know as a member's now."""
    until = known.resting_until
    members: dict[str, Any] = {"state": known.state, "reason": known.reason}
    if known.obstacle:
        members["obstacle"] = {"kind": known.obstacle.kind, "heading": known.obstacle.heading}
    if until:
        members |= {"retry_at": until.isoformat(), "resting_until": until.isoformat()}
    return Conflict(
        _NOT_RESUMED[known.state],
        code="cooling_down",
        field="account",
        retry_after=(until - now).total_seconds() if until else None,
        members=members,
    )


_NOT_RESUMED: Final = {
    SessionState.CHALLENGED: "The site still wants to see a person. Solve what it shows on the "
    "site in your own browser, then say so again.",
    SessionState.EXPIRED: "The site treats the session as a guest's. Save a fresh one, copied from "
    "the browser in which you are logged in.",
    SessionState.UNKNOWN: "The site does not say now whose session this is: try again later.",
    SessionState.WRONG_MARKET: "The session belongs to another market. Save one of the market that "
    "you want to use.",
}


def status_of(session: SealedSession) -> SessionStatus:
    return SessionStatus(
        account=shown(session.account),
        state=session.state,
        market=host_of(session.origin),
        market_url=session.origin,
        username=session.username,
        user_id=session.user_id,
        saved_at=session.saved_at,
        checked_at=session.checked_at,
        expires_at=session.expires_at,
        persisted=True,
        reason=_challenge_of(session),
        obstacle=session.obstacle,
        picture_id=session.picture_id,
    )


def _challenge_of(session: SealedSession) -> str | None:
    """Why a session rests, as it was said when the challenge was met."""
    if session.state is not SessionState.CHALLENGED:
        return None
    limited = session.obstacle and session.obstacle.kind is ObstacleKind.RATE_LIMITED
    return RATE_LIMITED if limited else CHALLENGE


def host_of(origin: str) -> str:
    return urlsplit(origin).netloc

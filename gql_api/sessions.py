"""Sessions of accounts: saved after a look at the site, checked, opened for a job, renewed.

Owns what a session's state is and when it may be used. Sealing is the vault's, looking is the
driver's, which cookies count is told by the market's folder of the browser half.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Protocol
from urllib.parse import urlsplit

import structlog

from browser.chromium import Chromium
from browser.driver import Driver, SessionCheck
from browser.driver import SessionState as Seen
from browser.errors import BrowserError
from browser.listing import Cookie, Seller
from gql_api.errors import Conflict, InvalidInput, NoSession, SessionRefused
from gql_api.inputs import SessionInput
from gql_api.parking import Turns
from gql_api.store.records import RestStore
from gql_api.vault import SealedSession, SessionState, SessionVault, VaultError

__all__ = ["Markets", "SessionState", "SessionStatus", "Sessions"]

log = structlog.get_logger(__name__)

PROBE = "?probe"
"""Added to an account's name for the context in which a new session is looked at."""


class Selected(Protocol):
    """The cookies of a pasted header that are kept, and the names of those that are not."""

    @property
    def kept(self) -> tuple[Cookie, ...]: ...
    @property
    def dropped(self) -> tuple[str, ...]: ...
    @property
    def expires_at(self) -> datetime | None: ...
    @property
    def renewable(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Markets:
    """Where sessions may go: the default market, what else is accepted, and how to read a paste.

    `origin_of` turns a host or address into an accepted origin or raises ValueError; `select`
    reads a paste for a host and raises `InvalidInput` or `SessionRefused` with the cure.
    """

    default: str
    origin_of: Callable[[str], str]
    select: Callable[[str, str], Selected]


@dataclass(frozen=True, slots=True)
class SessionStatus:
    """What is known of an account's session; `dropped` only right after saving."""

    account: str
    state: SessionState
    market: str | None = None
    username: str | None = None
    user_id: str | None = None
    saved_at: datetime | None = None
    checked_at: datetime | None = None
    expires_at: datetime | None = None
    dropped: tuple[str, ...] = ()
    reason: str | None = None
    persisted: bool = False

    @property
    def authenticated(self) -> bool:
        """Whether the site knows the session as a member's."""
        return self.state is SessionState.VALID


class Sessions:
    """The sessions of every account."""

    def __init__(
        self,
        vault: SessionVault,
        driver: Driver,
        turns: Turns,
        rests: RestStore,
        markets: Markets,
        *,
        chromium: Chromium,
        cooldown: timedelta,
        now: Callable[[], datetime],
    ) -> None:
        self._vault = vault
        self._driver = driver
        self._turns = turns
        self._rests = rests
        self._markets = markets
        self._chromium = chromium
        self._cooldown = cooldown
        self._now = now

    async def save(self, given: SessionInput) -> SessionStatus:
        """Look at a pasted session on the site, and keep it unless the site refuses it.

        A refused one leaves the old one in place: `InvalidInput`, `SessionRefused`, `Conflict`.
        """
        origin = self._origin(given.market)
        selected = self._markets.select(given.cookie, _host(origin))
        ends = given.expires_at or (None if selected.renewable else selected.expires_at)
        if ends and ends <= self._now():
            raise SessionRefused(
                "The session has expired. Copy a fresh one from the browser in which you are "
                "logged in.",
                field="expires_at" if given.expires_at else "cookie",
            )
        probe = Seller(
            account=f"{given.account}{PROBE}",
            origin=origin,
            user_agent=given.user_agent,
            version=1,
            cookies=selected.kept,
        )
        check, cookies = await self._look_at_new(probe)
        _refuse(check)
        session = await self._vault.save(
            given.account,
            origin=origin,
            user_agent=given.user_agent,
            cookies=cookies or selected.kept,
            username=check.username,
            user_id=check.user_id,
            expires_at=given.expires_at,
            state=SessionState(check.state),
        )
        log.info("session_saved", account=given.account, state=check.state)
        return replace(_status(session), dropped=selected.dropped, reason=check.reason)

    async def status(self, account: str) -> SessionStatus:
        """What is known of the account's session without asking the site."""
        session = await self._vault.load(account)
        if session is None:
            return SessionStatus(account, SessionState.ABSENT)
        return self._judge(session)

    async def statuses(self) -> tuple[SessionStatus, ...]:
        """What is known of every account."""
        return tuple([await self.status(account) for account in await self._vault.accounts()])

    async def readable(self) -> bool:
        """Whether every stored session can be opened with the keys that are set."""
        try:
            await self.statuses()
        except VaultError:
            return False
        return True

    async def check(self, account: str) -> SessionStatus:
        """Ask the site whose session this is, unless a job of the account is at it now."""
        known = await self.status(account)
        usable = known.state not in (SessionState.ABSENT, SessionState.WRONG_MARKET)
        if not usable or self._turns.is_taken(account):
            return known
        async with self._turns.turn(account):
            session = await self._vault.load(account)
            if session is None or session.expired(self._now()):
                return await self.status(account)
            seller = session.open()
            check = await self._look(seller)
            await self.renew(seller)
            await self._vault.record_check(
                account,
                session.version,
                SessionState(check.state),
                check.username,
                check.user_id,
            )
            return replace(await self.status(account), reason=check.reason)

    async def forget(self, account: str) -> bool:
        """Delete the account's session, then close its browser context; jobs under way stop."""
        forgotten = await self._vault.delete(account)
        await self._chromium.close_account(account)
        return forgotten

    async def require(self, account: str, market: str | None) -> SealedSession:
        """The account's session, when a job may start with it now.

        Raises `NoSession` (absent or expired) or `Conflict` (wrong market, resting).
        """
        session = await self._vault.load(account)
        if session is None:
            raise NoSession(
                f"Account {account!r} has no session. Save one with POST /vinted/auth/session or "
                "setSession.",
                field="account",
            )
        if session.expired(self._now()):
            raise NoSession(
                f"The session of account {account!r} has expired. Save a fresh one.",
                code="session_expired",
                field="account",
            )
        self._require_market(session, market)
        await self._require_rested(account)
        return session

    async def open(self, account: str, origin: str) -> Seller:
        """Decrypt the session for a job's browser context; raises like `require`."""
        session = await self.require(account, origin)
        return session.open()

    async def renew(self, seller: Seller) -> None:
        """Keep the cookies that the site has rotated while the seller's context was used.

        A session that was forgotten meanwhile is not kept in the browser either.
        """
        if await self._vault.load(seller.account) is None:
            await self._chromium.close_account(seller.account)
            return
        rotated = await self._kept(seller)
        if rotated:
            await self._vault.refresh_cookies(seller.account, seller.version, rotated)

    async def expire(self, seller: Seller) -> None:
        """The site treats this session as a guest's; a newer one is left alone."""
        await self._vault.record_check(seller.account, seller.version, SessionState.EXPIRED)

    async def rest(self, seller: Seller, reason: str) -> None:
        """A challenge was met: note it, and let the account rest."""
        await self._vault.record_check(seller.account, seller.version, SessionState.CHALLENGED)
        if self._cooldown:
            await self._rests.put(seller.account, reason, self._now() + self._cooldown)

    def _origin(self, market: str | None) -> str:
        try:
            return self._markets.origin_of(market) if market else self._markets.default
        except ValueError as error:
            raise InvalidInput(str(error), field="market", code="unknown_market") from error

    async def _look_at_new(self, probe: Seller) -> tuple[SessionCheck, tuple[Cookie, ...]]:
        """Look at a session that is not kept yet, in a context of its own.

        The look may rotate the cookies, so those that it ends with are the ones to keep.
        """
        async with self._turns.turn(probe.account):
            try:
                check = await self._look(probe)
                return check, await self._kept(probe)
            finally:
                await self._chromium.close_account(probe.account)

    async def _look(self, seller: Seller) -> SessionCheck:
        try:
            return await self._driver.check_session(seller)
        except BrowserError as error:
            log.warning("session_not_checked", account=seller.account, code=error.code)
            return SessionCheck(Seen.UNKNOWN, reason=error.code)

    async def _kept(self, seller: Seller) -> tuple[Cookie, ...]:
        """The context's cookies that the seller gave, with the values that they have now."""
        given = {cookie.name for cookie in seller.cookies}
        current = await self._chromium.cookies(seller.account)
        return tuple(cookie for cookie in current if cookie.name in given)

    def _judge(self, session: SealedSession) -> SessionStatus:
        status = _status(session)
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
            raise Conflict(
                f"The session of account {session.account!r} belongs to {_host(session.origin)}. "
                "Save a session of the market that you want to use.",
                code="wrong_market",
                field="market",
            )

    async def _require_rested(self, account: str) -> None:
        until = await self._rests.until(account)
        if until and until > self._now():
            raise Conflict(
                f"Account {account!r} rests after a challenge until {until:%H:%M} UTC. Solve it on "
                "the site in your own browser meanwhile.",
                code="account_cooling_down",
                field="account",
                retry_after=(until - self._now()).total_seconds(),
                members={"retry_at": until.isoformat()},
            )


def _refuse(check: SessionCheck) -> None:
    """Raise for what the site says no to; a challenge or a silent site is not a no."""
    state = SessionState(check.state)
    if state is SessionState.EXPIRED:
        raise SessionRefused(
            "The site treats this session as a guest's, so it was not kept. Copy a fresh Cookie "
            "header from the browser in which you are logged in.",
            field="cookie",
        )
    if state is SessionState.WRONG_MARKET:
        raise Conflict(
            "The session belongs to another country's site. Name its host in `market`.",
            code="wrong_market",
            field="market",
        )


def _status(session: SealedSession) -> SessionStatus:
    return SessionStatus(
        account=session.account,
        state=session.state,
        market=_host(session.origin),
        username=session.username,
        user_id=session.user_id,
        saved_at=session.saved_at,
        checked_at=session.checked_at,
        expires_at=session.expires_at,
        persisted=True,
    )


def _host(origin: str) -> str:
    return urlsplit(origin).netloc

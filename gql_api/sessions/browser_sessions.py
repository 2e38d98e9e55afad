"""Sessions where there is a browser: looked at on the site, and opened for work there.

Owns every use of a session on the site: `opened` renews it, lets its account rest after a
challenge and notes its end. When a session may be used is `service`'s rule, looking is the
driver's.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import structlog

from browser.chromium.chromium import Chromium
from browser.driver import Driver
from browser.errors import CHALLENGE, BrowserError, ChallengeRequired, SessionExpired
from browser.listing import Cookie, Seller, SessionCheck, SessionState
from browser.messages import Message
from gql_api.cluster.account_locks import AccountLocks
from gql_api.db.forgotten_accounts import ForgottenAccountStore
from gql_api.db.publishing.confirmations import ConfirmationStore
from gql_api.db.sessions import RestStore
from gql_api.domain.inputs import SessionInput, pasted_user_agent
from gql_api.domain.job import Picture
from gql_api.errors import Conflict, SessionRefused
from gql_api.media.screenshots import Pictures
from gql_api.observability.telemetry import Telemetry
from gql_api.sessions.cooldown import Cooldown
from gql_api.sessions.service import (
    Markets,
    Sessions,
    SessionStatus,
    busy,
    cooling_down,
    host_of,
    no_session,
)
from gql_api.sessions.vault import SealedSession, SessionVault

log = structlog.get_logger(__name__)


@dataclass(slots=True)
class OpenSession:
    """A session at work on the site; `picture` is that of the challenge which stopped the work."""

    seller: Seller
    picture: Picture | None = None


TURN_SECONDS = 5.0
PROBE = "?probe"
"""Added to an account's name for the context in which a new session is looked at."""


class BrowserSessions(Sessions):
    """The sessions of every account, with the browser that uses them."""

    def __init__(
        self,
        vault: SessionVault,
        rests: RestStore,
        markets: Markets,
        *,
        confirmations: ConfirmationStore,
        forgotten: ForgottenAccountStore,
        pictures: Pictures,
        confirm_ttl: timedelta,
        driver: Driver,
        locks: AccountLocks,
        chromium: Chromium,
        cooldown: timedelta,
        now: Callable[[], datetime],
        telemetry: Telemetry | None = None,
    ) -> None:
        super().__init__(vault, rests, markets, now=now)
        self._forgotten = forgotten
        self._pictures = pictures
        self._driver = driver
        self._locks = locks
        self._chromium = chromium
        self._cooldown = Cooldown(cooldown, rests, confirmations, confirm_ttl, now)
        self._telemetry = telemetry or Telemetry()
        self._left: dict[str, int] = {}

    async def save(self, given: SessionInput, account: str | None = None) -> SessionStatus:
        """Look at a pasted session on the site, and keep it unless the site refuses it.

        A refused one leaves the old one in place: `InvalidInput`, `SessionRefused`, `Conflict`.
        """
        account, origin = account or given.account, self._origin(given.market)
        await self._forgotten.require_kept(account)
        selected = self._markets.select(given.cookie, host_of(origin))
        agent = given.user_agent or pasted_user_agent(selected.user_agent)
        if given.expires_at and given.expires_at <= self._now():
            raise SessionRefused(
                "The session has expired. Copy a fresh one from the browser in which you are "
                "logged in.",
                field="expires_at",
                members={"market": host_of(origin)},
            )
        probe = Seller(
            account=f"{account}{PROBE}",
            origin=origin,
            user_agent=agent,
            version=1,
            cookies=selected.kept,
        )
        check, cookies = await self._look_at_new(probe)
        _refuse(check, host_of(origin))
        picture = await self._pictures.evidence(check.picture)
        # What is stored while it is being forgotten would be deleted after it was acknowledged.
        await self._forgotten.require_kept(account)
        await self._vault.save(
            account,
            origin=origin,
            user_agent=agent,
            cookies=cookies or selected.kept,
            username=check.username,
            user_id=check.user_id,
            expires_at=given.expires_at,
            state=check.state,
            obstacle=check.obstacle,
            picture_id=picture.id if picture else None,
        )
        log.info("session_saved", account=account, state=check.state)
        if check.state is SessionState.VALID:
            await self._rests.end(account)
        elif check.state is SessionState.CHALLENGED:
            await self._cooldown.begin(account, check.reason or CHALLENGE, check.retry_at)
        known = await self.status(account)
        return replace(
            known,
            dropped=selected.dropped,
            source=selected.source,
            reason=check.reason or known.reason,
        )

    async def check(self, account: str) -> SessionStatus:
        """Ask the site whose session this is, unless a job of the account is at it now.

        After a challenge the site is asked nothing until a person has acted.
        """
        known = await self.status(account)
        if not self._is_asked(known):
            return known
        async with self._locks.try_turn(account) as free:
            return await self._asked(account) if free else known

    async def resume(self, account: str) -> SessionStatus:
        """A person says that the challenge is solved: look once, and end the rest if it is."""
        known = await self.status(account)
        if known.state is SessionState.ABSENT:
            raise no_session(account, host_of(self._origin(None)))
        if known.state is not SessionState.WRONG_MARKET:
            known = await self._asked_soon(account)
        if not known.authenticated:
            raise cooling_down(known, self._now())
        await self._rests.end(account)
        log.info("account_resumed", account=account)
        return replace(known, resting_until=None)

    async def _asked_soon(self, account: str) -> SessionStatus:
        """One look once the account's turn is free: a job that has just ended gives it back."""
        try:
            async with asyncio.timeout(TURN_SECONDS) as limit, self._locks.turn(account):
                limit.reschedule(None)
                return await self._asked(account)
        except TimeoutError:
            raise busy(account) from None

    async def _asked(self, account: str) -> SessionStatus:
        """One look at the site, noted; none for a session that is known to be over."""
        session = await self._vault.load(account)
        if session is None or session.expired(self._now()):
            return await self.status(account)
        async with self._at_work(session) as opened:
            check = await self._look(opened.seller)
        if check.state is SessionState.UNKNOWN and session.state is SessionState.CHALLENGED:
            # No answer ends no challenge: it stands until the site or a person says otherwise.
            return replace(
                await self.status(account), state=SessionState.UNKNOWN, reason=check.reason
            )
        await self.note(opened.seller, check)
        known = await self.status(account)
        return replace(known, reason=check.reason or known.reason)

    async def forget(self, account: str) -> bool:
        """Delete the account's session, then close its browser context; jobs under way stop."""
        forgotten = await super().forget(account)
        await self._chromium.close_account(account)
        return forgotten

    async def tidy(self) -> None:
        """Close the contexts of accounts whose session another process has forgotten."""
        if not (open_ := self._chromium.accounts):
            return
        for account in open_.difference(await self._vault.accounts()):
            if not account.endswith(PROBE):
                await self._chromium.close_account(account)

    @asynccontextmanager
    async def opened(
        self, account: str, origin: str, *, seconds: float | None = None
    ) -> AsyncIterator[OpenSession]:
        """The account's session for work on the site, which has so many seconds.

        A challenge that stops the work lets the account rest, and an ended session is noted as
        over, before the error goes on. Raises like `require`, and TimeoutError.
        """
        async with self._at_work(await self.require(account, origin)) as opened:
            async with asyncio.timeout(seconds):
                yield opened

    @asynccontextmanager
    async def _at_work(self, session: SealedSession) -> AsyncIterator[OpenSession]:
        opened = OpenSession(await self._decrypted(session))
        try:
            yield opened
        except BrowserError as error:
            self._telemetry.obstructed(error)
            if isinstance(error, ChallengeRequired):
                opened.picture = await self.note(opened.seller, error.check)
            if isinstance(error, SessionExpired):
                await self.note(opened.seller, SessionCheck(SessionState.EXPIRED))
            raise
        finally:
            # The site rotates a session while it is used; the old one stops working.
            await self._renew(opened.seller)

    async def note(
        self, seller: Seller, check: SessionCheck, picture: Picture | None = None
    ) -> Picture | None:
        """Write down what the site says of a session, unless a newer one was saved since.

        A challenge lets the account rest; the picture of it is the one that is given, or kept now.
        """
        is_challenged = check.state is SessionState.CHALLENGED
        if is_challenged and picture is None:
            picture = await self._pictures.evidence(check.picture)
        await self._vault.record_check(
            seller.account,
            seller.version,
            check.state,
            check.username,
            check.user_id,
            obstacle=check.obstacle,
            picture_id=picture.id if picture and is_challenged else None,
        )
        if is_challenged:
            await self._cooldown.begin(seller.account, check.reason or CHALLENGE, check.retry_at)
        return picture

    async def _decrypted(self, session: SealedSession) -> Seller:
        """Decrypt it; a context that another worker's renewal has made stale is closed first."""
        seller = session.open()
        stored, left = _values(seller.cookies), self._left.get(seller.account)
        if left is not None and left != stored:
            await self._chromium.close_account(seller.account)
        self._left[seller.account] = stored
        return seller

    async def _renew(self, seller: Seller) -> None:
        """Keep the cookies that the site has rotated while the seller's context was used.

        A session that was forgotten meanwhile is not kept in the browser either.
        """
        if await self._vault.load(seller.account) is None:
            await self._chromium.close_account(seller.account)
            return
        rotated = await self._kept(seller)
        if rotated:
            await self._vault.refresh_cookies(seller.account, seller.version, rotated)
            self._left[seller.account] = _values(rotated)

    async def passed(self, seller: Seller) -> None:
        """A job that a person has asked for came through: a challenge that was noted is over."""
        session = await self._vault.load(seller.account)
        if session is not None and session.state is SessionState.CHALLENGED:
            await self.note(seller, SessionCheck(SessionState.VALID))

    async def _look_at_new(self, probe: Seller) -> tuple[SessionCheck, tuple[Cookie, ...]]:
        """Look at a session that is not kept yet, in a context of its own.

        The look may rotate the cookies, so those that it ends with are the ones to keep.
        """
        async with self._locks.turn(probe.account):
            try:
                check = await self._look(probe)
                return check, await self._kept(probe)
            finally:
                await self._chromium.close_account(probe.account)

    async def _look(self, seller: Seller) -> SessionCheck:
        try:
            check = await self._driver.check_session(seller)
            if check.state is SessionState.CHALLENGED:
                self._telemetry.metrics.obstructed(check.reason)
            return check
        except BrowserError as error:
            log.warning("session_not_checked", account=seller.account, code=error.code)
            return SessionCheck(SessionState.UNKNOWN, reason=error.code)

    async def _kept(self, seller: Seller) -> tuple[Cookie, ...]:
        """The context's cookies that the seller gave, with the values that they have now."""
        given = {cookie.name for cookie in seller.cookies}
        current = await self._chromium.cookies(seller.account)
        return tuple(cookie for cookie in current if cookie.name in given)


def _values(cookies: tuple[Cookie, ...]) -> int:
    """Tells values apart without keeping them."""
    return hash(frozenset((cookie.name, cookie.value) for cookie in cookies))


def _refuse(check: SessionCheck, host: str) -> None:
    """Raise for what the site says no to; a challenge or a silent site is not a no."""
    if check.state is SessionState.EXPIRED:
        raise SessionRefused(
            "The site treats this session as a guest's, so it was not kept. Copy a fresh Cookie "
            "header from the browser in which you are logged in.",
            field="cookie",
            members={"market": host},
        )
    if check.state is SessionState.WRONG_MARKET:
        raise Conflict(
            Message(
                "The session is not one of {host}: it was {reason}. Name the host that it belongs "
                "to in `market`.",
                host=host,
                reason=Message.of(check.reason or Message("sent elsewhere")),
            ),
            code="wrong_market",
            field="market",
        )

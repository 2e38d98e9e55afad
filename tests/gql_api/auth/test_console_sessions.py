"""Sessions of the console over a real database: whom they stand for, and how they end."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from joserfc import jwt
from joserfc.jwk import OctKey

from gql_api.auth.api_keys import FRESH_SECONDS, KeyBook, digest, new_key
from gql_api.auth.authenticator import Callers
from gql_api.auth.console_sessions import Carried, ConsoleSessions
from gql_api.auth.jwt import Expected, Tokens
from gql_api.db.api_keys import ApiKeyStore
from gql_api.db.console_sessions import IDLE, LASTING, ConsoleSessionStore
from gql_api.db.database import Database
from gql_api.db.retention import AgingStore
from gql_api.db.tables import console_sessions
from gql_api.domain.caller import THE_OPERATOR, Caller, Scope
from gql_api.errors import NotTheConsole, Unauthenticated

KEY, HOST = "a-key-of-sixteen-characters", "127.0.0.1"
NEWER, OLDER = b"n" * 32, b"o" * 32
SECRET = "a-shared-secret-of-more-than-32-characters"
PROVIDER = Expected("https://x.example", "authenticated", scopes=frozenset({Scope.PREPARE}))


class Clock:
    """A time that tests move, as a moment and in seconds."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def seconds(self) -> float:
        return self.at.timestamp()


class Service:
    """The callers of a service, which may be started anew with other settings."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self.database, self.clock = database, clock
        self.keys = ApiKeyStore(database, clock)

    def callers(
        self,
        *keys: str,
        provider: Expected | None = None,
        secrets: Sequence[bytes] = (NEWER,),
        allow_anonymous: bool = False,
    ) -> Callers:
        store = ConsoleSessionStore(self.database, self.clock)
        return Callers(
            api_keys=keys,
            book=KeyBook(self.keys, now=self.clock.seconds),
            tokens=provider and Tokens(provider, secret=SECRET, now=self.clock.seconds),
            sessions=ConsoleSessions(store, secrets, clock=self.clock.seconds),
            allow_anonymous=allow_anonymous,
            now=self.clock,
        )

    async def rows(self) -> int:
        count = sa.select(sa.func.count()).select_from(console_sessions)
        return await self.database.read(lambda tx: tx.execute(count).scalar_one())

    def token(self, minutes: float) -> str:
        ends = int((self.clock.at + timedelta(minutes=minutes)).timestamp())
        claims = {"iss": PROVIDER.issuer, "aud": PROVIDER.audience, "sub": "anna", "exp": ends}
        return jwt.encode({"alg": "HS256"}, claims, OctKey.import_key(SECRET))


@pytest.fixture
async def service(tmp_path: Path) -> AsyncIterator[Service]:
    database = Database(f"sqlite:///{tmp_path / 'fripier.db'}")
    await database.open()
    yield Service(database, Clock())
    await database.close()


async def _signed_in(callers: Callers, key: str) -> Carried:
    return Carried(((await callers.sign_in(key, HOST)).id,), HOST, from_console=True)


async def _is_refused(callers: Callers, carried: Carried) -> bool:
    try:
        await callers.authenticate({}, carried)
    except Unauthenticated:
        return True
    return False


async def test_a_browser_is_the_caller_that_its_key_is(service: Service) -> None:
    callers = service.callers(KEY)
    carried = await _signed_in(callers, KEY)
    by_key = await callers.authenticate({"Authorization": f"Bearer {KEY}"})
    by_cookie = await callers.authenticate({}, carried)
    assert by_cookie == replace(by_key, session=by_cookie.session)
    assert by_cookie.session is not None and carried.ids[0] not in by_cookie.session


async def test_a_managed_key_gives_its_scopes_and_takes_them_away(service: Service) -> None:
    key = new_key()
    given = await service.keys.add(
        "phone", hint=key[:8], digest=digest(key), scopes=[Scope.PREPARE], subject="anna"
    )
    callers = service.callers()
    carried = await _signed_in(callers, key)
    found = await callers.authenticate({}, carried)
    assert found.scopes == {Scope.PREPARE, Scope.READ} and found.owner != THE_OPERATOR.owner
    await service.keys.revoke(given.name)
    service.clock.at += timedelta(seconds=FRESH_SECONDS)
    assert not await callers.still(found)
    assert await _is_refused(callers, carried)
    assert await service.rows() == 0


async def test_a_token_gives_its_subject_until_it_ends(service: Service) -> None:
    callers = service.callers(provider=PROVIDER)
    carried = await _signed_in(callers, service.token(60))
    by_token = await callers.authenticate({"Authorization": f"Bearer {service.token(60)}"})
    by_cookie = await callers.authenticate({}, carried)
    assert (by_cookie.id, by_cookie.owner) == (by_token.id, by_token.owner)
    assert by_cookie.scopes == by_token.scopes == {Scope.PREPARE, Scope.READ}
    service.clock.at += timedelta(minutes=61)
    assert await _is_refused(callers, carried) and not await callers.still(by_cookie)


async def test_a_token_of_a_provider_that_is_gone_lets_nobody_in(service: Service) -> None:
    carried = await _signed_in(service.callers(provider=PROVIDER), service.token(60))
    other = replace(PROVIDER, issuer="https://another.example")
    assert await _is_refused(service.callers(provider=other), carried)
    assert await service.rows() == 0


async def test_a_key_that_is_no_longer_set_ends_its_sessions(service: Service) -> None:
    carried = await _signed_in(service.callers(KEY), KEY)
    assert await _is_refused(service.callers("another-key-of-the-settings"), carried)
    assert await service.rows() == 0


async def test_sessions_outlive_a_new_secret_as_long_as_the_old_one_is_kept(
    service: Service,
) -> None:
    carried = await _signed_in(service.callers(KEY, secrets=(OLDER,)), KEY)
    both = service.callers(KEY, secrets=(NEWER, OLDER))
    assert isinstance(await both.authenticate({}, carried), Caller)
    assert await _is_refused(service.callers(KEY, secrets=(NEWER,)), carried)


async def test_it_ends_by_itself_and_is_then_forgotten(service: Service) -> None:
    callers = service.callers(KEY)
    carried = await _signed_in(callers, KEY)
    day, days = timedelta(days=1), 0
    while not await _is_refused(callers, carried):
        service.clock.at += day
        days += 1
    assert days == LASTING / day, "used every day it lasts its whole time"
    unused = await _signed_in(callers, KEY)
    service.clock.at += IDLE - day
    assert not await _is_refused(callers, unused), "which counts as a use"
    service.clock.at += IDLE
    assert await _is_refused(callers, unused)
    assert await service.rows() == 2
    assert await AgingStore(service.database).remove_console_sessions(service.clock.at) == 2
    assert await service.rows() == 0


async def test_who_signs_out_is_out_at_once_and_elsewhere_soon(service: Service) -> None:
    here, elsewhere = service.callers(KEY), service.callers(KEY)
    carried = await _signed_in(here, KEY)
    found = await here.authenticate({}, carried)
    assert await elsewhere.still(found)
    await here.sign_out(found)
    assert await _is_refused(here, carried) and not await here.still(found)
    service.clock.at += timedelta(seconds=FRESH_SECONDS)
    assert await _is_refused(elsewhere, carried) and not await elsewhere.still(found)


async def test_the_nearest_cookie_that_counts_is_taken(service: Service) -> None:
    callers = service.callers(KEY)
    carried = await _signed_in(callers, KEY)
    several = replace(carried, ids=("junk", carried.ids[0][:-1], *carried.ids))
    assert (await callers.authenticate({}, several)).session is not None


async def test_another_page_is_refused_where_a_name_is_needed_at_all(service: Service) -> None:
    callers = service.callers(KEY)
    elsewhere = replace(await _signed_in(callers, KEY), from_console=False)
    with pytest.raises(NotTheConsole):
        await callers.authenticate({}, elsewhere)
    open_to_all = service.callers(KEY, allow_anonymous=True)
    assert await open_to_all.authenticate({}, elsewhere) == THE_OPERATOR


async def test_a_key_beside_the_cookie_wins_even_when_it_is_wrong(service: Service) -> None:
    callers = service.callers(KEY)
    carried = await _signed_in(callers, KEY)
    with pytest.raises(Unauthenticated):
        await callers.authenticate({"X-API-Key": "no-key-of-this-service"}, carried)

"""Who calls: keys of the settings, managed keys in a real database, and streams that end."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from gql_api.auth.api_keys import FRESH_SECONDS, KeyBook, digest, is_key, new_key
from gql_api.auth.authenticator import Callers, while_allowed
from gql_api.db.api_keys import ApiKeyStore
from gql_api.db.database import Database
from gql_api.domain.caller import ANONYMOUS, THE_OPERATOR, Caller, Scope
from gql_api.domain.tenant import owner_in, owner_of, qualified, shown
from gql_api.errors import Conflict, NotFound, Unauthenticated, Unavailable

KEY, OTHER_KEY = "first-key-of-a-caller", "second-key-of-a-caller"


class Clock:
    """A time that tests move, as a moment and in seconds."""

    def __init__(self) -> None:
        self.at = datetime(2026, 11, 1, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def seconds(self) -> float:
        return self.at.timestamp()

    def pass_seconds(self, seconds: float) -> None:
        self.at += timedelta(seconds=seconds)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def store(tmp_path: Path, clock: Clock) -> AsyncIterator[ApiKeyStore]:
    database = Database(f"sqlite:///{tmp_path / 'fripier.db'}")
    await database.open()
    yield ApiKeyStore(database, clock)
    await database.close()


@pytest.fixture
def callers(store: ApiKeyStore, clock: Clock) -> Callers:
    return Callers(book=KeyBook(store, now=clock.seconds), now=clock)


async def made(store: ApiKeyStore, name: str = "phone", **more: object) -> str:
    key = new_key()
    given = {"scopes": [Scope.READ], **more}
    await store.add(name, hint=key[:8], digest=digest(key), **given)  # type: ignore[arg-type]
    return key


async def let_in(callers: Callers, key: str) -> Caller:
    return await callers.authenticate({"authorization": f"Bearer {key}"})


async def test_without_keys_a_program_on_this_machine_needs_none(callers: Callers) -> None:
    assert (await callers.authenticate({})).id == ANONYMOUS


async def test_beyond_this_machine_nobody_is_let_in_for_want_of_keys(store: ApiKeyStore) -> None:
    with pytest.raises(Unauthenticated):
        await Callers(book=KeyBook(store), exposed=True).authenticate({})


@pytest.mark.parametrize(
    "headers",
    [
        {"authorization": f"Bearer {KEY}"},
        {"Authorization": f"bearer   {KEY} "},
        {"X-API-Key": KEY},
        {"authorization": "Basic dXNlcg==", "x-api-key": KEY},
    ],
)
async def test_a_key_is_taken_from_either_header(headers: dict[str, str]) -> None:
    caller = await Callers(api_keys=[OTHER_KEY, KEY]).authenticate(headers)
    assert caller.id.startswith("key-")
    assert caller.scopes == frozenset(Scope) and caller.owner == ""
    assert KEY not in repr(caller)


async def test_a_caller_is_the_same_for_a_key_and_another_for_another() -> None:
    callers = Callers(api_keys=[KEY, OTHER_KEY])
    first, again, other = [(await let_in(callers, key)).id for key in (KEY, KEY, OTHER_KEY)]
    assert first == again != other


@pytest.mark.parametrize(
    "headers",
    [{}, {"authorization": "Bearer "}, {"authorization": KEY}, {"x-api-key": ""},
     {"x-api-key": KEY + "x"}, {"authorization": "Bearer wrong"}, {"x-api-key": KEY[:-1]},
     {"authorization": "Bearer \udcff"}],
)  # fmt: skip
async def test_with_keys_a_request_without_a_right_one_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(Unauthenticated) as refusal:
        await Callers(api_keys=[KEY]).authenticate(headers)
    assert refusal.value.status == 401


async def test_anonymous_callers_and_keys_can_be_allowed_but_a_wrong_key_is_wrong() -> None:
    callers = Callers(api_keys=[KEY], allow_anonymous=True)
    assert (await callers.authenticate({})).id == ANONYMOUS
    assert (await let_in(callers, KEY)).id != ANONYMOUS
    with pytest.raises(Unauthenticated):
        await let_in(callers, "wrong")


def test_no_key_is_kept_in_clear() -> None:
    assert KEY not in repr(vars(Callers(api_keys=[KEY])))


def test_keys_can_be_told_from_junk_and_differ() -> None:
    keys = {new_key() for _ in range(200)}
    assert len(keys) == 200 and all(is_key(key) and len(key) == 41 for key in keys)
    key = keys.pop()
    slips = [key[:-1], key + "0", key.upper(), "fp_" + "0" * 38, key[:10] + "!" + key[11:], ""]
    assert not any(is_key(slip) for slip in slips)


async def test_a_managed_key_has_its_scopes_and_its_subject(
    store: ApiKeyStore, callers: Callers
) -> None:
    key = await made(store, scopes=[Scope.PREPARE], subject="anna")
    caller = await let_in(callers, key)
    assert caller.scopes == {Scope.READ, Scope.PREPARE}
    assert caller.owner == owner_of("anna") and "anna" not in repr(caller)
    assert (await let_in(callers, await made(store, "mine"))).owner == ""
    everything = str(await store._database.read(lambda tx: tx.exec_driver_sql(
        "SELECT * FROM api_keys").all()))  # fmt: skip
    assert key not in everything and digest(key) in everything


async def test_the_first_managed_key_closes_the_door_and_revoking_it_opens_none(
    store: ApiKeyStore, callers: Callers, clock: Clock
) -> None:
    assert await callers.authenticate({}) == THE_OPERATOR and not callers.keys_needed()
    await made(store)
    clock.pass_seconds(FRESH_SECONDS)
    for _ in range(2):
        with pytest.raises(Unauthenticated):
            await callers.authenticate({})
        assert callers.keys_needed()
        if (await store.all())[0].revoked_at is None:
            await store.revoke("phone")
        clock.pass_seconds(FRESH_SECONDS)


async def test_a_key_works_at_once_and_no_longer_than_seconds_after_it_is_revoked(
    store: ApiKeyStore, callers: Callers, clock: Clock
) -> None:
    await made(store, "first")
    with pytest.raises(Unauthenticated):
        await let_in(callers, new_key())
    key = await made(store)
    caller = await let_in(callers, key)
    await store.revoke("phone")
    clock.pass_seconds(FRESH_SECONDS)
    with pytest.raises(Unauthenticated):
        await let_in(callers, key)
    assert not await callers.still(caller)


async def test_a_key_ends_to_the_second(store: ApiKeyStore, callers: Callers, clock: Clock) -> None:
    key = await made(store, expires_at=clock() + timedelta(seconds=1))
    caller = await let_in(callers, key)
    assert await callers.still(caller)
    clock.pass_seconds(1)
    assert not await callers.still(caller)
    with pytest.raises(Unauthenticated):
        await let_in(callers, key)


async def test_names_are_taken_once_until_they_are_revoked(store: ApiKeyStore) -> None:
    await made(store)
    with pytest.raises(Conflict):
        await made(store)
    await store.revoke("phone")
    with pytest.raises(NotFound):
        await store.revoke("phone")
    await made(store)
    assert sorted(key.revoked_at is None for key in await store.all()) == [False, True]


async def test_what_is_open_stays_while_nobody_can_be_asked(tmp_path: Path, clock: Clock) -> None:
    away = ApiKeyStore(Database(f"sqlite:///{tmp_path}/nowhere/fripier.db"), clock)
    callers = Callers(book=KeyBook(away), now=clock)
    assert await callers.still(Caller(id="key-1", digest=digest(new_key())))
    assert await callers.still(THE_OPERATOR)


async def test_a_database_that_was_never_reached_opens_no_door(
    tmp_path: Path, clock: Clock
) -> None:
    away = ApiKeyStore(Database(f"sqlite:///{tmp_path}/nowhere/fripier.db"), clock)
    callers = Callers(book=KeyBook(away))
    for _ in range(2):
        with pytest.raises(Unavailable):
            await callers.authenticate({})


async def _endless(closed: asyncio.Event) -> AsyncGenerator[int]:
    try:
        yield 1
        await asyncio.Event().wait()
    finally:
        closed.set()


async def test_a_stream_ends_with_the_leave_to_have_it_and_closes_its_source() -> None:
    closed = asyncio.Event()
    until = datetime.now(UTC) + timedelta(milliseconds=300)
    stream = while_allowed(Callers(), Caller(id="subject", until=until), _endless(closed))
    async with asyncio.timeout(5):
        assert [item async for item in stream] == [1]
    assert closed.is_set() and datetime.now(UTC) >= until


async def test_a_stream_of_a_caller_who_stays_ends_with_its_source() -> None:
    async def two() -> AsyncGenerator[int]:
        yield 1
        yield 2

    async with asyncio.timeout(5):
        found = [each async for each in while_allowed(Callers(), THE_OPERATOR, two())]
    assert found == [1, 2]


async def test_a_reader_who_leaves_a_silent_stream_closes_its_source() -> None:
    closed = asyncio.Event()
    stream = while_allowed(Callers(), THE_OPERATOR, _endless(closed))
    assert await anext(stream) == 1
    waiting = asyncio.ensure_future(anext(stream, None))
    await asyncio.wait({waiting}, timeout=0.05)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert closed.is_set()


def test_the_names_of_accounts_lead_back_to_their_owners_and_never_to_the_operator() -> None:
    anna, ben = owner_of("anna"), owner_of("ben")
    assert anna != ben and len(anna) == 32 and "anna" not in anna
    name = qualified(anna, "default")
    assert (owner_in(name), shown(name)) == (anna, "default")
    assert qualified("", "default") == "default" and owner_in("default") == ""
    with pytest.raises(ValueError, match="name"):
        owner_of("")

"""The devices of Web Push on both databases: sealed, bounded, and bound to an owner and a key."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa

from gql_api.db.api_keys import ApiKeyStore
from gql_api.db.database import Database
from gql_api.db.jobs import Change, JobStore
from gql_api.db.notices.devices import FORGOTTEN, PURPOSE, DeviceStore, Subscribed
from gql_api.db.notices.outbox import Audience, NoticeStore
from gql_api.db.retention import AgingStore
from gql_api.db.tables import metadata, push_devices
from gql_api.domain.caller import MANAGED, OF_NOBODY, OF_TOKENS, SETTING, Scope
from gql_api.domain.job import Job, JobState, Outcome, Result
from gql_api.domain.push import MOST, Subscription
from gql_api.errors import Conflict
from gql_api.security.keyring import KeyRing, new_secret
from tests.gql_api.db.conftest import Clock

KEYS = KeyRing.parse(new_secret())
OTHER = "0123456789abcdef0123456789abcdef"
DONE = Change(JobState.DONE, result=Result(outcome=Outcome.PUBLISHED), expect=frozenset(JobState))


@pytest.fixture
def devices(database: Database, clock: Clock) -> DeviceStore:
    return DeviceStore(database, clock, KEYS.derive(PURPOSE))


def given(name: str = "one", *, owner: str = "", credential: str = OF_NOBODY) -> Subscribed:
    subscription = Subscription(f"https://a.example/{name}", "point", "planted-secret", "our-key")
    return Subscribed(owner, subscription, "a.example", credential, None, "fr")


async def test_an_address_and_its_secret_are_sealed_and_opened_for_who_sends(
    database: Database, devices: DeviceStore, clock: Clock
) -> None:
    device = await devices.put(given("planted-capability"))
    opened = await devices.open(device.id)
    assert opened == (device, given("planted-capability").subscription)

    def everything(tx: sa.Connection) -> str:
        return str([tx.execute(sa.select(table)).all() for table in metadata.sorted_tables])

    assert "planted" not in await database.read(everything)
    assert "planted" not in repr(opened)
    other = DeviceStore(database, clock, KeyRing.parse(new_secret()).derive(PURPOSE))
    assert await other.open(device.id) == (device, None)


async def test_what_is_sealed_for_one_device_counts_for_no_other(
    database: Database, devices: DeviceStore
) -> None:
    one, two = await devices.put(given("one")), await devices.put(given("two"))
    mine = sa.select(push_devices.c.sealed).where(push_devices.c.id == one.id)
    sealed = await database.read(lambda tx: tx.execute(mine).scalar_one())
    theirs = sa.update(push_devices).where(push_devices.c.id == two.id).values(sealed=sealed)
    await database.write(lambda tx: tx.execute(theirs))
    assert await devices.open(two.id) == (two, None)


async def test_a_subscription_that_is_given_again_is_renewed_and_told_nothing_new(
    database: Database, devices: DeviceStore, clock: Clock
) -> None:
    notices = NoticeStore(database, clock, Audience())
    first = await devices.put(given())
    clock.pass_seconds(60)
    again = await devices.put(replace(given(), language="de"))
    assert again == replace(first, language="de", renewed_at=clock())
    assert (await devices.put(given())).language == "de", "what it had counts"
    assert list(await devices.all("")) == [replace(again, renewed_at=clock())]
    assert await notices.due_devices() == [first.channel]
    assert len(await notices.due(first.channel)) == 1


async def test_a_new_subscription_takes_the_place_of_the_one_that_it_replaces(
    database: Database, devices: DeviceStore, clock: Clock
) -> None:
    notices = NoticeStore(database, clock, Audience())
    old = await devices.put(replace(given("old"), language="de"))
    clock.pass_seconds(60)
    new = await devices.put(replace(given("new"), replaces=old.id))
    assert (new.language, new.created_at) == ("de", old.created_at)
    assert [each.id for each in await devices.all("")] == [new.id]
    assert await notices.due_devices() == [], "no test, and none for the old one"


async def test_nobody_sees_removes_or_replaces_the_devices_of_another(
    devices: DeviceStore,
) -> None:
    mine = await devices.put(given("mine"))
    theirs = await devices.put(replace(given("theirs", owner=OTHER), replaces=mine.id))
    assert await devices.all("") == [mine] and await devices.all(OTHER) == [theirs]
    assert not await devices.remove(mine.id, OTHER)
    assert await devices.remove(mine.id, "")
    assert not await devices.remove(mine.id, "")


async def test_a_browser_is_told_for_whoever_subscribed_with_it_last(
    database: Database, devices: DeviceStore, clock: Clock
) -> None:
    await devices.put(given("shared"))
    theirs = await devices.put(given("shared", owner=OTHER))
    assert await devices.all("") == []
    (waits,) = await NoticeStore(database, clock, Audience()).due(theirs.channel)
    assert waits.kind == "test"


async def test_an_owner_has_so_many_devices_and_no_more(devices: DeviceStore) -> None:
    tried = [devices.put(given(str(number))) for number in range(MOST + 3)]
    found = await asyncio.gather(*tried, return_exceptions=True)
    refused = [each for each in found if isinstance(each, Conflict)]
    assert len(refused) == 3 and refused[0].code == "too_many_devices"
    kept = await devices.all("")
    assert len(kept) == MOST
    await devices.put(given("another", owner=OTHER))
    await devices.put(replace(given("in place"), replaces=kept[0].id))
    assert await devices.remove(kept[1].id, "")
    await devices.put(given("now there is room"))


async def test_what_waits_goes_with_a_device_and_what_was_said_stays_said(
    database: Database, devices: DeviceStore, clock: Clock, a_job: Callable[..., Job]
) -> None:
    notices = NoticeStore(database, clock, Audience())
    jobs = JobStore(database, clock, notices.write)
    device = await devices.put(given())
    job, _ = await jobs.accept(a_job(), key=None)
    await jobs.change(job.id, 1, DONE)
    assert len(await notices.due(device.channel)) == 2
    assert await devices.remove(device.id)
    assert await notices.due_devices() == []
    new = await devices.put(given())
    await jobs.change(job.id, 1, DONE)
    assert [each.kind for each in await notices.due(new.channel)] == ["test"]


async def test_a_device_goes_with_the_managed_key_that_let_it_in(
    database: Database, devices: DeviceStore, clock: Clock
) -> None:
    keys = ApiKeyStore(database, clock)
    ends = clock() + timedelta(hours=1)
    for name, end in (("revoked", None), ("ending", ends), ("kept", None)):
        await keys.add(name, hint="h", digest=name, scopes=[Scope.PREPARE], expires_at=end)
    by = {
        name: await devices.put(given(name, credential=f"{MANAGED}{name}"))
        for name in ("revoked", "ending", "kept", "unknown")
    }
    await keys.revoke("revoked")
    assert [name for name, each in by.items() if await devices.open(each.id)] == ["ending", "kept"]
    clock.pass_seconds(3600)
    assert [name for name, each in by.items() if await devices.open(each.id)] == ["kept"]


async def test_devices_of_keys_that_count_no_more_are_forgotten(devices: DeviceStore) -> None:
    for name in (OF_NOBODY, OF_TOKENS, f"{SETTING}key-a", f"{SETTING}key-b", f"{MANAGED}c"):
        await devices.put(given(name, credential=name))
    assert await devices.keep_only([f"{SETTING}key-b", OF_TOKENS]) == 2
    assert len(await devices.all("")) == 3
    assert await devices.keep_only([]) == 2


async def test_a_device_that_nobody_looks_at_for_long_is_forgotten(
    database: Database, devices: DeviceStore, clock: Clock
) -> None:
    await devices.put(given("lost"))
    await devices.put(given("used"))
    clock.pass_seconds(FORGOTTEN.total_seconds())
    await devices.put(given("used"))
    aging = AgingStore(database)
    assert await aging.remove_devices(clock()) == 0
    clock.pass_seconds(1)
    assert await aging.remove_devices(clock()) == 1
    assert [each.id for each in await devices.all("")] == [given("used").subscription.id]


async def test_an_owners_devices_go_with_the_last_of_the_owners_jobs(
    database: Database, devices: DeviceStore, clock: Clock, a_job: Callable[..., Job]
) -> None:
    await JobStore(database, clock).accept(a_job(), key=None)
    await devices.put(given("mine"))
    await devices.put(given("theirs", owner=OTHER))
    assert await devices.remove_jobless("") == 0
    assert await devices.remove_jobless(OTHER) == 1
    assert len(await devices.all("")) == 1

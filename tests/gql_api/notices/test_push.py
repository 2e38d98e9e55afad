"""What a device is told: once, also after an absence, nothing private, no more once it is gone."""

import asyncio
import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from structlog.testing import capture_logs

from browser.background_tasks import in_background
from gql_api.cluster import regular_looks
from gql_api.cluster.regular_looks import RegularLooks
from gql_api.db.notices.devices import PURPOSE, DeviceStore, Subscribed
from gql_api.db.notices.outbox import Audience
from gql_api.db.statistics import FigureStore
from gql_api.domain.job import JobKind
from gql_api.domain.notice import NoticeKind
from gql_api.domain.push import Device
from gql_api.notices.push_devices import PushDevices
from gql_api.notices.push_services import PushServices
from gql_api.notices.sender import EVERY_SECONDS, GIVEN_UP, Sender
from gql_api.notices.texts import words_of
from gql_api.security.keyring import KeyRing, new_secret
from gql_api.security.vapid import Vapid
from tests.gql_api.notices.browsers import Browser, claims
from tests.gql_api.notices.conftest import (
    ACCOUNT,
    DESCRIPTION,
    EXPIRED,
    MEMBER,
    OBSTACLE,
    PUBLISHED,
    QUESTION,
    READY,
    TITLE,
    UNKNOWN,
    Told,
)
from tests.gql_api.notices.receivers import Receiver

BASE = "https://shop.example"
KEYS = KeyRing.parse(new_secret())
TTL = timedelta(seconds=900)
HERE = frozenset({"127.0.0.1"})


async def _never_saved(account: str) -> datetime | None:
    return None


@dataclass
class Pushing:
    """Devices that are told of the jobs of `told`; the way to each was tried when it came."""

    told: Told
    keys: KeyRing = KEYS
    private: frozenset[str] = HERE

    @property
    def store(self) -> DeviceStore:
        return DeviceStore(self.told.database, self.told.clock, self.keys.derive(PURPOSE))

    @property
    def vapid(self) -> Vapid:
        return Vapid(self.keys, "mailto:operator@shop.example", self.told.clock)

    async def subscribe(self, browser: Browser, *, owner: str = "", language: str = "en") -> Device:
        subscription = browser.subscription(self.vapid.public)
        given = Subscribed(owner, subscription, "127.0.0.1", "none", language, "en")
        return await self.store.put(given)

    def sender(self) -> Sender:
        services = PushServices(HERE, self.private)
        devices = PushDevices(self.store, self.vapid, services, TTL, self.told.clock)
        return Sender(self.told.store, (), BASE, self.told.clock, _never_saved, devices)

    async def send_due(self) -> None:
        await self.sender().send_due()


@pytest.fixture
def pushing(told: Told) -> Pushing:
    return Pushing(replace(told, audience=Audience()))


@pytest.fixture
async def browser(pushing: Pushing, receiver: Receiver) -> Browser:
    """One that has subscribed, and has been told so."""
    made = Browser(f"{receiver.url}/planted-capability")
    await pushing.subscribe(made)
    await pushing.send_due()
    assert made.opened(receiver.got.pop())["kind"] == "test"
    return made


async def test_a_device_is_told_what_happened_and_where_to_go(
    pushing: Pushing, browser: Browser, receiver: Receiver
) -> None:
    job = await pushing.told.job(PUBLISHED, kind=JobKind.PUBLISH)
    for _ in range(3):
        await pushing.send_due()
        pushing.told.clock.pass_seconds(3600)
    (only,) = receiver.got
    words = words_of(NoticeKind.PUBLISHED, "en")
    told = browser.opened(only)
    assert told.pop("id").startswith("msg_")
    assert told == {
        "kind": "published",
        "job_id": job.id,
        "link": f"{BASE}/fripier#/jobs/{job.id}",
        "title": words.title,
        "body": words.body,
        "language": "en",
    }
    assert only.line == "POST /planted-capability HTTP/1.1"
    assert claims(only, pushing.vapid.public)["aud"] == receiver.url
    (device,) = await pushing.store.all("")
    assert device.given_at == pushing.told.clock() - timedelta(hours=3)


async def test_what_asks_for_an_act_is_urgent_and_a_yes_is_kept_no_longer_than_it_is_good(
    pushing: Pushing, browser: Browser, receiver: Receiver
) -> None:
    for change in (READY, QUESTION, PUBLISHED):
        await pushing.told.job(change)
    pushing.told.clock.pass_seconds(60)
    await pushing.send_due()
    told = {browser.opened(each)["kind"]: each.headers for each in receiver.got}
    assert {kind: (head["urgency"], head["ttl"]) for kind, head in told.items()} == {
        "ready_for_yes": ("high", "840"),
        "question_waiting": ("high", str(86_400 - 60)),
        "published": ("normal", str(86_400 - 60)),
    }


async def test_a_newer_notice_of_a_job_takes_the_place_of_the_older_one(
    pushing: Pushing, browser: Browser, receiver: Receiver
) -> None:
    """By a name that says nothing of the job, and differs from device to device."""
    job = await pushing.told.job(UNKNOWN, kind=JobKind.PUBLISH)
    await pushing.send_due()
    await pushing.told.change(job, PUBLISHED)
    await pushing.told.job(PUBLISHED)
    second = Browser(f"{receiver.url}/another")
    await pushing.subscribe(second)
    await pushing.told.job(PUBLISHED)
    await pushing.send_due()
    mine = [each for each in receiver.got if "planted" in each.line]
    topics = [each.headers["topic"] for each in mine]
    assert topics[0] == topics[1] and len(set(topics)) == 3
    assert all(len(topic) == 32 and topic.replace("-", "").replace("_", "").isalnum()
               for topic in topics)  # fmt: skip
    others = [each.headers["topic"] for each in receiver.got if "another" in each.line]
    assert not set(topics) & set(others)
    assert job.id not in str(receiver.got)


async def test_a_service_that_is_away_for_ten_minutes_gets_it_afterwards_under_the_same_id(
    pushing: Pushing, browser: Browser, receiver: Receiver
) -> None:
    await pushing.told.job(PUBLISHED)
    receiver.status = 503
    for _ in range(10):
        await pushing.send_due()
        pushing.told.clock.pass_seconds(60)
    tried = len(receiver.got)
    assert tried >= 3
    receiver.status = 201
    pushing.told.clock.pass_seconds(300)
    for _ in range(3):
        await pushing.send_due()
        pushing.told.clock.pass_seconds(3600)
    assert len(receiver.got) == tried + 1
    assert len({browser.opened(each)["id"] for each in receiver.got}) == 1


@pytest.mark.parametrize("status", [404, 410])
async def test_a_device_that_is_gone_is_forgotten_with_all_that_waits_for_it(
    pushing: Pushing, browser: Browser, receiver: Receiver, status: int
) -> None:
    receiver.status = status
    for _ in range(3):
        await pushing.told.job(PUBLISHED)
    with capture_logs() as lines:
        await pushing.send_due()
    assert len(receiver.got) == 1
    assert await pushing.store.all("") == []
    (line,) = [each for each in lines if each["event"] == "push_device_forgotten"]
    assert line["reason"] == f"status_{status}"
    read = await FigureStore(pushing.told.database, pushing.told.clock).read()
    assert (read.notices_waiting, read.notices_failed) == (0, 0)
    pushing.told.clock.pass_seconds(7200)
    await pushing.told.job(PUBLISHED)
    await pushing.send_due()
    assert len(receiver.got) == 1


@pytest.mark.parametrize("status", [400, 401, 403, 413, 429, 500])
async def test_any_other_refusal_is_tried_again_for_a_day_and_forgets_nobody(
    pushing: Pushing, browser: Browser, receiver: Receiver, status: int
) -> None:
    receiver.status = status
    await pushing.told.job(PUBLISHED)
    await pushing.send_due()
    pushing.told.clock.pass_seconds(3600)
    await pushing.send_due()
    assert len(receiver.got) == 2
    pushing.told.clock.pass_seconds(GIVEN_UP.total_seconds())
    await pushing.send_due()
    assert len(await pushing.store.all("")) == 1
    assert (await FigureStore(pushing.told.database, pushing.told.clock).read()).notices_failed == 1


async def test_an_owner_is_told_of_their_own_jobs_alone(
    pushing: Pushing, browser: Browser, receiver: Receiver
) -> None:
    other = Browser(f"{receiver.url}/other")
    await pushing.subscribe(other, owner="0123456789abcdef")
    await pushing.told.job(PUBLISHED)
    theirs = await pushing.told.job(
        UNKNOWN, account="0123456789abcdef/default", kind=JobKind.PUBLISH
    )
    await pushing.send_due()
    told = [other.opened(each) for each in receiver.got if "/other" in each.line]
    assert [each["kind"] for each in told] == ["test", "outcome_unknown"]
    assert told[1]["job_id"] == theirs.id
    assert [browser.opened(each)["kind"] for each in receiver.got if "planted" in each.line] == [
        "published"
    ]


async def test_a_private_network_is_refused_unless_it_is_named(
    pushing: Pushing, browser: Browser, receiver: Receiver
) -> None:
    await pushing.told.job(PUBLISHED)
    with capture_logs() as lines:
        await Pushing(pushing.told, private=frozenset()).send_due()
    assert receiver.got == []
    assert [each["reason"] for each in lines if each["event"] == "notice_not_taken_in"] == [
        "private_address"
    ]


async def test_a_device_waits_for_the_secret_key_that_its_address_was_sealed_with(
    pushing: Pushing, browser: Browser, receiver: Receiver
) -> None:
    """A start with another SECRET_KEY may be a mistake: nobody is forgotten for it."""
    await pushing.told.job(PUBLISHED)
    with capture_logs() as lines:
        await Pushing(pushing.told, keys=KeyRing.parse(new_secret())).send_due()
    assert receiver.got == [] and len(await pushing.store.all("")) == 1
    (line,) = [each for each in lines if each["event"] == "notice_not_taken_in"]
    assert line["reason"] == "another_secret_key"
    pushing.told.clock.pass_seconds(60)
    await pushing.send_due()
    assert [browser.opened(each)["kind"] for each in receiver.got] == ["published"]


async def test_while_the_older_key_is_listed_its_devices_are_told(
    pushing: Pushing, browser: Browser, receiver: Receiver
) -> None:
    new, old = new_secret(), new_secret()
    before = Pushing(pushing.told, KeyRing.parse(old))
    earlier = Browser(f"{receiver.url}/earlier")
    await before.subscribe(earlier)
    after = Pushing(pushing.told, KeyRing.parse(f"{new},{old}"))
    await after.send_due()
    (got,) = [each for each in receiver.got if "/earlier" in each.line]
    assert claims(got, before.vapid.public) and earlier.opened(got)["kind"] == "test"


@pytest.mark.parametrize("language", ["en", "fr", "de"])
async def test_no_push_says_anything_of_the_listing_or_its_seller(
    pushing: Pushing, receiver: Receiver, language: str
) -> None:
    browser = Browser(f"{receiver.url}/planted-capability")
    with capture_logs() as lines:
        await pushing.subscribe(browser, language=language)
        for change in (QUESTION, READY, OBSTACLE, PUBLISHED, UNKNOWN, EXPIRED):
            await pushing.told.job(change)
        await pushing.told.job(UNKNOWN, kind=JobKind.PUBLISH)
        await pushing.send_due()
    assert len(receiver.got) == 8
    opened = [browser.opened(each) for each in receiver.got]
    assert {each["language"] for each in opened} == {language}
    assert len({len(each.body) for each in receiver.got}) == 1
    said = json.dumps(opened, ensure_ascii=False) + str(receiver.got) + str(opened)
    for planted in (TITLE, DESCRIPTION, "Vareuse", "Biarritz", "123.45", "123,45", ACCOUNT, MEMBER,
                    "Diesel"):  # fmt: skip
        assert planted not in said, planted
    for secret in ("planted-capability", *list(browser.given.values())[1:]):
        assert secret not in str(lines), secret


async def test_a_device_that_comes_while_the_sender_rests_is_tried_soon(
    pushing: Pushing, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regular_looks, "ALONE_SECONDS", 600.0)
    loops = pushing.sender().loops(RegularLooks(pushing.told.database, pushing.told.clock))
    async with in_background(*loops):
        for count in (1, 2):
            await pushing.subscribe(Browser(f"{receiver.url}/{count}"))
            async with asyncio.timeout(3 * EVERY_SECONDS):
                await receiver.until(count)

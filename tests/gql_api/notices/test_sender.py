"""Every notice reaches its receiver, once by its id, over restarts and absences; and only while
it is true."""

import asyncio
import json
from dataclasses import replace
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import default

import pytest
import sqlalchemy as sa
from structlog.testing import capture_logs

from browser.background_tasks import in_background
from gql_api.cluster import regular_looks
from gql_api.cluster.regular_looks import RegularLooks
from gql_api.db.importing.imports import ImportStore
from gql_api.db.jobs import Change
from gql_api.db.notices.outbox import CLAIMED, Audience
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.db.retention import AgingStore, delete_jobs
from gql_api.db.statistics import FigureStore
from gql_api.db.tables import intents, notices
from gql_api.domain.imports import RowState
from gql_api.domain.job import JobKind, JobState, Outcome, Result
from gql_api.domain.notice import Notice, NoticeKind
from gql_api.domain.session import VaultKeyMismatch
from gql_api.listings.admission import new_job
from gql_api.notices.channel import Channel
from gql_api.notices.email import EmailChannel
from gql_api.notices.ntfy import NtfyChannel
from gql_api.notices.outbound import Outbound
from gql_api.notices.sender import EVERY_SECONDS, Sender
from gql_api.notices.webhook import WebhookChannel
from gql_api.storage_errors import StorageUnavailable
from tests.gql_api.db.test_imports import imported
from tests.gql_api.notices.conftest import (
    ACCOUNT,
    CHANGED,
    COPIES,
    DESCRIPTION,
    EXPIRED,
    HELD,
    MEMBER,
    OBSTACLE,
    PLANTED,
    PUBLISHED,
    QUESTION,
    READY,
    REFUSED,
    TITLE,
    UNKNOWN,
    Told,
)
from tests.gql_api.notices.receivers import Receiver, mail_box

BASE = "https://shop.example"
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
HERE = Outbound(frozenset({"127.0.0.1"}))
FROM, TO = "fripier@shop.example", "seller@mail.example"


def sender(told: Told, *channels: Channel, saved_at: datetime | None = None) -> Sender:
    async def saved(account: str) -> datetime | None:
        return saved_at if account == ACCOUNT else None

    return Sender(told.store, channels, BASE, told.clock, saved)


def webhook(told: Told, receiver: Receiver, saved_at: datetime | None = None) -> Sender:
    channel = WebhookChannel(f"{receiver.url}/hook", (SECRET,), HERE, told.clock)
    return sender(told, channel, saved_at=saved_at)


def kinds(receiver: Receiver) -> list[str]:
    return [json.loads(each.body)["data"]["kind"] for each in receiver.got]


def ids(receiver: Receiver) -> list[str]:
    return [each.headers["webhook-id"] for each in receiver.got]


@pytest.mark.parametrize(
    ("of", "change", "kind"),
    [
        (JobKind.PREPARE, QUESTION, NoticeKind.QUESTION_WAITING),
        (JobKind.PREPARE, READY, NoticeKind.READY_FOR_YES),
        (JobKind.PREPARE, OBSTACLE, NoticeKind.NEEDS_MANUAL),
        (JobKind.PREPARE, UNKNOWN, NoticeKind.DRAFT_UNKNOWN),
        (JobKind.PUBLISH, UNKNOWN, NoticeKind.OUTCOME_UNKNOWN),
        (JobKind.PUBLISH, CHANGED, NoticeKind.NOT_READY),
        (JobKind.PUBLISH, REFUSED, NoticeKind.REJECTED_BY_SITE),
        (JobKind.PUBLISH, PUBLISHED, NoticeKind.PUBLISHED),
        (JobKind.PUBLISH, HELD, NoticeKind.HELD_FOR_REVIEW),
        (JobKind.PUBLISH, COPIES, NoticeKind.DUPLICATED),
        (JobKind.PREPARE, EXPIRED, NoticeKind.SESSION_EXPIRED),
    ],
)
async def test_each_kind_is_told_once(
    told: Told, receiver: Receiver, of: JobKind, change: Change, kind: NoticeKind
) -> None:
    job = await told.job(change, kind=of)
    for _ in range(3):
        await webhook(told, receiver).send_due()
        told.clock.pass_seconds(3600)

    (only,) = receiver.got
    assert only.line == "POST /hook HTTP/1.1"
    assert json.loads(only.body) == {
        "type": f"job.{kind}",
        "timestamp": "2026-11-22T12:00:00+00:00",
        "data": {"kind": kind, "job_id": job.id, "link": f"{BASE}/fripier#/jobs/{job.id}"},
    }


@pytest.mark.parametrize(
    "change",
    [
        Change(JobState.CANCELLED),
        Change(JobState.RUNNING, percent=40),
        Change(JobState.DONE, result=Result(outcome=Outcome.CHECKED)),
        Change(JobState.DONE, result=Result(outcome=Outcome.PUBLISHED, resolved_by="key:1")),
    ],
)
async def test_nothing_else_is_told(told: Told, receiver: Receiver, change: Change) -> None:
    await told.job(change)
    await webhook(told, receiver).send_due()
    assert receiver.got == []


async def test_an_import_without_a_session_is_told_with_its_own_page(
    told: Told, receiver: Receiver
) -> None:
    waiting = imported(told.clock, RowState.WAITING, account=ACCOUNT)
    kept = await ImportStore(told.database, told.clock, ahead=3, budget=None).add(waiting)
    await told.store.session_ended(ACCOUNT, kept.id, told.clock())
    with capture_logs() as lines:
        await webhook(told, receiver).send_due()
    (got,) = receiver.got
    assert json.loads(got.body) == {
        "type": "import.session_expired",
        "timestamp": "2026-11-22T12:00:00+00:00",
        "data": {
            "kind": "session_expired", "import_id": kept.id,
            "link": f"{BASE}/fripier#/imports/{kept.id}",
        },
    }  # fmt: skip
    assert [line.get("import_id") for line in lines] == [kept.id]


@pytest.mark.parametrize(("saved_later", "count"), [(-60, 2), (None, 2), (60, 0)])
async def test_a_session_that_was_saved_meanwhile_is_not_asked_for(
    told: Told, receiver: Receiver, saved_later: int | None, count: int
) -> None:
    """The receiver was away, say: what it is told then must still be true."""
    waiting = imported(told.clock, RowState.WAITING, account=ACCOUNT)
    kept = await ImportStore(told.database, told.clock, ahead=3, budget=None).add(waiting)
    await told.store.session_ended(ACCOUNT, kept.id, told.clock())
    await told.job(EXPIRED)
    later = None if saved_later is None else timedelta(seconds=saved_later)
    saved_at = later and told.clock() + later
    told.clock.pass_seconds(600)
    await webhook(told, receiver, saved_at).send_due()
    assert kinds(receiver) == ["session_expired"] * count
    told.clock.pass_seconds(3600)
    await webhook(told, receiver).send_due()
    assert len(receiver.got) == count, "what was dropped is not told later either"


@pytest.mark.parametrize("now", [HELD, COPIES])
async def test_what_is_found_after_published_corrects_it(
    told: Told, receiver: Receiver, now: Change
) -> None:
    """Who was told is told again; who was away hears only what is true by then."""
    assert now.result
    job = await told.job(PUBLISHED, kind=JobKind.PUBLISH)
    await webhook(told, receiver).send_due()
    await told.change(job, now)
    await webhook(told, receiver).send_due()
    assert kinds(receiver) == ["published", now.result.outcome]
    assert [each.kind for each in await told.store.due("ntfy")] == [now.result.outcome]


@pytest.mark.parametrize("fault", [VaultKeyMismatch("another SECRET_KEY"), RuntimeError("ours")])
async def test_a_session_that_cannot_be_opened_keeps_no_other_notice_waiting(
    told: Told, receiver: Receiver, fault: Exception
) -> None:
    async def unreadable(account: str) -> datetime | None:
        raise fault

    asks = await told.job(EXPIRED)
    told.clock.pass_seconds(1)
    behind = await told.job(PUBLISHED)
    sending = replace(webhook(told, receiver), saved_at=unreadable)
    await sending.send_due()
    said = [json.loads(each.body)["data"]["job_id"] for each in receiver.got]
    is_ours = isinstance(fault, RuntimeError)
    assert said == ([behind.id] if is_ours else [asks.id, behind.id])
    assert len(await told.store.due("webhook")) == 0, "it is looked at every two seconds"
    told.clock.pass_seconds(5)
    assert len(await told.store.due("webhook")) == int(is_ours)


async def test_an_outcome_that_stays_unknown_is_told_once_and_what_it_became_is_told(
    told: Told, receiver: Receiver
) -> None:
    await told.job(UNKNOWN, UNKNOWN, PUBLISHED, kind=JobKind.PUBLISH)
    await webhook(told, receiver).send_due()
    assert sorted(kinds(receiver)) == ["outcome_unknown", "published"]
    assert len(set(ids(receiver))) == 2


async def test_a_question_that_was_answered_before_is_not_told(
    told: Told, receiver: Receiver
) -> None:
    answered = await told.job(QUESTION)
    await told.change(answered, Change(JobState.QUEUED))
    asked = await told.job(QUESTION)
    corrected = await told.job(READY)
    await told.jobs.accept(replace(corrected, revision=2), key=None)
    await told.change(replace(corrected, revision=2), READY)

    await webhook(told, receiver).send_due()
    said = [json.loads(each.body)["data"] for each in receiver.got]
    assert [(each["kind"], each["job_id"]) for each in said] == [
        ("question_waiting", asked.id),
        ("ready_for_yes", corrected.id),  # of the newer revision alone
    ]


async def test_a_yes_that_was_given_is_not_asked_for(told: Told, receiver: Receiver) -> None:
    ready = await told.job(READY)
    publish = new_job(JobKind.PUBLISH, ACCOUNT, ready.origin, PLANTED, told.clock())
    publish = replace(publish, prepare_id=ready.id, prepare_revision=1)
    await told.jobs.accept(publish, key=None)

    await webhook(told, receiver).send_due()
    assert receiver.got == []


async def test_who_is_away_for_ten_minutes_gets_it_afterwards(told: Told) -> None:
    receiver = Receiver()
    async with receiver.open():
        pass  # its port is known, and closed
    await told.job(PUBLISHED)
    sending = webhook(told, receiver)
    with capture_logs() as lines:
        for _ in range(10):
            await sending.send_due()
            told.clock.pass_seconds(60)
    assert len(lines) >= 4
    assert {(line["event"], line["reason"]) for line in lines} == {
        ("notice_not_taken_in", "ConnectError")
    }

    async with receiver.open():
        for _ in range(6):
            await sending.send_due()
            told.clock.pass_seconds(60)
    assert kinds(receiver) == ["published"]


async def test_the_pauses_grow_and_the_id_stays(told: Told, receiver: Receiver) -> None:
    receiver.status = 500
    await told.job(PUBLISHED)
    sending, tried = webhook(told, receiver), []
    for minute in range(60):
        before = len(receiver.got)
        await sending.send_due()
        tried += [minute] * (len(receiver.got) - before)
        told.clock.pass_seconds(60)
    assert tried == [0, 1, 2, 4, 9, 14, 19, 29, 39]
    assert len(set(ids(receiver))) == 1
    assert len({each.body for each in receiver.got}) == 1


async def test_after_a_day_it_is_given_up_and_counted(told: Told, receiver: Receiver) -> None:
    receiver.status = 503
    await told.job(PUBLISHED)
    figures, sending = FigureStore(told.database, told.clock), webhook(told, receiver)
    told.audience = Audience(everybody=("webhook",))
    assert (await figures.read()).notices_waiting == 3
    with capture_logs() as lines:
        for _ in range(30):
            await sending.send_due()
            told.clock.pass_seconds(3600)
    given_up = [line for line in lines if line["event"] == "notice_given_up"]
    assert [line["reason"] for line in given_up] == ["status_503"]
    assert (await figures.read()).notices_failed == 1
    assert (await figures.read()).notices_waiting == 2
    count = len(receiver.got)
    receiver.status = 200
    await sending.send_due()
    assert len(receiver.got) == count


async def test_what_is_old_is_not_sent_however_often_it_was_tried(
    told: Told, receiver: Receiver
) -> None:
    """A service that was off for days does not come with news of then."""
    await told.job(PUBLISHED)
    told.clock.pass_seconds(2 * 24 * 3600)
    fresh = await told.job(PUBLISHED)
    with capture_logs() as lines:
        await webhook(told, receiver).send_due()
    assert [json.loads(each.body)["data"]["job_id"] for each in receiver.got] == [fresh.id]
    assert [line["reason"] for line in lines if line["event"] == "notice_given_up"] == ["too_old"]
    assert (await FigureStore(told.database, told.clock).read()).notices_failed == 1


async def test_what_waits_for_a_channel_that_is_set_no_more_is_dropped(told: Told) -> None:
    await told.job(PUBLISHED)
    told.clock.pass_seconds(24 * 3600)
    await told.job(PUBLISHED)
    figures, aging = FigureStore(told.database, told.clock), AgingStore(told.database)
    assert (await figures.read()).notices_waiting == 6
    assert await aging.drop_notices(told.clock()) == 3
    assert await aging.drop_notices(told.clock()) == 0
    read = await figures.read()
    assert (read.notices_waiting, read.notices_failed) == (3, 0)


async def test_two_processes_send_it_once(told: Told, receiver: Receiver) -> None:
    await told.job(PUBLISHED)
    await asyncio.gather(*(webhook(told, receiver).send_due() for _ in range(4)))
    assert kinds(receiver) == ["published"]


async def test_a_process_that_died_over_it_leaves_it_to_the_next(
    told: Told, receiver: Receiver
) -> None:
    await told.job(PUBLISHED)
    (delivery,) = await told.store.due("webhook")
    assert await told.store.claim(delivery)
    await webhook(told, receiver).send_due()
    assert receiver.got == []
    told.clock.pass_seconds(CLAIMED.total_seconds())
    await webhook(told, receiver).send_due()
    assert ids(receiver) == [delivery.id]


async def test_the_id_is_the_same_where_the_answer_was_lost(told: Told, receiver: Receiver) -> None:
    """A process that ended between the receiver's answer and its own note of it."""
    await told.job(PUBLISHED)
    sending = webhook(told, receiver)

    async def lost(*_: object) -> None:
        raise StorageUnavailable("gone")

    sending.store.end = lost  # type: ignore[method-assign]
    with pytest.raises(StorageUnavailable):
        await sending.send_due()
    told.clock.pass_seconds(60)
    await webhook(told, receiver).send_due()
    first, second = ids(receiver)
    assert first == second


class _Broken:
    """A channel with a fault of ours at its first notice."""

    name = "webhook"

    def __init__(self) -> None:
        self.got: list[str] = []
        self.failed = False

    async def send(self, notice: Notice) -> None:
        if not self.failed:
            self.failed = True
            raise RuntimeError("a fault")
        self.got.append(notice.job_id)


async def test_a_fault_of_ours_keeps_no_other_notice_waiting(told: Told) -> None:
    first, second = await told.job(PUBLISHED), await told.job(PUBLISHED)
    channel = _Broken()
    with capture_logs() as lines:
        await sender(told, channel).send_due()
    assert "notices_not_sent" in [line["event"] for line in lines]
    assert len(channel.got) == 1
    told.clock.pass_seconds(5)
    await sender(told, channel).send_due()
    assert sorted(channel.got) == sorted([first.id, second.id])


async def test_what_was_not_stored_is_not_told(told: Told, receiver: Receiver) -> None:
    job = await told.job()
    refused = Change(JobState.DONE, frozenset({JobState.DONE}), result=PUBLISHED.result)
    assert await told.jobs.change(job.id, 1, refused) is None
    await webhook(told, receiver).send_due()
    assert receiver.got == []


async def test_a_topic_and_a_mailbox_hear_of_the_operators_jobs_alone(told: Told) -> None:
    await told.job(PUBLISHED, account="default")
    await told.job(PUBLISHED, account="0123456789abcdef/default")
    assert len(await told.store.due("webhook")) == 2
    assert len(await told.store.due("ntfy")) == 1
    assert len(await told.store.due("email")) == 1


@pytest.mark.parametrize("language", ["en", "fr", "de"])
async def test_no_channel_says_anything_of_the_listing_or_its_seller(
    told: Told, receiver: Receiver, language: str
) -> None:
    of_jobs = (QUESTION, READY, OBSTACLE, PUBLISHED, UNKNOWN, EXPIRED, REFUSED, CHANGED, HELD)
    for change in (*of_jobs, COPIES):
        await told.job(change)
    await told.job(UNKNOWN, kind=JobKind.PUBLISH)
    async with Receiver().open() as topics, mail_box() as (box, port):
        hook = WebhookChannel(f"{receiver.url}/hook", (SECRET,), HERE, told.clock)
        ntfy = NtfyChannel(f"{topics.url}/topic", None, language, HERE)
        server = f"smtp://127.0.0.1:{port}"
        email = EmailChannel(server, FROM, TO, language, HERE, in_clear=True)
        await sender(told, hook, ntfy, email).send_due()
        assert (len(receiver.got), len(topics.got), len(box.got)) == (11, 11, 11)
        sent = [each.head + each.body for each in (*receiver.got, *topics.got)]
        sent += [each for message in box.got for each in (message, _decoded(message))]
    for planted in (
        TITLE,
        DESCRIPTION,
        "Vareuse",
        "Biarritz",
        "123.45",
        "123,45",
        ACCOUNT,
        MEMBER,
        "Diesel",
    ):
        for shape in (planted, json.dumps(planted)[1:-1]):
            assert not [each for each in sent if shape.encode() in each], planted


def _decoded(message: bytes) -> bytes:
    """A message without the encodings of its parts."""
    read = message_from_bytes(message, policy=default)
    body = read.get_body()
    assert body is not None
    return "\n".join([*map(str, read.values()), body.get_content()]).encode()


async def _count(told: Told) -> int:
    query = sa.select(sa.func.count()).select_from(notices)
    return await told.database.read(lambda tx: tx.execute(query).scalar_one())


async def test_notices_go_with_their_job(told: Told) -> None:
    """By age, and with an account that is forgotten: both delete jobs by this."""
    gone, kept = await told.job(PUBLISHED), await told.job(PUBLISHED)
    await told.database.write(lambda tx: delete_jobs(tx, [gone.id]))
    assert await _count(told) == 3
    assert {each.job_id for each in await told.store.due("webhook")} == {kept.id}


async def test_the_notices_of_a_published_listing_go_when_its_job_is_thinned(told: Told) -> None:
    job = await told.job(PUBLISHED)
    row = {"publish_id": job.id, "prepare_id": job.id, "revision": 1, "account": ACCOUNT}
    done = sa.insert(intents).values(**row, state=IntentState.DONE)
    await told.database.write(lambda tx: tx.execute(done))
    told.clock.pass_seconds(60)
    assert (await AgingStore(told.database).thin_listings(told.clock())).jobs == 1
    assert await _count(told) == 0


async def test_what_comes_while_the_sender_rests_is_told_soon(
    told: Told, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(regular_looks, "ALONE_SECONDS", 600.0)
    loops = webhook(told, receiver).loops(RegularLooks(told.database, told.clock))
    async with in_background(*loops):
        for count in (1, 2):
            await told.job(PUBLISHED, kind=JobKind.PUBLISH)
            async with asyncio.timeout(3 * EVERY_SECONDS):
                await receiver.until(count)

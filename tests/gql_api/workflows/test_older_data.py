"""The data folder of the release before is taken over: jobs, tokens, sessions, unknown clicks.

`older/release_before` was written by the code as it was on 28 November 2026, before later looks: a
preparation that awaits its yes, one with a draft, a click whose outcome is unknown, a job that was
accepted and not begun, a session and a photo. Its market stood at a port of its own.
"""

import shutil
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from browser.standin import Standin, serve_standin
from gql_api.db.publishing.publish_intents import IntentState
from gql_api.domain.inputs import PublishInput
from gql_api.domain.job import JobKind, JobState, Outcome
from gql_api.listings.admission import Admission
from tests.gql_api.workflows.bench import Bench, LastingChromium, bench, items, known
from tests.gql_api.workflows.test_look_again import put_there

OLDER = Path(__file__).parents[1] / "db" / "older" / "release_before"
PORT = 41739
WRITTEN = datetime(2026, 11, 28, 13, 38, tzinfo=UTC)
WAITING = "ec1d8cc7c15045cfbefe3479eea9c6b8"
DRAFTED = "24b307eecd9b42ca886407cc2b4842f6"
UNKNOWN = "c34cbfa31c3a4125843c90c9cb2f8174"
QUEUED = "47715c67b2fa48f8858f9241ad156dea"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data folder as it was left."""
    with closing(sqlite3.connect(tmp_path / "fripier.db")) as database:
        database.executescript((OLDER / "fripier.sql").read_text("utf-8"))
    for name in ("session.enc", "secret.key"):
        shutil.copy(OLDER / name, tmp_path / name)
        (tmp_path / name).chmod(0o600)
    (photo,) = OLDER.glob("*.jpg")
    kept = tmp_path / "photos" / photo.name[:2]
    kept.mkdir(parents=True)
    shutil.copy(photo, kept / photo.name)
    return tmp_path


@pytest.fixture
async def market() -> AsyncIterator[Standin]:
    async with serve_standin(port=PORT) as standin:
        standin.state.patch_faults({"cookie_banner": False})
        yield standin


@pytest.fixture
async def context(folder: Path, market: Standin, chromium: LastingChromium) -> AsyncIterator[Bench]:
    async with bench(folder, market.url, at=WRITTEN, chromium=chromium) as made:
        yield made


def admission(context: Bench) -> Admission:
    core = context.core
    return Admission(
        jobs=core.stores.jobs,
        publishes=core.stores.publishes,
        signer=core.signer,
        publish_enabled=True,
        daily_budget=None,
        max_queued=20,
        now=core.now,
    )


async def test_an_older_token_publishes_and_an_older_job_goes_on(
    context: Bench, market: Standin
) -> None:
    waiting = await context.core.stores.jobs.get(WAITING)
    assert waiting.result is not None
    given = PublishInput.model_validate(
        {"confirm_token": waiting.result.confirm_token, "dry_run": False}
    )
    prepared = await admission(context).approved(given)
    published = await context.yes(prepared)
    assert published.result is not None
    assert known(published)[0] is Outcome.PUBLISHED
    assert [published.result.listing_id] == items(market)
    await context.events(QUEUED)
    # It was accepted when nobody read its title: "Pull gris", and black in the field, is asked now.
    queued = await context.core.stores.jobs.get(QUEUED)
    assert queued.state is JobState.AWAITING_ANSWERS and queued.result is not None
    assert "color" in [question.field for question in queued.result.questions]
    drafted = await context.core.stores.jobs.get(DRAFTED)
    assert (drafted.state, known(drafted)[0]) == (
        JobState.AWAITING_CONFIRMATION,
        Outcome.DRAFT_SAVED,
    )


async def test_an_older_yes_publishes_what_it_approved_however_its_words_are_read_now(
    folder: Path, context: Bench, market: Standin
) -> None:
    """Black was approved, and no material, when nobody read what title and description say."""
    _reword(folder, "Hoodie Diesel", "Hoodie gris Diesel")
    _reword(folder, '"description":"Bon état"', '"description":"Bon état, 100 % laine"')
    published = await context.yes(await context.core.stores.jobs.get(WAITING))
    assert published.result is not None
    assert known(published)[0] is Outcome.PUBLISHED, published.result
    (item,) = market.state.live_items
    assert (item.title, item.color_ids, item.attributes) == ("Hoodie gris Diesel", (1,), {})


def _reword(folder: Path, then: str, said: str) -> None:
    """Have the older preparation, and what was approved of it, say something else."""
    with closing(sqlite3.connect(folder / "fripier.db")) as database, database:
        query = (
            "UPDATE runs SET listing = replace(listing, :then, :said),"
            " result = replace(result, :then, :said) WHERE job_id = :job"
        )
        database.execute(query, {"then": then, "said": said, "job": WAITING})


async def test_an_older_unknown_click_stands_before_the_next_one(
    context: Bench, market: Standin
) -> None:
    unknown = await context.core.stores.jobs.get(UNKNOWN)
    assert known(unknown)[0] is Outcome.OUTCOME_UNKNOWN
    assert await context.state(unknown) is IntentState.UNKNOWN
    # The market has begun anew, and gives no id twice: the draft of then had the first one.
    market.state.new_item(market.state.members.sessions["demo"].account, "EUR", draft=True)
    # The item has come up since: it is the answer to a new yes for the same content.
    there = put_there(market, unknown)
    before = len(market.state.ledger.attempts)
    prepared = await context.run(context.new(JobKind.PREPARE, listing=unknown.listing))
    second = await context.yes(prepared)
    assert second.result is not None
    assert (second.result.outcome, second.result.listing_id) == (Outcome.PUBLISHED, there)
    assert len(market.state.ledger.attempts) == before
    assert known(await context.stored(unknown))[0] is Outcome.PUBLISHED

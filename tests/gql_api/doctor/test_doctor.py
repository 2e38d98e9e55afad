"""Walks over the sell page through the service: once a day, within turn, rest and budget."""

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from browser.fence import Before
from browser.inspection.findings import ChangeKind
from browser.standin import Standin, serve_standin
from gql_api.bootstrap.container import Role, build_core
from gql_api.bootstrap.worker import Worker, build_worker
from gql_api.cli.doctor import table
from gql_api.db.page_reports import INTERVAL
from gql_api.db.publishing.publish_intents import Intent
from gql_api.doctor.browser_doctor import BrowserDoctor
from gql_api.doctor.report import Report, read, written
from gql_api.domain.inputs import SessionInput
from gql_api.domain.job import JobKind
from gql_api.errors import Conflict, NoSession, RateLimited, ServiceError, SiteProblem
from gql_api.listings.admission import new_job
from gql_api.sessions.service import SessionState
from gql_api.settings import load_settings
from tests.gql_api.db.conftest import LISTING

GIVEN = SessionInput.model_validate(
    {"cookie": "access_token_web=demo", "user_agent": "Mozilla/5.0 Chrome/156.0"}
)


@asynccontextmanager
async def practice(folder: Path, market: Standin, **env: str) -> AsyncIterator[Worker]:
    given = {"DATA_DIR": str(folder), "VINTED_BASE_URL": market.url, "PACING": "off"} | env
    worker = build_worker(build_core(load_settings(given), Role.ALL, market.url))
    await worker.core.database.open()
    async with worker.examining():
        await worker.sessions.save(GIVEN)
        yield worker
    await worker.core.database.close()


async def refused(doctor: BrowserDoctor, *, force: bool = False) -> ServiceError:
    with pytest.raises(ServiceError) as caught:
        await doctor.run("default", force=force)
    return caught.value


@dataclass(frozen=True)
class Walked:
    """A worker whose first walk over a page as it is known lies behind it."""

    market: Standin
    worker: Worker
    before: Report | None
    first: Report


@pytest.fixture(scope="module")
async def shared(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Walked]:
    folder = tmp_path_factory.mktemp("walked")
    async with serve_standin() as market, practice(folder, market) as worker:
        before = await worker.doctor.latest("default")
        yield Walked(market, worker, before, await worker.doctor.run("default"))


@pytest.fixture
def walked(shared: Walked) -> Walked:
    shared.market.state.clear_faults()
    return shared


async def test_a_report_is_kept_compared_and_made_once_a_day(walked: Walked) -> None:
    doctor, first, market = walked.worker.doctor, walked.first, walked.market
    assert walked.before is None
    assert (first.drifted, first.findings) == (False, ())
    assert await doctor.latest("default") == first

    again = await refused(doctor)
    assert (again.code, again.status) == ("examined_today", 409)
    assert again.retry_after is not None
    assert again.retry_after <= INTERVAL.total_seconds()

    market.state.patch_faults({"extra_attribute": True})
    second = await doctor.run("default", force=True)
    assert second.drifted
    kinds = {finding.kind for finding in second.findings}
    assert kinds == {ChangeKind.NEW, ChangeKind.APPEARED}
    assert second.fingerprint != first.fingerprint
    # What appeared is told once; what is not as Fripier knows it stays told.
    third = await doctor.run("default", force=True)
    assert {finding.kind for finding in third.findings} == {ChangeKind.NEW}
    assert not (market.state.ledger.attempts or market.state.photos)


def test_what_nobody_saw_is_told_and_is_no_change(walked: Walked) -> None:
    report = walked.first
    told = {known.sign: str(known.provenance) for known in report.unseen}
    assert told["near={label}"] == "own assumption, 2026-11, L"
    # Of words only those that the page speaks, and nothing that somebody saw.
    assert (report.language, {known.language for known in report.unseen}) == ("fr", {""})
    assert "id=title" not in told
    assert read(written(report)) == report
    older = json.loads(written(report))
    del older["unseen"]
    assert read(json.dumps(older)) == replace(report, unseen=())


def test_the_text_says_what_was_never_seen_by_part_and_source() -> None:
    guess, report = (
        "own assumption, 2026-11, L",
        "vinted.fr, 2026-09, live measurement, 1 source, L",
    )
    unseen = [
        {"part": "isbn", "sign": "name=isbn", "language": None, "provenance": guess},
        {"part": "isbn", "sign": "id=book", "language": None, "provenance": report},
        {"part": "isbn", "sign": "test_id=isbn", "language": None, "provenance": guess},
    ]
    text = table({"fields": [], "views": [], "changes": [], "unseen": unseen})
    assert text.splitlines() == [
        f"NEVER SEEN isbn: name=isbn; test_id=isbn ({guess})",
        f"NEVER SEEN isbn: id=book ({report})",
    ]


async def test_a_report_of_one_view_is_compared_with_that_view(walked: Walked) -> None:
    """Reports had no views once, and the page seems to hold more when more of it is looked at."""
    worker, first = walked.worker, walked.first
    assert len(first.views) == 6
    older = json.loads(written(first))
    del older["views"]
    older["elements"] = [each for each in older["elements"] if "#bump" not in each]
    await worker.core.stores.examinations.keep("default", json.dumps(older))
    assert (await worker.doctor.latest("default")) == replace(
        first, views=(), elements=tuple(older["elements"])
    )
    (appeared,) = (await worker.doctor.run("default", force=True)).findings
    assert appeared.kind is ChangeKind.APPEARED
    assert "#bump" in appeared.now[0]


async def test_a_challenge_ends_the_walk_and_the_account_rests(tmp_path: Path) -> None:
    async with (
        serve_standin() as market,
        practice(tmp_path, market, COOLDOWN_MINUTES="5") as worker,
    ):
        market.state.patch_faults({"challenge": "datadome", "challenge_at": "after_category"})
        error = await refused(worker.doctor)
        assert (error.code, type(error)) == ("needs_manual", Conflict)
        assert (await worker.sessions.status("default")).state is SessionState.CHALLENGED
        market.state.patch_faults({"challenge": "none"})
        # Not even by force: the rest counts for everything.
        assert (await refused(worker.doctor, force=True)).code == "account_cooling_down"


async def test_no_walk_beside_a_job_without_a_session_or_beyond_the_budget(tmp_path: Path) -> None:
    async with serve_standin() as market, practice(tmp_path, market, DAILY_LISTINGS="1") as worker:
        views = sum(market.state.ledger.form_views.values())
        async with worker.doctor._locks.turn("default"):
            assert (await refused(worker.doctor, force=True)).code == "account_busy"
        await _use_up_the_budget(worker)
        error = await refused(worker.doctor, force=True)
        assert (error.code, type(error)) == ("daily_budget_reached", RateLimited)
        await worker.sessions.forget("default")
        assert type(await refused(worker.doctor, force=True)) is NoSession
        assert sum(market.state.ledger.form_views.values()) == views


async def test_a_session_that_ended_and_a_site_that_is_down_are_told_apart(tmp_path: Path) -> None:
    async with serve_standin() as market, practice(tmp_path, market) as worker:
        market.state.patch_faults({"site_down": True})
        assert type(await refused(worker.doctor, force=True)) is SiteProblem
        market.state.patch_faults({"site_down": False})
        market.state.members.expire("demo", refresh_too=True)
        assert (await refused(worker.doctor, force=True)).code == "session_expired"
        assert (await worker.sessions.status("default")).state is SessionState.EXPIRED


async def _use_up_the_budget(worker: Worker) -> None:
    """A click of today, as its row tells."""
    core = worker.core
    prepared = new_job(JobKind.PREPARE, "default", core.market, LISTING, core.now())
    job = replace(
        new_job(JobKind.PUBLISH, "default", core.market, LISTING, core.now()),
        prepare_id=prepared.id,
        prepare_revision=1,
        dry_run=False,
    )
    for each in (prepared, job):
        await core.stores.jobs.accept(each, key=None)
    await core.stores.publishes.intend(Intent(job.id, prepared.id, 1, "default"))
    assert await core.stores.publishes.act(job.id, Before("1", None, None))

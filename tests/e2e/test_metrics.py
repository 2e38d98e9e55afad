"""The metrics of a real service after a day's work: right, bounded, without a seller's words."""

import re
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families as open_families
from prometheus_client.parser import text_string_to_metric_families as families
from prometheus_client.samples import Sample

from gql_api.cli.demo.photos import hoodie
from gql_api.domain.job import JobState

from .serving import LISTING, Serving, serving

COOKIE = "access_token_web=demo; locale=fr"
NEWEST = (
    "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
    "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,text/plain;version=0.0.4;q=0.3,*/*;q=0.2"
)
"""What a Prometheus of today sends."""
ACCOUNT = "an-account-of-hers"


@dataclass
class Day:
    """The service, and what was said to it that nobody else may read."""

    served: Serving
    secrets: tuple[str, ...]

    async def page(self, accept: str = "") -> httpx.Response:
        return await self.served.http.get("/metrics", headers={"Accept": accept or "*/*"})

    async def samples(self) -> "Samples":
        return Samples(
            each for family in families((await self.page()).text) for each in family.samples
        )


class Samples(list[Sample]):
    """The samples of one page."""

    def __init__(self, found: Iterable[Sample]) -> None:
        super().__init__(found)

    def value(self, name: str, **labels: str) -> float:
        (found,) = [each.value for each in self if each.name == name and each.labels == labels]
        return found

    def labels(self, name: str, label: str) -> set[str]:
        return {each.labels[label] for each in self if each.name == name}


@pytest.fixture(scope="module")
async def day(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Day]:
    """A sale, a publish that meets a captcha, an unreadable query, a path with an id."""
    folder = tmp_path_factory.mktemp("metrics")
    async with serving(folder, PUBLISH_PER_MINUTE="1", LOG_LEVEL="error") as served:
        await served.sign_in(COOKIE, account=ACCOUNT)
        photo = await served.upload(hoodie(31))
        prepared = await served.prepare(photos=[photo], account=ACCOUNT)
        published = (await served.publish(prepared["confirm_token"])).json()
        assert published["outcome"] == "published", published
        other = await served.prepare(photos=[photo], account=ACCOUNT, title="Un autre timbre")
        await served.faults(challenge="recaptcha", challenge_at="navigation")
        stopped = await served.prepare(photos=[photo], account=ACCOUNT)
        assert stopped["outcome"] == "needs_manual", stopped
        assert (await served.publish(other["confirm_token"])).status_code == 429
        await served.http.post("/graphql", json={"query": "{ stats { queue } }"})
        await served.http.post("/graphql", json={"query": "{ nothing"})
        await served.http.get(f"/vinted/jobs/{published['job_id']}")
        await served.http.request("PROPFIND", f"/there/is/nothing/{photo}")
        yield Day(
            served,
            (
                "access_token_web", "demo", ACCOUNT, photo, published["job_id"], LISTING["title"],
                "Un autre timbre", published["listing_id"], prepared["confirm_token"], "PROPFIND",
            ),
        )  # fmt: skip


async def test_what_was_done_is_counted(day: Day) -> None:
    found = await day.samples()
    runs = "fripier_job_runs_total"
    assert found.value(runs, kind="prepare", outcome="prepared") == 2
    assert found.value(runs, kind="publish", outcome="published") == 1
    assert found.value(runs, kind="prepare", outcome="needs_manual") == 1
    assert found.value(runs, kind="publish", outcome="outcome_unknown") == 0
    met = [each for each in found if each.name == "fripier_challenges_total" and each.value]
    assert [(each.labels["kind"], each.value) for each in met] == [("captcha", 1)]
    assert found.value("fripier_locator_matches_total", field="title", rank="0") == 2
    assert found.value("fripier_clicks_last_minute") == 1
    assert found.value("fripier_published_listings") == 1
    assert found.value("fripier_photos") == 1 and found.value("fripier_photo_bytes") > 1000
    assert found.value("fripier_rate_limit_refusals_total", limit="publish") == 1
    assert found.value("fripier_rate_limit_remaining", limit="publish") == 0
    operations = "fripier_graphql_operations_total"
    assert found.value(operations, type="query", result="ok") == 1
    assert found.value(operations, type="unreadable", result="error") == 1


async def test_the_states_are_those_of_the_jobs(day: Day) -> None:
    found = await day.samples()
    stats = (await day.served.http.get("/stats")).json()
    jobs = [each for each in found if each.name == "fripier_jobs"]
    for state in JobState:
        counted = sum(each.value for each in jobs if each.labels["state"] == state)
        assert counted == stats["jobs"][state], state
    assert stats["jobs"]["done"] >= 2 and stats["queue"] == 0


async def test_how_long_it_took_is_told(day: Day) -> None:
    found = await day.samples()
    took = "fripier_browser_step_duration_seconds"
    steps = found.labels(f"{took}_count", "step")
    assert {"open", "title", "category", "compare", "submit", "outcome"} <= steps
    assert found.value(f"{took}_count", step="title") == 2
    assert 0 < found.value(f"{took}_sum", step="category") < 60
    stages = found.labels("fripier_stage_duration_seconds_count", "stage")
    assert stages == {"fill", "click"}


async def test_the_browser_is_told(day: Day) -> None:
    found = await day.samples()
    assert found.value("fripier_browser_up") == found.value("fripier_browser_launches_total") == 1
    assert found.value("fripier_browser_crashes_total", what="browser") == 0
    # The challenge of the day has closed the tabs of the account.
    assert found.value("fripier_browser_tabs") == found.value("fripier_parked_forms") == 0


async def test_lines_that_warn_are_counted_whatever_is_written(day: Day) -> None:
    """The service writes errors alone; the warning of the stopped job counts all the same."""
    found = await day.samples()
    assert found.value("fripier_log_events_total", event="job_stopped", level="warning") == 1
    assert not any("job_stopped" in line for line in day.served.output)


async def test_requests_are_told_by_template(day: Day) -> None:
    found = await day.samples()
    routes = found.labels("fripier_http_requests_total", "route")
    assert {"/vinted/jobs/{id}", "/{path:path}", "/graphql", "/vinted/listings/publish"} <= routes
    assert (
        found.value(
            "fripier_http_requests_total", route="/{path:path}", method="other", status="501"
        )
        == 1
    )
    assert (
        found.value(
            "fripier_http_request_duration_seconds_count",
            route="/vinted/listings/prepare",
            method="POST",
        )
        == 3
    )


async def test_nothing_of_a_seller_is_told(day: Day) -> None:
    page = (await day.page()).text
    assert len(page) > 10_000
    values = "\n".join(re.findall(r'"([^"]*)"', re.sub(r"^#.*$", "", page, flags=re.MULTILINE)))
    assert [secret for secret in day.secrets if secret in values] == []
    assert not re.search(r"[0-9a-f]{32}|https?://|\d{6,}", values)


async def test_the_format_is_what_is_asked_for(day: Day) -> None:
    plain = await day.page()
    assert plain.headers["content-type"].startswith("text/plain; version=0.0.4")
    for accept in (NEWEST, "application/openmetrics-text; version=1.0.0"):
        found = await day.page(accept)
        assert found.headers["content-type"].startswith("application/openmetrics-text; version=1.0")
        assert {family.name for family in open_families(found.text)} >= {"fripier_job_runs"}
    assert (await day.page("image/png")).status_code == 406


async def test_a_key_opens_the_page_where_keys_are_set(tmp_path: Path) -> None:
    key = "a-key-of-sixteen-characters"
    async with serving(tmp_path, API_KEYS=key) as served:
        assert (await served.http.get("/metrics")).status_code == 401
        headers = {"Authorization": f"Bearer {key}"}
        assert "fripier_jobs" in (await served.http.get("/metrics", headers=headers)).text

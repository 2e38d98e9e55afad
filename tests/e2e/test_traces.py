"""Traces from a request through its job to the steps in the browser, and what is not in them.

The whole application with its browser runs here; only where the spans go is a list.
"""

import asyncio
import re
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import structlog
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from structlog.testing import capture_logs

from browser.standin import StandinOptions, serve_standin
from gql_api.app import create_app
from gql_api.bootstrap import container
from gql_api.cli.demo.photos import hoodie
from gql_api.observability.otel import Traced
from gql_api.settings import SettingsError, load_settings

from .serving import HOODIE, UA

TRACE = "0af7651916cd43dd8448eb211c80319c"
PARENT = f"00-{TRACE}-b7ad6b7169203331-01"
PLANTED = {
    "title": "Hoodie Zqxtitle",
    "description": "Zqxdescription, bon état",
    "price": 73.19,
    "brand": "Diesel",
    "account": "zqx-account",
}
COOKIE = "access_token_web=demo; locale=zqxcookie"


@dataclass
class Sold:
    """The spans of a sale and of a publish whose browser meets a challenge."""

    spans: tuple[ReadableSpan, ...]
    lines: list[Mapping[str, object]]
    job_id: str
    secrets: tuple[str, ...]

    def named(self, name: str) -> ReadableSpan:
        (found,) = [each for each in self.spans if each.name == name and _trace(each) == TRACE]
        return found

    def below(self, span: ReadableSpan) -> set[str]:
        return {each.name for each in self.spans if _parent(each) == _id(span)}


def _trace(span: ReadableSpan) -> str:
    assert span.context
    return f"{span.context.trace_id:032x}"


def _id(span: ReadableSpan) -> int:
    assert span.context
    return span.context.span_id


def _parent(span: ReadableSpan) -> int | None:
    return span.parent.span_id if span.parent else None


@asynccontextmanager
async def _running(
    folder: Path, exporter: InMemorySpanExporter
) -> AsyncIterator[tuple[httpx.AsyncClient, str]]:
    async with serve_standin(options=StandinOptions()) as market:
        env = {"DATA_DIR": str(folder), "VINTED_BASE_URL": market.url, "PACING": "off"}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(container, "_tracing", lambda settings, name: Traced(name, exporter))
            app = create_app(load_settings(env))
        client = httpx.AsyncClient(
            transport=httpx.ASGITransport(app), base_url="http://127.0.0.1", timeout=120
        )
        async with app.router.lifespan_context(app), client:
            yield client, market.url


@pytest.fixture(scope="module")
async def sold(tmp_path_factory: pytest.TempPathFactory) -> Sold:
    exporter = InMemorySpanExporter()
    traced = {"traceparent": PARENT}
    folder = tmp_path_factory.mktemp("traces")
    with capture_logs(processors=[_merge]) as lines:
        async with _running(folder, exporter) as (client, market):
            given = {"cookie": COOKIE, "user_agent": UA, "account": PLANTED["account"]}
            await client.post("/vinted/auth/session", json=given)
            files = {"file": ("photo.jpg", hoodie(30), "image/jpeg")}
            photo = (await client.post("/vinted/photos/upload", files=files)).json()["photo"]
            listing = {**HOODIE, **PLANTED, "photos": [photo["temp_id"]]}
            prepared = (await client.post("/vinted/listings/prepare", json=listing)).json()
            body = {"confirm_token": prepared["confirm_token"], "dry_run": False}
            published = (
                await client.post("/vinted/listings/publish", json=body, headers=traced)
            ).json()
            assert published["outcome"] == "published", published
            faults = {"challenge": "recaptcha", "challenge_at": "navigation"}
            async with httpx.AsyncClient() as other:
                await other.patch(f"{market}/__standin__/faults", json=faults)
            await client.post("/vinted/listings/prepare", json=listing)
            await client.get("/ready")
    secrets = ("zqx", "73.19", "73,19", "Diesel", photo["temp_id"], published["listing_url"],
               prepared["confirm_token"], market)  # fmt: skip
    return Sold(exporter.get_finished_spans(), list(lines), published["job_id"], secrets)


def _merge(logger: object, method: str, event: dict[str, object]) -> dict[str, object]:
    return dict(structlog.contextvars.merge_contextvars(logger, method, event))


async def test_a_callers_trace_goes_on_through_the_job_to_the_browser(sold: Sold) -> None:
    request = sold.named("POST /vinted/listings/publish")
    assert request.parent and f"{request.parent.span_id:016x}" == "b7ad6b7169203331"
    job = sold.named("job publish")
    assert _parent(job) == _id(request)
    assert sold.below(job) == {"click"}
    assert sold.below(sold.named("click")) == {
        "browser compare",
        "browser submit",
        "browser outcome",
    }
    assert job.attributes and job.attributes["fripier.job.id"] == sold.job_id
    assert request.attributes == {
        "http.request.method": "POST",
        "http.route": "/vinted/listings/publish",
        "http.response.status_code": 200,
    }


async def test_a_request_without_a_trace_begins_one(sold: Sold) -> None:
    prepares = [each for each in sold.spans if each.name == "POST /vinted/listings/prepare"]
    jobs = [each for each in sold.spans if each.name == "job prepare"]
    assert {_trace(each) for each in prepares} == {_trace(each) for each in jobs}
    assert len({_trace(each) for each in prepares} | {TRACE}) == 3
    assert "/ready" not in "".join(each.name for each in sold.spans)


async def test_lines_of_log_carry_the_trace(sold: Sold) -> None:
    ended = [line for line in sold.lines if line["event"] == "job_ended"]
    assert [line.get("trace_id") == TRACE for line in ended] == [False, True, False]
    requests = [line for line in sold.lines if line["event"] == "request"]
    assert TRACE in {line.get("trace_id") for line in requests}


async def test_nothing_of_the_seller_is_in_a_span(sold: Sold) -> None:
    told = "\n".join(each.to_json() for each in sold.spans)
    assert len(sold.spans) > 25 and "browser category" in told
    assert [secret for secret in sold.secrets if secret in told] == []
    assert not re.search(r"exception\.(message|stacktrace)", told)
    allowed = {
        "http.request.method", "http.route", "http.response.status_code", "error.type",
        "fripier.job.id", "fripier.job.kind", "fripier.job.revision", "fripier.job.dry_run",
    }  # fmt: skip
    assert {name for each in sold.spans for name in each.attributes or {}} <= allowed


async def test_an_error_is_told_by_its_type_alone() -> None:
    exporter = InMemorySpanExporter()
    traced = Traced("here", exporter)
    with pytest.raises(ValueError, match="zqx"), traced.span("work"):
        raise ValueError("zqxtitle at https://www.vinted.fr/items/1")
    traced.close()
    (span,) = exporter.get_finished_spans()
    assert span.attributes == {"error.type": "ValueError"} and not span.events
    assert not span.status.is_ok and span.status.description is None


def test_an_address_without_the_library_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "gql_api.observability.otel", None)
    env = {"DATA_DIR": str(tmp_path), "OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}
    with pytest.raises(SettingsError, match=r"fripier\[otel\]"):
        create_app(load_settings(env))
    assert create_app(load_settings({**env, "OTEL_SDK_DISABLED": "true"}))


async def test_nothing_of_opentelemetrys_sdk_is_loaded_when_it_is_off(tmp_path: Path) -> None:
    code = (
        "import sys; from gql_api.app import create_app;"
        "from gql_api.settings import load_settings;"
        f"create_app(load_settings({{'DATA_DIR': {str(tmp_path)!r}}}));"
        "print([name for name in sys.modules if name.startswith('opentelemetry.sdk')])"
    )
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", code, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()
    assert output.decode().strip().splitlines()[-1] == "[]"

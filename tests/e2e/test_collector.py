"""A prepare's trace on its way to a real receiver: whole, and with nothing of the seller in it."""

import json
from pathlib import Path
from typing import Any

import pytest

from gql_api.cli.demo.photos import hoodie

from .serving import serving

pytest.importorskip("opentelemetry.proto.collector.trace.v1.trace_service_pb2")
from .collector import collecting

COOKIE = "access_token_web=demo; locale=zqxcookie"
PLANTED = {"title": "Timbre Zqxtitle", "description": "Zqxdescription, bon état", "price": 73.19}
TRACE = "0af7651916cd43dd8448eb211c80319c"
PARENT = f"00-{TRACE}-b7ad6b7169203331-01"


def _parent(span: dict[str, Any], spans: list[dict[str, Any]]) -> dict[str, Any] | None:
    return next((each for each in spans if each["spanId"] == span["parentSpanId"]), None)


def _way(span: dict[str, Any] | None, spans: list[dict[str, Any]]) -> list[str]:
    """The names from the outermost span down to this one."""
    return [*_way(_parent(span, spans), spans), span["name"]] if span else []


async def test_a_prepares_trace_arrives_from_the_request_to_the_steps_in_the_browser(
    tmp_path: Path,
) -> None:
    (tmp_path / "data").mkdir()
    async with collecting(tmp_path) as collector:
        env = {"OTEL_EXPORTER_OTLP_ENDPOINT": collector.url, "OTEL_SERVICE_NAME": "fripier-tested"}
        async with serving(tmp_path / "data", **env) as served:
            await served.sign_in(COOKIE)
            photo = await served.upload(hoodie(30))
            served.http.headers["traceparent"] = PARENT
            done = await served.prepare(**PLANTED, photos=[photo])
            assert done["outcome"] == "prepared"
            await served.stop()  # what is left is sent at the end
        sent = collector.sent()
        spans = [span for span in collector.spans() if span["traceId"] == TRACE]
    ways = [_way(span, spans) for span in spans]
    outer = ["POST /vinted/listings/prepare", "job prepare"]
    for step in ("browser title", "browser category", "browser price"):
        (way,) = [way for way in ways if way[-1] == step]
        assert way[:2] == outer, way
    resource = {
        each["key"]: each["value"] for each in sent[0]["resourceSpans"][0]["resource"]["attributes"]
    }
    assert resource["service.name"] == {"stringValue": "fripier-tested"}
    told = json.dumps(sent).lower()
    secrets = ("zqx", "73.19", "73,19", "diesel", "access_token", photo, done["confirm_token"])
    assert [secret for secret in secrets if secret.lower() in told] == []

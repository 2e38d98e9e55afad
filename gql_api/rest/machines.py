"""What machines and operators ask: the checks of /ready, the figures of /stats, /metrics.

Shapes only. Which checks and figures there are is said by `readiness` and `monitor`.
"""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from gql_api import __version__
from gql_api.domain.caller import Scope as AccessScope
from gql_api.domain.job import JobState
from gql_api.domain.status import Here, Readiness, Shared, Stats
from gql_api.http.middleware import caller
from gql_api.observability.monitor import Monitor
from gql_api.rest.shapes import Schema, array, flag, maybe, number, object_, ref, text
from gql_api.texts import say

PAGES: Final = ("text/plain", "application/openmetrics-text")
"""In what `/metrics` is answered; which version of each is chosen by the library."""

_PLAIN: Final = ("database", "key", "storage")
"""Checks that are members of their own as well, as in `/health`."""
_COUNT: Final[Schema] = {"type": "object", "additionalProperties": {"type": "integer"}}
SHAPES: Final[Mapping[str, Schema]] = {
    "Readiness": object_(
        "The checks of this process.",
        {
            "ok": flag("Every check passes."),
            "checks": array(ref("Check"), "Each thing that has to be right."),
            "version": text("Fripier's release."),
            **{name: flag(f"Whether the check {name} passes.") for name in _PLAIN},
        },
        *_PLAIN,
    ),
    "Check": object_(
        "One thing that has to be right.",
        {
            "name": text("database, storage, key, disk, browser, workers or lease."),
            "ok": flag("It is."),
            "cure": maybe("What to do when it is not."),
        },
    ),
    "Stats": object_(
        "Figures of what the caller has; the optional ones are an administrator's, and then all of "
        "them are of everybody.",
        {
            "ok": flag("Always true."),
            "jobs": {**_COUNT, "description": "Number of jobs by state."},
            "jobs_by_kind": {
                "type": "object",
                "additionalProperties": _COUNT,
                "description": "The same by kind, then state.",
            },
            "queue": number("Jobs that wait."),
            "queues": {
                "type": "object",
                "additionalProperties": ref("QueueFigures"),
                "description": "The same by queue: `jobs`, and `clicks` on publish.",
            },
            "published": number("Listings published."),
            "clicks_last_minute": number("Clicks on publish within a minute."),
            "unknown_outcomes": number("Clicks that a person has to settle."),
            "accounts_resting": number("Accounts that rest after a challenge."),
            "photos": number("Photos that are kept."),
            "photo_bytes": number("Their size."),
            "workers": maybe("Workers alive; null where one process does all.", "integer"),
            "uptime_seconds": number("Since the start.", "number"),
            "open_forms": number("Prepared forms that are kept open."),
            "subscribers": {**_COUNT, "description": "Readers of one `job`, and of `all`."},
            "limits": {
                "type": "object",
                "additionalProperties": ref("LimitFigures"),
                "description": "The limits at the door of this process.",
            },
            "refusals": {**_COUNT, "description": "Requests that were refused, by limit."},
            "storage_trouble": {**_COUNT, "description": "Times that a part said no."},
            "browser": {
                "anyOf": [ref("BrowserFigures"), {"type": "null"}],
                "description": "Null where workers drive the browsers.",
            },
            "disk": {**_COUNT, "description": "`free_bytes` and `size_bytes` of DATA_DIR's."},
        },
        *("jobs_by_kind", "queues", "clicks_last_minute", "unknown_outcomes", "accounts_resting"),
        *("photos", "photo_bytes", "workers", "subscribers", "limits", "refusals"),
        *("storage_trouble", "browser", "disk"),
    ),
    "QueueFigures": object_(
        "A queue.",
        {
            "jobs": number("How many wait."),
            "oldest_seconds": number("How long the first of them has waited.", "number"),
        },
    ),
    "LimitFigures": object_(
        "A limit per minute.",
        {
            "name": text("What is limited."),
            "quota": number("How many in a minute."),
            "remaining": number("What is left of it now."),
        },
    ),
    "BrowserFigures": object_(
        "The browser of this process.",
        {
            "up": flag("It runs; it starts when it is needed."),
            "contexts": number("Accounts that are open in it."),
            "tabs": number("Tabs that are open in it."),
            "launches": number("How often it was started."),
            "crashes": number("How often it ended by itself or hung."),
            "crashed_tabs": number("How often a tab did."),
        },
    ),
}


def ready(found: Readiness) -> Response:
    """200 when every check passes, else 503; every check with its cure in the caller's language."""
    checks = [{"name": each.name, "ok": each.ok, "cure": say(each.cure)} for each in found.checks]
    plain = {each.name: each.ok for each in found.checks if each.name in _PLAIN}
    body = {"ok": found.ok, **plain, "version": __version__, "checks": checks}
    return JSONResponse(body, status_code=200 if found.ok else 503)


def stats(found: Stats) -> dict[str, Any]:
    """What a caller has, and for an administrator how the service and this process stand."""
    own = {
        "ok": True,
        "jobs": {state.value: found.jobs.get(state, 0) for state in JobState},
        "queue": found.queue,
        "published": found.published,
        "uptime_seconds": found.uptime_seconds,
        "open_forms": found.open_forms,
    }
    if found.shared is None or found.here is None:
        return own
    return own | _of_the_store(found.shared) | _of_this_process(found.here)


def _of_the_store(shared: Shared) -> dict[str, Any]:
    kinds: dict[str, dict[str, int]] = {}
    for (kind, state), count in shared.jobs.items():
        kinds.setdefault(kind, {})[state] = count
    return {
        "jobs_by_kind": kinds,
        "queues": {name: asdict(each) for name, each in shared.queues.items()},
        "clicks_last_minute": shared.clicks,
        "unknown_outcomes": shared.unknown,
        "accounts_resting": shared.resting,
        "photos": shared.photos,
        "photo_bytes": shared.photo_bytes,
        "workers": shared.workers,
    }


def _of_this_process(here: Here) -> dict[str, Any]:
    return {
        "subscribers": dict(here.subscribers),
        "limits": {each.name: asdict(each) for each in here.limits},
        "refusals": dict(here.refusals),
        "storage_trouble": dict(here.trouble),
        "browser": here.browser and asdict(here.browser),
        "disk": {"free_bytes": here.free_bytes, "size_bytes": here.size_bytes},
    }


async def metrics(monitor: Monitor, request: Request) -> Response:
    """The page for Prometheus, for an administrator: it counts what everybody does."""
    caller(request).require(AccessScope.ADMIN)
    page, media = await monitor.metrics(request.headers.get("accept"))
    return Response(page, headers={"Content-Type": media})

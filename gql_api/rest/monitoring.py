"""What machines and operators ask: the checks of /ready, the figures of /stats, /metrics.

Shapes only. Which checks and figures there are is said by `readiness` and `monitor`.
"""

from typing import Annotated, Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from typing_extensions import TypedDict

from gql_api import __version__
from gql_api.domain import status
from gql_api.domain.caller import Scope as AccessScope
from gql_api.domain.job import JobState
from gql_api.http.middleware import caller
from gql_api.observability.monitor import Monitor
from gql_api.rest.bodies import by_name
from gql_api.rest.schemas import doc
from gql_api.texts import say

PAGES: Final = ("text/plain", "application/openmetrics-text")
"""In what `/metrics` is answered; which version of each is chosen by the library."""


class Check(TypedDict):
    """One thing that has to be right."""

    name: Annotated[str, doc("database, storage, key, disk, browser, workers, lease or stop.")]
    ok: Annotated[bool, doc("It is.")]
    cure: Annotated[str | None, doc("What to do when it is not.")]


class Plain(TypedDict, total=False):
    """Checks that are members of their own as well, as in `/health`."""

    database: Annotated[bool, doc("Whether the check database passes.")]
    key: Annotated[bool, doc("Whether the check key passes.")]
    storage: Annotated[bool, doc("Whether the check storage passes.")]


class Readiness(Plain):
    """The checks of this process."""

    ok: Annotated[bool, doc("Every check passes.")]
    checks: Annotated[list[Check], doc("Each thing that has to be right.")]
    version: Annotated[str, doc("Fripier's release.")]


class QueueFigures(TypedDict):
    """A queue."""

    jobs: Annotated[int, doc("How many wait.")]
    oldest_seconds: Annotated[float, doc("How long the first of them has waited.")]


class LimitFigures(TypedDict):
    """A limit per minute."""

    name: Annotated[str, doc("What is limited.")]
    quota: Annotated[int, doc("How many in a minute.")]
    remaining: Annotated[int, doc("What is left of it now.")]


class BrowserFigures(TypedDict):
    """The browser of this process."""

    up: Annotated[bool, doc("It runs; it starts when it is needed.")]
    contexts: Annotated[int, doc("Accounts that are open in it.")]
    tabs: Annotated[int, doc("Tabs that are open in it.")]
    launches: Annotated[int, doc("How often it was started.")]
    crashes: Annotated[int, doc("How often it ended by itself or hung.")]
    crashed_tabs: Annotated[int, doc("How often a tab did.")]


class StoreFigures(TypedDict, total=False):
    """What the database tells an administrator."""

    jobs_by_kind: Annotated[dict[str, dict[str, int]], doc("The same by kind, then state.")]
    queues: Annotated[
        dict[str, QueueFigures], doc("The same by queue: `jobs`, and `clicks` on publish.")
    ]
    clicks_last_minute: Annotated[int, doc("Clicks on publish within a minute.")]
    unknown_outcomes: Annotated[int, doc("Clicks that a person has to settle.")]
    accounts_resting: Annotated[int, doc("Accounts that rest after a challenge.")]
    photos: Annotated[int, doc("Photos that are kept.")]
    photo_bytes: Annotated[int, doc("Their size.")]
    workers: Annotated[int | None, doc("Workers alive; null where one process does all.")]


class ProcessFigures(TypedDict, total=False):
    """What this process tells an administrator."""

    subscribers: Annotated[dict[str, int], doc("Readers of one `job`, and of `all`.")]
    limits: Annotated[dict[str, LimitFigures], doc("The limits at the door of this process.")]
    refusals: Annotated[dict[str, int], doc("Requests that were refused, by limit.")]
    storage_trouble: Annotated[dict[str, int], doc("Times that a part said no.")]
    browser: Annotated[BrowserFigures | None, doc("Null where workers drive the browsers.")]
    disk: Annotated[dict[str, int], doc("`free_bytes` and `size_bytes` of DATA_DIR's.")]


class Stats(StoreFigures, ProcessFigures):
    """Figures of what the caller has; the optional ones are an administrator's, and then all of
    them are of everybody."""

    ok: Annotated[bool, doc("Always true.")]
    jobs: Annotated[dict[str, int], doc("Number of jobs by state.")]
    queue: Annotated[int, doc("Jobs that wait.")]
    published: Annotated[int, doc("Listings published.")]
    uptime_seconds: Annotated[float, doc("Since the start.")]
    open_forms: Annotated[int, doc("Prepared forms that are kept open.")]


def ready(found: status.Readiness) -> Response:
    """200 when every check passes, else 503; every check with its cure in the caller's language."""
    body: Readiness = {
        "ok": found.ok,
        **_plain(found),
        "version": __version__,
        "checks": [by_name(Check, each, cure=say(each.cure)) for each in found.checks],
    }
    return JSONResponse(body, status_code=200 if found.ok else 503)


def _plain(found: status.Readiness) -> Plain:
    plain: Plain = {}
    for check in found.checks:
        match check.name:
            case "database" | "key" | "storage" as name:
                plain[name] = check.ok
    return plain


def stats(found: status.Stats) -> Stats:
    """What a caller has, and for an administrator how the service and this process stand."""
    own: Stats = {
        "ok": True,
        "jobs": {state.value: found.jobs.get(state, 0) for state in JobState},
        "queue": found.queue,
        "published": found.published,
        "uptime_seconds": found.uptime_seconds,
        "open_forms": found.open_forms,
    }
    if found.shared is None or found.here is None:
        return own
    return {**own, **_of_the_store(found.shared), **_of_this_process(found.here)}


def _of_the_store(shared: status.Shared) -> StoreFigures:
    kinds: dict[str, dict[str, int]] = {}
    for (kind, state), count in shared.jobs.items():
        kinds.setdefault(kind, {})[state] = count
    return {
        "jobs_by_kind": kinds,
        "queues": {name: by_name(QueueFigures, each) for name, each in shared.queues.items()},
        "clicks_last_minute": shared.clicks,
        "unknown_outcomes": shared.unknown,
        "accounts_resting": shared.resting,
        "photos": shared.photos,
        "photo_bytes": shared.photo_bytes,
        "workers": shared.workers,
    }


def _of_this_process(here: status.Here) -> ProcessFigures:
    return {
        "subscribers": dict(here.subscribers),
        "limits": {each.name: by_name(LimitFigures, each) for each in here.limits},
        "refusals": dict(here.refusals),
        "storage_trouble": dict(here.trouble),
        "browser": by_name(BrowserFigures, here.browser) if here.browser else None,
        "disk": {"free_bytes": here.free_bytes, "size_bytes": here.size_bytes},
    }


async def metrics(monitor: Monitor, request: Request) -> Response:
    """The page for Prometheus, for an administrator: it counts what everybody does."""
    caller(request).require(AccessScope.ADMIN)
    page, media = await monitor.metrics(request.headers.get("accept"))
    return Response(page, headers={"Content-Type": media})

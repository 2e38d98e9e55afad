"""`fripier doctor`: walk over the sell page, in this process or in the service that runs already.

A service that works in the same data folder has the sessions and the browser, so it is asked, at
the address of HOST and PORT; a second browser for the same account would get in its way.
"""

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

import httpx

from browser.progress import Progress, Reporter
from browser.provenance import KnownSign
from gql_api.bootstrap.process import build
from gql_api.cli.server import address
from gql_api.cli.terminal import console
from gql_api.doctor.report import Report
from gql_api.durable_files import hold, lock_of
from gql_api.errors import ServiceError, Unavailable
from gql_api.observability.logging import configure_logging
from gql_api.settings import Settings, load_settings

Told = Mapping[str, Any]
_WALKING: Final = "Walking over the sell page; with pauses this takes a minute or two."
ASK_SECONDS: Final = 130
KEY_VARIABLE: Final = "FRIPIER_KEY"
_MUTATION: Final = """
mutation ($input: RunDoctorInput!) {
  runDoctor(input: $input) {
    ... on RunDoctorSuccess { report {
      account market at language drifted fingerprint
      fields { name rank locator options known }
      changes { kind field was now message rendering categories }
      views { rendering categoryId category }
      unseen { part sign language provenance }
    } }
    ... on Error { code message }
  }
}
"""


async def run(account: str, *, force: bool) -> Told:
    """What a walk found; `ServiceError` when it could not be made."""
    settings = load_settings()
    configure_logging(settings.log_level, settings.log_format)
    with _folder(settings) as ours, console.status(_WALKING) as status:

        async def tell(progress: Progress) -> None:
            status.update(f"{_WALKING} {progress.percent} %")

        if ours:
            return await _walk(settings, account, force=force, report=tell)
        return await _asked(settings, account, force=force)


def table(told: Told) -> str:
    """The fields with their ranks, where was looked, what was never seen, then every change."""
    width = max((len(field["name"]) for field in told["fields"]), default=0)
    lines = [f"{field['name']:{width}}  {_found(field)}" for field in told["fields"]]
    looked = [f"LOOKED AT {each['rendering']}: {each['category']}" for each in told["views"]]
    changed = [f"CHANGED {change['message']}" for change in told["changes"]]
    return "\n".join([*lines, *looked, *_never_seen(told), *changed])


def as_json(told: Told) -> str:
    """The report, for programs."""
    return json.dumps(told, ensure_ascii=False, indent=2)


def refusal(error: ServiceError) -> str:
    """Why there was no walk, for programs; `drifted` is null since nothing is known."""
    return json.dumps({"drifted": None, "code": error.code, "detail": error.detail})


def _found(field: Told) -> str:
    if field["rank"] is None:
        return "not found"
    options = "" if field["options"] is None else f", {field['options']} options"
    return f"rank {field['rank']} by {field['locator']}{options}"


def _never_seen(told: Told) -> Iterator[str]:
    """What Fripier goes by and nobody saw on the real page, a line for each part and source."""
    groups: dict[tuple[str, str], list[str]] = {}
    for known in told["unseen"]:
        groups.setdefault((known["part"], known["provenance"]), []).append(known["sign"])
    for (part, provenance), signs in groups.items():
        yield f"NEVER SEEN {part}: {'; '.join(signs)} ({provenance})"


@contextmanager
def _folder(settings: Settings) -> Iterator[bool]:
    """Whether the SQLite database is ours to work in while the block runs."""
    if not settings.database_url.startswith("sqlite"):
        yield True
        return
    database = Path(settings.database_url.removeprefix("sqlite:///")).resolve()
    handle = hold(lock_of(database))
    try:
        yield handle is not None
    finally:
        if handle is not None:
            os.close(handle)


async def _walk(settings: Settings, account: str, *, force: bool, report: Reporter) -> Told:
    fripier = build(settings)
    async with fripier.looking() as doctor:
        return _as_told(await doctor.run(account, force=force, report=report))


def _as_told(report: Report) -> Told:
    changes = [{**asdict(finding), "message": str(finding)} for finding in report.findings]
    views = [
        {"rendering": view.rendering, "categoryId": view.category_id, "category": view.category}
        for view in report.views
    ]
    return {
        "account": report.account,
        "market": report.market,
        "at": report.at.isoformat(),
        "language": report.language,
        "drifted": report.drifted,
        "fingerprint": report.fingerprint,
        "fields": [asdict(sight) for sight in report.fields],
        "changes": changes,
        "views": views,
        "unseen": [_unseen(known) for known in report.unseen],
    }


def _unseen(known: KnownSign) -> Told:
    return {
        "part": known.part,
        "sign": known.sign,
        "language": known.language or None,
        "provenance": str(known.provenance),
    }


async def _asked(settings: Settings, account: str, *, force: bool) -> Told:
    base = address(settings)
    keys = settings.api_keys
    # A managed key is nowhere in clear, so it is handed in by whoever has it.
    key = keys[0].get_secret_value() if keys else os.environ.get(KEY_VARIABLE)
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    variables = {"input": {"account": account, "force": force}}
    try:
        async with httpx.AsyncClient(timeout=ASK_SECONDS) as client:
            body = {"query": _MUTATION, "variables": variables}
            answer = await client.post(f"{base}/graphql", json=body, headers=headers)
            told = answer.raise_for_status().json()["data"]["runDoctor"]
    except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
        raise Unavailable(
            f"A Fripier works in {settings.data_dir}, and at {base} none takes the request "
            f"({type(error).__name__}). Give the HOST, PORT and API_KEYS that it was started "
            "with, or a key of `fripier keys create` in FRIPIER_KEY, or stop it."
        ) from error
    if "report" not in told:
        raise Unavailable(told["message"], code=told["code"])
    report = told["report"]
    return {
        **report,
        "changes": [_spelled(change, "kind", "rendering") for change in report["changes"]],
        "views": [_spelled(view, "rendering") for view in report["views"]],
    }


def _spelled(row: Told, *names: str) -> Told:
    """A row with its enums as they are written without GraphQL, in small letters."""
    return {**row, **{name: row[name] and row[name].lower() for name in names}}

"""`fripier phrases`: the words that were not understood, in a file that a person may send in.

Reads the database, beside a running service too, and only what belongs to the operator; what may be
told of it is said by `gql_api.listings.phrases`.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Annotated, Final

import typer

from gql_api.bootstrap.container import Core, Role, build_core
from gql_api.cli.database import require_database
from gql_api.cli.terminal import console, refusals
from gql_api.domain.job import Job, JobKind
from gql_api.domain.pagination import PageStart
from gql_api.domain.tenant import OPERATOR
from gql_api.durable_files import write_durably
from gql_api.listings.phrases import misses
from gql_api.settings import load_settings

FORMAT: Final = "fripier-phrases/1"
_PAGE: Final = 100
phrases = typer.Typer(help="Words that were not understood.", no_args_is_help=True)


@phrases.callback()
def _group() -> None:
    """Words that were not understood."""


@phrases.command("export")
def export(
    file: Annotated[Path, typer.Argument(help="Where to write them.")] = Path("phrases.json"),
) -> None:
    """Write the words that had to be asked about, with options and answer, and nothing else."""
    with refusals():
        count = asyncio.run(write(file))
    console.print(f"{count} phrase(s). Look into the file before you send it to anybody.")
    typer.echo(file)


async def write(file: Path) -> int:
    """Write the file, and say how many phrases are in it; `NotFound` without a database."""
    settings = load_settings()
    core = build_core(settings, Role.ALL, settings.vinted_base_url)
    require_database(core)
    try:
        site = core.marketplace
        answered = [
            (runs, site.language_of(site.market_of(runs[0].origin)))
            async for runs in _answered(core)
        ]
        found = misses(answered, await core.aliases.store.owned(OPERATOR))
    finally:
        await core.database.close()
    told = {"format": FORMAT, "misses": [asdict(miss) for miss in found]}
    write_durably(file, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())
    return len(found)


async def _answered(core: Core) -> AsyncIterator[Sequence[Job]]:
    """The runs of each preparation that was gone on with."""
    store, start = core.stores.jobs, None
    preparations = partial(
        store.list, account=None, kind=JobKind.PREPARE, states=frozenset(), limit=_PAGE
    )
    while page := await preparations(start=start):
        for job in page:
            if job.revision > 1:
                yield await store.runs(job.id)
        start = PageStart(page[-1].created_at, page[-1].id)

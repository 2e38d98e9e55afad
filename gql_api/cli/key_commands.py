"""The commands of `fripier keys` and their options; the work is `keys`' own."""

import asyncio
from datetime import UTC, datetime
from typing import Annotated

import typer

from gql_api.cli import keys as work
from gql_api.cli.terminal import console, refusals
from gql_api.domain.caller import Scope

keys = typer.Typer(help="API keys with scopes, which can be revoked.", no_args_is_help=True)


@keys.command("create")
def create(
    name: Annotated[str, typer.Argument(help="What you call it, as in laptop.")],
    scope: Annotated[
        list[Scope], typer.Option(help="publish includes prepare, prepare includes read.")
    ],
    subject: Annotated[
        str | None,
        typer.Option(help="Whose accounts and photos it sees, as the sub of tokens; else yours."),
    ] = None,
    expires: Annotated[
        str | None, typer.Option(help="When it ends: 90d, 12h or 2026-12-31T00:00Z.")
    ] = None,
) -> None:
    """Make a key and print it, this once."""
    with refusals():
        made = asyncio.run(work.create(name, scope, subject=subject, expires=expires))
    console.print("Keep it now: it is stored as a hash, and never shown again.", style="bold")
    typer.echo(made.secret)


@keys.command("list")
def every(
    as_json: Annotated[bool, typer.Option("--json", help="Print them as JSON.")] = False,
) -> None:
    """List every key, revoked ones too."""
    with refusals():
        found = asyncio.run(work.every())
    now = datetime.now(UTC)
    typer.echo(work.as_json(found, now) if as_json else work.table(found, now))


@keys.command("revoke")
def revoke(name: Annotated[str, typer.Argument(help="Its name or its id.")]) -> None:
    """Let a key count no more, within seconds and in every process."""
    with refusals():
        gone = asyncio.run(work.revoke(name))
    console.print(f"{gone.name} is revoked.", markup=False)

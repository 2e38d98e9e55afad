"""The commands and their options, joined into `fripier`."""

import asyncio
import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from gql_api import __version__
from gql_api.bootstrap.container import Role
from gql_api.cli import secret as secrets
from gql_api.cli import server
from gql_api.cli.key_commands import keys
from gql_api.cli.phrases import phrases
from gql_api.cli.terminal import console, refusals
from gql_api.errors import ServiceError
from gql_api.schema import sdl
from gql_api.security.jws import NotVerified

application = typer.Typer(
    name="fripier",
    help="Prepare and publish second-hand listings from your own front end.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
secret = typer.Typer(help="The key that seals sessions and confirm tokens.", no_args_is_help=True)
application.add_typer(secret, name="secret")
receipt = typer.Typer(help="The signed receipts of publishes.", no_args_is_help=True)
application.add_typer(receipt, name="receipt")
notify = typer.Typer(help="Notices to a webhook, ntfy and e-mail.", no_args_is_help=True)
application.add_typer(notify, name="notify")
application.add_typer(keys, name="keys")
application.add_typer(phrases, name="phrases")


def _version(asked: bool) -> None:
    if asked:
        typer.echo(__version__)
        raise typer.Exit


@application.callback()
def fripier(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")
    ] = False,
) -> None:
    """Automating a consumer account may be against the marketplace's terms: you decide."""


@application.command()
def serve(
    role: Annotated[
        Literal["all", "api"],
        typer.Option(help="all works by itself; api leaves browsers to workers, over PostgreSQL."),
    ] = "all",
) -> None:
    """Serve the API, and with the role all the jobs and the browser in the same process."""
    with refusals():
        server.serve(Role(role))


@application.command()
def worker() -> None:
    """Drive browsers for API processes on the same PostgreSQL; listens on METRICS_PORT alone."""
    with refusals():
        asyncio.run(server.work())


@application.command()
def demo(
    as_json: Annotated[
        bool, typer.Option("--json", help="Print a machine-readable summary as the last line.")
    ] = False,
    keep: Annotated[
        bool, typer.Option("--keep", help="Leave the servers up until Ctrl-C.")
    ] = False,
    pacing: Annotated[
        Literal["human", "calm", "off"], typer.Option(help="Pauses between the fields.")
    ] = "off",
    folder: Annotated[
        Path, typer.Option(help="Where the demo keeps its database and pictures.")
    ] = Path("data/demo"),
) -> None:
    """Do the main job on the stand-in market, live in the terminal."""
    # Its HTTP client and its tables cost time and memory that `serve` should not spend.
    from gql_api.cli import demo as demonstration  # noqa: PLC0415

    with refusals():
        done = asyncio.run(demonstration.run(folder, pacing=pacing, keep=keep, as_json=as_json))
    raise typer.Exit(0 if done else 1)


@application.command()
def standin(
    host: Annotated[str, typer.Option(help="The loopback address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65_535, help="The port, 0 for a free one.")] = (
        5001
    ),
    locale: Annotated[Literal["fr", "en", "de"], typer.Option(help="The language.")] = "fr",
) -> None:
    """Serve the stand-in market alone, to fill its form by hand."""
    with refusals():
        server.standin(host, port, locale)


@application.command()
def doctor(
    account: Annotated[str, typer.Option(help="Whose session is used.")] = "default",
    force: Annotated[
        bool, typer.Option("--force", help="Walk although it was done within the last day.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the report as JSON.")] = False,
) -> None:
    """Walk over the sell page, saving nothing: exit code 0 unchanged, 1 drifted, 2 not done."""
    from gql_api.cli import doctor as examination  # noqa: PLC0415  # as for `demo`

    with refusals():
        try:
            told = asyncio.run(examination.run(account, force=force))
        except ServiceError as error:
            if as_json:
                typer.echo(examination.refusal(error))
            raise
    typer.echo(examination.as_json(told) if as_json else examination.table(told))
    console.print("DRIFTED" if told["drifted"] else "UNCHANGED", style="bold")
    raise typer.Exit(1 if told["drifted"] else 0)


@application.command()
def mcp(
    photos: Annotated[
        list[Path] | None,
        typer.Option(help="A folder whose photos the agent may upload; may be given again."),
    ] = None,
) -> None:
    """Let an agent prepare listings in a running service, over stdio; it cannot publish."""
    from gql_api.cli import mcp as agents  # noqa: PLC0415  # as for `demo`

    with refusals():
        asyncio.run(agents.run(photos or []))


@application.command()
def bundle(job: Annotated[str, typer.Argument(help="The job's id.")]) -> None:
    """Write what helps to find out why a job failed, without your words and secrets, as a zip."""
    from gql_api.cli import bundle as bundles  # noqa: PLC0415  # as for `demo`

    with refusals():
        try:
            path = asyncio.run(bundles.write(job, Path.cwd()))
        except bundles.Leaking as error:
            console.print(
                f"NOT WRITTEN, since it would give something away: {error}.",
                style="bold red",
                markup=False,
            )
            raise typer.Exit(1) from None
    console.print("Look into it before you give it to anybody.", style="bold")
    typer.echo(path)


@application.command("import")
def import_listings(  # noqa: PLR0917 - options of a command line
    path: Annotated[
        Path | None, typer.Argument(help="A .csv, .xlsx or .zip, or a folder with its photos.")
    ] = None,
    account: Annotated[str | None, typer.Option(help="The account; else default.")] = None,
    market: Annotated[str | None, typer.Option(help="The market's host.")] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Say what is wrong with which row; keep nothing.")
    ] = False,
    hold: Annotated[
        bool, typer.Option("--hold", help="Prepare no row before it is approved.")
    ] = False,
    template: Annotated[
        Path | None, typer.Option(help="Write the table to fill in: a .csv or .xlsx.")
    ] = None,
    language: Annotated[Literal["en", "fr", "de"], typer.Option(help="The template's.")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="Print the import as JSON.")] = False,
) -> None:
    """Import listings from a file; publishes nothing. Exit code 0 good, 1 rows are bad, 2 not done.

    A service has to run: it reads the file, and prepares the good rows a few at a time.
    """
    from gql_api.cli import imports  # noqa: PLC0415  # as for `demo`

    with refusals():
        if template:
            typer.echo(asyncio.run(imports.download(template, language)))
            raise typer.Exit(0)
        if path is None:
            raise typer.BadParameter("give a file, a folder or a zip, or --template")
        found = asyncio.run(
            imports.bring(path, account=account, market=market, check=check, hold=hold)
        )
        if found["kept"] and not hold and not as_json:
            found = asyncio.run(imports.follow(found["id"]))
    if as_json:
        typer.echo(json.dumps(found, ensure_ascii=False))
    elif said := imports.table(found):
        typer.echo(said)
    named = f"Import {found['id']}" if found["kept"] else "Nothing is kept"
    console.print(f"{named}: {imports.progress(found)}.", style="bold", markup=False)
    raise typer.Exit(1 if found["counts"].get("bad") else 0)


@application.command()
def schema() -> None:
    """Print the GraphQL schema."""
    typer.echo(sdl(), nl=False)


@secret.command("new")
def secret_new() -> None:
    """Print a fresh SECRET_KEY."""
    typer.echo(secrets.new())


@secret.command("rotate")
def secret_rotate() -> None:
    """Seal the stored sessions anew with the first key of SECRET_KEY."""
    with refusals():
        count = asyncio.run(secrets.rotate())
    console.print(f"{count} stored session(s) are sealed with the first key now.")


@notify.command("test")
def notify_test() -> None:
    """Send a test notice on every channel that is set: exit code 0 when all took it in, else 1."""
    from gql_api.cli import notify as notices  # noqa: PLC0415  # as for `demo`

    with refusals():
        told = asyncio.run(notices.test())
    for channel, reason in told.items():
        typer.echo(f"{channel}: {reason or 'taken in'}")
    raise typer.Exit(1 if any(told.values()) else 0)


@notify.command("status")
def notify_status() -> None:
    """Print how many notices wait, and how many were given up after a day."""
    from gql_api.cli import notify as notices  # noqa: PLC0415  # as for `demo`

    with refusals():
        waiting, failed = asyncio.run(notices.status())
    typer.echo(f"waiting: {waiting}\ngiven up: {failed}")


@notify.command("secret")
def notify_secret() -> None:
    """Print a fresh NOTIFY_WEBHOOK_SECRET."""
    from gql_api.cli import notify as notices  # noqa: PLC0415  # as for `demo`

    typer.echo(notices.new_secret())


@receipt.command("verify")
def receipt_verify(
    file: Annotated[
        str, typer.Argument(help="The signed text, or the JSON answer of its route; - for stdin.")
    ],
    key: Annotated[
        str | None, typer.Option(help="The keys to trust: the address or a file of a JWKS.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print what it says as JSON.")] = False,
) -> None:
    """Check a receipt with public keys alone: exit code 0 valid, 1 not, 2 not to be checked."""
    from gql_api.cli import receipt as receipts  # noqa: PLC0415  # as for `demo`

    try:
        proved = receipts.check(file, key)
    except (NotVerified, receipts.CannotCheck) as error:
        if as_json:
            typer.echo(receipts.refusal(error))
        console.print(
            f"NOT VALID. {error}" if isinstance(error, NotVerified) else str(error),
            style="bold red",
            markup=False,
            soft_wrap=True,
        )
        raise typer.Exit(1 if isinstance(error, NotVerified) else 2) from None
    typer.echo(receipts.as_json(proved) if as_json else receipts.table(proved[-1]))
    earlier = f", which supersedes {len(proved) - 1}" if len(proved) > 1 else ""
    console.print(f"VALID: receipt {proved[-1].receipt.jti}{earlier}.", style="bold", markup=False)

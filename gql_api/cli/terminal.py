"""The terminal: where people are told things, and how a refusal to start looks."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer
from rich.console import Console

from browser.errors import BrowserMissing
from gql_api.errors import ServiceError
from gql_api.settings import SettingsError

console = Console(stderr=True, highlight=False)
"""What people read goes to stderr; stdout is for what programs read."""


@contextmanager
def refusals() -> Iterator[None]:
    """Turn what refuses to start into a message with the cure and exit code 2."""
    try:
        yield
    except SettingsError as error:
        _refuse(str(error))
    except ServiceError as error:
        _refuse(error.detail)
    except BrowserMissing as error:
        _refuse(str(error))


def _refuse(message: str) -> None:
    console.print(message, style="bold red", markup=False, soft_wrap=True)
    raise typer.Exit(2)

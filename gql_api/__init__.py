"""The service half: accounts, jobs and transports around the browser half.

It knows no selector. `create_app` and `attach` are its public face; they are looked up when they
are asked for, so that importing one module of the package does not load a browser driver.
"""

from importlib import import_module
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from gql_api.app import attach, create_app

__all__ = ["attach", "create_app"]

__version__ = version("fripier")


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module("gql_api.app"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

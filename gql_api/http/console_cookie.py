"""The cookie of the console's session: its name and reach, and which pages it counts for.

A browser sends it with whatever any page makes it ask of us, so it counts for the console's own
page alone: by Origin, which every call that changes something and every socket has to have. Whom
a session stands for is `auth`'s matter.
"""

from collections.abc import Iterator
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import Response

from gql_api.auth.console_sessions import Begun, Carried
from gql_api.errors import NotTheConsole
from gql_api.http.addresses import asked_place, public_base
from gql_api.http.origins import page_behind

NAME: Final = "fripier-console"
MOST: Final = 4
"""Cookies of one name and several paths that are looked at, the nearest first."""
_READING: Final = frozenset({"GET", "HEAD"})
_ELSEWHERE: Final = "Sign in and out from the console's own page, which says so in Origin."


def carried(connection: HTTPConnection) -> Carried | None:
    """What the browser carries, if it carries the console's cookie."""
    name = _name(connection)
    ids = tuple(value for each, value in _cookies(connection) if each == name)[:MOST]
    return Carried(ids, host(connection), _is_from_console(connection)) if ids else None


def require_console(connection: HTTPConnection) -> None:
    """Raise `NotTheConsole` unless the console's own page says that it asks."""
    if not _is_ours(connection.headers.get("origin", ""), connection):
        raise NotTheConsole(_ELSEWHERE)


def host(connection: HTTPConnection) -> str:
    """The name of the service that a session counts at."""
    return urlsplit(f"//{asked_place(connection).netloc}").hostname or ""


def keep(response: Response, connection: HTTPConnection, begun: Begun) -> None:
    """Let the browser keep the id of its session, out of the reach of every script."""
    response.set_cookie(
        _name(connection),
        begun.id,
        max_age=begun.seconds,
        path=_path(connection),
        secure=_is_secure(connection),
        httponly=True,
        samesite="strict",
    )


def drop(response: Response, connection: HTTPConnection) -> None:
    """Let the browser forget it."""
    response.delete_cookie(
        _name(connection),
        path=_path(connection),
        secure=_is_secure(connection),
        httponly=True,
        samesite="strict",
    )


def _name(connection: HTTPConnection) -> str:
    """With the prefix by which a browser takes it from nobody but this very host over TLS.

    Without TLS other services of this machine have the same host: there the port is named.
    """
    place = asked_place(connection)
    if place.scheme == "https":
        return f"{'__Secure-' if place.path else '__Host-'}{NAME}"
    _, colon, port = place.netloc.rpartition(":")
    return f"{NAME}-{port}" if colon and port.isdigit() else NAME


def _path(connection: HTTPConnection) -> str:
    return asked_place(connection).path or "/"


def _is_secure(connection: HTTPConnection) -> bool:
    """Whether it goes over TLS alone: by the page as well, behind a proxy that says nothing."""
    by_page = connection.headers.get("origin", "").startswith("https://")
    return by_page or asked_place(connection).scheme == "https"


def _cookies(connection: HTTPConnection) -> Iterator[tuple[str, str]]:
    """Every cookie in the order sent: a browser puts the one with the nearest path first."""
    for field in connection.headers.getlist("cookie"):
        for part in field.split(";"):
            name, _, value = part.partition("=")
            yield name.strip(), value.strip().strip('"')


def _is_from_console(connection: HTTPConnection) -> bool:
    page = page_behind(connection.headers)
    if page is not None:
        return _is_ours(page, connection)
    return connection.scope.get("method") in _READING


def _is_ours(origin: str, connection: HTTPConnection) -> bool:
    """Whether a page of this origin is served from here: where it was asked, or by PUBLIC_URL."""
    place, public = asked_place(connection), urlsplit(public_base(connection))
    # A proxy in front may have taken TLS off without a word.
    schemes = {place.scheme, "https"}
    ours = {f"{scheme}://{place.netloc}" for scheme in schemes}
    return origin.lower() in {*ours, f"{public.scheme}://{public.netloc}".lower()}

"""The pages and how they are served; texts of the service are escaped, scripts are files."""

import os
from collections.abc import Callable, Iterator, Mapping
from html import escape
from pathlib import Path
from typing import Final

from starlette.requests import HTTPConnection, Request
from starlette.responses import FileResponse, HTMLResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import Receive, Scope, Send

from gql_api.console import words
from gql_api.console.built import HASHED, Built, hashed
from gql_api.console.problems import Documented, as_html, documented
from gql_api.console.session_guide import LANGUAGES, guide
from gql_api.errors import NotFound, ServiceError
from gql_api.http.conditional import conditioned
from gql_api.http.middleware import NoSuchMethod, RequestMiddleware
from gql_api.texts import say, speech

_AT: Final = "/console/static"
FILES: Final = Path(__file__).parent / "static"
_BUILT: Final = Built(FILES, _AT.removeprefix("/"))
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)
_SCRIPT: Final = "text/javascript"
_WORKER: Final = "push.js"
_WORKER_POLICY: Final = "default-src 'none'; img-src 'self'; connect-src 'self'"
_FRAME: Final = """<!doctype html>
<html lang="{language}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>{title}</title>
    <link rel="icon" href="{root}console/static/icon.svg">
    <link rel="stylesheet" href="{root}console/static/pages.css">
  </head>
  <body>
{body}
  </body>
</html>
"""
_START: Final = """    <h1>Fripier</h1>
    <p class="lead">{lead}</p>
    <ul class="links">
      <li><a href="{root}graphql">GraphiQL</a>: {graphql}</li>
      <li><a href="{root}vinted/docs">REST</a>: {rest},
        <a href="{root}vinted/openapi.json">OpenAPI</a></li>
      <li><a href="{root}problems/">{problems_name}</a>: {problems}</li>
      <li><a href="{root}health">{health_name}</a>: {health}</li>
    </ul>"""
_DOCS: Final = """    <h1>REST</h1>
    <p class="lead">{lead} <a href="openapi.json">openapi.json</a></p>
    <label class="key">{key}<input id="key" type="password" autocomplete="off"></label>
    <div id="docs" data-said="{said}" data-root="{root}">{loading}</div>
    <script src="{root}console/static/docs.js"></script>"""
_LISTED: Final = """      <li><a href="{root}problems/{code}"><code>{code}</code></a>
        <span class="soft">{status}</span><br>{when}</li>"""
_LIST: Final = """    <h1>{title}</h1>
    <p class="lead">{lead}</p>
    <ul class="links">
{rows}
    </ul>"""

_ADVICE: Final = (
    "What to do stands in the answer's <code>detail</code>. Decide by its <code>code</code>; the "
    "words may change."
)
_DESCRIBED: Final = """    <dl>
      <dt>{status}</dt><dd>{of_http}</dd>
      <dt>{when}</dt><dd>{occasion}</dd>
      <dt>{cure}</dt><dd>{remedy}</dd>
    </dl>"""


def _page(connection: HTTPConnection, title: str, body: str, *, status: int = 200) -> Response:
    """A page in the caller's language, in which its body was said."""
    root = _way_up(connection)
    return HTMLResponse(
        _FRAME.format(title=escape(title), root=root, body=body, language=speech().language),
        status_code=status,
        headers={"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"},
    )


def _way_up(connection: HTTPConnection) -> str:
    """From a page to where the service begins: right under every prefix, also an unknown one."""
    mounted: str = connection.scope.get("root_path", "").removesuffix(_AT)
    path: str = connection.scope["path"]
    inside = path.removeprefix(mounted) if path.startswith(f"{mounted}/") else path
    return "../" * (inside.count("/") - 1)


def _render(connection: HTTPConnection, error: ServiceError) -> Response:
    """A refusal as a page."""
    title = say(error.title)
    body = f"    <h1>{escape(title)}</h1>\n    <p>{escape(say(error.detail))}</p>"
    response = _page(connection, title, body, status=error.status)
    if allow := error.members.get("allow"):
        response.headers["Allow"] = str(allow)
    return response


class _Assets(StaticFiles):
    """Our files, for a day in the browser's cache; for good where a name has its bytes' hash."""

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        path, asked = Path(full_path), Request(scope)
        if f"/{HASHED}" in path.as_posix():
            return conditioned(asked, hashed(path, asked))
        headers = {"Cache-Control": "public, max-age=86400"}
        file = FileResponse(path, status_code, headers, stat_result=stat_result)
        return conditioned(asked, file)


class _Shown:
    """A page that is asked for with GET."""

    def __init__(self, answer: Callable[[Request], Response]) -> None:
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        if request.method not in {"GET", "HEAD"}:
            raise NoSuchMethod("Use GET.", members={"allow": "GET, HEAD"})
        await self._answer(request)(scope, receive, send)


def _said(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: escape(say(text)) for name, text in texts.items()}


def _start(request: Request) -> Response:
    return _page(request, "Fripier", _START.format(root=_way_up(request), **_said(words.START)))


def _problems(request: Request) -> Response:
    root = _way_up(request)
    rows = [
        _LISTED.format(root=root, code=code, status=each.status, when=as_html(say(each.when)))
        for code, each in sorted(documented().items())
    ]
    body = _LIST.format(rows="\n".join(rows), **_said(words.LIST))
    return _page(request, say(words.LIST["title"]), body)


def _problem(request: Request) -> Response:
    code = request.path_params["code"]
    described = documented().get(code)
    if described is None:
        raise NotFound("No error has this code: see docs/errors.md.")
    found = next((kind for kind in _kinds(ServiceError) if kind.code == code), None)
    title = say(found.title) if found else code
    about = say((found.__doc__ or "" if found else "").strip())
    body = (
        f"    <h1>{escape(title)}</h1>\n    <p><code>{escape(code)}</code></p>\n"
        f"    <p>{as_html(about)}</p>\n{_DESCRIBED.format(**_cells(described))}\n"
        f"    <p>{say(_ADVICE)}</p>"
    )
    return _page(request, title, body)


def _session(request: Request) -> Response:
    asked, said = request.query_params.get("language"), speech()
    if asked in LANGUAGES:  # as the console says it, whatever the browser would
        said.choose(asked)
    said.promise()
    return _page(request, *guide(said.language))


def _cells(described: Documented) -> dict[str, str]:
    return {
        "status": say("Status in HTTP"),
        "of_http": described.status,
        "when": say("Said when"),
        "occasion": as_html(say(described.when)),
        "cure": say("What to do"),
        "remedy": as_html(say(described.cure)) or say("Nothing to do."),
    }


def _kinds(kind: type[ServiceError]) -> Iterator[type[ServiceError]]:
    yield kind
    for below in kind.__subclasses__():
        yield from _kinds(below)


def _worker(request: Request) -> Response:
    """What shows pushed notices: below a path of ours alone, so that no page is under its hand.

    It is looked at anew each time, since a browser keeps it running.
    """
    headers = {"Content-Security-Policy": _WORKER_POLICY, "Cache-Control": "no-cache"}
    path = FILES / _WORKER
    file = FileResponse(path, headers=headers, stat_result=path.stat(), media_type=_SCRIPT)
    return conditioned(request, file)


def graphiql(request: Request) -> Response:
    """GraphiQL's page, at whichever address the endpoint has."""
    return _BUILT.graphiql(request)


def routes(edge: RequestMiddleware, files_in: Path = FILES) -> list[BaseRoute]:
    """The pages and their files."""
    built = Built(files_in, _AT.removeprefix("/"))

    def start(request: Request) -> Response:
        return built.page(request) if built.is_there else _start(request)

    def docs(request: Request) -> Response:
        said, root = words.of_script(), _way_up(request)
        return _page(
            request, "Fripier: REST", _DOCS.format(said=said, root=root, **_said(words.DOCS))
        )

    # The second of two paths is ours also where a host application has the first.
    pages = {
        "/": start,
        "/fripier": start,
        "/docs": docs,
        "/vinted/docs": docs,
        "/help/session": _session,
        "/vinted/help/session": _session,
        "/fripier/push.js": _worker,
        "/problems": _problems,
        "/problems/": _problems,
        "/problems/{code}": _problem,
    }
    files = edge.wrap(_Assets(directory=files_in), _render, public=True)
    return [
        *(
            Route(path, edge.wrap(_Shown(answer), _render, public=True), name=path)
            for path, answer in pages.items()
        ),
        Mount(_AT, files, name="assets"),
    ]

"""What a request over HTTP asks for: one operation, in a JSON body, a form with files or a query.

Reading and refusing alone. JSON itself is read by `parsing`, the operation is run by `view`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from strawberry.file_uploads.utils import replace_placeholders_with_files

from browser.messages import Message
from gql_api.errors import InvalidInput
from gql_api.graphql.media import JSON
from gql_api.http import parsing
from gql_api.http.forms import form_of
from gql_api.http.middleware import UnsupportedMedia

_PREFLIGHT: Final = (
    "graphql-require-preflight",
    "apollo-require-preflight",
    "x-apollo-operation-name",
)
_IN_QUERY_AS_JSON: Final = ("variables", "extensions")


@dataclass(frozen=True, slots=True)
class Asked:
    """One operation as it was sent."""

    query: str
    variables: dict[str, Any] | None
    operation_name: str | None
    extensions: dict[str, Any] | None


async def asked(request: Request) -> Asked:
    """The operation, or a refusal that names the member that cannot be read."""
    members = _in_query(request) if request.method == "GET" else await _posted(request)
    if not isinstance(members, Mapping):
        raise InvalidInput("Send one operation, as a JSON object.", field="body")
    query = _member(members, "query", str, "a string")
    if not query:
        raise InvalidInput("Send a query.", field="query")
    return Asked(
        query=query,
        variables=_member(members, "variables", dict, "an object"),
        operation_name=_member(members, "operationName", str, "a string"),
        extensions=_member(members, "extensions", dict, "an object"),
    )


def _in_query(request: Request) -> dict[str, Any]:
    members: dict[str, Any] = dict(request.query_params)
    for name in _IN_QUERY_AS_JSON:
        if members.get(name):
            members[name] = parsing.strict_json(members[name])
    if members.get("operationName") == "":  # by the specification: none
        del members["operationName"]
    return members


async def _posted(request: Request) -> Any:
    media = parsing.media_type(request.headers.get("content-type"))
    if media == JSON:
        return parsing.strict_json(await request.body())
    if media == "multipart/form-data":
        return await _with_files(request)
    raise UnsupportedMedia(f"Send the operation as {JSON}, or as multipart with files.")


async def _with_files(request: Request) -> Any:
    """The operation with its files, sent by a client that a plain form cannot imitate."""
    if not any(name in request.headers for name in _PREFLIGHT):
        raise InvalidInput(
            "Add the header GraphQL-Require-Preflight to multipart requests.",
            code="preflight_required",
        )
    try:
        form = await form_of(request)
        operations = parsing.strict_json(_text(form.get("operations")))
        places = _places(parsing.strict_json(_text(form.get("map"))))
        _require_fitting(places, form)
        return replace_placeholders_with_files(operations, places, form)
    except RecursionError:  # the JSON can be read deeper than it can be copied
        raise parsing.too_deep() from None
    except (KeyError, IndexError, TypeError, ValueError):
        raise InvalidInput("The map does not fit the operations and files.") from None


def _member(members: Mapping[str, Any], name: str, kind: type[Any], shape: str) -> Any:
    value = members.get(name)
    if value is not None and not isinstance(value, kind):
        raise InvalidInput(
            Message("{name} must be {shape}.", name=name, shape=Message.of(shape)), field=name
        )
    return value


def _text(part: object) -> str:
    if not isinstance(part, str):
        raise InvalidInput("Send the text parts operations and map before the files.")
    return part


def _require_fitting(places: Mapping[str, list[str]], form: FormData) -> None:
    """Each part that the map names has come, and each file has a place: none is lost."""
    files = [name for name, part in form.multi_items() if isinstance(part, UploadFile)]
    came = ", ".join(name[:100] for name in files[:5]) or "-"
    for name in places:
        if name not in form:
            raise InvalidInput(
                Message(
                    "The map names the part {name}, which did not come. Files that came: {came}.",
                    name=name[:100],
                    came=came,
                ),
                field="map",
            )
    for name in files:
        if name not in places or files.count(name) > 1:
            raise InvalidInput(
                Message(
                    "A file came in the part {name}: name it once, and give its place in the map.",
                    name=name[:100],
                ),
                field="map",
            )


def _places(found: object) -> Mapping[str, list[str]]:
    if not isinstance(found, Mapping) or not all(
        isinstance(paths, list) and all(isinstance(path, str) for path in paths)
        for paths in found.values()
    ):
        raise InvalidInput("The map must give lists of paths.", field="map")
    return found

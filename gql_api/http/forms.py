"""Multipart forms as they arrive, whole: one that was cut off on its way is told as that.

Owns how a form is read, and its refusals. Which parts it has to have is said where it is asked for.
"""

from collections.abc import AsyncGenerator
from typing import Final

from python_multipart.multipart import parse_options_header
from starlette.datastructures import FormData
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from browser.messages import Message
from gql_api.errors import InvalidInput

MAX_FIELDS: Final = 20


class MalformedForm(InvalidInput):
    """The bytes are no form that can be read."""

    code = "malformed_form"
    title = "Malformed form"


async def form_of(request: Request, *, max_files: int, max_fields: int = MAX_FIELDS) -> FormData:
    """The parts of the form, which the caller closes; `MalformedForm`."""
    body = _Body(request)
    parser = MultiPartParser(
        request.headers, body.pieces(), max_files=max_files, max_fields=max_fields
    )
    try:
        form = await parser.parse()
    except MultiPartException:
        raise MalformedForm(
            Message(
                "The form cannot be read: name its boundary in Content-Type, and each part in its "
                "Content-Disposition; at most {files} files and {fields} other parts.",
                files=max_files,
                fields=max_fields,
            ),
            field="body",
        ) from None
    except UnicodeError:  # of a codec that the caller has named
        raise MalformedForm(
            "The form's names cannot be read in its charset: send UTF-8.", field="body"
        ) from None
    if not body.is_whole:
        await form.close()
        raise MalformedForm(
            "The form ends before its last boundary: it was cut off on its way. Send it again.",
            field="body",
        )
    return form


class _Body:
    """A form's bytes, and whether the mark that ends it was among them."""

    def __init__(self, request: Request) -> None:
        _, parameters = parse_options_header(request.headers.get("content-type"))
        self._request = request
        self._end = b"--" + parameters.get(b"boundary", b"") + b"--"
        self.is_whole = False

    async def pieces(self) -> AsyncGenerator[bytes, None]:
        """The bytes as they come."""
        before = b""
        async for piece in self._request.stream():
            seen = before + piece
            self.is_whole = self.is_whole or self._end in seen
            before = seen[-len(self._end) :]
            yield piece

"""Multipart forms as they arrive, whole: one that was cut off on its way is told as that.

Owns how a form is read, and its refusals. Which parts it has to have is said where it is asked for.
"""

from collections.abc import AsyncGenerator
from dataclasses import dataclass
from typing import Final

from starlette.datastructures import FormData, Headers, UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request

from browser.messages import Message
from gql_api.errors import InvalidInput, PhotoTooLarge
from gql_api.media.photo_limits import MAX_UPLOAD_FILES

MAX_FIELDS: Final = 20


class MalformedForm(InvalidInput):
    """The bytes are no form that can be read."""

    code = "malformed_form"
    title = "Malformed form"


@dataclass(frozen=True, slots=True)
class Unread:
    """That a form goes on beyond its bound, and the file in which it was left, if in one."""

    file: UploadFile | None


async def form_of(request: Request) -> FormData:
    """The parts of the form, which the caller closes; `MalformedForm`."""
    parser = _Parser(request.headers, request.stream())
    return await _whole(await _parsed(parser), parser)


async def form_so_far(request: Request) -> tuple[FormData, Unread | None]:
    """The parts of the form, the last of which may be left within its bound; `MalformedForm`."""
    body = _Bounded(request)
    parser = _Parser(request.headers, body.pieces())
    form = await _parsed(parser)
    if not body.is_bounded:
        return await _whole(form, parser), None
    _, last = form.multi_items()[-1] if parser.is_left else ("", None)
    return form, Unread(last if isinstance(last, UploadFile) else None)


async def _parsed(parser: "_Parser") -> FormData:
    try:
        return await parser.parse()
    except MultiPartException:
        raise MalformedForm(
            Message(
                "The form cannot be read: name its boundary in Content-Type, and each part in its "
                "Content-Disposition; at most {files} files and {fields} other parts.",
                files=parser.max_files,
                fields=parser.max_fields,
            ),
            field="body",
        ) from None
    except UnicodeError:  # of a codec that the caller has named
        raise MalformedForm(
            "The form's names cannot be read in its charset: send UTF-8.", field="body"
        ) from None


async def _whole(form: FormData, parser: "_Parser") -> FormData:
    if not parser.is_whole:
        await form.close()
        raise MalformedForm(
            "The form ends before its last boundary: it was cut off on its way. Send it again.",
            field="body",
        )
    return form


class _Parser(MultiPartParser):
    """Ends the part in which a form is left: its file can be named, and is closed with the rest.

    A form `is_whole` once the mark that ends it has come.
    """

    def __init__(self, headers: Headers, stream: AsyncGenerator[bytes, None]) -> None:
        pieces = self._ended(stream)
        super().__init__(headers, pieces, max_files=MAX_UPLOAD_FILES, max_fields=MAX_FIELDS)
        self.is_whole = self.is_left = self._is_within = False

    def on_headers_finished(self) -> None:
        super().on_headers_finished()
        self._is_within = True

    def on_part_end(self) -> None:
        super().on_part_end()
        self._is_within = False

    def on_end(self) -> None:
        super().on_end()
        self.is_whole = True

    async def _ended(self, stream: AsyncGenerator[bytes, None]) -> AsyncGenerator[bytes, None]:
        async for piece in stream:
            yield piece
        if self._is_within:
            self.is_left = True
            self.on_part_end()


class _Bounded:
    """A form's bytes as far as they may be read, and whether there are more."""

    def __init__(self, request: Request) -> None:
        self._request = request
        self.is_bounded = False

    async def pieces(self) -> AsyncGenerator[bytes, None]:
        """The bytes as they come."""
        try:
            async for piece in self._request.stream():
                yield piece
        except PhotoTooLarge:
            self.is_bounded = True

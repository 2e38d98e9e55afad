"""Photo uploads: each file is taken at once, measured and kept byte for byte."""

from __future__ import annotations

import asyncio
import hashlib
import io
from dataclasses import dataclass
from typing import Any

from PIL import Image, UnidentifiedImageError
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from .. import challenges
from ..state import Photo
from ..switches.faults import FieldError
from ..web import (
    Answer,
    expire_at,
    faults_of,
    invalid,
    latency,
    not_found,
    problem,
    state_of,
    writer,
)

ACCEPTED = {"JPEG": "image/jpeg", "GIF": "image/gif", "PNG": "image/png", "WEBP": "image/webp"}
THUMBNAILS = {"thumb70x100": (70, 100), "thumb310x430": (310, 430), "thumb428x624": (428, 624)}
SCRAMBLE_SECONDS = 0.4


@dataclass(frozen=True)
class Upload:
    name: str
    session: str
    content: bytes


async def upload(request: Request) -> Response:
    expire_at(request, "photos")
    account = writer(request).account
    state, faults = state_of(request), faults_of(request)
    sent = await _sent(request)
    turn = next(state.photo_turns)
    # Every other upload waits, so that its neighbour overtakes it.
    is_overtaken = faults.photo_scramble and turn % 2 == 0
    await latency(request, faults.photo_delay + SCRAMBLE_SECONDS * is_overtaken)
    challenges.meet(request, "after_photos")
    if faults.photo_error and faults.photo_error_index in (-1, turn):
        state.refused_photos.append(hashlib.sha256(sent.content).hexdigest())
        return problem(faults.photo_error, 99, "validation_error", "Photo refused")
    media_type, size = await _measured(sent.content, faults.photo_max_bytes)
    photo = state.add_photo(
        account,
        sent.content,
        name=sent.name,
        media_type=media_type,
        size=size,
        order=turn,
        upload_session=sent.session,
    )
    return JSONResponse(_described(photo))


async def _sent(request: Request) -> Upload:
    async with request.form() as form:
        file = form.get("photo[file]")
        if not isinstance(file, UploadFile) or form.get("photo[type]") != "item":
            expected = FieldError("photos", "photo[type] and photo[file] are expected")
            raise Answer(invalid([expected]))
        session = str(form.get("photo[temp_uuid]") or "")
        return Upload(file.filename or "", session, await file.read())


async def _measured(content: bytes, limit: int) -> tuple[str, tuple[int, int]]:
    if len(content) >= limit:
        raise Answer(invalid([FieldError("photos", "The photo is too large")]))
    try:
        kind, size = await asyncio.to_thread(_opened, content)
    except (UnidentifiedImageError, OSError):
        raise Answer(invalid([FieldError("photos", "Not an image")])) from None
    if kind not in ACCEPTED:
        raise Answer(invalid([FieldError("photos", "Not a kind of image that is accepted")]))
    return ACCEPTED[kind], size


def _opened(content: bytes) -> tuple[str, tuple[int, int]]:
    with Image.open(io.BytesIO(content)) as image:
        return image.format or "", image.size


def _described(photo: Photo) -> dict[str, Any]:
    url = f"/photos/{photo.id}"
    thumbnails = [
        {"type": name, "url": url, "width": width, "height": height}
        for name, (width, height) in THUMBNAILS.items()
    ]
    return {
        "id": photo.id,
        "width": photo.width,
        "height": photo.height,
        "temp_uuid": photo.upload_session,
        "url": url,
        "dominant_color": "#B5B5B5",
        "dominant_color_opaque": "#D9D9D9",
        "thumbnails": thumbnails,
        "code": 0,
    }


async def serve(request: Request) -> Response:
    photo = state_of(request).photos.get(request.path_params["photo_id"])
    if photo is None:
        return not_found()
    return Response(photo.content, media_type=photo.media_type)

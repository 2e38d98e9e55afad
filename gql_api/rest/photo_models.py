"""The types of REST's answers about photos, as `models` has those about jobs."""

from typing import Annotated

from typing_extensions import TypedDict  # pydantic reads Python's own only from 3.12 on

from gql_api.rest.models import JobId, Next, Ok
from gql_api.rest.schemas import Uri, doc


class Photo(TypedDict):
    """A photo that was taken in."""

    temp_id: Annotated[str, doc("Name it so in photos.")]
    url: Annotated[Uri, doc("Where it can be seen.")]
    filename: Annotated[str, doc("The name it came with.")]
    width: Annotated[int, doc("In pixels, upright.")]
    height: Annotated[int, doc("In pixels, upright.")]
    size: Annotated[int, doc("In bytes, as kept.")]


class ListedPhoto(Photo):
    """A photo that is kept, with what needs it."""

    used_by: Annotated[
        list[JobId],
        doc("Jobs that show it and are not over, newest first; they keep it from deletion."),
    ]


class Photos(TypedDict):
    """Photos that are kept, newest first."""

    ok: Ok
    photos: Annotated[list[ListedPhoto], doc("The photos of this page.")]
    next: Next


class UploadedPhoto(TypedDict):
    """One photo was kept."""

    ok: Ok
    photo: Photo


class RefusedPhoto(TypedDict):
    """A file of several that was not taken."""

    filename: Annotated[str, doc("The name it came with.")]
    index: Annotated[int, doc("Which of the files, from 0.")]
    code: Annotated[str, doc("Stable; decide by it.")]
    detail: Annotated[str, doc("What to do.")]


class UploadedPhotos(TypedDict):
    """The photos were kept, in order; each file is in one of the two lists."""

    ok: Annotated[bool, doc("False when any file was refused.")]
    photos: Annotated[list[Photo], doc("In the order of the files.")]
    refused: Annotated[list[RefusedPhoto], doc("In the order of the files.")]

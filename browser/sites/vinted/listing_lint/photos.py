"""What the photos of a listing show before anybody has looked: none, one twice, nothing, a strip.

By what is known of a photo since its upload. The site hides listings whose pictures are of low
quality (vinted.co.uk/help/62, its own page, read second-hand on 2026-11-29, M); it publishes no
size and no shape, so the bounds are ours.
"""

from collections.abc import Iterator, Sequence
from statistics import median
from typing import Final

from browser.listing import Advice, FieldName, PhotoFile
from browser.messages import Message

_FEWEST_PIXELS: Final = 100 * 100
_FAR: Final = 2.5
"""A screen of a phone (19.5 : 9) among squares is not far, a strip of 4 : 1 among photos is."""
_COMPARED: Final = 3


def advise(photos: Sequence[PhotoFile]) -> Iterator[Advice]:
    """What is said of the photos, in their order."""
    if not photos:
        yield Advice(
            "no_photo", FieldName.PHOTOS, "There is no photo: the site publishes nothing without."
        )
    yield from _twice(photos)
    for number, photo in enumerate(photos, 1):
        yield from _empty(number, photo)
    yield from _shapes(photos)


def _twice(photos: Sequence[PhotoFile]) -> Iterator[Advice]:
    places: dict[str, int] = {}
    for number, photo in enumerate(photos, 1):
        first = places.setdefault(photo.digest, number)
        if first != number:
            detail = Message(
                "Photo {number} is the same as photo {first}: leave one of them out.",
                number=number,
                first=first,
            )
            yield Advice("same_photo_twice", FieldName.PHOTOS, detail)


def _empty(number: int, photo: PhotoFile) -> Iterator[Advice]:
    if photo.width * photo.height < _FEWEST_PIXELS:
        detail = Message(
            "Photo {number} has only {width} x {height} pixels, on which nothing can be seen: send "
            "the photo itself and not its preview.",
            number=number,
            width=photo.width,
            height=photo.height,
        )
        yield Advice("photo_too_small", FieldName.PHOTOS, detail)
    elif photo.one_color:
        detail = Message(
            "Photo {number} shows nothing but one colour: look at it, and take it again.",
            number=number,
        )
        yield Advice("photo_of_one_color", FieldName.PHOTOS, detail)


def _shapes(photos: Sequence[PhotoFile]) -> Iterator[Advice]:
    """Photos much longer, or much less long, than the others; upright or lying is the same."""
    lengths = [max(one.width, one.height) / min(one.width, one.height) for one in photos]
    for place, length in enumerate(lengths):
        others = median(lengths[:place] + lengths[place + 1 :] or [length])
        far = max(length / others, others / length) >= _FAR
        if far and len(photos) >= _COMPARED:
            detail = Message(
                "Photo {number} ({width} x {height}) is of quite another shape than the others: "
                "the site may cut it. Crop it like them.",
                number=place + 1,
                width=photos[place].width,
                height=photos[place].height,
            )
            yield Advice("photo_of_another_shape", FieldName.PHOTOS, detail)

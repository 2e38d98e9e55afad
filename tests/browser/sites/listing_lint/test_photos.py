"""What is said of photos by what is known of them since their upload."""

from dataclasses import replace
from pathlib import Path

import pytest

from browser.listing import PhotoFile
from browser.sites.vinted.listing_lint.photos import advise

PORTRAIT, LANDSCAPE, SQUARE = (3000, 4000), (4000, 3000), (2000, 2000)
TALL, SCREEN, STRIP = (1080, 1920), (1170, 2532), (4000, 900)


def photos(*sizes: tuple[int, int]) -> tuple[PhotoFile, ...]:
    return tuple(
        PhotoFile(str(number), Path("p.jpg"), str(number), *size, one_color=False)
        for number, size in enumerate(sizes)
    )


def codes(*given: PhotoFile) -> list[str]:
    return [each.code for each in advise(given)]


def test_no_photo_and_one_given_twice() -> None:
    assert codes() == ["no_photo"]
    one, two = photos(PORTRAIT, LANDSCAPE)
    (same,) = advise((one, two, one))
    assert (same.code, same.field) == ("same_photo_twice", "photos")
    assert "Photo 3 is the same as photo 1" in same.detail


@pytest.mark.parametrize("size", [(1, 1), (3000, 1), (90, 90)])
def test_a_photo_on_which_nothing_can_be_seen(size: tuple[int, int]) -> None:
    (small,) = advise(photos(LANDSCAPE, size))
    assert (small.code, small.field) == ("photo_too_small", "photos")
    assert f"Photo 2 has only {size[0]} x {size[1]} pixels" in small.detail


def test_a_photo_of_one_colour() -> None:
    one, two = photos(PORTRAIT, PORTRAIT)
    (plain,) = advise((one, replace(two, one_color=True)))
    assert plain.code == "photo_of_one_color" and plain.detail.startswith("Photo 2 ")
    # Of photos of an earlier release it is not known.
    assert codes(one, replace(two, one_color=None)) == []


@pytest.mark.parametrize(
    "sizes",
    [
        (PORTRAIT, LANDSCAPE, SQUARE),
        (PORTRAIT, PORTRAIT, LANDSCAPE, TALL),
        (TALL, TALL, (1920, 1080)),
        (SQUARE, SQUARE, SCREEN),
        (PORTRAIT, SCREEN, SCREEN),
        (PORTRAIT, STRIP),
        (STRIP,),
    ],
)
def test_shapes_as_phones_take_them(sizes: tuple[tuple[int, int], ...]) -> None:
    assert codes(*photos(*sizes)) == []


def test_a_photo_of_another_shape_than_the_others() -> None:
    (far,) = advise(photos(PORTRAIT, LANDSCAPE, STRIP))
    assert far.code == "photo_of_another_shape" and far.detail.startswith("Photo 3 (4000 x 900)")
    assert codes(*photos(STRIP, PORTRAIT, SQUARE, TALL)) == ["photo_of_another_shape"]

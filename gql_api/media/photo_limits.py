"""What an upload may be at most, and what decoding gives, for both sides of the decoder's process.

The pixels are what decoding has the memory for, as measured (docs/photos.md).
"""

from dataclasses import dataclass
from typing import Final

from browser.messages import Message
from gql_api.errors import PhotoTooLarge

MAX_UPLOAD_BYTES: Final = 50_000_000
MAX_UPLOAD_FILES: Final = 20
MAX_UPLOAD_TOTAL_BYTES: Final = 250_000_000
"""Of all files of a request: twenty photos of a phone (up to 12 MB each). They wait on the disk."""
MAX_JPEG_PIXELS: Final = 16_384 * 12_288
MAX_PIXELS: Final = 8_192 * 6_144
MAX_WEBP_PIXELS: Final = MAX_PIXELS
IN_WORDS: Final = (
    "A JPEG, PNG, WebP, GIF, HEIC or AVIF, whole, "
    f"of at most {MAX_UPLOAD_BYTES:,} bytes and {MAX_PIXELS:,} pixels "
    f"(JPEG that is not progressive {MAX_JPEG_PIXELS:,})."
)
"""The limits of a photo, for the OpenAPI document."""


@dataclass(frozen=True, slots=True)
class CleanPhoto:
    """A baseline JPEG in sRGB without any metadata."""

    data: bytes
    width: int
    height: int
    one_color: bool
    """Whether nothing but one colour is on it."""


def too_costly(name: str) -> PhotoTooLarge:
    """The refusal of a photo that a decoder had not the memory or the time for."""
    return PhotoTooLarge(
        Message(
            "{name} takes more memory or time to decode than a photo may: "
            "save it as a smaller JPEG and send that.",
            name=name,
        ),
        field="file",
    )

"""What both front ends of the demo share: their user agent, what was sold, what went wrong."""

from dataclasses import dataclass

USER_AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0"


class DemoFailed(Exception):
    """The demo could not be carried out; the message says where."""


@dataclass(frozen=True, slots=True)
class Sold:
    """A listing that the demo published, and the way that it took."""

    via: str
    listing_id: str
    listing_url: str

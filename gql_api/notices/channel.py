"""What a channel of notices is: something that takes one in, or says why it did not.

When a notice that was not taken in is tried again is the sender's matter.
"""

from typing import Protocol

from gql_api.domain.notice import Notice


class NotDelivered(Exception):
    """The receiver has not taken a notice in. `reason` is a word of ours, never the receiver's."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Channel(Protocol):
    """One way to tell somebody."""

    @property
    def name(self) -> str:
        """How it is called in rows, logs and settings."""

    async def send(self, notice: Notice) -> None:
        """Have a notice taken in; `NotDelivered` when it was not, or may not have been."""

"""A form's bytes in large pieces: nothing is lost, moved or waited for."""

from collections.abc import Sequence

from starlette.types import Message

from gql_api.http.body_buffer import PIECE, gathered

LEFT: Message = {"type": "http.disconnect"}


def _sent(pieces: Sequence[bytes]) -> list[Message]:
    last = len(pieces) - 1
    return [
        {"type": "http.request", "body": piece, "more_body": number < last}
        for number, piece in enumerate(pieces)
    ]


async def _received(messages: list[Message], calls: int) -> list[Message]:
    coming = iter(messages)

    async def receive() -> Message:
        return next(coming)

    take = gathered(receive)
    return [await take() for _ in range(calls)]


async def test_small_pieces_come_as_large_ones_in_their_order() -> None:
    pieces = [bytes([number % 251]) * 1000 for number in range(3000)]
    found = await _received(_sent(pieces), 3)
    assert b"".join(each["body"] for each in found) == b"".join(pieces)
    assert [each["more_body"] for each in found] == [True, True, False]
    assert all(PIECE <= len(each["body"]) < PIECE + 1000 for each in found[:-1])


async def test_a_body_in_one_piece_is_handed_on_as_it_is() -> None:
    assert await _received(_sent([b"all"]), 1) == _sent([b"all"])


async def test_nothing_is_asked_for_after_the_last_piece() -> None:
    """The next message would be the client's leaving, which may take hours to come."""
    (found,) = await _received(_sent([b"a", b"b"]), 1)
    assert (found["body"], found["more_body"]) == (b"ab", False)


async def test_a_client_that_leaves_is_told_of_after_what_it_sent() -> None:
    started = _sent([b"a", b"b", b""])[:2]
    found = await _received([*started, LEFT, LEFT], 3)
    assert found == [{"type": "http.request", "body": b"ab", "more_body": True}, LEFT, LEFT]


async def test_a_client_that_left_before_sending_is_told_of_at_once() -> None:
    assert await _received([LEFT], 1) == [LEFT]

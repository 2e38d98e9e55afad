"""What a start leaves behind is garbage or stays, and neither is looked for again."""

import ctypes
import gc
import weakref

import pytest

from gql_api.cli import memory


class Knot:
    """Something that only looking for garbage ends."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_of_a_start_goes_and_what_imports_left_is_not_looked_through() -> None:
    imported = weakref.ref(Knot())
    gc.freeze()  # as a start does with what it has imported
    gone = weakref.ref(Knot())
    memory.hold_little()
    memory.give_back()
    try:
        assert gone() is None
        assert imported() is not None
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_a_c_library_without_these_ways_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _: object())
    memory.hold_little()
    memory.give_back()
    gc.unfreeze()

"""Indexes are built without collections of garbage between: all that is made is kept.

What an index holds belongs to `categories`, `likeness` and the others that build one.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def undisturbed() -> Iterator[None]:
    """Collect no garbage meanwhile; nothing changes where none is collected anyway.

    Looking through what is being made, again and again, was a fifth of the time for a page of
    2,617 categories (29 November 2026).
    """
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()

"""How much of the machine's memory a service that does nothing holds.

Garbage is looked for once, since a start looks for none. The C library of GNU keeps what was freed
for later, up to 12 MB after a start, and a pool of it for every few threads; other libraries are
left alone. For processes that are ours alone: an application that Fripier is joined to has a memory
of its own.
"""

import ctypes
import gc
import sys
from typing import Final

_ARENA_MAX: Final = -8
"""The parameter of `mallopt` (malloc.h of glibc) for how many pools there may be."""
_POOLS: Final = 2
"""Eight for a core otherwise; threads of Python take turns anyway."""


def hold_little() -> None:
    """Before threads are started: let them share what memory they free."""
    _c_library("mallopt", _ARENA_MAX, _POOLS)


def give_back() -> None:
    """After the start: return what is free; what is left is not looked through again.

    Nor is what imports have left: it is no garbage, and to look costs a tenth of the start.
    """
    gc.collect()
    gc.freeze()
    _c_library("malloc_trim", 0)


def _c_library(name: str, *values: int) -> None:
    if sys.platform == "linux":
        function = getattr(ctypes.CDLL(None), name, None)
        if function:
            function(*values)

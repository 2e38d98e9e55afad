"""Ports that Chromium opens no page on, whatever listens there; other browsers refuse them too.

Each was asked of Chromium 156 on 30 November 2026 (certain). Two more of the Fetch standard's "bad
ports", 4190 and it opens. What is done about such a port is the caller's.
"""

from typing import Final

BLOCKED_PORTS: Final = frozenset(
    (
        *(1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95),
        *(101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 139, 143, 161),
        *(179, 389, 427, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556, 563),
        *(587, 601, 636, 989, 990, 993, 995, 1719, 1720, 1723, 2049, 3659, 4045, 5060),
        *(5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6697, 10080),
    )
)
"""A navigation to one ends with `ERR_UNSAFE_PORT`."""

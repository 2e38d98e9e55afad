"""The short form of the campaign: each named point once, and nothing lost or doubled.

The long form, with its figures, is in docs/reliability.md.
"""

from pathlib import Path

from .campaign import campaign
from .crashing import POINTS


async def test_nothing_is_lost_or_doubled_at_any_named_point(tmp_path: Path) -> None:
    told = await campaign(tmp_path, publishes=6, accounts=6, fire=False)
    assert told["kills"] == dict.fromkeys(POINTS, 1), told
    for wrong in ("doubled", "published_without_item", "item_but_said_not_published"):
        assert told[wrong] == [], told
    assert told["lost"] == 0
    assert told["steps_run_again"] == []
    assert told["unexpected_exits"] == []

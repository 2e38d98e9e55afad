"""The short form of the campaign: each named point once, and nothing lost or doubled.

The long form, with its figures, is in docs/reliability.md.
"""

from pathlib import Path

from .campaign import campaign, never, sometimes
from .crashing import ANSWERED, CLICKED, POINTS


async def test_nothing_is_lost_or_doubled_at_any_named_point(tmp_path: Path) -> None:
    told = await campaign(tmp_path, publishes=6, accounts=6, fire=False)
    assert told["kills"] == dict.fromkeys(POINTS, 1), told
    for wrong in ("doubled", "published_without_item", "item_but_said_not_published"):
        assert told[wrong] == [], told
    assert told["lost"] == 0
    assert told["steps_run_again"] == []
    assert told["unexpected_exits"] == []
    assert never(told["sometimes"]) == [], told["sometimes"]
    print("sometimes:", told["sometimes"])


def test_a_run_without_a_kill_between_click_and_answer_has_shown_nothing(tmp_path: Path) -> None:
    steps = tmp_path / "steps"
    verdict = {"outcomes": {"published": 2}}
    steps.write_text(f"{CLICKED}\n{ANSWERED}\n{CLICKED}\n{ANSWERED}\n")
    kills = {"after_acting": 1}
    assert never(sometimes(steps, verdict, kills)) == ["killed_between_click_and_answer"]
    steps.write_text(f"{CLICKED}\n{ANSWERED}\n{CLICKED}\n")
    assert never(sometimes(steps, verdict, kills)) == []

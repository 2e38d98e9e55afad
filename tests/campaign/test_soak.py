"""The short form of the soak: each kind of trouble once, nothing lost, nothing left behind.

The long form, in which memory is compared, has its figures in docs/reliability.md.
"""

from pathlib import Path

from tests.campaign.samples import Sample, flatness, left_rows, strays
from tests.campaign.soak import EVERY, PLAN, soak


async def test_everything_that_goes_wrong_leaves_nothing_behind(tmp_path: Path) -> None:
    done = await soak(tmp_path, listings=EVERY, sellers=4)
    assert done.wrong == []
    assert all(done.happened[kind] == 1 for kind in PLAN.values()), done.happened
    assert done.happened["service killed"] == 1
    assert set(done.outcomes.values()) == {"published"}
    assert left_rows(tmp_path) == {}
    (tmp_path / "photos" / "ab").mkdir(parents=True, exist_ok=True)
    (tmp_path / "photos" / "ab" / "abcd.jpg").touch()
    assert strays(tmp_path) == ["photos/ab/abcd.jpg"]


def test_memory_that_grows_is_seen() -> None:
    def sample(listings: int, megabytes: float) -> Sample:
        held = {"service": megabytes, "driver": 100.0, "browser": 200.0}
        return Sample(listings, 1, held, 10, 10, 5, {})

    samples = [sample(number, 100 + number / 10) for number in range(0, 1000, 20)]
    first, last = flatness(samples, 200)["service"]
    assert last > 1.3 * first
    assert flatness(samples, 200)["driver"] == (100.0, 100.0)

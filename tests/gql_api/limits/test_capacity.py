"""What a machine carries: by its cores and memory, and by what a container leaves of them."""

from pathlib import Path

import pytest

from gql_api.limits.capacity import Machine, available, has_memory, machine, pressure

GIB = 1024**3


def written(root: Path, **files: str) -> Path:
    for name, text in files.items():
        path = root / name.replace("__", "/").replace("_dot_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return root


@pytest.mark.parametrize(
    ("cores", "memory", "at_once", "open_forms"),
    [(2, 24 * GIB, 4, 24), (0.5, GIB, 2, 3), (1, 2 * GIB, 2, 7), (8, 4 * GIB, 16, 14)],
)
def test_forms_are_bounded_by_cores_and_by_memory(
    cores: float, memory: int, at_once: int, open_forms: int
) -> None:
    found = Machine(cores, memory)
    assert (found.forms_at_once, found.open_forms) == (at_once, open_forms)


def test_a_container_has_what_it_was_given(tmp_path: Path) -> None:
    root = written(
        tmp_path,
        proc__meminfo="MemTotal:       16384000 kB\nMemAvailable:    8192000 kB\n",
        sys__fs__cgroup__cpu_dot_max="50000 100000\n",
        sys__fs__cgroup__memory_dot_max="1073741824\n",
        sys__fs__cgroup__memory_dot_current="900000000\n",
        sys__fs__cgroup__memory_dot_stat="anon 1\ninactive_file 100000000\n",
    )
    assert machine(root) == Machine(0.5, GIB)
    assert available(root) == GIB - 800_000_000


def test_what_is_not_bounded_is_the_machine_s(tmp_path: Path) -> None:
    root = written(
        tmp_path,
        proc__meminfo="MemTotal:       16384000 kB\nMemAvailable:    8192000 kB\n",
        sys__fs__cgroup__cpu_dot_max="max 100000\n",
        sys__fs__cgroup__memory_dot_max="max\n",
        proc__pressure__cpu="some avg10=97.11 avg60=1.00 avg300=0.00 total=1\n",
    )
    assert machine(root).memory == 16_384_000 * 1024
    assert machine(root).cores >= 1
    assert available(root) == 8_192_000 * 1024
    assert pressure(root) == {"cpu": pytest.approx(0.9711)}


@pytest.mark.parametrize(("kilobytes", "enough"), [(140_000, False), (150_000, True)])
def test_less_memory_than_two_forms_hold_is_too_little(
    tmp_path: Path, kilobytes: int, enough: bool
) -> None:
    text = f"MemTotal:       16384000 kB\nMemAvailable:    {kilobytes} kB\n"
    assert has_memory(written(tmp_path, proc__meminfo=text)) is enough


def test_where_nothing_is_told_there_is_enough(tmp_path: Path) -> None:
    assert available(tmp_path) is None
    assert has_memory(tmp_path)


@pytest.mark.parametrize(
    ("cores", "gigabytes", "paced", "under_way"),
    [(2, 8, False, 4), (2, 8, True, 24), (2, 2, True, 6), (0.5, 1, True, 3), (8, 64, True, 24)],
)
def test_forms_with_pauses_leave_each_other_room(
    cores: float, gigabytes: int, paced: bool, under_way: int
) -> None:
    found = Machine(cores, gigabytes * 1_000_000_000)
    assert found.forms_under_way(paced=paced) == under_way

import os
import re
import shutil
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from gql_api.durable_files import (
    exclusive,
    make_folder,
    remove_durably,
    remove_leftovers,
    write_durably,
)


def python(code: str, *arguments: Path) -> list[str]:
    return [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)]


def test_a_file_is_written_private_with_the_folders_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "file"
    write_durably(path, b"first")
    write_durably(path, b"second")
    assert path.read_bytes() == b"second"
    assert path.stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    assert [each.name for each in path.parent.iterdir()] == ["file"]


def test_a_failed_write_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "inside").touch()
    with pytest.raises(OSError, match="taken"):
        write_durably(tmp_path / "taken", b"x")
    assert [each.name for each in tmp_path.iterdir()] == ["taken"]


def test_removing_says_whether_there_was_something(tmp_path: Path) -> None:
    write_durably(tmp_path / "file", b"x")
    assert remove_durably(tmp_path / "file") is True
    assert remove_durably(tmp_path / "file") is False


def test_only_old_leftovers_of_writes_are_removed(tmp_path: Path) -> None:
    make_folder(tmp_path / "aa")
    stale, fresh, other = (tmp_path / "aa" / name for name in (".x.1.tmp", ".y.2.tmp", "z.jpg"))
    for path in (stale, fresh, other):
        path.touch()
    for path in (stale, other):
        os.utime(path, (1_000, 1_000))
    os.utime(fresh, (9_000, 9_000))
    assert remove_leftovers(tmp_path, now=lambda: 10_000) == 1
    assert sorted(path.name for path in (tmp_path / "aa").iterdir()) == [".y.2.tmp", "z.jpg"]


def test_the_lock_keeps_out_another_process_until_its_holder_dies(tmp_path: Path) -> None:
    path = tmp_path / "file"
    code = """
        import sys, time
        from pathlib import Path
        from gql_api.durable_files import exclusive
        with exclusive(Path(sys.argv[1])):
            print("held", flush=True)
            time.sleep(60)
    """
    with subprocess.Popen(python(code, path), stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        entered = threading.Event()

        def enter() -> None:
            with exclusive(path):
                entered.set()

        waiting = threading.Thread(target=enter)
        waiting.start()
        assert not entered.wait(0.3)
        holder.kill()
        assert entered.wait(5)
        waiting.join()


def test_a_kill_at_any_moment_leaves_one_of_the_whole_files(tmp_path: Path) -> None:
    path = tmp_path / "file"
    code = """
        import sys
        from pathlib import Path
        from gql_api.durable_files import write_durably
        number = 0
        while True:
            number = (number + 1) % 10
            write_durably(Path(sys.argv[1]), str(number).encode() * 200_000)
    """
    for wait in (0.0, 0.003, 0.007, 0.02):
        with subprocess.Popen(python(code, path)) as writer:
            while not path.exists():
                time.sleep(0.005)
            time.sleep(wait)
            writer.kill()
        data = path.read_bytes()
        assert len(data) == 200_000
        assert len(set(data)) == 1
        path.unlink()


def traced_calls(tmp_path: Path) -> list[str]:
    """The system calls of one write that matter, each as `name(file or folder)`."""
    log = tmp_path / "calls.log"
    code = """
        import sys
        from pathlib import Path
        from gql_api.durable_files import write_durably
        write_durably(Path(sys.argv[1]), b"payload")
    """
    trace = ["strace", "-y", "-o", str(log), "-e", "trace=write,fsync,rename"]
    done = subprocess.run(
        [*trace, *python(code, tmp_path / "kept" / "file")],
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode != 0:
        pytest.skip(f"strace cannot trace here: {done.stderr[:200]}")
    calls = []
    for line in log.read_text().splitlines():
        found = re.match(rf'(\w+)\((?:\d+<)?"?{re.escape(str(tmp_path))}([^">,]*)', line)
        if found:
            name = re.sub(r"/\.file\.\w+\.tmp", "/TEMPORARY", found[2])
            calls.append(f"{found[1]}({name})")
    return calls


@pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")
def test_the_bytes_are_synced_before_the_rename_and_the_folder_after_it(tmp_path: Path) -> None:
    assert traced_calls(tmp_path) == [
        "fsync()",  # the new folder's entry in its parent
        "write(/kept/TEMPORARY)",
        "fsync(/kept/TEMPORARY)",
        "rename(/kept/TEMPORARY)",
        "fsync(/kept)",
    ]

"""Runs the cases against a service started as a user starts it, and prints what came of them.

    uv run python -m tests.independent.run --form august --only price

One service for all cases; an account and a session per case. Exit code 1 when anything is unsafe,
or when fewer than 95 of 100 ordinary listings are right.
"""

import argparse
import base64
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
from PIL import Image, ImageDraw

from .cases import Case
from .judge import Result, judge
from .switch_cases import every

PAGE_PORT, API_PORT = 5872, 5873
AGENT = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/141.0.0.0 Safari/537.36 case/{}"
FINAL = {"done", "failed", "cancelled", "expired", "awaiting_answers", "awaiting_confirmation"}
NEEDS_A_LATER_START = ("obstacle", "signed_out", "verification", "server_error")


def photo(number: int) -> bytes:
    """A small real JPEG, each of another look."""
    image = Image.new("RGB", (800, 600), (40 * number % 255, 90, 160))
    ImageDraw.Draw(image).ellipse((100, 80, 500 + number, 480), fill=(220, 30 * number % 255, 60))
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=80)
    return buffer.getvalue()


class Ground:
    """The page and the service, started and ended together."""

    def __init__(self, page_port: int, api_port: int) -> None:
        self.page = f"http://127.0.0.1:{page_port}"
        self.api = f"http://127.0.0.1:{api_port}"
        self.data = tempfile.mkdtemp(prefix="independent-")
        limits = {"PUBLISH_PER_MINUTE": "60", "UPLOADS_PER_MINUTE": "6000",
                  "PREPARES_PER_MINUTE": "600"}  # fmt: skip
        env = {**os.environ, **limits, "VINTED_BASE_URL": self.page, "PACING": "off",
               "DATA_DIR": self.data, "PORT": str(api_port)}  # fmt: skip
        log = Path(self.data, "service.log").open("wb")  # noqa: SIM115 - the service's, till its end
        own = [sys.executable, "-m", "tests.independent.page", "--port", str(page_port)]
        self.processes = [
            subprocess.Popen(own),
            subprocess.Popen([str(Path(sys.executable).parent / "fripier"), "serve"], env=env,
                             stdout=log, stderr=subprocess.STDOUT),
        ]  # fmt: skip
        self.http = httpx.Client(timeout=150)
        self._wait(self.page + "/")
        self._wait(self.api + "/ready")

    def _wait(self, address: str) -> None:
        for _ in range(600):
            try:
                if self.http.get(address).status_code < 500:
                    return
            except httpx.TransportError:
                pass
            time.sleep(0.2)
        raise RuntimeError(f"{address} did not come up: see {self.data}/service.log")

    def stop(self) -> None:
        """End both, by their handles."""
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(20)

    def control(self, key: str, switches: dict[str, Any], keep: bool = False) -> None:
        """Set a case's switches."""
        body = {"switches": switches, "keep": keep}
        self.http.post(f"{self.page}/control/{key}", json=body).raise_for_status()

    def record(self, key: str) -> dict[str, Any]:
        """Everything that the page stored of a case."""
        return dict(self.http.get(f"{self.page}/control/{key}").json())


class Run:
    """One case on one form, step by step."""

    def __init__(self, ground: Ground, case: Case, form: str, no_null: bool) -> None:
        self.ground, self.case, self.form, self.no_null = ground, case, form, no_null
        self.key = f"{form}-{case.name}"
        self.until = time.monotonic() + case.timeout

    def post(self, path: str, **more: Any) -> tuple[int, dict[str, Any]]:
        """A call of the case's account; a job that takes longer is followed."""
        headers = {"X-Account": self.key}
        answer = self.ground.http.post(self.ground.api + path, headers=headers, **more)
        body = answer.json()
        if answer.status_code == 202 and "job_id" in body:
            return self.follow(body["job_id"])
        return answer.status_code, body

    def follow(self, job: str) -> tuple[int, dict[str, Any]]:
        """Ask for a job until it has ended, or the case's time has."""
        while time.monotonic() < self.until:
            body = self.ground.http.get(f"{self.ground.api}/vinted/jobs/{job}").json()
            if body.get("state") in FINAL:
                return 200, {**body, **(body.get("result") or {})}
            time.sleep(0.5)
        return 202, {"outcome": "hangs", "job_id": job}

    def result(self, stage: str, outcome: str, answer: dict[str, Any]) -> Result:
        """What was seen, with the page's record."""
        return Result(self.case, self.form, outcome, stage, answer, self.ground.record(self.key))

    def whole(self) -> Result:
        """Session, photos, prepare, publish dry run, publish."""
        switches = {**self.case.switches, "form": self.form}
        later = {k: v for k, v in switches.items() if k in NEEDS_A_LATER_START}
        calm = {k: v for k, v in switches.items() if self.case.early or k not in later}
        self.ground.control(self.key, calm)
        session = {"cookie": self.case.cookie, "user_agent": AGENT.format(self.key),
                   "expires_at": None}  # fmt: skip
        status, answer = self.post("/vinted/auth/session", json=session)
        if status != 200 or answer.get("needs_manual"):
            outcome = "needs_manual" if status == 200 else f"session:{status}"
            return self.result("session", outcome, answer)
        if calm != switches:
            self.ground.control(self.key, switches, keep=True)
        return self.listing()

    def listing(self) -> Result:
        """Photos and prepare."""
        photos = []
        for number in range(self.case.photos):
            files = {"file": (f"photo{number}.jpg", photo(number), "image/jpeg")}
            photos.append(self.post("/vinted/photos/upload", files=files)[1]["photo"]["temp_id"])
        body = {**self.case.listing, "photos": photos, "dry_run": not self.case.draft}
        if self.no_null:
            body = {k: v for k, v in body.items() if v is not None}
        status, answer = self.post("/vinted/listings/prepare", json=body)
        token = answer.get("confirm_token")
        if not token:
            return self.result("prepare", outcome_of(status, answer), answer)
        check = {"confirm_token": token, "dry_run": True}
        status, answer = self.post("/vinted/listings/publish", json=check)
        if answer.get("outcome") != "checked":
            return self.result("check", outcome_of(status, answer), answer)
        real = {"confirm_token": token, "dry_run": False}
        status, answer = self.post("/vinted/listings/publish", json=real)
        return self.result("publish", outcome_of(status, answer), answer)


def outcome_of(status: int, answer: dict[str, Any]) -> str:
    """The outcome's word: of the run, or `failed:code`, or `http:status` before any run."""
    if answer.get("outcome"):
        return str(answer["outcome"])
    code = answer.get("code")
    if status == 400:
        return f"http:400:{code}"
    return f"failed:{code}" if code else f"http:{status}"


def run_one(ground: Ground, case: Case, form: str, no_null: bool) -> Result:
    """One case; what breaks here is told as an error of the run."""
    begun = time.monotonic()
    run = Run(ground, case, form, no_null)
    try:
        found = run.whole()
    except (httpx.HTTPError, KeyError, ValueError) as error:
        found = run.result("run", f"error:{type(error).__name__}", {"detail": str(error)})
    found.seconds = time.monotonic() - begun
    return judge(found)


def keep(result: Result, folder: Path) -> None:
    """The evidence of what was not right: the answer, the record and the picture."""
    folder.mkdir(parents=True, exist_ok=True)
    name = f"{result.form}-{result.case.name}"
    answer = dict(result.answer)
    picture = answer.pop("screenshot_b64", None)
    if picture:
        Image.open(io.BytesIO(base64.b64decode(picture))).save(folder / f"{name}.png")
    told = {"verdict": result.verdict, "why": result.why, "outcome": result.outcome,
            "stage": result.stage, "answer": answer, "record": result.record}  # fmt: skip
    (folder / f"{name}.json").write_text(json.dumps(told, indent=1, default=str), "utf-8")


def line(result: Result) -> str:
    """One row of the table."""
    name = f"{result.case.group:<10} {result.case.name:<26} {result.form:<7}"
    return f"{result.verdict:<7} {name} {result.seconds:6.1f}s  {result.outcome:<22} {result.why}"


def summary(results: list[Result]) -> tuple[str, bool]:
    """The table by group, and whether it is good enough."""
    rows = []
    for form in sorted({r.form for r in results}):
        for group in dict.fromkeys(r.case.group for r in results):
            counts = Counter(r.verdict for r in results if (r.form, r.case.group) == (form, group))
            if total := sum(counts.values()):
                words = "  ".join(f"{v} {counts[v]:>3}" for v in VERDICTS)
                rows.append(f"{form:<7} {group:<10} of {total:>3}: {words}")
    counts = Counter(r.verdict for r in results)
    rows.append(f"all: {dict(counts)}")
    plain = [r for r in results if r.case.group == "ordinary"]
    share = sum(r.verdict == "right" for r in plain) / len(plain) if plain else 1.0
    return "\n".join(rows), not counts["unsafe"] and share >= 0.95


VERDICTS = ("right", "missed", "wrong", "unsafe")


def chosen(options: argparse.Namespace) -> list[tuple[Case, str]]:
    """The cases and forms that were asked for."""
    forms = ("august", "may") if options.form == "both" else (options.form,)
    words = options.only.split(",") if options.only else []
    found = []
    for case in every():
        if words and not any(w == case.group or w in case.name for w in words):
            continue
        found += [(case, f) for f in forms if f in case.forms]
    return found[:: options.every]


def main() -> None:
    """Run, print, and end with the verdict."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--form", choices=["august", "may", "both"], default="both")
    parser.add_argument("--only", default="", help="groups or parts of names, with commas")
    parser.add_argument("--every", type=int, default=1, help="only each n-th case")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--out", type=Path, default=Path("independent-evidence"))
    parser.add_argument("--no-null", action="store_true", help="leave out members that are null")
    parser.add_argument("--list", action="store_true", help="print the cases and end")
    parser.add_argument("--port", type=int, default=PAGE_PORT, help="the page's; the API's is next")
    options = parser.parse_args()
    work = chosen(options)
    if options.list:
        print("\n".join(f"{c.group:<10} {c.name} {f}" for c, f in work))
        return
    ground = Ground(options.port, options.port + 1)
    results: list[Result] = []
    lock = threading.Lock()

    def do(entry: tuple[Case, str]) -> None:
        found = run_one(ground, *entry, options.no_null)
        with lock:
            results.append(found)
            print(line(found), flush=True)
            if found.verdict != "right":
                keep(found, options.out)

    try:
        with ThreadPoolExecutor(options.workers) as pool:
            list(pool.map(do, work))
    finally:
        ground.stop()
        options.out.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(ground.data, "service.log"), options.out / "service.log")
        shutil.rmtree(ground.data, ignore_errors=True)
    table, good = summary(results)
    print(table)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()

"""What the demo shows: progress bars while it works, a table of the filled form at its end."""

from collections.abc import Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

_DONE = {"done", "awaiting_confirmation", "awaiting_answers", "failed", "cancelled", "expired"}


class View:
    """Bars by job, fed by events as both transports send them."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self._bars = Progress(
            TextColumn("{task.description:<18}"),
            BarColumn(bar_width=32),
            TextColumn("{task.percentage:>3.0f} %  {task.fields[step]:<24}"),
            TimeElapsedColumn(),
            console=console,
        )
        self._tasks: dict[str, TaskID] = {}

    def __enter__(self) -> "View":
        self._bars.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bars.stop()

    def say(self, text: str) -> None:
        """A line above the bars."""
        self._bars.console.print(text)

    def show(self, event: Mapping[str, Any], name: str) -> None:
        """Move the bar of the event's job; `name` describes a job that is new."""
        job_id = str(event["jobId"])
        if job_id not in self._tasks:
            self._tasks[job_id] = self._bars.add_task(name, total=100, step="queued")
        state = str(event["state"]).lower()
        step = str(event["step"] or state).lower()
        if event["done"] is not None:
            step = f"{step} {event['done']}/{event['total']}"
        over = state in _DONE
        text = str(event["outcome"] or state).lower() if over else step
        self._bars.update(self._tasks[job_id], completed=event["percent"], step=text)


def filled_fields(fields: Sequence[Mapping[str, Any]]) -> Table:
    """The fields of a filled form: what was asked, what the page shows, how sure."""
    table = Table(title="What was filled", title_justify="left", header_style="bold")
    for heading in ("field", "asked", "chosen", "sure"):
        table.add_column(heading, overflow="fold")
    for field in fields:
        score = f"{float(field['score']):.0%}"
        table.add_row(field["name"], _asked(field), field["chosen"] or "", score)
    return table


def _asked(field: Mapping[str, Any]) -> str:
    """The seller's words; of what is assumed those of the listing that decided."""
    if not field["assumed"]:
        return field["asked"] or ""
    words = ", ".join(one["words"] for one in field["evidence"])
    return f"assumed: {words}"

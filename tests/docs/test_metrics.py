"""The table of metrics and the alert rules, against the registry of a process."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from prometheus_client.metrics_core import Metric

from browser.errors import ChallengeKind
from browser.listing import FieldName, FieldReport
from gql_api.domain.job import CLICKS, WORK, JobKind, JobState, Outcome
from gql_api.domain.status import BrowserFigures, Check, Here, Limit, Readiness, Shared, Waiting
from gql_api.observability.gauges import Gauges
from gql_api.observability.metrics import FAILED, OTHER, RANKS, Metrics
from tests.docs.pages import DOCS, name, rows
from tests.docs.test_reference import _codes

PAGE, RULES = DOCS / "metrics.md", DOCS / "alerts.yml"
ELSEWHERE = {"up"}
"""Made by Prometheus itself."""
VALUES: dict[str, set[str]] = {
    "kind": {*JobKind, *ChallengeKind},
    "state": {*JobState},
    "outcome": {*Outcome, FAILED},
    "queue": {WORK, CLICKS},
    "limit": {"publish", "uploads", "prepares", "daily", "queued"},
    "level": {"warning", "error"},
    "rank": {*RANKS},
    "field": {*FieldName, OTHER},
    "job": {"fripier"},
}
"""What a rule may ask a label for."""
SHARED = Shared(
    jobs={("prepare", "done"): 1},
    queues={WORK: Waiting()},
    clicks=0,
    published=0,
    unknown=0,
    resting=0,
    photos=0,
    photo_bytes=0,
    workers=0,
)
HERE = Here(
    1,
    2,
    limits=(Limit("publish", 5, 5),),
    refusals={"publish": 0},
    subscribers={"job": 0},
    streams={"socket": 0},
    trouble={"disk": 0},
    pressure={"cpu": 0.5},
    available_bytes=1,
    log_events={("job_failed", "error"): 1},
    browser=BrowserFigures(True, 0, 0, 0, 0, 0),
)


def _families() -> dict[str, Metric]:
    """Every metric of ours, by its name without the endings."""
    metrics = Metrics()
    metrics.registry.register(Gauges("all", HERE, SHARED, Readiness((Check("disk", True),))))
    found = {family.name: family for family in metrics.registry.collect()}
    return {name: family for name, family in found.items() if name.startswith("fripier_")}


def _labels(instruments: Metrics) -> Iterator[tuple[str, frozenset[str]]]:
    for each in vars(instruments).values():
        if hasattr(each, "_labelnames"):
            yield each._name, frozenset(each._labelnames)


def test_finds_are_counted_by_field_and_rank_and_are_there_before_the_first() -> None:
    metrics = Metrics()
    finds = [("title", 0), ("title", 0), ("title", 2), ("price", 3), ("price", 40)]
    finds += [("sim_lock", 1), ("isbn", 1)]
    metrics.located(FieldReport(name, None, None, rank=rank) for name, rank in finds)

    def found(field: str, rank: str) -> float | None:
        labels = {"field": field, "rank": rank}
        return metrics.registry.get_sample_value("fripier_locator_matches_total", labels)

    assert (found("title", "0"), found("title", "1"), found("title", "2")) == (2, 0, 1)
    assert (found("price", "3+"), found("other", "1"), found("size", "0")) == (2, 2, 0)
    assert (found("price", "3"), found("sim_lock", "1")) == (None, None)


def test_every_metric_is_in_the_table_with_its_kind_and_labels() -> None:
    page = {
        name(cells[0]): (cells[1], frozenset(re.findall(r"`(\w+)`", cells[2])))
        for cells in rows(PAGE)
        if name(cells[0]).startswith("fripier_")
    }
    counted = dict(_labels(Metrics()))
    found = {}
    for family in _families().values():
        read = frozenset(family.samples[0].labels) if family.samples else frozenset()
        found[family.name] = (family.type, counted.get(family.name, read))
    assert page == found


def _rules() -> list[dict[str, Any]]:
    (group,) = yaml.safe_load(RULES.read_text("utf-8"))["groups"]
    rules: list[dict[str, Any]] = group["rules"]
    return rules


def _series() -> set[str]:
    """Every name that a query may ask for."""
    endings = {"counter": ("_total",), "histogram": ("_bucket", "_sum", "_count"), "gauge": ("",)}
    return {
        f"{name}{ending}" for name, family in _families().items() for ending in endings[family.type]
    }


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: str(rule["alert"]))
def test_a_rule_asks_for_what_is_there(rule: dict[str, Any]) -> None:
    bare = re.sub(r"\{[^}]*\}", "", rule["expr"])
    named = set(re.findall(r"\b(?:fripier_\w+|up)\b", bare))
    assert named and named <= _series() | ELSEWHERE
    for label, value in re.findall(r'(\w+)!?="([^"]*)"', rule["expr"]):
        assert value in (_codes() if label == "code" else VALUES[label]), (label, value)
    assert bare.count("(") == bare.count(")")


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: str(rule["alert"]))
def test_a_rule_says_what_to_do(rule: dict[str, Any]) -> None:
    assert rule["labels"]["severity"] in {"critical", "warning"}
    page, _, heading = rule["annotations"]["runbook"].partition("#")
    text = (DOCS / page).read_text("utf-8")
    headings = re.findall(r"^##+ (.+)$", text, re.MULTILINE)
    assert not heading or heading in {_anchor(each) for each in headings}


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-")


def test_every_rule_is_explained() -> None:
    operations = (DOCS / "operations.md").read_text("utf-8")
    assert [rule["alert"] for rule in _rules() if f"`{rule['alert']}`" not in operations] == []

"""What an agent is told of a job: what is new since its last look, and the one next act."""

from typing import Any

import pytest

from gql_api.mcp.answers import changes, told

LINK = "http://127.0.0.1:5000/fripier#/jobs/j"
FIELD = {"name": "brand", "asked": "Diesel", "chosen": "Diesel", "reason": "x", "assumed": False}


def _event(seq: int, state: str, **more: Any) -> dict[str, Any]:
    usual = {"at": f"t{seq}", "revision": 1, "percent": seq, "step": None, "outcome": None}
    return {"seq": seq, "state": state, "reason": None, **usual, **more}


def _job(*events: dict[str, Any], **more: Any) -> dict[str, Any]:
    last = events[-1]
    return {
        "id": "j", "kind": "PREPARE", "state": last["state"], "revision": last["revision"],
        "lastSeq": last["seq"], "percent": last["percent"], "step": last["step"],
        "history": list(events), "listing": {"advice": []}, "result": None, "preparation": None,
        **more,
    }  # fmt: skip


def test_where_nothing_has_happened_nothing_is_told_again() -> None:
    job = _job(_event(1, "QUEUED"), _event(2, "DONE", outcome="PREPARED"))
    assert changes(job, 2, LINK) == {
        "job_id": "j", "changed": False, "state": "done", "last_seq": 2,
    }  # fmt: skip


def test_steps_are_one_word_of_progress_and_no_events() -> None:
    steps = [_event(seq, "RUNNING", step="TEXTS") for seq in range(2, 9)]
    body = changes(_job(_event(1, "QUEUED"), *steps), 1, LINK)
    assert [each["seq"] for each in body["events"]] == [2]
    assert body["progress"] == {"percent": 8, "step": "texts"}
    assert "outcome" not in body


def test_a_result_is_told_with_the_event_that_brought_it_and_not_after_it() -> None:
    result = {"outcome": "PREPARED", "fields": [FIELD], "questions": [], "expiresAt": "soon"}
    job = _job(_event(1, "QUEUED"), _event(2, "AWAITING_CONFIRMATION"), result=result)
    body = changes(job, 1, LINK)
    assert (body["outcome"], body["yes_until"]) == ("prepared", "soon")
    assert body["fields"] == [{"name": "brand", "asked": "Diesel", "chosen": "Diesel"}]
    assert "fields" not in changes(job, 2, LINK)


def test_fields_that_are_as_before_a_correction_are_left_out() -> None:
    price = {**FIELD, "name": "price", "chosen": "30,00 €"}
    before = _job(_event(1, "AWAITING_CONFIRMATION"), result={"fields": [FIELD]})
    after = _job(_event(2, "AWAITING_CONFIRMATION"), result={"fields": [FIELD, price]})
    body = changes(after, 1, LINK, before)
    assert [each["name"] for each in body["fields"]] == ["price"]


def test_who_has_to_act_is_said() -> None:
    manual = _job(_event(1, "DONE"), result={"outcome": "NEEDS_MANUAL"})
    assert changes(manual, 0, LINK)["link"] == LINK
    asked = _job(_event(1, "AWAITING_ANSWERS"), result={"outcome": "NOT_READY"})
    assert "answer_questions" in changes(asked, 0, LINK)["next"]


@pytest.mark.parametrize(
    ("made", "named"),
    [({}, "j"), ({"kind": "PUBLISH", "id": "p", "preparation": {"id": "j"}}, "j")],
)
def test_what_the_site_refused_is_corrected_where_it_was_prepared(
    made: dict[str, Any], named: str
) -> None:
    refused = _job(_event(1, "FAILED"), result={"outcome": "REJECTED_BY_SITE"}, **made)
    assert f"correct_listing for job {named} " in changes(refused, 0, LINK)["next"]


def test_names_are_the_tools_and_what_says_nothing_goes() -> None:
    assert told({"listingUrl": "u", "retryAt": None, "warnings": [], "state": "DONE"}) == {
        "listing_url": "u", "state": "done",
    }  # fmt: skip

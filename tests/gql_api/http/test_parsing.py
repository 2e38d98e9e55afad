"""What arrives beside the models: JSON, media types, idempotency keys."""

import pytest

from gql_api.errors import InvalidInput
from gql_api.http import parsing

GRAPHQL = "application/graphql-response+json"
JSON = "application/json"


@pytest.mark.parametrize(
    ("accept", "offers", "chosen"),
    [
        (None, (JSON,), JSON),
        ("", (JSON,), JSON),
        ("*/*", (GRAPHQL, JSON), GRAPHQL),
        ("application/*;q=0.1", (JSON,), JSON),
        (f"{GRAPHQL}, {JSON};q=0.9", (GRAPHQL, JSON), GRAPHQL),
        (f"{GRAPHQL};q=0.8, {JSON}", (GRAPHQL, JSON), JSON),
        (f"{JSON};q=0, */*", (JSON,), None),
        ("image/png, text/html;q=0.9", (JSON,), None),
        ("APPLICATION/JSON; charset=utf-8; Q=0.5", (JSON,), JSON),
    ],
)
def test_the_best_liked_offer_is_chosen(
    accept: str | None, offers: tuple[str, ...], chosen: str | None
) -> None:
    assert parsing.preferred(accept, offers) == chosen


def test_a_pattern_does_not_mention_a_type() -> None:
    assert parsing.mentions(f"text/html, {GRAPHQL}", GRAPHQL)
    assert not parsing.mentions("*/*", GRAPHQL)
    assert not parsing.mentions(f"{GRAPHQL};q=0", GRAPHQL)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b'{"a": 1, "a": 2}',
        b'{"a": NaN}',
        b"\xff\xfe{}",
        b'{"a":' + b"9" * 5000 + b"}",
        b'{"a":' * 100_000,
        b"[" * 100_000,
        b'{"a": "\\ud83d"}',
        b'{"\\uDC00": 1}',
    ],
    ids=[
        *("empty", "cut", "twice", "nan", "utf-16", "digits", "deep object", "deep list"),
        *("half a character", "half a name"),
    ],
)
def test_what_is_no_plain_json_is_refused(body: bytes) -> None:
    with pytest.raises(parsing.MalformedJson) as refused:
        parsing.strict_json(body)
    assert "sys." not in refused.value.detail


def test_a_character_in_two_escapes_is_read() -> None:
    assert parsing.strict_json(b'["\\ud83d\\ude00", "\\\\ud83d"]') == ["\U0001f600", "\\ud83d"]


def test_plain_json_is_read() -> None:
    assert parsing.strict_json('{"é": [1.5, null, {"b": 1}, {"b": 2}]}'.encode()) == {
        "é": [1.5, None, {"b": 1}, {"b": 2}]
    }


@pytest.mark.parametrize(
    ("sent", "key"),
    [
        ([], None),
        (["abc123"], "abc123"),
        (['"abc123"'], "abc123"),
        (['"with space and \\"quotes\\" \\\\"'], 'with space and "quotes" \\'),
        (["x" * 255], "x" * 255),
        (['"' + "x" * 255 + '"'], "x" * 255),
    ],
)
def test_a_key_is_taken_bare_or_quoted(sent: list[str], key: str | None) -> None:
    assert parsing.idempotency_key(sent) == key


@pytest.mark.parametrize(
    "sent",
    [["a", "a"], [""], ['""'], ['" "'], ['"open'], ["two words"], ["é"], ["x" * 256], ['"a"b"']],
)
def test_a_repeated_empty_or_malformed_key_is_refused(sent: list[str]) -> None:
    with pytest.raises(InvalidInput) as refused:
        parsing.idempotency_key(sent)
    assert refused.value.code == "idempotency_key_invalid"

"""What front ends do to a listing on its way, by a grammar of their habits, over both transports.

Whatever comes of it: the same verdict for the same input, and never our own fault.
"""

import json
from typing import Any, Final

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.gql_api.same_inputs.verdicts import LISTING, PREPARE, Both, as_graphql

TEXT_FIELDS: Final = (
    *("title", "description", "brand", "size", "condition", "color"),
    *("category_hint", "material", "parcel_size"),
)
WORDS: Final = st.sampled_from(
    ["Hoodie", "Été", "L", "38", "noir", "Homme > Sweats", "👍🏽", "٣", "undefined", "null", "NaN"]
)
JOINTS: Final = st.sampled_from(
    [
        *("", " ", "\u00a0", "\r\n", "\n", "\t", "&amp;", "&nbsp;", "&#10;", "&lt;br&gt;"),
        *("\u2028", "\ufeff", "\u200b", "\u202e", "\x00", "\x1b", "\x7f", "\x85"),
        *("'", '"', "\\", "<b>", "${x}"),
    ]
)
TEXTS: Final = st.one_of(
    st.lists(st.one_of(WORDS, JOINTS), max_size=6).map("".join),
    st.sampled_from(["", " ", "x" * 101, "x" * 201, "x" * 2001, "é" * 100, "x" * 5000]),
)
AMOUNTS: Final = st.one_of(
    st.decimals(-5, 2_000_000, places=2).map(str),
    st.integers(-5, 2_000_000),
    st.floats(-5, 2_000_000),
    st.tuples(
        st.sampled_from(["", "€", "EUR ", "\u202f", "+", "-", "0"]),
        st.integers(0, 2000).map(str),
        st.sampled_from(["", ",", ".", "'", " ", "\u00a0", "_", "e"]),
        st.sampled_from(["", "5", "50", "500", "000", "000,50"]),
        st.sampled_from(["", "€", "\u00a0€", " EUR", ",-", "\n"]),
    ).map("".join),
)
ODD: Final = st.sampled_from([None, True, False, 0, 1, -1, 1.5, 10**20, "", [], {}, [[]], [None]])
NOT_TEXT: Final = st.sampled_from([None, True, 5, [], ["a"], {}, {"value": "a"}])
PHOTOS: Final = st.one_of(
    st.none(),
    st.lists(st.one_of(TEXTS, st.builds(dict, temp_id=TEXTS)), max_size=3),
    st.sampled_from(["", "none", [None], [[]], [{}], {"0": {}}, ["none"] * 21]),
)
ANSWERS: Final = st.none() | st.dictionaries(WORDS | TEXTS, TEXTS, max_size=3)
COLORS: Final = st.lists(TEXTS | st.none(), max_size=6)
MEMBERS: Final = st.one_of(
    *(st.tuples(st.just(name), TEXTS) for name in TEXT_FIELDS),
    *(st.tuples(st.just(name), NOT_TEXT) for name in ("title", "description")),
    st.tuples(st.just("price"), AMOUNTS | ODD | TEXTS),
    st.tuples(st.just("photos"), PHOTOS),
    st.tuples(st.just("answers"), ANSWERS),
    st.tuples(st.just("color"), COLORS),
    st.tuples(st.sampled_from(["dry_run", "unisex", "brand_is_custom"]), ODD | st.just("false")),
    st.tuples(st.sampled_from(["account", "market"]), TEXTS | st.none()),
)
REPLACED: Final = {
    "twice": ('"price":', '"price": 1, "price":'),
    "undefined": ('"price": 35', '"price": undefined'),
    "nan": ('"price": 35', '"price": NaN'),
    "single quotes": ('"price"', "'price'"),
    "half": ('"price": 35', '"price": "\\ud83d"'),
}
HABITS: Final = settings(
    max_examples=80, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@HABITS
@given(member=MEMBERS, dropped=st.sampled_from([None, None, None, "title", "price"]))
async def test_one_member_that_is_not_as_it_should_be(
    both: Both, member: tuple[str, Any], dropped: str | None
) -> None:
    body = {**LISTING, member[0]: member[1]}
    if dropped:  # as JSON leaves out what is undefined
        body = {name: value for name, value in LISTING.items() if name != dropped}
    rest, graphql = await both.rest(body), await both.graphql(body)
    assert rest.status < 500 and graphql.status == 200, (body, rest, graphql)
    assert rest.said == graphql.said, (body, rest, graphql)
    if member[0] == "price" and member[1] is not None and dropped is None:
        assert graphql.typed, (body, graphql)


TWISTS: Final = st.sampled_from(
    ["bom", "comma", "twice", "undefined", "nan", "single quotes", "half", "empty", "utf-16"]
)


@HABITS
@given(twist=TWISTS, text=TEXTS)
async def test_a_body_that_is_not_as_it_should_be(both: Both, twist: str, text: str) -> None:
    body = {**LISTING, "brand": text}
    rest = await both.rest_text(_twisted(json.dumps(body), twist))
    variables = json.dumps({"input": as_graphql(body)})
    whole = f'{{"query": {json.dumps(PREPARE)}, "variables": {_text(variables, twist)}}}'
    graphql = await both.graphql_text(_encoded(whole, twist))
    assert rest.status < 500 and graphql.status < 500, (twist, rest, graphql)
    assert rest.said == graphql.said, (twist, rest, graphql)


def _twisted(text: str, twist: str) -> bytes:
    return _encoded(_text(text, twist), twist)


def _text(text: str, twist: str) -> str:
    if twist == "comma":
        return text.removesuffix("}") + ",}"
    old, new = REPLACED.get(twist, ("", ""))
    return text.replace(old, new) if old else text


def _encoded(text: str, twist: str) -> bytes:
    match twist:
        case "bom":
            return b"\xef\xbb\xbf" + text.encode()
        case "empty":
            return b""
        case "utf-16":
            return text.encode("utf-16")
    return text.encode()

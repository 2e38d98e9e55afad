"""The schema as a public contract: exported, described, typed."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from graphql import (
    BreakingChangeType,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    find_breaking_changes,
    is_specified_scalar_type,
    print_type,
)

from gql_api import errors
from gql_api.domain.job import JobEvent
from gql_api.rest import bodies
from gql_api.schema import sdl
from gql_api.schema.errors import typed

REPOSITORY = Path(__file__).parents[3]
RELEASED = Path(__file__).parents[1] / "released" / "schema.graphql"
MUTATIONS = {
    "setSession",
    "uploadPhoto",
    "prepareListing",
    "publishListing",
    "answerQuestions",
    "cancelJob",
    "resolveJob",
    "lookAgain",
    "forgetSession",
    "resumeAccount",
    "forgetAccount",
    "deletePhoto",
    "runDoctor",
    "forgetAlias",
    "importListings",
    "approveImportRows",
    "skipImportRows",
    "cancelImport",
    "renewListing",
    "setAccountDefaults",
}


@pytest.fixture(scope="module")
def schema() -> GraphQLSchema:
    return build_schema(sdl())


def _own(schema: GraphQLSchema) -> Iterator[GraphQLNamedType]:
    for name, kind in schema.type_map.items():
        builtin = isinstance(kind, GraphQLScalarType) and is_specified_scalar_type(kind)
        if not name.startswith("__") and not builtin:
            yield kind


def _undescribed(kind: GraphQLNamedType) -> Iterator[str]:
    if not kind.description:
        yield kind.name
    if isinstance(kind, GraphQLEnumType):
        yield from (f"{kind.name}.{n}" for n, v in kind.values.items() if not v.description)
    if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
        yield from (f"{kind.name}.{n}" for n, f in kind.fields.items() if not f.description)
    if isinstance(kind, GraphQLObjectType | GraphQLInterfaceType):
        for name, field in kind.fields.items():
            yield from (
                f"{kind.name}.{name}({n})" for n, a in field.args.items() if not a.description
            )


def test_the_exported_schema_is_the_served_one() -> None:
    exported = (REPOSITORY / "schema.graphql").read_text("utf-8")
    assert exported == sdl(), "run: fripier schema > schema.graphql"


def test_everything_is_described(schema: GraphQLSchema) -> None:
    assert [name for kind in _own(schema) for name in _undescribed(kind)] == []


def test_custom_scalars_name_their_specification(schema: GraphQLSchema) -> None:
    scalars = [kind for kind in _own(schema) if isinstance(kind, GraphQLScalarType)]
    assert {scalar.name for scalar in scalars} == {"Decimal", "DateTime", "CurrencyCode", "Upload"}
    assert all(scalar.specified_by_url for scalar in scalars)


def test_nothing_of_the_last_release_is_broken(schema: GraphQLSchema) -> None:
    released = build_schema(RELEASED.read_text("utf-8"))
    assert [change.description for change in find_breaking_changes(released, schema)] == []


def test_a_broken_promise_is_noticed(schema: GraphQLSchema) -> None:
    broken = build_schema(sdl().replace("  confirmToken: String!\n", "  token: String!\n"))
    found = {change.type for change in find_breaking_changes(schema, broken)}
    assert found == {
        BreakingChangeType.FIELD_REMOVED,
        BreakingChangeType.REQUIRED_INPUT_FIELD_ADDED,
    }


def test_a_deprecation_says_what_to_use_and_until_when() -> None:
    reasons = re.findall(r'@deprecated\(reason: "([^"]*)"\)', sdl())
    assert len(reasons) == sdl().count("@deprecated") > 0
    for reason in reasons:
        found = re.fullmatch(r"Use `\w+`.* Goes away after (\d{4}-\d{2}-\d{2})\.", reason)
        assert found and date.fromisoformat(found[1]), reason


def test_one_of_several_is_said_so(schema: GraphQLSchema) -> None:
    finding = schema.type_map["FindingInput"]
    assert isinstance(finding, GraphQLInputObjectType) and finding.is_one_of


def test_lists_that_grow_are_connections(schema: GraphQLSchema) -> None:
    assert schema.query_type is not None
    for name in ("jobs", "photos", "publishedListings"):
        shape = str(schema.query_type.fields[name].type)
        assert shape.endswith("Connection!"), name


def test_lists_have_no_holes(schema: GraphQLSchema) -> None:
    for kind in _own(schema):
        for name, field in getattr(kind, "fields", {}).items():
            inner = field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type
            if isinstance(inner, GraphQLList):
                assert isinstance(inner.of_type, GraphQLNonNull), f"{kind.name}.{name}"


def test_a_price_is_a_decimal_with_a_currency(schema: GraphQLSchema) -> None:
    price = schema.type_map["Price"]
    assert isinstance(price, GraphQLObjectType)
    assert str(price.fields["amount"].type) == "Decimal!"
    assert str(price.fields["currency"].type) == "CurrencyCode!"
    given = schema.type_map["PrepareListingInput"]
    assert isinstance(given, GraphQLInputObjectType)
    assert str(given.fields["price"].type) == "Decimal!"


def test_each_mutation_has_one_input_and_a_union_result(schema: GraphQLSchema) -> None:
    assert schema.mutation_type is not None
    assert set(schema.mutation_type.fields) == MUTATIONS
    error, older = schema.type_map["MutationError"], schema.type_map["Error"]
    assert isinstance(error, GraphQLInterfaceType) and isinstance(older, GraphQLInterfaceType)
    for name, field in schema.mutation_type.fields.items():
        assert list(field.args) == ["input"], name
        assert isinstance(field.type, GraphQLNonNull), name
        result = field.type.of_type
        assert isinstance(result, GraphQLUnionType), name
        success, *failures = result.types
        assert success.name == f"{name[0].upper()}{name[1:]}Success"
        assert all(schema.is_sub_type(error, failure) for failure in failures), name
        assert all(schema.is_sub_type(older, failure) for failure in failures), name


def test_the_names_of_the_contract_are_there(schema: GraphQLSchema) -> None:
    assert schema.query_type and schema.subscription_type
    subscriptions = {"listingProgress", "livePictures", "importProgress"}
    assert set(schema.subscription_type.fields) == subscriptions
    wanted = {
        "session",
        "accounts",
        "capabilities",
        "photo",
        "photos",
        "job",
        "jobs",
        "listings",
        "limits",
    }
    assert wanted | {"health"} <= set(schema.query_type.fields)


SITES_OWN = {"AliasOption", "PublishedListing"}
"""Types whose `id` is the site's, which is no identity: it is deprecated."""


def test_an_id_is_what_a_cache_may_know_a_thing_by(schema: GraphQLSchema) -> None:
    for kind in _own(schema):
        if isinstance(kind, GraphQLObjectType) and "id" in kind.fields:
            is_kept = not kind.fields["id"].deprecation_reason
            assert is_kept is (kind.name not in SITES_OWN), kind.name
            assert not is_kept or str(kind.fields["id"].type) == "ID!", kind.name


def test_a_dry_run_is_the_default(schema: GraphQLSchema) -> None:
    for name in ("PrepareListingInput", "PublishListingInput"):
        assert "dryRun: Boolean = true" in print_type(schema.type_map[name])


def test_the_older_socket_says_what_the_subscription_says(schema: GraphQLSchema) -> None:
    progress = schema.type_map["ListingProgress"]
    assert isinstance(progress, GraphQLObjectType)
    names = {bodies.camel(name) for name in JobEvent.__slots__ if name != "owner"}
    assert names == set(progress.fields)


def _refusals(kind: type[errors.ServiceError]) -> Iterator[type[errors.ServiceError]]:
    for below in kind.__subclasses__():
        if below.__module__ == errors.__name__:
            yield below
            yield from _refusals(below)


@pytest.mark.parametrize("kind", list(_refusals(errors.ServiceError)))
def test_every_refusal_of_the_service_has_a_type(kind: type[errors.ServiceError]) -> None:
    result = typed(kind("try this", field="user_agent"))
    assert result is not None
    assert (result.code, result.message, result.field) == (kind.code, "try this", "userAgent")

"""Read-only tables of the upload form: categories, attributes, brands, colours, sizes, parcels."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from .. import challenges
from ..catalogue import attributes, books, data, parcels
from ..web import (
    Answer,
    body_of,
    expire_at,
    faults_of,
    gone,
    latency,
    locale_of,
    member,
    not_found,
    ok,
    session_of,
    unauthorized,
    writer,
)

Json = dict[str, Any]


async def catalogs(request: Request) -> Response:
    member(request)
    if faults_of(request).catalogs_gone:
        return gone()
    return ok({"catalogs": tree(request)})


def sees_newer_tree(request: Request) -> bool:
    """Whether this account has been moved to the newer tree; others have the older one."""
    session, login = session_of(request), faults_of(request).new_tree_of
    return bool(login) and session is not None and session.account.login == login


def tree(request: Request) -> list[Json]:
    newer, locale = sees_newer_tree(request), locale_of(request)
    return [_branch(root, locale, newer) for root in data.children()[None]]


def _branch(category: data.Category, locale: data.Locale, newer: bool) -> Json:
    below = data.children().get(category.id, ())
    children = [_branch(child, locale, newer) for child in below if data.in_tree(child, newer)]
    return {"id": category.id, "title": category.title[locale], "catalogs": children}


def _row(category: data.Category, locale: data.Locale) -> Json:
    title = category.title[locale]
    return {"id": category.id, "title": title, "path": data.breadcrumb(category, locale)}


async def search(request: Request) -> Response:
    member(request)
    locale = locale_of(request)
    keyword, newer = request.query_params.get("keyword", ""), sees_newer_tree(request)
    hits = data.search_categories(keyword, locale, newer=newer)
    return ok({"catalogs": [_row(hit, locale) for hit in hits]})


async def suggested_categories(request: Request) -> Response:
    is_read = request.method == "GET"
    (member if is_read else writer)(request)
    locale, faults = locale_of(request), faults_of(request)
    body = {} if is_read else await body_of(request)
    await latency(request, faults.suggestion_delay)
    if not faults.suggested_rows:
        return ok({"catalogs": [], "categories": []})
    if is_read or "image_metadata" in body:
        ids = faults.suggested_categories.split(",")
        return ok({"categories": [int(each) for each in ids if each.strip().isdecimal()]})
    words = f"{body.get('title', '')} {body.get('description', '')}".split()
    hits: dict[int, data.Category] = {}
    for word in (word for word in words if len(word) > 3):
        hits |= {hit.id: hit for hit in data.search_categories(word, locale, limit=2)}
    return ok({"catalogs": [_row(hit, locale) for hit in list(hits.values())[:3]]})


def _category(value: Any) -> data.Category:
    found = data.categories().get(int(value)) if str(value).isdecimal() else None
    if found is None:
        raise Answer(not_found())
    return found


async def category_attributes(request: Request) -> Response:
    """The answer that decides which fields the form mounts after the category."""
    expire_at(request, "category")
    writer(request)
    challenges.meet(request, "after_category")
    rows = (await body_of(request)).get("attributes") or []
    asked = [row["value"][0] for row in rows if row.get("code") in ("category", "category_id")]
    category = _category(asked[0] if asked else "")
    answer = attributes.attributes_answer(category, locale_of(request), faults_of(request))
    return ok({"attributes": answer})


async def brands(request: Request) -> Response:
    member(request)
    await latency(request, faults_of(request).brand_delay)
    keyword = request.query_params.get("keyword", "").strip()
    found = data.search_brands(keyword) if keyword else data.popular_brands()
    return ok({"brands": [_brand(brand) for brand in found]})


def _brand(brand: data.Brand) -> Json:
    return {
        "id": brand.id,
        "title": brand.title,
        "requires_authenticity_check": brand.needs_check,
        "is_luxury": brand.luxury,
        "is_hvf": brand.luxury,
        "has_children": False,
    }


async def models(request: Request) -> Response:
    """The models of a brand; those of brands that the table does not have are one."""
    member(request)
    locale, table = locale_of(request), data.read("models")
    other = {"id": table["other"]["id"], "title": data.Title(table["other"]["title"])[locale]}
    known = table["brands"].get(request.query_params.get("brand_id", ""), [])
    return ok({"models": [*known, other]})


async def book(request: Request) -> Response:
    member(request)
    return ok({"book": books.book(request.query_params.get("isbn", ""))})


async def colors(request: Request) -> Response:
    member(request)
    locale = locale_of(request)
    rows = [
        {"id": row.id, "title": row.title[locale], "hex": row.hex, "order": order, "code": row.code}
        for order, row in enumerate(data.colors(), start=1)
    ]
    return ok({"colors": rows})


async def conditions(request: Request) -> Response:
    """The older address; the page reads conditions from the attributes now."""
    member(request)
    locale = locale_of(request)
    category = _category(request.query_params.get("catalog_id", ""))
    rows = attributes.conditions_of(category, faults_of(request))
    return ok({"conditions": [{"id": row.id, "title": row.title[locale]} for row in rows]})


async def size_groups(request: Request) -> Response:
    member(request)
    locale = locale_of(request)
    category = _category(request.query_params.get("catalog_ids[]", ""))
    groups = attributes.sizes_of(category, faults_of(request))
    if not groups:
        return not_found()
    return ok({"size_groups": [_size_group(group, locale) for group in groups]})


def _size_group(group: data.SizeGroup, locale: data.Locale) -> Json:
    sizes = [{"id": size.id, "title": size.title[locale]} for size in group.sizes]
    return {"id": group.id, "title": group.title[locale], "sizes": sizes}


async def older_package_sizes(request: Request) -> Response:
    """The address of May, which says what it recommends."""
    member(request)
    category = _category(request.path_params["category_id"])
    rows = _parcels(request, category)
    return ok(
        {"package_sizes": rows, "recommended_id": parcels.recommended(category, faults_of(request))}
    )


async def package_sizes(request: Request) -> Response:
    """The page's address since August 2026; a token that ran out gets 401 here first."""
    member(request)
    if faults_of(request).parcel_stale_token:
        return unauthorized()
    return ok({"package_sizes": _parcels(request, _category(request.path_params["category_id"]))})


async def suggested_parcel(request: Request) -> Response:
    """May, notes of captured requests, 1 source, L: the recommended parcel has its own address."""
    writer(request)
    body = await body_of(request)
    category = _category(body.get("catalog_id"))
    found = parcels.recommended(category, faults_of(request), size=bool(body.get("size_id")))
    return ok({"package_size_id": found})


def _parcels(request: Request, category: data.Category) -> list[Json]:
    locale = locale_of(request)
    return [
        {"id": row.id, "code": row.code, "title": row.title[locale], "hint": row.hint[locale]}
        for row in parcels.parcels_of(category, faults_of(request))
    ]


async def pricing_suggestions(request: Request) -> Response:
    """Asked whenever a price is committed: the last helper call before publishing."""
    writer(request)
    challenges.meet(request, "before_publish")
    body = await body_of(request)
    complete = all(body.get(key) for key in ("catalog_id", "brand", "status_id"))
    if not complete:
        return ok({"suggestion": None})
    return ok({"suggestion": {"low": 10.0, "high": 15.0}})


async def verification_criteria(request: Request) -> Response:
    member(request)
    return ok({"required_field_codes": ["brand", "price"]})

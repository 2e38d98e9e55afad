"""The addresses of the stand-in."""

from __future__ import annotations

from starlette.routing import BaseRoute, Mount, Route

from . import assets, control, relay
from .api import catalog, items, photos, users
from .pages import account, item, sell, wardrobe

UPLOAD = "/api/v2/item_upload"
SHIPPING = "/shipping-estimation/external"


def routes(*, with_control: bool) -> list[BaseRoute]:
    return [
        *_pages(),
        *_api(),
        *_upload_api(),
        *relay.ROUTES,
        *(_control() if with_control else []),
        Route("/static/{path:path}", assets.serve),
    ]


def _control() -> list[BaseRoute]:
    return [Mount("/__standin__", routes=control.ROUTES)]


def _pages() -> list[BaseRoute]:
    return [
        Route("/", account.home),
        Route("/items/new", sell.new),
        Route("/items/{item_id:int}/edit", sell.edit),
        Route("/items/{item_id:int}", item.redirect),
        Route("/items/{slug}", item.show),
        Route("/member/signup/select_type", account.signup_wall),
        Route("/member/login/email", account.login_form),
        Route("/member/{user_id:int}", wardrobe.show),
        Route("/session-refresh", account.session_refresh),
        Route("/users/verification", account.verification),
        Route("/users/verification/phone", account.phone_verification),
        Route("/photos/{photo_id:int}", photos.serve),
    ]


def _api() -> list[BaseRoute]:
    return [
        Route("/web/api/auth/refresh", users.refresh, methods=["POST"]),
        Route("/api/v2/users/current", users.current),
        Route("/api/v2/photos", photos.upload, methods=["POST"]),
        Route("/api/v2/catalogs/{category_id}/package_sizes", catalog.older_package_sizes),
        Route(f"{SHIPPING}/catalogs/{{category_id}}/package_sizes", catalog.package_sizes),
        Route(f"{SHIPPING}/package_sizes/suggestion", catalog.suggested_parcel, methods=["POST"]),
        Route("/api/v2/offline_verification/criteria/{id}", catalog.verification_criteria),
        Route("/api/v2/items/{item_id:int}/delete", items.delete_item, methods=["POST"]),
        Route("/api/v2/wardrobe/{user_id:int}/items", items.wardrobe),
    ]


def _upload_api() -> list[BaseRoute]:
    draft = f"{UPLOAD}/drafts/{{item_id:int}}"
    item_path = f"{UPLOAD}/items/{{item_id:int}}"
    suggestions = f"{UPLOAD}/suggestions"
    pricing = f"{UPLOAD}/pricing_suggestions"
    return [
        Route(f"{UPLOAD}/drafts", items.create_draft, methods=["POST"]),
        Route(draft, items.read_draft, methods=["GET"]),
        Route(draft, items.update_draft, methods=["PUT"]),
        Route(draft, items.delete_draft, methods=["DELETE"]),
        Route(f"{draft}/completion", items.complete_draft, methods=["POST"]),
        Route(f"{UPLOAD}/items", items.create_item, methods=["POST"]),
        Route(item_path, items.read_item, methods=["GET"]),
        Route(item_path, items.update_item, methods=["PUT"]),
        Route(f"{UPLOAD}/catalogs", catalog.catalogs),
        Route(f"{UPLOAD}/catalogs/search", catalog.search),
        Route(f"{UPLOAD}/attributes", catalog.category_attributes, methods=["POST"]),
        Route(f"{UPLOAD}/brands", catalog.brands),
        Route(f"{UPLOAD}/models", catalog.models),
        Route(f"{UPLOAD}/books", catalog.book),
        Route(f"{UPLOAD}/colors", catalog.colors),
        Route(f"{UPLOAD}/conditions", catalog.conditions),
        Route(f"{UPLOAD}/size_groups", catalog.size_groups),
        Route(f"{suggestions}/categories", catalog.suggested_categories, methods=["GET", "POST"]),
        Route(f"{UPLOAD}/upload_another_item_tip", items.another_item_tip),
        Route(pricing, catalog.pricing_suggestions, methods=["POST"]),
    ]

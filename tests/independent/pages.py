"""The HTML of the market's pages: shell, form, item, profile.

Owns the documents as they leave the server; the form's life is `static/sell.js`.
"""

import json
from html import escape
from typing import Any

from .market import MODELS
from .words import CURRENCY, ISO
from .world import World

CSRF = "75f6c9fa-dc8e-4e52-a000-e09dd4084b3e"
HEAD = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>{title}</title>
<meta name="robots" content="noindex"><meta name="viewport" content="width=device-width">
<meta name="iso-locale" content="{iso}"><link rel="stylesheet" href="/static/site.css">
<script async src="/static/tags.js" data-from="static-assets.vinted.com/datadome/5.1.0/tags.js">
</script></head><body>"""
USER = """<div id="user-menu-button" data-testid="user-menu-button" role="button" tabindex="0">
<figure class="header-avatar"><img alt="{login}" src="/static/photo.svg"></figure></div>
<a href="/inbox" data-testid="header-conversations-button">✉</a>"""
GUEST = '<a data-testid="header--login-button" href="/member/signup/select_type">S\'inscrire</a>'


def head(world: World, title: str) -> str:
    """The document's beginning."""
    lang = world["html_lang"] or {"made": "tlh"}.get(world["lang"], world["lang"])
    iso = world["iso_locale"] or ISO[world["lang"]]
    return HEAD.format(lang=lang, title=title, iso=iso)


def header(world: World, inside: bool) -> str:
    """The site's header with its search, its menu and who is signed in."""
    menu = ""
    if world["header_menu"]:
        rows = [world.market.title(n) for n in world.market.nodes.values()][:40]
        row = '<li class="web_ui__Item__item"><a href="#">{}</a></li>'
        menu = "".join(row.format(escape(r)) for r in rows)
    user = USER.format(login=world.user["login"]) if inside else GUEST
    sell = '<a href="/items/new" rel="nofollow">+</a>'
    return (
        f'<header><form action="/catalog"><input name="search_text"></form>{user}{sell}'
        f'<nav class="menu"><ul>{menu}</ul></nav></header>'
    )


def asking(world: World) -> str:
    """The page's own question who is signed in, late where the session renews itself first."""
    state = {"switches": {}, "words": {}, "late": world["who_ms"] if world["who"] == "late" else 0}
    payload = json.dumps(state)
    return (
        f'<script id="__state" type="application/json">{payload}</script>'
        '<script src="/static/site.js"></script>'
    )


def shell(world: World, inside: bool, what: str) -> str:
    """A page without the form."""
    body = {
        "home": "<h1>Vinted</h1><p>…</p>",
        "join": "<h1>Rejoins Vinted</h1>"
        '<a href="/member/signup/select_type" '
        'data-testid="auth-select-type--register-switch">…</a>',
        "gone": "<h1>Sorry, something went wrong</h1>",
        "verification": "<h1>Vérifie ton numéro de téléphone</h1><input name='phone'>",
    }[what]
    banner = '<script src="/static/banner.js"></script>' if world["banner"] else ""
    return (
        f'{head(world, "Vinted")}{header(world, inside)}<main class="site"><div id="content">'
        f'<div class="regular-container">{body}</div></div></main>'
        f"{asking(world)}{banner}</body></html>"
    )


def form(world: World, item_id: int, kept: dict[str, Any] | None, draft: bool) -> str:
    """The sell form's document: a payload and the script that builds the form."""
    pattern, mark = CURRENCY[world["currency"]]
    state = {
        "switches": world.switches, "words": world.market.words, "user": world.user["id"],
        "itemId": item_id, "kept": kept, "draft": draft, "pricePattern": pattern,
        "decimal": mark, "tree": world.market.tree(), "colors": world.market.colors(),
        "models": {k: [{"id": i, "title": t} for i, t in v] for k, v in MODELS.items()},
        "paths": {n: world.market.path(n) for n in world.market.nodes},
        "needs_unisex": [157, 246],
    }  # fmt: skip
    if world["who"] == "late":
        state["late"] = world["who_ms"]
    payload = json.dumps(state, default=str).replace("<", "\\u003c")
    banner = '<script src="/static/banner.js"></script>' if world["banner"] else ""
    h1 = world.market.words["h1"]
    return (
        f"{head(world, h1 + ' | Vinted')}{header(world, True)}"
        f'<main class="site"><div id="content"><div class="regular-container">'
        f'<h1>{escape(h1)}</h1><div id="root"></div></div></div></main><div id="portals"></div>'
        f'<script>self.__next_f=[];self.__next_f.push([1,"{{\\"CSRF_TOKEN\\":\\"{CSRF}\\"}}"])</script>'
        f'<script id="__state" type="application/json">{payload}</script>'
        f'<script src="/static/site.js"></script><script src="/static/fields.js"></script>'
        f'<script src="/static/sell.js"></script>{banner}</body></html>'
    )


def item(world: World, number: int, entry: dict[str, Any]) -> str:
    """An item's page as its owner sees it."""
    tests = ["item-delete-button", "item-edit-button", "item-bump-button", "mark-as-sold-button",
             "item-hide-button"]  # fmt: skip
    buttons = "".join(f'<button type="button" data-testid="{t}">{t}</button>' for t in tests)
    return (
        f'{head(world, "Vinted")}{header(world, True)}<main class="site"><div id="content">'
        f"<h1>{escape(str(entry.get('title')))}</h1><p>{entry.get('price')}</p>{buttons}"
        "</div></main></body></html>"
    )


def profile(world: World, promo: bool) -> str:
    """The seller's profile with the wardrobe's cards."""
    rows = [(i, e, f"/items/{i}-article") for i, e in world.visible()]
    rows += [(i, e, f"/items/{i}/edit") for i, e in world.drafts.items()]
    cards = "".join(
        f'<div data-testid="product-item-id-{i}"><a href="{link}" '
        f'title="{escape(str(e.get("title")))}"'
        f' data-testid="product-item-id-{i}--overlay-link">{escape(str(e.get("title")))}</a></div>'
        for i, e, link in rows
    )
    modal = ""
    if promo:
        modal = (
            '<div role="dialog" class="web_ui__Dialog__content"><h2>Item listed</h2>'
            '<button type="button" data-testid="list-promotion-submit-cta">List another</button>'
            '<button type="button" data-testid="list-promotion-cancel-cta">Later</button></div>'
        )
    return (
        f'{head(world, "Vinted")}{header(world, True)}<main class="site"><div id="content">'
        f"<h1>{world.user['login']}</h1>{cards}</div></main>{modal}</body></html>"
    )

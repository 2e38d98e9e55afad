"""GraphiQL as the endpoint shows it to browsers: our page around files that `console` serves.

Nothing is loaded from elsewhere, no script or style stands in the page, and the policy says so. The
one style that GraphiQL writes itself, under its dialogs, carries the nonce of this page.
"""

import secrets
from typing import Final

from starlette.responses import HTMLResponse, Response

ASSETS: Final = "console/static"
POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; "
    "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_PAGE: Final = f"""<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Fripier: GraphiQL</title>
    <link rel="icon" href="{ASSETS}/icon.svg">
    <link rel="stylesheet" href="{ASSETS}/graphiql.min.css">
    <link rel="stylesheet" href="{ASSETS}/graphiql-page.css">
  </head>
  <body>
    <div id="graphiql">Loading GraphiQL…</div>
    <script src="{ASSETS}/react.production.min.js"></script>
    <script src="{ASSETS}/react-dom.production.min.js"></script>
    <script src="{ASSETS}/graphiql.min.js"></script>
    <script src="{ASSETS}/graphiql-page.js" nonce="%s"></script>
  </body>
</html>
"""


def graphiql() -> Response:
    nonce = secrets.token_urlsafe(16)
    policy = POLICY.format(nonce=nonce)
    headers = {"Content-Security-Policy": policy, "Cache-Control": "no-store"}
    return HTMLResponse(_PAGE % nonce, headers=headers)

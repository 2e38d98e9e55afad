"""The pages for people: where to start, REST's document, what a problem means, and our own files.

Everything is served from this folder, so the pages work without the internet and under a policy
that allows nothing else. GraphiQL's page itself is the endpoint's.
"""

from gql_api.console.pages import routes

__all__ = ["routes"]

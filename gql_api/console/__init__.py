"""The pages for people: the console, GraphiQL, REST's document, what a problem means.

Everything is served from this folder, so the pages work without the internet and under a policy
that allows nothing else. Where GraphiQL's page is answered is the endpoint's.
"""

from gql_api.console.pages import graphiql, routes

__all__ = ["graphiql", "routes"]

"""`fripier demo`: the main job on the stand-in market, over REST and over GraphQL.

`story` tells what happens in which order, `rest_seller` and `graphql_seller` are the two front
ends that call, `photos` draws what is sold, `view` shows it in the terminal.
"""

from gql_api.cli.demo.story import run

__all__ = ["run"]

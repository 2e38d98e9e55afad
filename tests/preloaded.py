"""What the fork server loads of a worker, in the way in which a service loads it."""

from gql_api.bootstrap.deferred import part, unless_used

with unless_used():
    part("gql_api.bootstrap.worker")

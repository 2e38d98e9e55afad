"""The REST transport: `/vinted/*`, the older backend's routes, and the OpenAPI document.

Input, service call, output. Everything that both transports share lies in `service` below them
and in `middleware` around them.
"""

from gql_api.rest.openapi import document
from gql_api.rest.problems import render
from gql_api.rest.routes import fallback, routes, worker_routes

__all__ = ["document", "fallback", "render", "routes", "worker_routes"]

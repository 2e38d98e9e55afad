"""`fripier` and `python -m gql_api`: the command line. Its commands are in `cli`."""

import gc

# Nothing that an import leaves is garbage; to look for it costs a sixth of the start.
gc.disable()
from gql_api.bootstrap.deferred import unless_used  # noqa: E402

with unless_used():
    import structlog  # noqa: F401
from gql_api.cli import application  # noqa: E402

gc.freeze()
gc.enable()


def main() -> None:
    application()


if __name__ == "__main__":
    main()

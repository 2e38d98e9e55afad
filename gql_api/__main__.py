"""`fripier` and `python -m gql_api`: the command line. Its commands are in `cli`."""

from gql_api.cli import application


def main() -> None:
    """Run the command line."""
    application()


if __name__ == "__main__":
    main()

"""The command line: one typer application, a module per command.

Commands read the settings, print for people and set the exit code; the work is done elsewhere.
"""

from gql_api.cli.application import application

__all__ = ["application"]

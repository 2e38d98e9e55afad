"""How this site draws rows and choices, for the scripts and the fields that look for them."""

from importlib.resources import files
from typing import Final

ROWS: Final = files(__package__).joinpath("rows.js").read_text(encoding="utf-8")
"""Knows titles, choices and required groups; defines the finders `choice` and `radio`."""

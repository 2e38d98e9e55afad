"""Titles as they appear in addresses."""

from __future__ import annotations

import re

from .data import folded


def slug(title: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", folded(title))) or "article"

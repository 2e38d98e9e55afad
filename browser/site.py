"""The seam to a marketplace: what `driver` and `submission` ask of a site's pages.

A folder under `sites/` fulfils `Site`. Methods are named after what a person does on the page.
"""

from typing import Protocol


class Site(Protocol):
    """One marketplace family."""

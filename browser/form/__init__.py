"""A sell form from the first field to the click and what came of it; names no site."""

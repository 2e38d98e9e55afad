"""Listings from files: what a table says, row by row; which photos came with it; a template."""

"""Listings from files: what a table says, row by row; which photos came with it; a template.

Owns how files are read and their bounds. Nothing here is stored, asked or prepared.
"""

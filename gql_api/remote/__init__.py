"""Calls from an API process to a worker, by way of the database."""

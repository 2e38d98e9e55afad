"""The JSON API that the sell page calls, one module per subject; routes.py has the addresses."""

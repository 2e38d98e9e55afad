"""The pages of the market, one module per kind; shell.py is what they share."""

"""The sessions of sellers: taken in, sealed in the vault, opened in a browser, and rested."""

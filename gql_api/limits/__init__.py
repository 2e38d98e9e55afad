"""How many requests and streams a caller may have."""

"""A test ground of its own: a market's page written from the facts alone, cases, and a judge.

It shares no code, constant or data with the product or its stand-in.
"""

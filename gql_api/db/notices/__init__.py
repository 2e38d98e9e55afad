"""The outbox of notices: written with what they tell of, read by whoever delivers them.

The words and the channels are the matter of the package `notices`.
"""

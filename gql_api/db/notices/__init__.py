"""The outbox of notices: written with what they tell of, read by whoever delivers them."""

"""The fields of the sell form: which there are, how each is filled, how all of them are read."""

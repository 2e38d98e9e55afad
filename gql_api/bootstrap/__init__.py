"""The composition root: what an API process and a worker are made of."""

"""The category of a listing: what its sources say for each leaf, weighed, and how sure it is."""

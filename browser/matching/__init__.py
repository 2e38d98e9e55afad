"""A seller's words and a page's options: which is meant, how sure that is, and why."""

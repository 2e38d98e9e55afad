"""Words for kinds of things: which are kinds of which, and what is called so."""

"""Keys and what is made with them: tokens, signatures, signed addresses, the search for leaks."""

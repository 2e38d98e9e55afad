"""One page of a site: what is found in it, pressed and typed, waited for and overheard."""

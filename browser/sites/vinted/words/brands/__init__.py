"""Names of brands as sellers write them."""

"""Whether the page is still what the driver knows: looked at without filling anything."""

"""What `fripier doctor` looks at, and how it looks at the page."""

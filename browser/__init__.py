"""One market's pages and one listing: fills the real sell form in a real Chromium, and knows nothing of HTTP APIs or accounts."""

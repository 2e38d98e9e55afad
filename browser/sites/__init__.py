"""One folder per marketplace, each fulfilling `browser.site`."""

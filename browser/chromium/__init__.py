"""The browser process: found or installed, launched, its contexts and tabs, and their end."""

"""Vinted: its markets, session, pages and challenge markers, as data wherever data will do."""

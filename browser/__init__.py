"""The browser half: fills one market's real sell form in a real Chromium and reads it back.

It knows a listing and a page, and nothing of HTTP APIs, accounts, encryption or SQL.
"""

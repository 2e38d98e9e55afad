"""An agent's door: tools of the Model Context Protocol, over stdio and over HTTP.

Each tool is a client of the service's own API; nothing here knows a confirm token or a cookie.
Loaded only where the door is open, since the protocol's library is an extra.
"""

"""Notices on their way: what a channel says, how it is sent, and when it is tried again."""

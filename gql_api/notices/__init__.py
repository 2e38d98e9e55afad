"""Notices on their way: what a channel says, how it is sent, and when it is tried again.

Of what somebody is told is `domain.notice`'s matter, and what waits is `db.notices`'s.
"""

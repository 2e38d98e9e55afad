"""The two kinds of jobs, step by step, on top of the engine.

`context` is what both need around a browser job, `prepare` fills and parks, `publish` compares and
clicks once.
"""

"""The service's own tables, and the only SQL of the project.

`database` opens the engine, `tables` names the columns, `jobs` keeps jobs with their runs,
events and idempotency keys, `publishing` what surrounds a click, the fence rows among it.
"""

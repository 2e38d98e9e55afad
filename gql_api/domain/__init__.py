"""The values of the service: jobs, results, inputs, sessions, receipts, callers. No I/O."""

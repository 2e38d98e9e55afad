"""Logs, metrics, traces, and whether the service is ready."""

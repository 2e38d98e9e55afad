"""Several processes on one database: who is alive, whose turn an account is, who is told."""

"""The service: accounts, jobs and transports around the browser half; it knows no selector."""

"""The service that both transports call, a module a subject; no SQL, crypto, selector or HTTP."""

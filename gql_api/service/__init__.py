"""The verbs that both transports call, and what they show; no SQL, crypto, selector or HTTP."""

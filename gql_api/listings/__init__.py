"""What a listing needs before its job: admission, aliases, suggestions while one types."""

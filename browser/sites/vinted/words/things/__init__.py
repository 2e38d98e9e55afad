"""What things are called, by language."""

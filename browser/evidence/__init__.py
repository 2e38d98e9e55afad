"""What a whole listing says of its fields: title and description beside what was given."""

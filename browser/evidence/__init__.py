"""What a whole listing says of one field of the form: every source weighed, the words kept."""

"""Photos and pictures: taken in, decoded, made upright, kept on disk or in an object store."""

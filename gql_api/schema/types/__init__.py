"""The GraphQL types, a module for each subject."""

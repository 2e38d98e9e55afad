"""Who calls: keys of the settings, managed keys, tokens of an identity provider."""

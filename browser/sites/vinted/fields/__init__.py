"""The fields of the sell form that are more than a text: lists, categories, photos, price."""

"""How the fields of the sell form are filled and read; which there are is listed in `form_fields`."""

"""How the fields of the sell form are filled and read; `form_fields` lists which there are."""

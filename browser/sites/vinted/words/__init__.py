"""What sellers' everyday words mean on Vinted: one module of tables per language.

Ids are the site's and the same in every language, so another language's words help where those of
the page's own say nothing. Comparing belongs to `browser.matching.matcher`.
"""

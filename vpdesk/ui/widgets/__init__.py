"""Small controls the pages are made of."""

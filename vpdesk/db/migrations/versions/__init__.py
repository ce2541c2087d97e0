"""One module for each schema, which leads to it from the one before."""

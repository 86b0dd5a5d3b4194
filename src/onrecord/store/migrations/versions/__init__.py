"""One module per released schema, in order."""

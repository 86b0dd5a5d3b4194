"""Spans, dates, ontology and the types that a report becomes: nothing here knows a file, a database or a network."""

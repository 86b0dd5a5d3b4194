"""onrecord reads news reports and puts them on the record: events, and who says so."""

__version__ = "0.1.0"

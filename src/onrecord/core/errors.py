"""What a caller can do wrong, as one small tree.

    OnrecordError
    ├── SpanError         offsets that select nothing
    ├── InputError        an input that cannot be opened at all (the caller named it)
    ├── SettingsError     settings or arguments that make no sense
    ├── WeightsError      weights that are missing, damaged or made for another version
    ├── ResourceError     a packaged table that is missing, damaged or made for another version
    └── CollectionError   a collection that cannot be opened, or is of another version

Poor input (a broken page, a report without a date) is not an error: it becomes a
:class:`~onrecord.core.extraction.Skipped` or an ``Unresolved`` value with its reason.
"""


class OnrecordError(Exception):
    """Any mistake that the caller can mend; its message says what, where, and what to do."""


class SpanError(OnrecordError, ValueError):
    """Offsets that are negative, empty or outside the text."""


class InputError(OnrecordError):
    """An input named by the caller that cannot be opened."""


class SettingsError(OnrecordError):
    """A setting or an argument that makes no sense."""


class WeightsError(OnrecordError):
    """Weights that are missing, damaged, or made for another version of the program."""


class ResourceError(OnrecordError):
    """A packaged table that is missing, damaged, or made for another version of the program."""


class CollectionError(OnrecordError):
    """A collection that cannot be opened, or that another version has written."""
